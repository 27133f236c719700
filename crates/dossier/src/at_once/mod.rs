//! Concurrent changes of two people: computed from the changes, never stored.

mod concurrency;
mod conflict;
mod field_conflict;
mod removal_conflict;

pub use conflict::Conflict;
pub use field_conflict::{ConflictValue, FieldConflict};
pub use removal_conflict::RemovalConflict;
