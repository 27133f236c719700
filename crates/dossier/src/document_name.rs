//! The names of the documents that together are a dossier.

use std::fmt;
use std::str::FromStr;

use crate::id::{NotAnId, NoteId};

/// One of the documents that together are a dossier, to people and to the exchange. Private notes are not
/// among them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentName {
    /// The record itself.
    Record,
    /// The text of a note.
    Note(NoteId),
}

impl fmt::Display for DocumentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record => f.write_str("record"),
            Self::Note(id) => id.fmt(f),
        }
    }
}

impl FromStr for DocumentName {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == "record" { Ok(Self::Record) } else { text.parse().map(Self::Note) }
    }
}
