//! A reminder of what the day holds, in numbers: anybody may see it on the screen, so it names nobody.
//!
//! It comes once a day, and only while the account is unlocked: Kring keeps no count outside the vault.

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
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;

/// The day of the last reminder.
pub(crate) const LAST_REMINDER: Setting<NaiveDate> = Setting::text(SettingName::Reminder);
/// The hour from which the reminder of a day comes: nobody wants it at midnight.
const MORNING: u32 = 7;

/// What a day holds. Invented clients do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Reminder {
    /// The number of contacts and check-ins of today.
    pub today: u32,
    /// The number of actions that were due before today.
    pub late_actions: u32,
    /// The number of contacts and check-ins of earlier days that were not noted yet.
    pub late_contacts: u32,
}

impl Desk {
    /// Returns what to tell about today, the first time that this is asked on a day. Returns `None` if it was told already,
    /// if there is nothing to tell, or if no channel is on.
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
    /// A damaged day of the last reminder is removed, so that the switch brings reminders back.
    pub fn set_reminder(
        &mut self,
        channel: ReminderChannel,
        on: bool,
    ) -> Result<Vec<ReminderSwitch>, CoachError> {
        let mut saved = HABITS.read_if_intact(self.vault())?.unwrap_or_default();
        saved.channels.set(channel, on);
        let mut batch = Batch::default();
        HABITS.put_into(&mut batch, &saved)?;
        if LAST_REMINDER.read(self.vault()).is_err() {
            LAST_REMINDER.remove_in(&mut batch);
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
