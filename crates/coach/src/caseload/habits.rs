//! The habits of a coach: how she looks at the caseload, and by which ways reminders come. Nothing of a client is in them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caseload::reminder::channel::ReminderChannels;
use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;

/// The habits as the vault has them.
pub(crate) const HABITS: Setting<SavedHabits> = Setting::json(SettingName::Habits);

/// How a coach looks at the caseload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Habits {
    /// The dossiers that the caseload shows.
    pub show: String,
    /// The name of the colleague whose dossiers it shows, or empty for everybody.
    pub with: String,
    /// The step, as `<method>-<step>`, whose dossiers it shows, or empty for every step.
    pub step: String,
    /// The order of the caseload.
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
    /// Returns the coach's habits. Damaged ones are the default here, so that the caseload shows; the session tells of it.
    pub fn habits(&self) -> Result<Habits, CoachError> {
        Ok(HABITS.read_if_intact(self.vault())?.unwrap_or_default().habits)
    }

    /// Saves the coach's habits.
    pub fn set_habits(&mut self, habits: &Habits) -> Result<(), CoachError> {
        let before = HABITS.read_if_intact(self.vault())?.unwrap_or_default();
        Ok(HABITS.save(self.vault(), &SavedHabits { habits: habits.clone(), ..before })?)
    }
}
