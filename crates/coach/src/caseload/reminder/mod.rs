//! A reminder of the day's agenda, in numbers. It names nobody, because anybody may see it on the screen.
//!
//! It comes once a day, and only while the account is unlocked, because Kring stores no counts
//! outside the vault.

pub mod channel;

use chrono::{Local, NaiveDate, Timelike};
use serde::Serialize;
use ts_rs::TS;
use vault::Batch;

use self::channel::{ReminderChannel, ReminderSwitch};
use crate::caseload::agenda::When;
use crate::caseload::due::DueKind;
use crate::caseload::habits::HABITS;
use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingError, SettingName};
use crate::error::CoachError;

/// The setting of the day of the last reminder.
pub(crate) const LAST_REMINDER: Setting<NaiveDate> = Setting::text(SettingName::Reminder);
/// The hour before which no reminder comes, because nobody wants one at night.
const MORNING: u32 = 7;

/// The numbers of items in a day's agenda. Items of fictional clients are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Reminder {
    /// The number of contacts and check-ins that are due today.
    pub today: u32,
    /// The number of actions that were due before today.
    pub late_actions: u32,
    /// The number of contacts and check-ins of earlier days that were not recorded yet.
    pub late_contacts: u32,
}

impl Desk {
    /// Returns the reminder of today, once a day. Returns `None` at night, if the reminder was returned
    /// already, if nothing is due, or if no channel is switched on.
    pub fn reminder(&mut self) -> Result<Option<Reminder>, CoachError> {
        let today = self.today();
        let is_night = self.now().with_timezone(&Local).hour() < MORNING;
        if is_night
            || self.reminder_channels()?.is_empty()
            || LAST_REMINDER.read(self.vault())? == Some(today)
        {
            return Ok(None);
        }
        LAST_REMINDER.save(self.vault(), &today)?;
        let reminder = self.count_the_day();
        Ok((reminder != Reminder::default()).then_some(reminder))
    }

    /// Returns the channels by which the coach wants reminders.
    pub fn reminder_channels(&self) -> Result<Vec<ReminderChannel>, CoachError> {
        Ok(HABITS.read(self.vault())?.unwrap_or_default().channels.on().collect())
    }

    /// Returns a switch for every channel.
    pub fn reminder_switches(&self) -> Result<Vec<ReminderSwitch>, CoachError> {
        Ok(HABITS.read_if_intact(self.vault())?.unwrap_or_default().channels.switches())
    }

    /// Switches a channel on or off.
    ///
    /// Removes a damaged day of the last reminder, so that reminders come again.
    pub fn set_reminder(
        &mut self,
        channel: ReminderChannel,
        on: bool,
    ) -> Result<Vec<ReminderSwitch>, CoachError> {
        let mut saved = HABITS.read_if_intact(self.vault())?.unwrap_or_default();
        saved.channels.set(channel, on);
        let mut batch = Batch::default();
        HABITS.put_into(&mut batch, &saved)?;
        match LAST_REMINDER.read(self.vault()) {
            Err(SettingError::Damaged(_)) => LAST_REMINDER.remove_in(&mut batch),
            read => drop(read?),
        }
        self.vault().commit(batch)?;
        Ok(saved.channels.switches())
    }

    fn count_the_day(&mut self) -> Reminder {
        let mut day = Reminder::default();
        for item in self.agenda(Some(0)).items.iter().filter(|item| !item.example) {
            match (item.when, item.kind) {
                (When::Late, DueKind::Action) => day.late_actions += 1,
                (When::Late, DueKind::Contact | DueKind::CheckIn) => day.late_contacts += 1,
                (When::Today, DueKind::Contact | DueKind::CheckIn) => day.today += 1,
                (When::Today, DueKind::Action) | (When::Near | When::Later, _) => {}
            }
        }
        day
    }
}
