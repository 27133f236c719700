//! Files that other programs read and write, and paper.
//!
//! An import has two steps, so that a coach sees its result before anything is saved: [`read`] turns a file
//! into a [`Draft`] in the terms of the record, and [`plan_import`] compares the draft with a dossier and
//! returns an [`ImportPlan`]: the edits that add what the dossier lacks. [`write`] writes a dossier for other
//! programs, and [`paper`] turns drawings and texts into pages.
//!
//! ```
//! use dossier::{CoachId, Dossier, DossierId, Id, Writer};
//! use interchange::{ImportFormat, plan_import, read};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let writer = Writer { coach: CoachId::from_random([1; 10]), actor: [1; 16] };
//! let mut dossier = Dossier::create(DossierId::from_random([2; 10]), &writer)?;
//!
//! let file = "naam;relatie\nFatima;buurvrouw\nJoop;broer\n";
//! let format = ImportFormat::recognise("mensen.csv", file.as_bytes());
//! let format = format.ok_or("not a format that Kring reads")?;
//! let draft = read(format, file.as_bytes())?;
//! let mut next = 0;
//! let mut random = || {
//!     next += 1;
//!     Some([next; dossier::ID_BYTES])
//! };
//! let today = chrono::Utc::now().date_naive();
//! let plan = plan_import(draft, &dossier, today, &mut random).ok_or("no randomness")?;
//! dossier.apply(&dossier::Edit::All(plan.edits), chrono::DateTime::UNIX_EPOCH)?;
//! assert_eq!(dossier.all::<dossier::model::Person>().len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! The lists of formats are in `import/mod.rs` and `export/mod.rs`.
//!
//! # Invariants
//!
//! - This crate touches no disk and no network: bytes come in, bytes go out.
//! - A reader never panics, and never gives up on a whole file for one bad line: the line is named in
//!   [`Draft::unread`].
//! - An import is planned, then made. A plan holds edits that only add: nothing in the dossier is changed,
//!   and one undo takes the whole import back.
//! - The same file again adds nothing: every imported record remembers the fingerprint of where it came from.
//! - Private notes are in no export: no function here takes them.
//! - The bytes of a calendar follow from what it shows, so a calendar that did not change gives the same
//!   file.
//! - On paper, nothing is fetched and text never becomes markup; see [`paper`].

mod calendar;
mod encoding;
mod export;
mod field;
mod formats_macro;
mod import;
pub mod paper;
mod spreadsheet;
mod text;
mod vocabulary;

pub use calendar::{Appointment, write_calendar};
pub use export::{ExportFile, ExportFormat, write};
pub use field::{FieldError, read as read_field};
pub use import::{
    Contents, Draft, DraftLink, DraftMember, FileMember, ImportFormat, ImportPlan, MAX_FILE_BYTES, Omission,
    ReadError, Tally, Totals, Unread, UnreadReason, UnreadText, Unusable, plan_import, read,
};
pub use spreadsheet::write_csv;
