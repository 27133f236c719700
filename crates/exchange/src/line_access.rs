//! The devices that a direct line lets in, and those that it should call.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use crate::carrier::{ArrivalBell, DirectLine, LineError, LineOptions};
use crate::contact::{Acquaintance, Contact};
use crate::exchange::Exchange;
use crate::signing_key::DeviceKey;

/// The time after a meeting during which more messages are expected soon.
const A_MOMENT: TimeDelta = TimeDelta::minutes(10);

impl Exchange {
    /// Opens the direct line of this device. Everything that comes in is saved in the folder `tray`, and then
    /// the bell rings.
    pub fn open_line(
        &self,
        reach: &LineOptions,
        tray: &Path,
        bell: ArrivalBell,
    ) -> Result<DirectLine, LineError> {
        DirectLine::open(&self.me.device, reach, tray, bell)
    }

    /// Returns the devices that may hand something over: those of known people, and those whose invitation
    /// was accepted here.
    pub fn devices_to_admit(&self) -> BTreeSet<DeviceKey> {
        let known = self.peers.iter().filter(|(_, peer)| !peer.retired).map(|(device, _)| *device);
        known.chain(self.accepted.values().map(|accepted| accepted.invitation.device)).collect()
    }

    /// Returns whether somebody who is not known yet may come with an answer to an invitation.
    pub fn expects_stranger(&self, now: DateTime<Utc>) -> bool {
        self.open_invitations().any(|invitation| !invitation.is_expired(now))
    }

    /// Returns the devices for which something waits to be sent at `now`.
    pub fn devices_with_outgoing(&self, now: DateTime<Utc>) -> BTreeSet<DeviceKey> {
        let due = self.due.iter().filter(|(_, due)| due.is_ripe(now)).map(|((device, _), _)| *device);
        let owed = self.peers.iter().filter(|(_, peer)| peer.wants_something(now)).map(|(device, _)| *device);
        let may_be_sent_to = |device: &DeviceKey| {
            let peer = self.peers.get(device);
            peer.is_some_and(|peer| self.may_be_sent_to(peer))
        };
        let answers = self.accepted.values().filter(|accepted| accepted.is_ripe(now));
        let answers = answers.map(|accepted| accepted.invitation.device);
        due.chain(owed).filter(may_be_sent_to).chain(answers).collect()
    }

    /// Returns whether somebody is expected to answer soon: an invitation is open, words were compared a
    /// moment ago, or another device of this person is new.
    pub fn expects_contact(&self, now: DateTime<Utc>) -> bool {
        let new = |contact: &Contact| {
            contact.acquaintance == Acquaintance::Unconfirmed || now - contact.since < A_MOMENT
        };
        !self.accepted.is_empty()
            || self.open_invitations().any(|open| !open.is_expired(now))
            || self.contacts.values().any(new)
            || self.has_a_new_device(now)
    }

    fn has_a_new_device(&self, now: DateTime<Utc>) -> bool {
        let mut others = self.own_peers().map(|peer| peer.since).peekable();
        others.peek().is_some() && others.chain([self.me.since]).any(|since| now - since < A_MOMENT)
    }
}
