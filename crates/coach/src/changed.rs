//! The parts of the data that a use case changed, so that the views of them are stale.

use dossier::{DossierId, NoteId};
use serde::Serialize;
use ts_rs::TS;

use crate::message::Message;

/// The result of a use case: the topics that became stale. The window reads them again and does not compute
/// the new state itself.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Changed {
    /// The topics to read again.
    pub topics: Vec<Topic>,
    /// A message for the user, if there is one.
    pub message: Option<Message>,
}

impl Changed {
    /// Creates a change that makes a dossier and its card in the caseload stale.
    pub(crate) fn dossier(id: &DossierId) -> Self {
        Self { topics: vec![Topic::Dossier { id: id.clone() }, Topic::Caseload], message: None }
    }

    /// Creates a change that makes the list of people stale.
    pub(crate) fn people() -> Self {
        Self { topics: vec![Topic::People], message: None }
    }

    /// Creates a change that makes nothing stale.
    pub(crate) fn nothing() -> Self {
        Self { topics: Vec::new(), message: None }
    }
}

/// A part of the data that the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "topic", rename_all = "snake_case")]
pub enum Topic {
    /// The list of dossiers.
    Caseload,
    /// The view of one dossier.
    Dossier {
        /// The id of the dossier.
        id: DossierId,
    },
    /// The text of one note.
    Note {
        /// The dossier that the note belongs to.
        id: DossierId,
        /// The id of the note.
        note: NoteId,
    },
    /// The people that this account works with.
    People,
    /// The account that is open.
    Session,
}
