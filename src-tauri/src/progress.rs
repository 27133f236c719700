//! The events that show how far a long task is.

use serde::Serialize;

/// The content of the events `progress` (of a round) and `figures` (of reading the dossiers).
#[derive(Clone, Serialize)]
pub(crate) struct Progress {
    pub(crate) done: u32,
    pub(crate) all: u32,
}
