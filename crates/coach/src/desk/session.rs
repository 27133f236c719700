//! The session: the person at the desk, and the damage to the account's data.

use serde::Serialize;
use ts_rs::TS;
use vault::{Repair, Vault};

use crate::caseload::calendar::CALENDAR;
use crate::caseload::habits::HABITS;
use crate::caseload::reminder::LAST_REMINDER;
use crate::desk::Desk;
use crate::desk::account::{ACCOUNT, CoachRole, Preferences};
use crate::desk::other_copy::SEEN_COPIES;
use crate::desk::setting::SettingName;
use crate::message::Message;
use crate::method::methods::OWN_METHODS;
use crate::people::events::EVENTS;
use crate::transport::direct::DIRECT;
use crate::transport::storage::STORAGE;

/// The account that is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Session {
    /// The name of its folder.
    pub label: String,
    /// The coach's name.
    pub name: String,
    /// The coach's role.
    pub role: CoachRole,
    /// The language and the appearance of the window.
    pub preferences: Preferences,
    /// True if the coach has confirmed the recovery code by typing it.
    pub recovery_confirmed: bool,
    /// The repairs that opening made or could not make, and the settings that are damaged.
    pub repairs: Vec<Message>,
}

impl Desk {
    /// Returns the session of the person at the desk.
    pub fn session(&self) -> Session {
        let label = self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
        let damaged = SettingName::ALL.iter().copied().filter(|name| !is_intact(&self.vault, *name));
        let damaged = damaged.map(|name| Message::plain(&format!("error-{}", name.code())));
        Session {
            label: label.unwrap_or_default(),
            name: self.account.name.clone(),
            role: self.account.role,
            preferences: self.account.preferences.clone(),
            recovery_confirmed: self.account.recovery_confirmed,
            repairs: self.repairs_to_show().map(repair_message).chain(damaged).collect(),
        }
    }
}

/// Returns whether a setting can be read. A setting that was never saved counts as intact.
fn is_intact(vault: &Vault, name: SettingName) -> bool {
    match name {
        SettingName::Account => ACCOUNT.read(vault).is_ok(),
        SettingName::Calendar => CALENDAR.read(vault).is_ok(),
        SettingName::Copies => SEEN_COPIES.read(vault).is_ok(),
        SettingName::Direct => DIRECT.read(vault).is_ok(),
        SettingName::Events => EVENTS.read(vault).is_ok(),
        SettingName::Habits => HABITS.read(vault).is_ok(),
        SettingName::Methods => OWN_METHODS.read(vault).is_ok(),
        SettingName::Reminder => LAST_REMINDER.read(vault).is_ok(),
        SettingName::Storage => STORAGE.read(vault).is_ok(),
    }
}

fn repair_message(repair: &Repair) -> Message {
    Message::new(&format!("repair-{}", repair.code()), [("detail", repair.detail())])
}

#[cfg(test)]
mod tests {
    use words::Words;

    use super::*;

    #[test]
    fn every_damaged_setting_has_a_message_in_both_languages() {
        for words in [Words::of(None), Words::of(Some("en"))] {
            for &name in SettingName::ALL {
                let id = format!("error-{}", name.code());
                assert_ne!(words.text(&id), id);
            }
        }
    }
}
