//! The deliveries that other devices are waiting for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::{DocumentName, DossierId};

use crate::carrier::ObjectName;
use crate::document_set::DocumentSet;
use crate::due::Due;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::Step;
use crate::pending_invitation::Accepted;
use crate::signing_key::DeviceKey;

impl Exchange {
    /// Records that a document of a dossier was edited here, so that the people who share the dossier get it.
    pub fn edited(&mut self, dossier: &DossierId, document: &DocumentName, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        for person in self.members(dossier) {
            let devices: Vec<DeviceKey> = self.devices_of(&person).collect();
            for device in devices {
                let place = (device, dossier.clone());
                let already_due = self
                    .due
                    .get(&place)
                    .is_some_and(|due| due.fresh && due.is_ripe(now) && due.documents.holds(document));
                if !already_due {
                    self.make_due(device, dossier, Some(document), now, &mut step);
                }
            }
        }
        step
    }

    pub(crate) fn make_due(
        &mut self,
        device: DeviceKey,
        dossier: &DossierId,
        document: Option<&DocumentName>,
        at: DateTime<Utc>,
        step: &mut Step,
    ) {
        let place = (device, dossier.clone());
        let documents = match (document, self.due.get(&place)) {
            (None, _) => DocumentSet::ALL,
            (Some(document), Some(due)) => due.documents.clone().with(document),
            (Some(document), None) => DocumentSet::one(document),
        };
        let at = match self.due.get(&place) {
            Some(due) if due.fresh => due.at.min(at),
            _ => at,
        };
        let due = Due { at, fresh: true, attempts: 0, documents };
        step.put(EntryKey::Due(device, dossier.clone()), &due);
        self.due.insert(place, due);
    }

    /// Returns whether anything waits to be sent at `now`.
    pub fn has_outgoing(&self, now: DateTime<Utc>) -> bool {
        let may_be_sent_to =
            |device: &DeviceKey| self.peers.get(device).is_some_and(|peer| self.may_be_sent_to(peer));
        self.due.iter().any(|((device, _), due)| due.is_ripe(now) && may_be_sent_to(device))
            || self.peers.values().any(|peer| peer.wants_something(now) && self.may_be_sent_to(peer))
            || self.accepted.values().any(|accepted| accepted.is_ripe(now))
    }

    pub(crate) fn clear_due(&mut self, place: &(DeviceKey, DossierId), step: &mut Step) {
        if self.due.remove(place).is_some() {
            step.delete(EntryKey::Due(place.0, place.1.clone()));
        }
    }

    /// Returns the devices from which an answer is awaited, with the names of the objects that they have not
    /// answered. Those objects lie in the mailboxes of the devices, unless something happened to them.
    pub fn unanswered(&self, now: DateTime<Utc>) -> BTreeMap<DeviceKey, BTreeSet<ObjectName>> {
        let mut unanswered: BTreeMap<DeviceKey, BTreeSet<ObjectName>> = BTreeMap::new();
        for ((device, _), _) in self.due.iter().filter(|(_, due)| !due.fresh && !due.is_ripe(now)) {
            let Some(peer) = self.peers.get(device).filter(|peer| self.may_be_sent_to(peer)) else {
                continue;
            };
            unanswered.entry(*device).or_default().extend(peer.unanswered.values());
        }
        for accepted in self.accepted.values().filter(|accepted| !accepted.is_ripe(now)) {
            unanswered.entry(accepted.invitation.device).or_default().extend(accepted.reply);
        }
        unanswered
    }

    /// Makes everything that a device has not answered due again, because it did not arrive.
    pub fn send_unanswered_again(&mut self, device: &DeviceKey, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        self.make_due_again(device, now, &mut step);
        step
    }

    /// Makes everything that was not answered due again, after the storage lost what was in it.
    pub fn send_all_again(&mut self, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        for device in self.unanswered(now).into_keys() {
            self.make_due_again(&device, now, &mut step);
        }
        step
    }

    fn make_due_again(&mut self, device: &DeviceKey, now: DateTime<Utc>, step: &mut Step) {
        for ((there, dossier), due) in
            self.due.iter_mut().filter(|((there, _), due)| there == device && !due.fresh)
        {
            (due.at, due.attempts) = (now, 0);
            step.put(EntryKey::Due(*there, dossier.clone()), due);
        }
        let to_device = |accepted: &Accepted| accepted.invitation.device == *device;
        for (id, accepted) in self.accepted.iter_mut().filter(|(_, accepted)| to_device(accepted)) {
            accepted.again = now;
            step.put(EntryKey::Accepted(*id), accepted);
        }
        if let Some(peer) = self.peers.get_mut(device) {
            peer.unanswered.clear();
            self.save_peer(device, step);
        }
    }
}
