//! Files that other programs read and write.
//!
//! Reading goes in two steps, so that a coach sees what an import would make before it is made: [`read`] turns a file into
//! a [`Draft`] in the words of the record, [`plan_import`] lays the draft beside a dossier and says which edits would add what is
//! new. [`write`] gives a dossier to other programs, and [`paper`] a drawing to people.
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
//! let draft = read(ImportFormat::Csv, file.as_bytes())?;
//! let mut next = 0;
//! let mut random = || {
//!     next += 1;
//!     Some([next; dossier::ID_BYTES])
//! };
//! let plan = plan_import(draft, &dossier, &mut random).ok_or("no randomness")?;
//! dossier.apply(&dossier::Edit::Together(plan.edits), chrono::DateTime::UNIX_EPOCH)?;
//! assert_eq!(dossier.all::<dossier::model::Person>().len(), 2);
//! # Ok(())
//! # }
//! ```
//!
//! Invariants
//! - Nothing here touches a disk or a network: bytes come in, bytes go out.
//! - A reader never panics and never gives up on a whole file for one bad line: the line is named in [`Draft::unread`].
//! - The same file again makes nothing twice: every record remembers where it came from.

mod calendar;
mod csv;
mod draft;
mod encoding;
mod field;
mod format;
mod gedcom;
mod graphml;
mod import_plan;
mod json;
mod kin;
mod origin;
pub mod paper;
mod vcard;
mod words;

pub use calendar::{Appointment, write_calendar};
pub use csv::write_rows as write_csv;
pub use draft::{Draft, DraftLink, DraftMember, Unread, UnreadReason, UnreadText};
pub use field::{FieldError, read as read_field};
pub use format::{ExportFormat, ImportFormat, LARGEST, ReadError};
pub use import_plan::{FileMember, ImportPlan, plan_import};

use dossier::{Dossier, NoteId};

/// Reads a file as a draft.
pub fn read(format: ImportFormat, bytes: &[u8]) -> Result<Draft, ReadError> {
    if bytes.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let draft = match format {
        ImportFormat::Gedcom => gedcom::read(bytes),
        ImportFormat::Graphml => graphml::read(bytes),
        ImportFormat::Csv => csv::read(bytes)?,
        ImportFormat::Vcard => vcard::read(bytes),
    };
    if draft.is_empty() { Err(ReadError::NothingFound) } else { Ok(draft) }
}

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// What comes after the chosen name, before the ending: empty for the first file.
    pub suffix: &'static str,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Writes a dossier in a format that others read. `texts` are the texts of the notes.
pub fn write(format: ExportFormat, dossier: &Dossier, texts: &[(NoteId, String)]) -> Vec<ExportFile> {
    let file = |suffix, bytes| ExportFile { suffix, bytes };
    match format {
        ExportFormat::Graphml => vec![file("", graphml::write(dossier))],
        ExportFormat::Csv => {
            vec![file("", csv::write_members(dossier)), file("-banden", csv::write_ties(dossier))]
        }
        ExportFormat::Json => vec![file("", json::write(dossier, texts))],
    }
}
