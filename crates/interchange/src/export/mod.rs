//! Files for other programs, written from a dossier: the list of formats.
//!
//! To add a format, write its writer with an [`ExportDefinition`] in a file of this folder, and add the file
//! and the constant to this one. The terminal and the window take the format from the list; the window's
//! button needs a message `export-<name>`.

mod csv;
mod definition;
mod ends;
mod graphml;
mod json;

use definition::ExportDefinition;
pub use definition::ExportFile;
use dossier::{Dossier, NoteId};
pub(crate) use ends::CLIENT;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formats_macro::formats;

formats! {
    /// A format that a dossier is written in for other programs.
    #[derive(Serialize, Deserialize, TS)]
    #[serde(rename_all = "lowercase")]
    pub enum ExportFormat: ExportDefinition {
        /// The network as two tables, for spreadsheets.
        Csv = csv::DEFINITION,
        /// The network, for programs that analyse or draw networks.
        Graphml = graphml::DEFINITION,
        /// The whole dossier, notes included.
        Json = json::DEFINITION,
    }
}

impl ExportFormat {
    /// Returns whether the texts of notes are written too, so that only then somebody loads them.
    pub fn with_notes(self) -> bool {
        self.definition().with_notes
    }
}

/// Writes a dossier in a format that other programs read. `texts` are the texts of its notes.
pub fn write(format: ExportFormat, dossier: &Dossier, texts: &[(NoteId, String)]) -> Vec<ExportFile> {
    (format.definition().write)(dossier, texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_names_a_format_as_the_terminal_does() {
        for format in ExportFormat::ALL {
            assert_eq!(serde_json::to_value(format).unwrap(), format.name());
        }
    }
}
