//! What became stale by a use case.

use dossier::{DossierId, NoteId};
use serde::Serialize;
use ts_rs::TS;

use crate::message::Message;

/// What became stale. The window asks again; it never guesses.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Changed {
    /// The topics to ask again.
    pub topics: Vec<Topic>,
    /// What to tell the user, if there is something.
    pub message: Option<Message>,
}

impl Changed {
    /// Returns that a dossier and its line in the caseload became stale.
    pub(crate) fn dossier(id: &DossierId) -> Self {
        Self { topics: vec![Topic::Dossier { id: id.clone() }, Topic::Caseload], message: None }
    }

    /// Returns that nothing became stale.
    pub(crate) fn nothing() -> Self {
        Self { topics: Vec::new(), message: None }
    }
}

/// Something the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "topic", rename_all = "snake_case")]
pub enum Topic {
    /// The list of dossiers.
    Caseload,
    /// One dossier.
    Dossier {
        /// Which one.
        id: DossierId,
    },
    /// One note's text.
    Note {
        /// Whose dossier.
        id: DossierId,
        /// Which note.
        note: NoteId,
    },
    /// With whom this account works.
    People,
    /// Who is at the desk.
    Session,
}
