//! The content of a field, for a reader that shows it without knowing which field it is.

use super::{PartialDate, Position};
use crate::id::DossierId;

/// The content of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing: the field is not filled in.
    Empty,
    /// Words, as a person wrote them.
    Text(String),
    /// The answer to a question: yes or no.
    Answer(bool),
    /// A number, such as the minutes after midnight of an hour.
    Number(u16),
    /// A day of the calendar, or as much of a day as somebody remembers.
    Date(PartialDate),
    /// Choices from a closed list, at least one.
    Choices {
        /// The name of the list, see [`Choice::LIST`](crate::Choice::LIST).
        list: &'static str,
        /// The chosen values, as documents store them.
        values: Vec<String>,
    },
    /// The id of a record of the same dossier, or `client`: see [`RecordRef::of_id`](crate::RecordRef::of_id).
    Record(String),
    /// The id of another dossier.
    Dossier(DossierId),
    /// A position on a map.
    Position(Position),
}
