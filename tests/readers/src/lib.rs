//! What is printed, as other programs read it: qpdf, and poppler's tools. `cargo xtask test` installs these.
//!
//! For the tests of every crate, so it uses none of ours. Whatever is not as it should be is a panic that shows what was read.
#![allow(clippy::panic, reason = "it is there for tests: one that cannot go on fails")]

use std::path::Path;
use std::process::Command;

/// The text of a file's pages, line by line.
pub fn text(file: &Path) -> String {
    told("pdftotext", &[], file)
}

/// The text in the order in which it was set, on one line: words that go over two lines are put together again.
pub fn running_text(file: &Path) -> String {
    told("pdftotext", &["-raw"], file).replace("\u{ad}\n", "").replace('\n', " ")
}

/// What somebody hears who has the pages read aloud: the kinds of their parts, each with its text.
pub fn heard(file: &Path) -> String {
    told("pdfinfo", &["-struct-text"], file)
}

/// What a file says of itself: its title, its author and its kind.
pub fn about(file: &Path) -> String {
    told("pdfinfo", &[], file)
}

/// Sees that a file is whole, can be read aloud and does nothing by itself.
pub fn is_whole(file: &Path) {
    let checked = told("qpdf", &["--check"], file);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
    let about = about(file);
    for line in ["Tagged:          yes", "JavaScript:      no"] {
        assert!(about.contains(line), "{about}");
    }
    assert!(raw(file).contains("<pdfuaid:part>1</pdfuaid:part>"), "{} is no PDF/UA", file.display());
}

/// The bytes of a file as far as they are letters: what stands in it uncompressed.
pub fn raw(file: &Path) -> String {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a program says of a file, for what has no function of its own here.
pub fn told(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file).args((program == "pdftotext").then_some("-"));
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// Sees that a text holds all these, one after the other.
pub fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let (_, after) =
            rest.split_once(word).unwrap_or_else(|| panic!("no “{word}” in its place in:\n{text}"));
        rest = after;
    }
}

/// Sees that a text holds none of these.
pub fn nowhere(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "“{word}” stands in:\n{text}");
    }
}
