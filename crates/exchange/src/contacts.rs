//! The people with whom this person works, and their devices.

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::access::Access;
use crate::charter::CharterMember;
use crate::contact::{Acquaintance, Contact, Joining};
use crate::device_card::DeviceCard;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::heads_proof::MOST_DEVICES;
use crate::home::Step;
use crate::meeting::MeetError;
use crate::notice::Notice;
use crate::peer::Peer;
use crate::planted::{self, Weakness};
use crate::shared::Shared;
use crate::signing_key::{DeviceKey, PersonKey};

/// The most people whom charters introduced to this person.
pub(crate) const MOST_INTRODUCED: usize = 2_000;

impl Exchange {
    /// Returns the people with whom this person works.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.contacts.values()
    }

    /// Returns one contact.
    pub fn contact(&self, person: &PersonKey) -> Option<&Contact> {
        self.contacts.get(person)
    }

    /// Returns the other devices of this person that were ever heard from, also those that do not have her latest
    /// key yet. A device that this vault was
    /// before it was restored is not in use, and was never heard from.
    pub fn own_devices(&self) -> impl Iterator<Item = &DeviceCard> {
        let former = |person: PersonKey| self.me.successions.iter().any(|one| one.former() == person);
        let waits = move |peer: &&Peer| peer.adopt.is_some() && !peer.retired && former(peer.person());
        let own = self.own_peers().chain(self.peers.values().filter(waits));
        own.filter(|peer| peer.heard.is_some()).map(|peer| &peer.card)
    }

    pub(crate) fn own_peers(&self) -> impl Iterator<Item = &Peer> {
        let mine = self.person();
        self.peers.values().filter(move |peer| peer.person() == mine && !peer.retired)
    }

    /// Returns the moment at which anything last came from a person.
    pub fn last_heard(&self, person: &PersonKey) -> Option<DateTime<Utc>> {
        self.devices_of(person).filter_map(|device| self.peers.get(&device)?.heard).max()
    }

    pub(crate) fn devices_of(&self, person: &PersonKey) -> impl Iterator<Item = DeviceKey> {
        let person = *person;
        let peers = self.peers.iter().filter(move |(_, peer)| peer.person() == person && !peer.retired);
        peers.map(|(device, _)| *device)
    }

    /// Returns whether anything may be sent to a person: to this person herself, or to somebody whose words
    /// were compared.
    pub(crate) fn may_receive(&self, person: &PersonKey) -> bool {
        *person == self.person()
            || self.contacts.get(person).is_some_and(|contact| {
                contact.joining.is_none()
                    && contact.acquaintance != Acquaintance::Unconfirmed
                    && contact.is_in_use()
            })
    }

    /// Returns whether anything may be sent to a device: its owner may receive it, or the device is about to
    /// become one of this person's. A device that was reported lost gets only the envelope that says so.
    pub(crate) fn may_be_sent_to(&self, peer: &Peer) -> bool {
        let in_use = !peer.retired && (peer.adopt.is_some() || self.may_receive(&peer.person()));
        !self.me.revoked && (in_use || peer.farewell)
    }

    pub(crate) fn save_peer(&self, device: &DeviceKey, step: &mut Step) {
        if let Some(peer) = self.peers.get(device) {
            step.put(EntryKey::Peer(*device), peer);
        }
    }

    /// Returns this person as a member of a charter.
    pub fn member(&self) -> CharterMember {
        CharterMember { person: self.person(), name: self.me.name.clone() }
    }

    /// Returns a contact as a member of a charter, if the words with them were compared.
    pub fn member_of(&self, person: &PersonKey) -> Option<CharterMember> {
        let contact = self.contacts.get(person)?;
        let confirmed = contact.acquaintance == Acquaintance::Confirmed && self.may_receive(person);
        let Contact { person, name, .. } = contact.clone();
        confirmed.then_some(CharterMember { person, name })
    }

    /// Confirms that the words with a person match. From now on, dossiers can be shared with them.
    pub fn confirm(&mut self, person: &PersonKey, now: DateTime<Utc>) -> Result<Step, MeetError> {
        let contact = self.contacts.get_mut(person).ok_or(MeetError::NoSuchContact)?;
        if contact.joining == Some(Joining::Theirs) {
            return Ok(self.adopt(person, now));
        }
        contact.acquaintance = Acquaintance::Confirmed;
        contact.secret = None;
        contact.since = now;
        let mut step = Step::default();
        step.put(EntryKey::Contact(*person), contact);
        // Roles that were granted while the two people knew each other only through a charter wait for this.
        let theirs = self.dossiers_with(person);
        for device in self.devices_of(person).collect::<Vec<_>>() {
            theirs.iter().for_each(|dossier| self.make_due(device, dossier, None, now, &mut step));
        }
        Ok(step)
    }

    /// Removes a contact: the words did not match, or the two people no longer work together.
    pub fn forget(&mut self, person: &PersonKey) -> Step {
        let mut step = Step::default();
        if self.contacts.remove(person).is_some() {
            step.delete(EntryKey::Contact(*person));
        }
        let devices: Vec<DeviceKey> =
            self.peers.values().filter(|peer| peer.person() == *person).map(Peer::device).collect();
        for device in devices {
            self.peers.remove(&device);
            step.delete(EntryKey::Peer(device));
            let due: Vec<_> = self.due.keys().filter(|(there, _)| *there == device).cloned().collect();
            for place in due {
                self.due.remove(&place);
                step.delete(EntryKey::Due(place.0, place.1));
            }
        }
        let accepted = self.accepted.iter().filter(|(_, one)| one.invitation.person == *person);
        for id in accepted.map(|(id, _)| *id).collect::<Vec<_>>() {
            self.accepted.remove(&id);
            step.delete(EntryKey::Accepted(id));
        }
        step
    }

    /// Adds or updates a device, from a card that the device signed. The owner of a device never changes.
    pub(crate) fn add_device(&mut self, card: &DeviceCard, now: DateTime<Utc>, step: &mut Step) {
        let (person, device) = (card.person(), card.device());
        if device == self.device() || !card.holds() {
            return;
        }
        if let Some(peer) = self.peers.get_mut(&device) {
            if peer.person() == person && card.replaces(&peer.card) {
                peer.card = card.clone();
                self.save_peer(&device, step);
            }
            return;
        }
        if self.peers.values().filter(|peer| peer.person() == person).count() >= MOST_DEVICES
            && !planted::is(Weakness::NoCaps)
        {
            return;
        }
        let is_further = person == self.person() || self.devices_of(&person).next().is_some();
        self.peers.insert(device, Peer { introduced_from: Some(1), ..Peer::new(card.clone(), now) });
        if is_further {
            step.notices.push(Notice::NewDevice { person });
        }
        if let Some(before) = card.instead_of() {
            self.retire(&before, &person, step);
        }
        self.introduce_to_others(&device, now, step);
    }

    /// Makes sure that everybody who shares a dossier with the owner of a new device learns of it, and that
    /// the device gets these dossiers.
    pub(crate) fn introduce_to_others(&mut self, device: &DeviceKey, now: DateTime<Utc>, step: &mut Step) {
        let Some(person) = self.peers.get(device).map(Peer::person) else { return };
        let theirs = self.dossiers_with(&person);
        // The other devices may not know the new one: everybody who shares a dossier with that person gets
        // its card.
        let others: Vec<(DeviceKey, PersonKey)> =
            self.peers.iter().map(|(other, peer)| (*other, peer.person())).collect();
        for (other, owner) in others.into_iter().filter(|(other, _)| other != device) {
            let common = theirs.iter().filter(|dossier| self.access(dossier, &owner) == Access::Everything);
            let common: Vec<DossierId> = common.cloned().collect();
            if let Some(peer) = self.peers.get_mut(&other).filter(|_| !common.is_empty()) {
                peer.lacks_cards.extend(common);
                step.put(EntryKey::Peer(other), peer);
            }
        }
        theirs.iter().for_each(|dossier| self.make_due(*device, dossier, None, now, step));
        self.save_peer(device, step);
    }

    /// Stops sending to a device, if it belongs to a person or belonged to them under an earlier key.
    pub(crate) fn retire(&mut self, device: &DeviceKey, person: &PersonKey, step: &mut Step) {
        let owner = self.peers.get(device).map(Peer::person);
        if owner.is_none_or(|owner| self.latest_key(&owner) != *person) {
            return;
        }
        if let Some(peer) = self.peers.get_mut(device) {
            (peer.retired, peer.adopt, peer.owes) = (true, None, false);
            peer.owed.clear();
            peer.lacks_cards.clear();
        }
        let due: Vec<_> = self.due.keys().filter(|(there, _)| there == device).cloned().collect();
        due.iter().for_each(|place| self.clear_due(place, step));
        self.save_peer(device, step);
    }

    /// Returns the dossiers in which a person has or had a role. For this person herself, these are all
    /// shared dossiers.
    pub(crate) fn dossiers_with(&self, person: &PersonKey) -> Vec<DossierId> {
        let all = *person == self.person();
        let names = |shared: &Shared| {
            shared.people.keys().any(|named| named == person || self.latest_key(named) == *person)
        };
        let theirs = self.shared.iter().filter(|(_, shared)| all || names(shared));
        theirs.map(|(dossier, _)| dossier.clone()).collect()
    }

    /// Returns whether the words with a person were compared. This person herself is always known.
    pub(crate) fn is_known(&self, person: &PersonKey) -> bool {
        let contact = self.contacts.get(person);
        *person == self.person()
            || contact
                .is_some_and(|contact| contact.acquaintance == Acquaintance::Confirmed && contact.is_in_use())
    }

    /// Adds the owner of a card to the contacts, unless the person is known already.
    pub(crate) fn add_contact(
        &mut self,
        card: &DeviceCard,
        acquaintance: Acquaintance,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let person = card.person();
        if self.contacts.contains_key(&person) || person == self.person() || !card.holds() {
            return;
        }
        let introduced = self.contacts.values().filter(|one| one.acquaintance == Acquaintance::Introduced);
        if acquaintance == Acquaintance::Introduced && introduced.count() >= MOST_INTRODUCED {
            return;
        }
        let contact = Contact {
            person,
            name: card.name().to_owned(),
            acquaintance,
            since: now,
            secret: None,
            was: None,
            joining: None,
            invitation: None,
            succession: None,
            disputed: false,
        };
        step.put(EntryKey::Contact(person), &contact);
        self.contacts.insert(person, contact);
    }
}
