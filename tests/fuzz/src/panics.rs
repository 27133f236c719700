//! Panics that the program expects and catches.

use std::panic::PanicHookInfo;
use std::path::Path;

/// The libraries that panic on some hostile bytes. The program calls them where it catches that, and so what
/// happens then is tried too.
const CAUGHT: &[&str] = &["automerge", "hexane", "calcard", "sled"];

/// Lets the process stop at each panic, also at one that something catches, but not at panics of libraries
/// that are expected to panic.
///
/// Without this libFuzzer would stop at each of those. And a panic of ours would stay hidden where an envelope
/// is read, because the program catches whatever happens there.
pub fn expect_caught_panics() {
    let stop = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !is_expected(panic) {
            stop(panic);
            std::process::abort();
        }
    }));
}

fn is_expected(panic: &PanicHookInfo<'_>) -> bool {
    let file = panic.location().map(|location| Path::new(location.file()));
    let mut folders =
        file.into_iter().flat_map(Path::components).map(|part| part.as_os_str().to_string_lossy());
    // The folder of a library is named after it and its version.
    folders.any(|folder| folder.rsplit_once('-').is_some_and(|(name, _)| CAUGHT.contains(&name)))
}
