//! Hostile bytes for everything that reads what others wrote.
//!
//! A target is a function from bytes to nothing: it panics where the program would, or where what was read is not what is
//! written again. `fuzz/` at the top of the repository runs each under libFuzzer; `tests/smoke.rs` here runs all of them
//! on their [`seeds`] and some thousand changes of these, every time the tests run.

mod forge;
mod scene;
mod seeds;
mod targets;

pub use seeds::{mutated, seeds};
pub use targets::{
    changes, charter, content, entries, envelope, files, introduction, invitation, invitation_bytes,
    note_changes, parts, statement, storage,
};

/// Lets a panic pass that the program catches: libFuzzer stops at each otherwise, and Automerge panics on some hostile bytes. One
/// that nobody catches stops it all the same.
pub fn expect_caught_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Something that reads bytes which somebody else wrote.
pub type Target = fn(&[u8]);

/// Every target by its name.
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
