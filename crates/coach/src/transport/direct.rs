//! The setting of an account's direct line: on or off, and its relay. It is saved sealed, like the storage.

use exchange::DeviceKey;
use exchange::carrier::{ArrivalBell, DirectLine, LineOptions, RelayAddress};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;
use crate::people::views::DirectView;

/// The setting of the direct line, as the vault stores it.
pub(crate) const DIRECT: Setting<SavedLine> = Setting::json(SettingName::Direct);
/// The folder inside the account's folder where other devices put their envelopes.
const TRAY: &str = "tray";

/// The saved state of the direct line and its relay. The line is off until the coach switches it on.
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
        self.carriers_mut().line = None;
        Ok(())
    }

    /// Returns whether the direct line is on, and its relay.
    pub fn direct(&self) -> Result<DirectView, CoachError> {
        Ok(DIRECT.read(self.vault())?.unwrap_or_default().into())
    }

    /// Returns the same as [`Desk::direct`], or the default if the setting is damaged.
    pub(crate) fn direct_if_intact(&self) -> Result<DirectView, CoachError> {
        Ok(DIRECT.read_if_intact(self.vault())?.unwrap_or_default().into())
    }

    /// Opens the direct line for the contacts that are known now. Returns `None` if the line is switched off.
    pub(crate) fn line(&mut self, bell: &ArrivalBell) -> Result<Option<DirectLine>, CoachError> {
        let SavedLine { on: true, relay } = DIRECT.read(self.vault())?.unwrap_or_default() else {
            return Ok(None);
        };
        let line = match self.carriers_mut().line.clone() {
            Some(line) => line,
            None => {
                let relay = relay.map(|text| text.parse()).transpose()?;
                let options = LineOptions { in_the_room: true, relay, only_here: false };
                let tray = self.folder().join(TRAY);
                let line = self.exchange()?.open_line(&options, &tray, bell.clone())?;
                self.carriers_mut().line.insert(line).clone()
            }
        };
        let now = self.now();
        let exchange = self.exchange()?;
        line.admit(exchange.devices_to_admit(), exchange.expects_stranger(now));
        Ok(Some(line))
    }

    /// Returns the devices that have envelopes waiting for them.
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
