//! The direct line of an account: whether it is used, and over which relay. Kept sealed, beside the storage.

use exchange::DeviceKey;
use exchange::carrier::{ArrivalBell, DirectLine, LineOptions, RelayAddress};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;
use crate::people::views::DirectView;

/// The direct line as the vault has it.
pub(crate) const DIRECT: Setting<SavedLine> = Setting::json(SettingName::Direct);
/// The folder in the account's own where others put their envelopes.
const TRAY: &str = "tray";

/// Whether the direct line is used, and over which relay. It is off until somebody switches it on.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct SavedLine {
    on: bool,
    relay: Option<String>,
}

impl Desk {
    /// Switches the direct line on or off, with the organisation's relay or without one.
    pub fn set_direct(&mut self, on: bool, relay: Option<&str>) -> Result<(), CoachError> {
        let relay = relay.filter(|text| !text.trim().is_empty());
        let relay =
            relay.map(|text| text.parse::<RelayAddress>().map(|relay| relay.to_string())).transpose()?;
        DIRECT.save(self.vault(), &SavedLine { on, relay })?;
        self.carriers().line = None;
        Ok(())
    }

    /// Returns whether the direct line is used, and over which relay.
    pub fn direct(&self) -> Result<DirectView, CoachError> {
        Ok(DIRECT.read(self.vault())?.unwrap_or_default().into())
    }

    /// Returns the same, as if nothing was set where the setting is damaged.
    pub(crate) fn direct_if_intact(&self) -> Result<DirectView, CoachError> {
        Ok(DIRECT.read_if_intact(self.vault())?.unwrap_or_default().into())
    }

    /// The direct line, opened, with those let in who are known now. `None` where it is switched off.
    pub(crate) fn line(&mut self, bell: &ArrivalBell) -> Result<Option<DirectLine>, CoachError> {
        let SavedLine { on: true, relay } = DIRECT.read(self.vault())?.unwrap_or_default() else {
            return Ok(None);
        };
        let line = match self.carriers().line.clone() {
            Some(line) => line,
            None => {
                let relay = relay.map(|text| text.parse()).transpose()?;
                let reach = LineOptions { in_the_room: true, relay, only_here: false };
                let tray = self.folder().join(TRAY);
                let line = self.exchange()?.open_line(&reach, &tray, bell.clone())?;
                self.carriers().line.insert(line).clone()
            }
        };
        let now = self.now();
        let exchange = self.exchange()?;
        line.admit(exchange.devices_to_admit(), exchange.expects_stranger(now));
        Ok(Some(line))
    }

    /// The devices for which something waits.
    pub(crate) fn devices_with_outgoing(&mut self) -> Result<BTreeSet<DeviceKey>, CoachError> {
        let now = self.now();
        Ok(self.exchange()?.devices_with_outgoing(now))
    }
}

impl From<SavedLine> for DirectView {
    fn from(SavedLine { on, relay }: SavedLine) -> Self {
        Self { on, relay }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use crate::two_desks::{desk_of, opened_again};

    #[test]
    fn the_direct_line_is_off_until_it_is_switched_on_and_stays_as_it_was_set() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        assert!(!desk.direct().unwrap().on);
        assert_eq!(desk.set_direct(true, Some("relay")).unwrap_err().code(), "line-not-a-relay");
        assert!(!desk.direct().unwrap().on);
        desk.set_direct(true, Some("https://relay.example.nl")).unwrap();
        let desk = opened_again(&home, "Anna", desk);
        let direct = desk.direct().unwrap();
        assert_eq!((direct.on, direct.relay.as_deref()), (true, Some("https://relay.example.nl/")));
    }
}
