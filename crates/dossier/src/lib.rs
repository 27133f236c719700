//! The record of network coaching: a typed model over an Automerge document.
//!
//! A [`Dossier`] is one client's record. It is read through [`Dossier::all`] and [`Dossier::one`], and written only by an
//! [`Edit`], which becomes one Automerge change with an author and a time. A note's text is a document of its own,
//! [`NoteText`]; a person's own working notes are [`PrivateNotes`], which have no way out.
//!
//! ```
//! use dossier::model::{Person, PersonField, Relation};
//! use dossier::{CoachId, Dossier, DossierId, Id, PersonId, Writer, edit};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let anna = Writer { coach: CoachId::from_random([1; 10]), actor: [1; 16] };
//! let mut dossier = Dossier::create(DossierId::from_random([2; 10]), &anna)?;
//! let now = chrono::DateTime::UNIX_EPOCH;
//!
//! let fatima = PersonId::from_random([3; 10]);
//! let name = PersonField::Name("Fatima".into());
//! let neighbour = PersonField::Relation(Some(Relation::Neighbour));
//! dossier.apply(&edit::add::<Person>(fatima.clone(), [name, neighbour]), now)?;
//!
//! let read = dossier.one::<Person>(&fatima).ok_or("she is there")?;
//! assert_eq!(read.relation, Some(Relation::Neighbour));
//! # Ok(())
//! # }
//! ```
//!
//! Invariants
//! - Pure: no files, no network; the clock and randomness come in as arguments.
//! - Records are maps keyed by id, never lists: concurrent additions merge.
//! - The whole document is never read, changed and written back: that deletes a colleague's work in silence.
//! - Reading is tolerant: a key or a choice of a newer version neither fails nor is lost.
//! - What can be computed is not stored.

mod aftercare;
pub mod analysis;
mod arrival;
mod called;
mod choice;
mod condense;
mod difference;
mod document;
mod dossier;
pub mod edit;
mod history;
mod id;
pub mod instrument;
mod late;
pub mod method;
pub mod model;
mod note_text;
mod private;
mod question;
mod record;
mod shape;
mod source;
mod state;
pub mod suggestion;
mod then;
mod touched;
mod undo;
mod validity;
mod value;

pub use aftercare::{AFTERCARE_MONTHS, aftercare};
pub use arrival::{Arrival, DocumentName, NewChange};
pub use automerge::ChangeHash;
pub use choice::Choice;
pub use condense::CondenseError;
pub use difference::{ConflictValue, FieldConflict};
pub use document::{Heads, LoadError, Writer};
pub use dossier::{Dossier, Past};
pub use edit::{Edit, EditError, IntoEdit, RecordEdit, RecordEditOf, RecordKind};
pub use history::{Conflict, Written};
pub use id::*;
pub use note_text::{LONGEST_NOTE, NoteText};
pub use private::{PrivateBytes, PrivateNote, PrivateNotes};
pub use question::RemovalConflict;
pub use record::{Field, Record};
pub use shape::FORMAT;
pub use then::HistoryDay;
pub use touched::RecordRef;
pub use undo::{UndoOutcome, UndoStack};
pub use validity::{Invalid, LONGEST_LINE, LONGEST_PROSE};
pub use value::{ChoiceSet, PartialDate, Position, Prose};
