//! The definition of a format that Kring writes.

use dossier::{Dossier, NoteId};

/// A function that writes a dossier with the texts of its notes.
pub(crate) type WriteExport = fn(&Dossier, &[(NoteId, String)]) -> Vec<ExportFile>;

/// A format that Kring writes. Each format is one constant, in the file of its writer.
pub(crate) struct ExportDefinition {
    /// The name in commands and in the access log; also the extension of the files.
    pub(crate) name: &'static str,
    /// True if the texts of notes are written too.
    pub(crate) with_notes: bool,
    /// Writes a dossier and the texts of its notes.
    pub(crate) write: WriteExport,
}

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// The text between the chosen name and the extension; empty for the first file.
    pub suffix: &'static str,
    /// The contents of the file.
    pub bytes: Vec<u8>,
}

/// Returns an export of one file.
pub(super) fn one_file(bytes: Vec<u8>) -> Vec<ExportFile> {
    vec![ExportFile { suffix: "", bytes }]
}
