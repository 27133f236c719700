//! The use cases of Kring. Both faces, the window and the terminal program, call these and hold no rule of their own.
//!
//! A [`Desk`] is an open account with its dossiers: [`Desk::create`] and [`Desk::unlock`] make one. What the faces show is beside its
//! use case. What they say when something goes wrong is in [`CoachError`].
//!
//! ```
//! use coach::desk::account::{CoachRole, NewAccount};
//! use coach::{Desk, Outside};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path().join("anna");
//! let anna = NewAccount { name: "Anna", role: CoachRole::Professional, passphrase: "fiets paraplu zondag kachel" };
//! let (mut desk, _recovery_code) = Desk::create(&folder, &anna, coach::KdfParams::LEAST, Outside::COMPUTER)?;
//! let id = desk.new_dossier("Mevrouw De Wit")?;
//! assert_eq!(desk.caseload()[0].name, "Mevrouw De Wit");
//! assert_eq!(desk.dossier(&id)?.profile.name, "Mevrouw De Wit");
//! # Ok(())
//! # }
//! ```
//!
//! # The rooms
//!
//! Each folder is named after the place on the screen where its use cases show: [`caseload`], [`dossier`], [`network`],
//! [`carer`], [`method`], [`notes`], [`plan`], [`search`], [`paper`], [`files`] and [`people`]. [`desk`] owns what they work
//! on, and [`transport`] shows nowhere: it carries envelopes. A room adds its use cases to [`Desk`] with an `impl` of its own and
//! has their views beside them. The fields of a desk are private to [`desk`].
//!
//! # Invariants
//!
//! - An edit that returns is durable. Everything that a use case writes goes through one type, `desk::saving::Saving`, in one
//!   journal frame: a document, its heads, its line in the caseload, and the index for searching that follows.
//! - The clock and randomness come in through [`Outside`].
//! - Arrivals are merged into copies (`transport::arrivals`). These replace the open documents once they are durable, together with
//!   the entries about them, in one frame of the journal. Changes by others are news, in an entry of their own, until they were seen.
//! - A face names the text that it edited ([`Desk::write_note_over`]), so changes that arrived meanwhile stay in the note.
//! - A private note has no name that the exchange could ask for: one document for each dossier and person, on no list of documents,
//!   in no export, on no paper and behind no view of a dossier. It is shared by copying its words by hand.
//! - The search index is never the truth: sealed files beside the journal, each with the heads of the documents that it covers. An
//!   edit does not wait for it; the next search compares the dossiers that were opened since.
//! - A storage is watched by a mark in one's own mailbox, in a listing that is made anyway. No mark means an emptied storage, an older
//!   mark a restored one. Both are reported, and envelopes without an answer are sent again.
//! - Lateness is computed on the day of the look. A summary stores dates and no counts, and the caseload, agenda, calendar and
//!   reminders come from summaries alone: no dossier is opened to list what is due. The facts of a step are counted anew as well.
//! - A calendar names nobody unless the coach chose it, and the access log has a line for each dossier whose name left. The file
//!   follows from its contents, so it is written only when these change.
//! - A notification has numbers and no names, comes once a day, and only while the account is unlocked: Kring keeps no counts outside
//!   the vault. Where no program shows notifications, nothing happens.
//! - No group under five can be computed from the figures (`caseload::figures`). All tables count the same clients, so the total is
//!   taken as known, and a table hides as many more counts as that needs, or is not shown. A comparison of the figures of two days
//!   between which one client came or went is not defended against.
//! - Then and now reads two networks and compares them once: the drawing, the words and the counts come from the same two.
//! - The effect of an action is read from the history, from the change that began it to the end of the day on which it ended, so
//!   earlier edits of that day do not count. If its beginning was noted later, that whole day counts.
//! - Removing old history replaces documents, notes and the entries about them in one frame of the journal, then rewrites the vault's
//!   files. Only a dossier that was never shared can lose its history.
//! - The full copy on paper walks every field of every record, so a new field is printed; a test compares it with the JSON word by
//!   word. The desk gathers the material, and pages are typeset while the desk is free.
//! - A carer's own dossier and the link to it are one frame of the journal, so neither points at nothing.
//! - A damaged setting is told, and only what a person does replaces it ([`desk::setting`]).
//! - No screen and no terminal: words for people are in the message files, under the names given here.

pub mod carer;
pub mod caseload;
pub mod changed;
pub mod desk;
pub mod dossier;
pub mod error;
pub mod files;
pub mod message;
pub mod method;
pub mod network;
pub mod notes;
mod outside;
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
pub use desk::shared_desk::SharedDesk;
pub use error::CoachError;
pub use files::import::{ImportFile, ImportInto};
pub use interchange::paper::{Language, MapPicture, PictureFormat};
pub use interchange::write_csv;
pub use interchange::{
    Contents, ExportFormat, FieldError, ImportFormat, ReadError, UnreadReason, read_field,
};
pub use network::view::NetworkView;
pub use outside::Outside;
pub use people::meeting::PersonRef;
pub use transport::courier::{Courier, Round};
pub use vault::{CheckReport, KdfParams, Problem, VaultError};
