//! The access log: what left the vault, and what was removed from it for good.

use chrono::{DateTime, Utc};
use dossier::DossierId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;

/// A line in the access log: what left the vault, or was removed from it for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccessEntry {
    /// The time.
    pub at: DateTime<Utc>,
    /// The dossier. It is absent if the line is about no client.
    pub dossier: Option<DossierId>,
    /// The format or the paper in which it left, or `history` if the old history was removed.
    pub format: String,
}

impl Desk {
    /// Writes in the access log that a dossier is about to leave the vault. The line comes first: a line without a file does
    /// no harm, a file without a line does.
    pub(crate) fn log_leaving(&mut self, id: &DossierId, format: &str) -> Result<(), CoachError> {
        self.log_access(Some(id.clone()), format)
    }

    /// Writes a line of a file that may be about no client in particular.
    pub(crate) fn log_access(&mut self, dossier: Option<DossierId>, format: &str) -> Result<(), CoachError> {
        let entry = AccessEntry { at: (self.outside.now)(), dossier, format: format.to_owned() };
        Ok(self.vault.log_access(&serde_json::to_vec(&entry).unwrap_or_default())?)
    }

    /// Returns the access log, the latest line first.
    pub fn access_log(&self) -> Result<Vec<AccessEntry>, CoachError> {
        let lines = self.vault.access_log()?;
        Ok(lines.iter().rev().filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }
}
