//! Printed pages, as other programs read them: qpdf and the tools of poppler, which `cargo xtask test`
//! installs.
//!
//! The tests of every crate may use this, so it uses none of our crates. A check that fails panics and shows
//! what was read.
#![allow(clippy::panic, reason = "it is there for tests: one that cannot go on fails")]

use std::path::Path;
use std::process::Command;

/// Returns the text of the pages of a file, line by line.
pub fn text(file: &Path) -> String {
    output_of("pdftotext", &[], file)
}

/// Returns the text in the order in which it was set, on one line. Words that are broken over two lines are
/// joined again.
pub fn running_text(file: &Path) -> String {
    output_of("pdftotext", &["-raw"], file).replace("\u{ad}\n", "").replace('\n', " ")
}

/// Returns the pages as a screen reader reads them aloud: the kinds of their parts, each with its text.
pub fn read_aloud(file: &Path) -> String {
    output_of("pdfinfo", &["-struct-text"], file)
}

/// Returns the metadata of a file: its title, its author and its kind.
pub fn metadata(file: &Path) -> String {
    output_of("pdfinfo", &[], file)
}

/// Checks that a file is valid, can be read aloud and runs nothing by itself.
pub fn check_pages(file: &Path) {
    let checked = output_of("qpdf", &["--check"], file);
    assert!(checked.contains("No syntax or stream encoding errors found"), "{checked}");
    let about = metadata(file);
    for line in ["Tagged:          yes", "JavaScript:      no"] {
        assert!(about.contains(line), "{about}");
    }
    assert!(raw(file).contains("<pdfuaid:part>1</pdfuaid:part>"), "{} is no PDF/UA", file.display());
}

/// Returns the letters among the bytes of a file: the text in it that is not compressed.
pub fn raw(file: &Path) -> String {
    let bytes = std::fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns the output of a program about a file, for questions without a function of their own here.
pub fn output_of(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file).args((program == "pdftotext").then_some("-"));
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// Checks that a text contains all of these, one after the other.
pub fn contains_in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for word in words {
        let (_, after) =
            rest.split_once(word).unwrap_or_else(|| panic!("no “{word}” in its place in:\n{text}"));
        rest = after;
    }
}

/// Checks that a text contains none of these.
pub fn contains_none(text: &str, words: &[&str]) {
    for word in words {
        assert!(!text.contains(word), "“{word}” is in:\n{text}");
    }
}
