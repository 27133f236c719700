//! The access log: what left the vault.

use chrono::{DateTime, Utc};
use dossier::DossierId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line in the access log: what left the vault, or was removed from it for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccessEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Which dossier; none where it was about no client.
    pub dossier: Option<DossierId>,
    /// In which format, or on which paper; `history` where the old history was removed.
    pub format: String,
}
