//! The use cases of Kring. The window and the terminal program call these, and have no rules of their own.
//!
//! A [`Desk`] is an open account with its dossiers: [`Desk::create`] and [`Desk::unlock`] open one. Each view
//! is beside its use case. The errors of all use cases are in [`CoachError`].
//!
//! ```
//! use coach::desk::account::{CoachRole, NewAccount};
//! use coach::{Desk, Environment};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().join("anna");
//! let passphrase = "fiets paraplu zondag kachel";
//! let anna = NewAccount { name: "Anna", role: CoachRole::Professional, passphrase };
//! let cost = coach::KdfParams::LEAST;
//! let (mut desk, _recovery_code) = Desk::create(&folder, &anna, cost, Environment::COMPUTER)?;
//! let id = desk.new_dossier("Mevrouw De Wit")?;
//! assert_eq!(desk.caseload()[0].name, "Mevrouw De Wit");
//! assert_eq!(desk.dossier(&id)?.profile.name, "Mevrouw De Wit");
//! # Ok(())
//! # }
//! ```
//!
//! # The modules
//!
//! Each folder has the use cases of one subject: [`caseload`], [`dossier`], [`network`], [`carer`],
//! [`method`], [`notes`], [`plan`], [`search`], [`paper`], [`files`] and [`people`]. [`transport`] carries
//! envelopes, and [`desk`] owns the data that all of them work on. `ARCHITECTURE.md` lists the commands and
//! the screens of each. A module adds its use cases to [`Desk`] in an `impl` of its own, with their views
//! beside them. The fields of a desk are private to [`desk`].
//!
//! # Invariants
//!
//! - An edit that returns is durable. Every document is saved through one type, `desk::saving::Saving`, in
//!   one journal frame: the document, its heads, and its card of the caseload. The next search updates its
//!   index. Settings, events, the access log and the entries of a new exchange have no document and are
//!   committed where they belong.
//! - The clocks and randomness come from the caller, through [`Environment`].
//! - A desk that nobody uses is closed by [`desk::idle_lock`], before anything else is done with it. A program
//!   with a window tells it when a person is there, and has no clock of its own.
//! - Arrivals are merged into copies (`transport::arrivals`). The copies replace the open documents once they
//!   are durable, together with the entries about them, in one journal frame. Changes from others are news,
//!   in an entry of their own, until they are seen.
//! - The window passes the text that the coach edited along with her new text ([`Desk::write_note_over`]), so
//!   changes that arrived meanwhile stay in the note.
//! - A private note has no name by which the exchange could ask for it. There is one document for each
//!   dossier and person. It is on no list of documents, in no export, on no paper and in no view of a
//!   dossier. A private note is shared only by copying its text by hand.
//! - The search index is never the source of truth. It is saved in sealed files beside the journal, each with
//!   a stamp of the documents that it covers. An edit does not wait for it: the next search compares the
//!   dossiers that were opened since.
//! - A mark in one's own mailbox shows whether the storage lost data. It is part of a listing that is made
//!   anyway. If there is no mark, the storage was emptied. If the mark is older, the storage was restored.
//!   Both are reported, and envelopes without an answer are sent again.
//! - Over a server, taking in an edit takes three requests: a listing, a read, and the put of the answer. The
//!   names of merged envelopes are saved in the journal frame of what was in them (`transport::taken_in`), and
//!   the envelopes are removed in a round that carries nothing, so none is lost and none is read twice.
//! - Lateness is computed on the day when somebody looks. A summary stores the days that items are due and
//!   does not count the late ones. The caseload, the agenda, the calendar and reminders are computed from
//!   summaries alone: no dossier is opened to list what is due. The facts of a step are counted anew too.
//! - A calendar contains no names unless the coach chose them, and the access log has a line for each dossier
//!   whose name left. The file is written only when its contents change.
//! - A notification has numbers and no names. It comes once a day, and only while the account is unlocked,
//!   because Kring stores no counts outside the vault. If no program shows notifications, nothing happens.
//! - No group of fewer than five clients can be computed from the figures (`caseload::figures`). All tables
//!   count the same clients, so a reader is assumed to know the total. A table hides as many more counts as
//!   that requires, or is not shown. The figures give no protection if somebody compares those of two days
//!   between which one client came or went.
//! - The comparison of then and now reads two networks and compares them once: the drawing, the sentences and
//!   the figures come from the same two.
//! - The effect of an action is read from the history, from the change that began the action to the end of
//!   the day on which it ended. Earlier edits of the first day do not count. If the beginning was recorded
//!   later, that whole day counts.
//! - Removing old history replaces documents, notes and the entries about them in one journal frame, and then
//!   rewrites the vault's files. Only a dossier that was never shared can lose its history.
//! - The full copy on paper visits every field of every record, so a new field is printed too. A test
//!   compares the copy with the JSON word by word. The desk gathers the material, and pages are typeset while
//!   the desk is free.
//! - A carer's own dossier and the link to it are written in one journal frame, so neither refers to
//!   something that does not exist.
//! - A damaged setting is reported, and only an action of a person replaces it ([`desk::setting`]).
//! - This crate has no screen and no terminal. The texts for people are in the message files, under the
//!   names given here.

pub mod carer;
pub mod caseload;
pub mod changed;
pub mod desk;
pub mod dossier;
mod environment;
pub mod error;
pub mod files;
pub mod message;
pub mod method;
pub mod network;
pub mod notes;
pub mod paper;
pub mod people;
pub mod plan;
mod practice;
pub mod search;
pub mod transport;
#[cfg(test)]
mod two_desks;

pub use ::dossier::Edit;
pub use desk::Desk;
pub use desk::idle_lock::IdleLock;
pub use desk::shared_desk::SharedDesk;
pub use environment::Environment;
pub use error::CoachError;
pub use files::import::{ImportFile, ImportInto};
pub use interchange::paper::{Language, MapPicture, PictureFormat};
pub use interchange::write_csv;
pub use interchange::{
    Contents, ExportFormat, FieldError, ImportFormat, ReadError, UnreadReason, read_field,
};
pub use network::view::NetworkView;
pub use people::meeting::PersonRef;
pub use transport::courier::Courier;
pub use transport::round::Round;
pub use vault::{CheckReport, KdfParams, Problem, VaultError};
