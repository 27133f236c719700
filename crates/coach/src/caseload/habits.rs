//! The habits of a coach: the choices for showing the caseload, and the channels of reminders. They contain
//! nothing about a client.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caseload::reminder::channel::ReminderChannels;
use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;

/// The setting of the habits.
pub(crate) const HABITS: Setting<SavedHabits> = Setting::json(SettingName::Habits);

/// A coach's choices for showing the caseload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Habits {
    /// The name of the choice of dossiers that the caseload shows.
    pub show: String,
    /// The name of the colleague whose dossiers it shows, or empty for everybody.
    pub with: String,
    /// The step, as `<method>-<step>`, whose dossiers it shows, or empty for every step.
    pub step: String,
    /// The name of the order of the caseload.
    pub sort: String,
}

/// The habits and the channels of reminders, which share one entry in the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SavedHabits {
    #[serde(flatten)]
    pub(super) habits: Habits,
    #[serde(flatten)]
    pub(super) channels: ReminderChannels,
}

impl Desk {
    /// Returns the coach's habits, or the default if they are damaged. The caseload must show in any case,
    /// and the session reports the damage.
    pub fn habits(&self) -> Result<Habits, CoachError> {
        Ok(HABITS.read_if_intact(self.vault())?.unwrap_or_default().habits)
    }

    /// Saves the coach's habits.
    pub fn set_habits(&mut self, habits: &Habits) -> Result<(), CoachError> {
        let before = HABITS.read_if_intact(self.vault())?.unwrap_or_default();
        Ok(HABITS.save(self.vault(), &SavedHabits { habits: habits.clone(), ..before })?)
    }
}
