//! What the day holds, in numbers: for a notification that anybody may see, so without names.
//!
//! It is told once a day, and only while the account is unlocked: a locked account has nothing to count with, and Kring keeps
//! no count outside the vault.

use chrono::{Local, NaiveDate, Timelike};
use serde::Serialize;
use ts_rs::TS;
use vault::{Batch, Shelf};

use crate::caseload::agenda::When;
use crate::caseload::due::DueKind;
use crate::desk::Desk;
use crate::error::CoachError;

const KEY: &[u8] = b"reminded";
/// From this hour on a day is told of: nobody wants to hear it at midnight.
const MORNING: u32 = 7;

/// What a day holds. Invented clients do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Reminder {
    /// Contacts and check-ins of today.
    pub today: u32,
    /// Actions that should have been done before.
    pub late_actions: u32,
    /// Agreed contacts and check-ins of days before that were not noted yet.
    pub late_contacts: u32,
}

impl Desk {
    /// What to tell about today, the first time that this is asked on a day; nothing where it was told, there is nothing, or
    /// the coach does not want it.
    pub fn reminder(&mut self) -> Result<Option<Reminder>, CoachError> {
        let today = self.outside.today();
        let night = (self.outside.now)().with_timezone(&Local).hour() < MORNING;
        if night || !self.habits()?.reminders || self.told_on()? == Some(today) {
            return Ok(None);
        }
        let mut batch = Batch::default();
        batch.put(Shelf::Settings, KEY, today.to_string().as_bytes());
        self.vault.commit(batch)?;
        let reminder = self.the_day();
        Ok((reminder != Reminder::default()).then_some(reminder))
    }

    fn told_on(&self) -> Result<Option<NaiveDate>, CoachError> {
        let bytes = self.vault.get(Shelf::Settings, KEY)?;
        Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()?.parse().ok()))
    }

    fn the_day(&mut self) -> Reminder {
        let mut day = Reminder::default();
        for item in self.agenda(Some(0)).items.iter().filter(|item| !item.example) {
            match (item.when, item.kind) {
                (When::Late, DueKind::Action) => day.late_actions += 1,
                (When::Late, _) => day.late_contacts += 1,
                (When::Today, DueKind::Contact | DueKind::CheckIn) => day.today += 1,
                _ => {}
            }
        }
        day
    }
}
