//! The record of network coaching: a typed model over an Automerge document.
//!
//! A [`Dossier`] is one client's record. It is read through [`Dossier::all`] and [`Dossier::one`], and
//! written only by an [`Edit`], which becomes one Automerge change with an author and a time. The kinds of
//! records are in [`model`]. A note's text is a document of its own, [`NoteText`]; a coach's own working
//! notes are [`PrivateNotes`], which never leave the vault.
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
//! let read = dossier.one::<Person>(&fatima).ok_or("the edit added her")?;
//! assert_eq!(read.relation, Some(Relation::Neighbour));
//! # Ok(())
//! # }
//! ```
//!
//! # Invariants
//!
//! - **The crate is pure.** It reads no files and no network; the clock and randomness are arguments.
//! - **Nothing reads the whole document, changes it and writes it back.** An edit is the fewest writes in one
//!   transaction. Writing everything back would delete a colleague's work without notice.
//! - **A record is one flat map with one key per field** (`record!`), within a map keyed by id. Concurrent
//!   additions to maps merge; lists do not merge.
//! - **Removing sets a mark and deletes nothing.** In Automerge a deletion hides what somebody else writes in
//!   the record at the same time. With a mark both remain, and restoring or undoing needs no copy. A tie with
//!   a removed end is not shown; this is computed.
//! - **Clearing a field writes that it holds nothing.** A deletion would lose to a concurrent value without
//!   notice.
//! - **Conflicts are computed and never stored** ([`FieldConflict`], [`RemovalConflict`]): a field that holds
//!   more than one value, or a removal whose author had not seen a change of the record. The answer is an
//!   ordinary edit that depends on both changes, so it settles the matter on every replica.
//! - **The first change is deterministic.** It follows from the dossier's id, so two devices share the root
//!   maps and two dossiers never merge. A test holds its hash. A later version adds one more such change,
//!   which depends only on the beginning so far, so devices that add it to older documents apart add the same
//!   change. A migration that depends on the current content would make two maps of one name.
//! - **One actor is one linear stream, and belongs to one coach.** So Automerge's author of an actor is the
//!   author of its changes. Two copies of a vault must not write with one [`Writer::actor`].
//!   If they did, [`Dossier::reauthored`] writes the end of one stream anew under another actor.
//! - **Prose that grows is a document of its own** ([`NoteText`]), which is loaded when a person opens it.
//!   [`PrivateNotes`] are another type, which returns bytes for the vault and no changes to send.
//! - **Reading is tolerant, writing is strict.** A key or a choice of a newer version neither fails nor is
//!   lost. A document of a newer format can be read and not written.
//! - **Changes of others are examined first** ([`Arrival`]). Bytes that make Automerge panic, or that it
//!   could not load again, never reach the document. Before Automerge reads them, their run lengths are
//!   counted without making what they stand for (`bounds`), because a few bytes can stand for gigabytes.
//! - **Times of others are kept to the years 1 to 9999** wherever they are read, so that they can be shown
//!   in every time zone.
//! - **What can be computed is not stored.** Analyses, scores of instruments, the progress through a method
//!   and suggestions are functions of the record. A thing that nobody noted is not called absent, and people
//!   who died count nowhere. A finding is never a grade, and a suggestion is never applied by itself.
//! - **A measuring moment names heads.** The record writes them itself when a moment is added, whatever the
//!   edit says.
//! - **Condensing rewrites a document without its history** ([`Dossier::condensed`]). The first new change
//!   takes the place of the old document's first edit in its stream. So a copy with the old history can never
//!   merge with the new document: Automerge refuses two changes in one place of a stream.
//!
//! # Entry points
//!
//! - To add a kind of record: declare it in `model/` with its id in `id.rs`, list it in `edit/kind.rs`, and
//!   append a list with its root map in `shape.rs`.
//! - To add a field: add a line to the `record!` of its kind.
//! - To add a choice, such as a kind of support: add a line to its list in `model/`. Its words are in the
//!   message files.

mod aftercare;
pub mod analysis;
mod apply;
mod arrival;
mod at_once;
mod bounds;
mod choice;
mod condense;
mod document;
mod document_name;
mod dossier;
pub mod edit;
mod history_days;
mod id;
pub mod instrument;
mod late;
mod loading;
pub mod method;
pub mod model;
mod moment_heads;
mod moments;
mod note_text;
mod past;
mod private;
mod reading;
mod record;
mod record_name;
mod record_ref;
mod shape;
mod snapshot;
mod source;
mod stream;
pub mod suggestion;
mod time;
mod touched;
mod undo;
mod validity;
mod value;
mod written;

pub use aftercare::{AFTERCARE_MONTHS, aftercare};
pub use arrival::{Arrival, NewChange};
pub use at_once::{Conflict, ConflictValue, FieldConflict, RemovalConflict};
pub use automerge::ChangeHash;
pub use choice::Choice;
pub use condense::CondenseError;
pub use document::{Heads, Writer};
pub use document_name::DocumentName;
pub use dossier::Dossier;
pub use edit::{Edit, EditError, Effect, IntoEdit, RecordEdit, RecordEditOf, RecordKind};
pub use history_days::HistoryDay;
pub use id::*;
pub use loading::LoadError;
pub use note_text::{LONGEST_NOTE, NoteText};
pub use past::Past;
pub use private::{PrivateBytes, PrivateNote, PrivateNotes};
pub use record::{Field, Record};
pub use record_ref::RecordRef;
pub use shape::FORMAT;
pub use stream::{Fork, ReauthorError, StreamChange};
pub use undo::{UndoOutcome, UndoStack};
pub use validity::{Invalid, LONGEST_LINE, LONGEST_PROSE};
pub use value::{ChoiceSet, Content, PartialDate, Position, Prose};
pub use written::Written;
