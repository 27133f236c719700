//! Panics that the program expects and catches.

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
        let expected =
            panic.location().is_some_and(|location| is_in_such_a_library(Path::new(location.file())));
        if !expected {
            stop(panic);
            std::process::abort();
        }
    }));
}

fn is_in_such_a_library(file: &Path) -> bool {
    // The folder of a library is named after it and its version, in which there may be a hyphen too.
    let is_of = |folder: &str, name: &str| {
        let version = folder.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
        version.is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
    };
    file.components().any(|part| {
        let folder = part.as_os_str().to_string_lossy();
        CAUGHT.iter().any(|name| is_of(&folder, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_libraries_that_panic_on_hostile_bytes_may_panic() {
        for file in ["registry/hexane-1.0.0-alpha.5/src/lib.rs", "registry/sled-0.34.7/src/lib.rs"] {
            assert!(is_in_such_a_library(Path::new(file)), "{file}");
        }
        for file in
            ["crates/exchange/src/incoming.rs", "registry/sled-extras-1.0.0/src/lib.rs", "sled/lib.rs"]
        {
            assert!(!is_in_such_a_library(Path::new(file)), "{file}");
        }
    }
}
