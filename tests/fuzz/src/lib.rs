//! Fuzzing of everything that reads bytes which somebody else wrote.
//!
//! A target is a function that takes bytes. It panics if the program would, or if what it read differs
//! from what it writes again. `fuzz/` at the top of the repository runs each target under libFuzzer.
//! `tests/smoke.rs` here runs all of them on their [`seeds`] and on about a thousand mutations of these,
//! every time the tests run.

mod bytes;
mod desk;
mod forge;
mod member;
mod method;
mod panics;
mod scene;
mod seeds;
mod targets;
mod vault_files;

pub use desk::desk;
pub use method::method;
pub use panics::expect_caught_panics;
pub use seeds::{mutated, seeds};
pub use targets::{
    changes, charter, content, entries, envelope, files, introduction, invitation, invitation_bytes,
    note_changes, parts, statement, storage,
};
pub use vault_files::vault;

/// A function that reads bytes which somebody else wrote.
pub type Target = fn(&[u8]);

/// The targets by their names.
pub const TARGETS: [(&str, Target); 16] = [
    ("changes", changes),
    ("charter", charter),
    ("content", content),
    ("desk", desk),
    ("entries", entries),
    ("envelope", envelope),
    ("files", files),
    ("introduction", introduction),
    ("invitation", invitation),
    ("invitation_bytes", invitation_bytes),
    ("method", method),
    ("note_changes", note_changes),
    ("parts", parts),
    ("statement", statement),
    ("storage", storage),
    ("vault", vault),
];
