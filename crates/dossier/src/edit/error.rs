//! The reasons for which an edit is refused.

use thiserror::Error;

use crate::validity::Invalid;

/// The reason why an edit was refused. Nothing was written.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum EditError {
    /// A value is not valid, or a record lacks a value that it needs.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The dossier holds no record with this id in view.
    #[error("there is no {id} in this dossier")]
    NotFound {
        /// The id that was asked for.
        id: String,
    },
    /// The dossier already holds a record with the id of a new one.
    #[error("{id} exists in this dossier already")]
    AlreadyExists {
        /// The id of both records.
        id: String,
    },
    /// A newer version wrote the dossier in a format that this version must not add to.
    #[error("this dossier has format {found}; this version writes format {known}")]
    NewerFormat {
        /// The format of the dossier.
        found: i64,
        /// The newest format that this version writes.
        known: i64,
    },
    /// Automerge refused the transaction: a fault in Kring, not in the input.
    #[error("the record could not be written: {0}")]
    Document(String),
}

impl From<automerge::AutomergeError> for EditError {
    fn from(error: automerge::AutomergeError) -> Self {
        Self::Document(error.to_string())
    }
}
