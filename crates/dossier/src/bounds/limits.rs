//! The limits of what is read from somebody else.
//!
//! An invented dossier of five years, which six people wrote on three devices each, holds 25,000 changes of
//! 120,000 operations by 21 actors. It has 0.8 MB inflated, and its changes one by one have 4.2 MB. What is
//! within the limits loads in less than 512 MiB and a few seconds. `tests/bounds_cost.rs` measures both,
//! with the worst that we could think of.

/// The most bytes of all chunks together, as they are and inflated. No envelope holds more than 32 MiB.
pub(super) const INFLATED: usize = 48 << 20;

/// The most rows of the longest columns of a document: operations, and what each of them replaces or names. A
/// note of the longest size that was written anew four times has as many.
pub(super) const DOCUMENT_ROWS: u64 = 1_000_000;

/// The most rows of changes that Automerge adds to a document one by one, with twice the memory and time.
pub(super) const ADDED_ROWS: u64 = 500_000;

/// The most changes of all chunks together. Automerge keeps about three kilobytes for each while it loads them.
pub(super) const CHANGES: u64 = 100_000;

/// The highest number of an operation. Honest numbers follow on each other, so they are not above the count
/// of all operations. Automerge keeps some tables by a hash without a secret, which numbers from 32 bits
/// could be chosen for so that all fall in one place.
pub(super) const COUNTER: u64 = 1 << 24;

/// The most bytes of all keys, marks and messages, each as often as it is repeated.
pub(super) const TEXT: u64 = 32 << 20;

/// The most actors that are named. A device is one actor, and one more each time its vault was put back.
pub(super) const ACTORS: usize = 1_000;

/// The most bytes of an actor. Ours have 16, and Automerge repeats them in each change.
pub(super) const ACTOR: usize = 64;

/// The most different footers of changes, in which an actor names its author. Automerge compares each with
/// all others.
pub(super) const FOOTERS: usize = 1_000;

/// The most heads of a document, and dependencies of one change. An envelope names at most as many.
pub(super) const HEADS: u64 = 1_000;

/// The most columns of a chunk. Automerge writes 16.
pub(super) const COLUMNS: u64 = 64;

/// The most marks in texts. Ours have none, and Automerge compares each with all others that are open.
pub(super) const MARKS: u64 = 1_000;

/// The most objects within each other. Ours are four deep, and some readers go down by calling themselves.
pub(super) const DEPTH: usize = 64;
