//! The settings of a direct line.

use std::fmt;
use std::str::FromStr;

use iroh::RelayUrl;

use super::line_error::LineError;
use super::storage::is_this_computer;

/// The ways in which a direct line finds other devices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineOptions {
    /// Announces this device in the local network, and looks for others (mDNS). Everybody in the same network
    /// can see the device's key and address.
    pub in_the_room: bool,
    /// The organisation's own relay; no other is ever used.
    pub relay: Option<RelayAddress>,
    /// Restricts the line to this computer, for tests.
    pub only_here: bool,
}

/// The address of a relay, which carries sealed bytes between two devices and cannot read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayAddress(pub(super) RelayUrl);

impl FromStr for RelayAddress {
    type Err = LineError;

    fn from_str(text: &str) -> Result<Self, LineError> {
        let not_one = || LineError::NotARelay { text: text.trim().to_owned() };
        let url: RelayUrl = text.trim().parse().map_err(|_| not_one())?;
        let secure = url.scheme() == "https" || is_this_computer(&url);
        let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if secure && plain && url.host_str().is_some() { Ok(Self(url)) } else { Err(not_one()) }
    }
}

impl fmt::Display for RelayAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
