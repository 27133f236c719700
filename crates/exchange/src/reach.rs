//! Whom this device would reach now, and who may reach it: what a direct line has to know.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, Utc};

use crate::carrier::{Bell, Line, LineError, Reach};
use crate::exchange::Exchange;
use crate::key::DeviceKey;

impl Exchange {
    /// Opens the direct line of this device. What comes in is laid in the folder `tray`, and then the bell rings.
    pub fn open_line(&self, reach: &Reach, tray: &Path, bell: Bell) -> Result<Line, LineError> {
        Line::open(&self.me.device, reach, tray, bell)
    }

    /// The devices that may hand something over: those of known people, and those whose invitation was accepted.
    pub fn devices_to_admit(&self) -> BTreeSet<DeviceKey> {
        let known = self.peers.iter().filter(|(_, peer)| !peer.retired).map(|(device, _)| *device);
        known.chain(self.accepted.values().map(|accepted| accepted.invitation.device)).collect()
    }

    /// Whether somebody who is not known yet may come with an answer to an invitation.
    pub fn expects_a_stranger(&self, now: DateTime<Utc>) -> bool {
        self.open_invitations().any(|invitation| !invitation.is_expired(now))
    }

    /// The devices for which something waits to be sent at `now`.
    pub fn devices_awaited(&self, now: DateTime<Utc>) -> BTreeSet<DeviceKey> {
        let due = self.due.iter().filter(|(_, due)| due.at <= now).map(|((device, _), _)| *device);
        let owed = self.peers.iter().filter(|(_, peer)| peer.wants_something(now)).map(|(device, _)| *device);
        let may_be_sent_to = |device: &DeviceKey| {
            let peer = self.peers.get(device);
            peer.is_some_and(|peer| !peer.retired && self.may_be_written_to(&peer.person()))
        };
        let answers = self.accepted.values().filter(|accepted| accepted.again <= now);
        let answers = answers.map(|accepted| accepted.invitation.device);
        due.chain(owed).filter(may_be_sent_to).chain(answers).collect()
    }
}
