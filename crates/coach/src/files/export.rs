//! Exporting a dossier to files of other programs, and its map as a picture.

use std::path::{Path, PathBuf};

use dossier::DossierId;
use dossier::model::Note;
use interchange::ExportFormat;
use interchange::paper::{MapPicture, PictureFormat};

use crate::desk::Desk;
use crate::error::CoachError;
use crate::files::written::{free_name, write};

impl Desk {
    /// Writes a dossier to files that other programs read, and records in the access log that it left the
    /// vault. Returns the files.
    pub fn export(
        &mut self,
        id: &DossierId,
        format: ExportFormat,
        to: &Path,
    ) -> Result<Vec<PathBuf>, CoachError> {
        let notes = if format.with_notes() { self.read(id)?.all::<Note>() } else { Vec::new() };
        let texts = notes.into_iter().map(|note| Ok((note.id.clone(), self.note_text(id, &note.id)?)));
        let texts = texts.collect::<Result<Vec<_>, CoachError>>()?;
        let files = interchange::write(format, self.read(id)?, &texts);
        self.log_leaving(id, format.name())?;
        files.iter().map(|file| write(&beside(to, file.suffix), &file.bytes)).collect()
    }

    /// Writes a dossier to files with a new name in a folder. No file in the folder is replaced.
    pub fn export_into(
        &mut self,
        id: &DossierId,
        format: ExportFormat,
        folder: &Path,
    ) -> Result<Vec<PathBuf>, CoachError> {
        let name = self.read(id)?.profile().name;
        self.export(id, format, &free_name(folder, &name, format.name()))
    }

    /// Writes a drawing of a dossier to a file with a new name in a folder, and records in the access log
    /// that it left the vault.
    pub fn save_picture(
        &mut self,
        id: &DossierId,
        format: PictureFormat,
        picture: &MapPicture,
        folder: &Path,
    ) -> Result<PathBuf, CoachError> {
        self.read(id)?;
        let bytes = picture.file(format)?;
        self.log_leaving(id, format.name())?;
        // The name of the file is the drawing's title, not the dossier's name: the drawing may hide names.
        write(&free_name(folder, &picture.title, format.name()), &bytes)
    }
}

/// Adds a suffix to the stem of a file name: `anna.csv` with `-banden` becomes `anna-banden.csv`.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let (stem, ending) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let (stem, ending) = (stem.to_string_lossy(), ending.to_string_lossy());
    let dot = if ending.is_empty() { "" } else { "." };
    path.with_file_name(format!("{stem}{suffix}{dot}{ending}"))
}
