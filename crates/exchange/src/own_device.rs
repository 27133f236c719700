//! The devices of one person: a new device gets the person's key, and from then on all of their dossiers.
//!
//! The two devices meet by an invitation of its own kind and compare words, as two people do. Then the old
//! device certifies the new one and sends it the person's key, sealed for it alone. The new device must be
//! new: otherwise, what was written on it before would be another person's.

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::adoption::Adoption;
use crate::certificate::DeviceCertificate;
use crate::charter::{Charter, SignedStatement};
use crate::contact::{Acquaintance, Joining, clean_name};
use crate::device_card::DeviceCard;
use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::{Home, Step};
use crate::notice::Notice;
use crate::peer::Peer;
use crate::reading::Sender;
use crate::sharing::ShareError;
use crate::signing_key::PersonKey;

/// The most contacts that a new device gets.
const MOST_CONTACTS: usize = 1_000;

impl Exchange {
    /// Returns whether this device is about to join another person's devices. Nothing should be written on it
    /// before that.
    pub fn is_joining(&self) -> bool {
        self.contacts.values().any(|contact| contact.joining == Some(Joining::This))
    }

    /// Returns whether nobody works with this device yet.
    pub(crate) fn is_unused(&self) -> bool {
        self.shared.is_empty() && self.contacts.values().all(|contact| contact.joining == Some(Joining::This))
    }

    /// Makes a device one of this person's, after its words matched.
    pub(crate) fn adopt(&mut self, contact: &PersonKey, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        for device in self.devices_of(contact).collect::<Vec<_>>() {
            let Some(peer) = self.peers.get_mut(&device) else { continue };
            peer.introduce();
            peer.adopt = Some(now);
            self.save_peer(&device, &mut step);
        }
        if let Some(contact) = self.contacts.get_mut(contact) {
            contact.acquaintance = Acquaintance::Confirmed;
            contact.secret = None;
            step.put(EntryKey::Contact(contact.person), contact);
        }
        step
    }

    /// Makes a device one of this person's, after it answered as such.
    pub(crate) fn complete_adoption(&mut self, card: &DeviceCard, now: DateTime<Utc>, step: &mut Step) {
        let device = card.device();
        let Some(before) = self.peers.get(&device).map(Peer::person) else { return };
        if let Some(peer) = self.peers.get_mut(&device) {
            (peer.card, peer.adopt, peer.since) = (card.clone(), None, now);
        }
        if self.contacts.remove(&before).is_some() {
            step.delete(EntryKey::Contact(before));
        }
        step.notices.push(Notice::NewDevice { person: self.person() });
        self.introduce_to_others(&device, now, step);
    }

    pub(crate) fn adoption(&self) -> Adoption {
        let confirmed = |card: &DeviceCard| {
            let contact = self.contacts.get(&card.person());
            contact.is_some_and(|one| {
                one.acquaintance == Acquaintance::Confirmed && one.joining.is_none() && one.is_in_use()
            })
        };
        let cards = self.peers.values().filter(|peer| !peer.retired).map(|peer| &peer.card);
        Adoption {
            person: self.me.person.clone(),
            name: self.me.name.clone(),
            contacts: cards.filter(|card| confirmed(card)).take(MOST_CONTACTS).cloned().collect(),
        }
    }

    /// Joins the devices of the sender's person. This person must have asked for it and confirmed the words.
    pub(crate) fn accept_adoption(
        &mut self,
        sender: Sender,
        adoption: Adoption,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Adoption { person, name, contacts } = adoption;
        let asked = self.contacts.get(&sender.person).is_some_and(|contact| {
            contact.joining == Some(Joining::This) && contact.acquaintance == Acquaintance::Confirmed
        });
        if !asked || person.public() != sender.person || !self.is_unused() {
            return;
        }
        for contact in std::mem::take(&mut self.contacts).into_keys() {
            step.delete(EntryKey::Contact(contact));
        }
        // Nobody will answer the invitations that this device made in another name.
        for offer in std::mem::take(&mut self.offers).into_keys() {
            step.delete(EntryKey::Offer(offer));
        }
        let (coach, name) = (person.public().coach(), clean_name(&name));
        self.me.certificate = DeviceCertificate::sign(&person, &self.me.device);
        (self.me.person, self.me.name, self.me.since) = (person, name.clone(), now);
        step.put(EntryKey::Me, &self.me);
        if let Some(peer) = self.peers.get_mut(&sender.device) {
            peer.introduce();
        }
        step.notices.push(Notice::Joined { coach, name });
        for card in contacts.iter().take(MOST_CONTACTS) {
            self.add_contact(card, Acquaintance::Confirmed, now, step);
            self.add_device(card, now, step);
        }
    }

    /// Opens the charter of a dossier that belongs to this person alone, so that it goes to her other
    /// devices. Does nothing if the dossier has a charter.
    pub fn share_with_own_devices<H: Home>(
        &mut self,
        dossier: &DossierId,
        now: DateTime<Utc>,
        home: &mut H,
    ) -> Result<Result<Step, ShareError>, H::Error> {
        let mut step = Step::default();
        if self.shared.contains_key(dossier) {
            return Ok(Ok(step));
        }
        let charter = match self.begin_charter(dossier, now, home, &mut step)? {
            Ok(charter) => charter,
            Err(error) => return Ok(Err(error)),
        };
        self.save_charter(dossier, &charter, &mut step);
        for device in self.devices_of(&self.person()).collect::<Vec<_>>() {
            self.make_due(device, dossier, None, now, &mut step);
        }
        Ok(Ok(step))
    }

    /// Returns whether another charter of a dossier replaces the one that is here. Two copies of one vault
    /// may each have opened one. The charter here is replaced only if it has no statement but the opening,
    /// and the other one has more statements or the smaller hash.
    pub(crate) fn is_replaced_by(&self, here: &Charter, sender: &Sender, theirs: &[SignedStatement]) -> bool {
        let opening = theirs.iter().find(|statement| statement.opens());
        let Some(opening) = opening.filter(|_| sender.person == self.person() && here.len() == 1) else {
            return false;
        };
        let another = here.root() != opening.hash() && opening.statement().author == self.person();
        another && (theirs.len() > 1 || opening.hash() < here.root())
    }
}
