//! Envelopes that could not be read although they were opened. Reading one may even end the program, if it
//! asks for more memory than there is. So a file says which envelope is being read, and an envelope that
//! failed twice is set apart in a folder of the account.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::carrier::ObjectName;

use crate::error::CoachError;

/// The most envelopes that are set apart; of more, the oldest go.
const MOST_SET_APART: usize = 16;

/// The file that names the envelope which is being read, and the folder of those that were set apart.
pub(super) struct Poison {
    mark: PathBuf,
    folder: PathBuf,
}

impl Poison {
    /// Returns the files of an account.
    pub(super) fn of(account: &Path) -> Self {
        Self { mark: account.join("being-read"), folder: account.join("set-apart") }
    }

    /// Returns the envelope that was being read when the program ended, and how often it was tried. Says so
    /// once: from then on the caller remembers it.
    pub(super) fn being_read(&self) -> Option<(ObjectName, u32)> {
        let text = fs::read_to_string(&self.mark).ok()?;
        self.end_reading();
        let (name, attempts) = text.split_once(' ')?;
        Some((name.parse().ok()?, attempts.parse().ok()?))
    }

    /// Records that an envelope is being read for the given time. The file is not synced: it has to outlive
    /// the program, not the computer.
    pub(super) fn begin_reading(&self, name: &ObjectName, attempt: u32) -> Result<(), CoachError> {
        fs::write(&self.mark, format!("{name} {attempt}")).map_err(file(&self.mark))
    }

    /// Records that no envelope is being read.
    pub(super) fn end_reading(&self) {
        // If the file stays, the next reading replaces it.
        let _ = fs::remove_file(&self.mark);
    }

    /// Saves an envelope that is not tried again.
    pub(super) fn set_apart(&self, name: &ObjectName, bytes: &[u8]) -> Result<(), CoachError> {
        fs::create_dir_all(&self.folder).map_err(file(&self.folder))?;
        let mut all: Vec<_> = fs::read_dir(&self.folder)
            .map_err(file(&self.folder))?
            .flatten()
            .map(|entry| (entry.metadata().and_then(|data| data.modified()).ok(), entry.path()))
            .collect();
        all.sort();
        for (_, oldest) in all.iter().take((all.len() + 1).saturating_sub(MOST_SET_APART)) {
            fs::remove_file(oldest).map_err(file(oldest))?;
        }
        let path = self.folder.join(format!("{name}.kring-envelope"));
        fs::write(&path, bytes).map_err(file(&path))
    }
}

fn file(path: &Path) -> impl FnOnce(std::io::Error) -> CoachError {
    move |source| CoachError::File { path: path.to_owned(), source }
}
