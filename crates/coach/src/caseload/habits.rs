//! What the window remembers of how somebody works: kept with the account, and of no client.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, Shelf};

use crate::desk::Desk;
use crate::error::CoachError;

const KEY: &[u8] = b"habits";

/// How somebody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Habits {
    /// Which dossiers the caseload shows.
    pub show: String,
    /// With whom: a name, or empty for everybody.
    pub with: String,
    /// In which step, `<method>-<step>`, or empty for every step.
    pub step: String,
    /// In which order.
    pub sort: String,
    /// Whether the computer says what the day holds.
    pub reminders: bool,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            show: String::new(),
            with: String::new(),
            step: String::new(),
            sort: String::new(),
            reminders: true,
        }
    }
}

impl Desk {
    /// How the person at the desk works.
    pub fn habits(&self) -> Result<Habits, CoachError> {
        let bytes = self.vault.get(Shelf::Settings, KEY)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// Remembers how the person at the desk works.
    pub fn set_habits(&mut self, habits: &Habits) -> Result<(), CoachError> {
        let mut batch = Batch::default();
        // Texts and switches always have a JSON form.
        batch.put(Shelf::Settings, KEY, &serde_json::to_vec(habits).unwrap_or_default());
        Ok(self.vault.commit(batch)?)
    }
}
