//! Loading bytes that others wrote.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::AutomergeError;
use thiserror::Error;

/// The reason why a document could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The bytes are not an Automerge document, or not a whole one.
    #[error("the document cannot be read: {0}")]
    Unreadable(String),
    /// The bytes hold more of something than is read from somebody else, however small they are.
    #[error("the document holds more than {most} {what}")]
    TooLarge {
        /// The plural of what there is too much of.
        what: &'static str,
        /// The most that is read.
        most: u64,
    },
    /// The bytes are another document than the one that was asked for.
    #[error("this is not the document {0}")]
    WrongDocument(String),
}

impl LoadError {
    pub(crate) fn unreadable(error: impl std::fmt::Display) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// Runs a loader that may panic, and returns a panic as an error: Automerge panics on some hostile bytes.
pub(crate) fn guarded<T>(load: impl FnOnce() -> Result<T, AutomergeError>) -> Result<T, LoadError> {
    match catch_unwind(AssertUnwindSafe(load)) {
        Ok(result) => result.map_err(LoadError::unreadable),
        Err(_) => Err(LoadError::unreadable("it is damaged in a way that stopped the reader")),
    }
}
