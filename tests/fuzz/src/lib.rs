//! Fuzzing of everything that reads bytes which somebody else wrote.
//!
//! A target is a function that takes bytes. It panics if the program would, or if what it read differs
//! from what it writes again. `fuzz/` at the top of the repository runs each target under libFuzzer.
//! `tests/smoke.rs` here runs all of them on their [`seeds`] and on about a thousand mutations of these,
//! every time the tests run.

mod forge;
mod scene;
mod seeds;
mod targets;

pub use seeds::{mutated, seeds};
pub use targets::{
    changes, charter, content, entries, envelope, files, introduction, invitation, invitation_bytes,
    note_changes, parts, statement, storage,
};

/// Silences panics, which the program catches. Otherwise libFuzzer would stop at each, and Automerge panics
/// on some hostile bytes. A panic that nobody catches still stops it.
pub fn expect_caught_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// A function that reads bytes which somebody else wrote.
pub type Target = fn(&[u8]);

/// The targets by their names.
pub const TARGETS: [(&str, Target); 13] = [
    ("changes", changes),
    ("charter", charter),
    ("content", content),
    ("entries", entries),
    ("envelope", envelope),
    ("files", files),
    ("introduction", introduction),
    ("invitation", invitation),
    ("invitation_bytes", invitation_bytes),
    ("note_changes", note_changes),
    ("parts", parts),
    ("statement", statement),
    ("storage", storage),
];
