//! The access log, which records what left the vault and what was removed from it permanently.

use chrono::{DateTime, Utc};
use dossier::DossierId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;

/// An entry of the access log. It records that something left the vault or was removed from it permanently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccessEntry {
    /// The time at which the entry was written.
    pub at: DateTime<Utc>,
    /// The id of the dossier. It is absent if the entry is about no client in particular.
    pub dossier: Option<DossierId>,
    /// The name of the format or paper in which the dossier left, or `history` if its old
    /// history was removed.
    pub format: String,
}

impl Desk {
    /// Writes in the access log that a dossier is about to leave the vault. The entry is written before the
    /// file: an entry without a file does no harm, but a file without an entry does.
    pub(crate) fn log_leaving(&mut self, id: &DossierId, format: &str) -> Result<(), CoachError> {
        self.log_access(Some(id.clone()), format)
    }

    /// Writes an entry about a file, which may be about no client in particular.
    pub(crate) fn log_access(&mut self, dossier: Option<DossierId>, format: &str) -> Result<(), CoachError> {
        let entry = AccessEntry { at: (self.environment.now)(), dossier, format: format.to_owned() };
        Ok(self.vault.log_access(&serde_json::to_vec(&entry).unwrap_or_default())?)
    }

    /// Returns the access log, with the latest entry first.
    pub fn access_log(&self) -> Result<Vec<AccessEntry>, CoachError> {
        let lines = self.vault.access_log()?;
        Ok(lines.iter().rev().filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }
}
