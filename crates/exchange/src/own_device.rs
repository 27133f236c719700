//! One person with several devices: a new one is taken in, with the person's key, and from then on gets all of their dossiers.
//!
//! The two meet by an invitation of its own kind and compare words, as two people do. Then the old device certifies the new one, and
//! sends it the person's key, sealed for it alone. The new one must be new: what it wrote before would be somebody else's.

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::certificate::DeviceCertificate;
use crate::charter::{Charter, SignedStatement};
use crate::content::{Adoption, Card};
use crate::exchange::Exchange;
use crate::home::{Home, Key, Step};
use crate::key::{DeviceKey, PersonKey};
use crate::meet::tidy;
use crate::notice::Notice;
use crate::receive::Sender;
use crate::share::ShareError;
use crate::state::{Acquaintance, Contact, Joining};

/// The most contacts that a new device is given.
const MOST_CONTACTS: usize = 1_000;

impl Exchange {
    /// Whether this device is about to become one of somebody else's: nothing should be written on it before.
    pub fn is_joining(&self) -> bool {
        self.contacts.values().any(|contact| contact.joining == Some(Joining::This))
    }

    /// Whether nobody works with this device yet.
    pub(crate) fn is_new_here(&self) -> bool {
        self.shared.is_empty() && self.contacts.values().all(|contact| contact.joining == Some(Joining::This))
    }

    /// The words of a device matched: it is this person's from now on.
    pub(crate) fn adopt(&mut self, contact: &PersonKey, now: DateTime<Utc>) -> Step {
        let mut step = Step::default();
        let dossiers = self.dossiers_with(&self.person());
        for device in self.devices_of(contact).collect::<Vec<_>>() {
            let Some(peer) = self.peers.get_mut(&device) else { continue };
            let coach = self.me.coach.clone();
            peer.card.certificate = DeviceCertificate::sign(&self.me.person, device, coach, now);
            peer.card.name = self.me.name.clone();
            (peer.introduce, peer.adopt) = (true, Some(now));
            dossiers.iter().for_each(|dossier| self.make_due(device, dossier, None, now, &mut step));
            self.keep_peer(&device, &mut step);
        }
        self.contacts.remove(contact);
        step.delete(Key::Contact(*contact));
        step
    }

    pub(crate) fn adoption_of(&self, device: &DeviceKey) -> Option<Adoption> {
        let confirmed = |card: &Card| {
            let contact = self.contacts.get(&card.certificate.person());
            contact.is_some_and(|one| one.acquaintance == Acquaintance::Confirmed && one.joining.is_none())
        };
        let cards = self.peers.values().filter(|peer| !peer.retired).map(|peer| &peer.card);
        Some(Adoption {
            person: self.me.person.clone(),
            certificate: self.peers.get(device)?.card.certificate.clone(),
            name: self.me.name.clone(),
            contacts: cards.filter(|card| confirmed(card)).take(MOST_CONTACTS).cloned().collect(),
        })
    }

    /// This device becomes one of the sender's person: only where this person asked for it and said that the words match.
    pub(crate) fn be_adopted(
        &mut self,
        sender: Sender,
        adoption: Adoption,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let Adoption { person, certificate, name, contacts } = adoption;
        let asked = self.contacts.get(&sender.person).is_some_and(|contact| {
            contact.joining == Some(Joining::This) && contact.acquaintance == Acquaintance::Confirmed
        });
        let is_true = person.public() == sender.person
            && certificate.person() == sender.person
            && certificate.device() == self.device()
            && certificate.holds();
        if !asked || !is_true || !self.is_new_here() {
            return;
        }
        for contact in std::mem::take(&mut self.contacts).into_keys() {
            step.delete(Key::Contact(contact));
        }
        // What was given out in another name is answered by nobody any more.
        for offer in std::mem::take(&mut self.offers).into_keys() {
            step.delete(Key::Offer(offer));
        }
        let (coach, name) = (certificate.coach().clone(), tidy(&name));
        (self.me.person, self.me.coach, self.me.name) = (person, coach.clone(), name.clone());
        self.me.certificate = certificate;
        step.put(Key::Me, &self.me);
        if let Some(peer) = self.peers.get_mut(&sender.device) {
            peer.introduce = true;
        }
        step.notices.push(Notice::Joined { coach, name });
        for card in contacts.iter().take(MOST_CONTACTS) {
            self.know(card, Acquaintance::Confirmed, now, step);
            self.take_card(card, now, step);
        }
    }

    /// Remembers whose device a card is of, where nobody of that key is known.
    pub(crate) fn know(
        &mut self,
        card: &Card,
        acquaintance: Acquaintance,
        now: DateTime<Utc>,
        step: &mut Step,
    ) {
        let person = card.certificate.person();
        if self.contacts.contains_key(&person) || person == self.person() || !card.certificate.holds() {
            return;
        }
        let contact = Contact {
            person,
            coach: card.certificate.coach().clone(),
            name: tidy(&card.name),
            acquaintance,
            since: now,
            secret: None,
            was: None,
            joining: None,
            invitation: None,
        };
        step.put(Key::Contact(person), &contact);
        self.contacts.insert(person, contact);
    }

    /// Opens the charter of a dossier that is this person's alone, so that it goes to her other devices. Does nothing where it has one.
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
        let charter = match self.begin_charter(dossier, now, home)? {
            Ok(charter) => charter,
            Err(error) => return Ok(Err(error)),
        };
        self.keep_charter(dossier, &charter, &mut step);
        for device in self.devices_of(&self.person()).collect::<Vec<_>>() {
            self.make_due(device, dossier, None, now, &mut step);
        }
        Ok(Ok(step))
    }

    /// Whether another charter of a dossier takes the place of this one: two copies of one vault may each have opened one. Only
    /// while this one says nothing more; then one that says more, or that with the smaller hash.
    pub(crate) fn gives_way(&self, here: &Charter, sender: &Sender, theirs: &[SignedStatement]) -> bool {
        let opening = theirs.iter().find(|statement| statement.opens());
        let Some(opening) = opening.filter(|_| sender.person == self.person() && here.len() == 1) else {
            return false;
        };
        let another = here.root() != opening.hash() && opening.statement().author == self.person();
        another && (theirs.len() > 1 || opening.hash() < here.root())
    }
}
