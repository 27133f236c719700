//! What comes in: opened, believed of its sender, checked against the charter, and only then given to be taken in.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::charter::Standing;
use crate::content::{Card, Part};
use crate::envelope::{Header, Kind, MOST_BYTES, NotSealed, Opened, Sealed};
use crate::exchange::Exchange;
use crate::home::{Home, Key, Step};
use crate::key::{DeviceKey, PersonKey};
use crate::meet::Outgoing;
use crate::notice::Notice;
use crate::outside::Randomness;
use crate::sealing::{KeyId, SealingSecret};
use crate::state::{Acquaintance, Contact};

/// The most numbers that are remembered as missing.
const MOST_MISSING: u64 = 256;

/// What became of an envelope.
#[derive(Debug)]
pub enum Taken {
    /// Make the step durable, take the envelope away, and carry what there is to carry.
    In(Step, Vec<Outgoing>),
    /// It came before: take it away.
    Before {
        /// From whom.
        person: PersonKey,
    },
    /// The words with its sender have not been compared yet: leave it where it is.
    Later {
        /// From whom.
        person: PersonKey,
    },
    /// Nobody that is known here sent it: take it away.
    Stranger,
}

/// Who sent the envelope that is being read.
#[derive(Clone, Copy)]
pub(crate) struct Sender {
    pub(crate) person: PersonKey,
    pub(crate) device: DeviceKey,
    pub(crate) acknowledged: u64,
}

/// An envelope that is being read, with what it has brought so far.
pub(crate) struct Reading<'a, H: Home> {
    pub(crate) sender: Sender,
    pub(crate) now: DateTime<Utc>,
    pub(crate) home: &'a mut H,
    pub(crate) step: Step,
    /// What charters say with what it brought, those that were asked for.
    pub(crate) standings: BTreeMap<DossierId, Rc<Standing>>,
}

impl Exchange {
    /// Reads something that was carried here. Nothing is taken in before the step is durable.
    pub fn receive<H: Home>(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<Result<Taken, NotSealed>, H::Error> {
        let opened = match self.open(bytes, now, random) {
            Ok(Ok(opened)) => opened,
            Ok(Err(taken)) => return Ok(Ok(taken)),
            Err(not_sealed) => return Ok(Err(not_sealed)),
        };
        let certificate = opened.content().sender.clone();
        let (person, device) = (certificate.person(), certificate.device());
        match self.contacts.get(&person) {
            _ if person == self.person() => {}
            None => return Ok(Ok(Taken::Stranger)),
            Some(Contact { acquaintance: Acquaintance::Unconfirmed, .. }) => {
                return Ok(Ok(Taken::Later { person }));
            }
            Some(contact) if contact.coach != *certificate.coach() => return Ok(Ok(Taken::Stranger)),
            Some(_) => {}
        }
        let mut step = Step::default();
        if !self.peers.contains_key(&device) {
            // A device that nobody has met introduces itself; its person's certificate vouches for it.
            let own = opened.content().parts.iter().find_map(|part| match part {
                Part::Device { card } if card.certificate == certificate => Some(card.clone()),
                _ => None,
            });
            let Some(card) = own else { return Ok(Ok(Taken::Stranger)) };
            self.take_card(&card, now, &mut step);
        }
        let hash = opened.hash();
        if !self.is_new(&device, opened.content().number, opened.content().previous, hash, now, &mut step) {
            return Ok(Ok(Taken::Before { person }));
        }
        self.retire_keys(&device, opened.key(), now);
        let content = opened.into_content();
        let sender = Sender { person, device, acknowledged: content.acknowledged };
        if let Some(peer) = self.peers.get_mut(&device) {
            peer.owes |= content.parts.iter().any(Part::asks_for_an_answer);
            // It answers as this person's own.
            peer.adopt = peer.adopt.filter(|_| person != self.me.person.public());
            // It has opened something of this device's: they know each other.
            peer.introduce &= content.acknowledged == 0;
            if let Some(key) = content.answer_with
                && peer.answer_with.as_ref().is_none_or(|(_, number)| *number < content.number)
            {
                peer.answer_with = Some((key, content.number));
            }
        }
        // Who may write comes before what was written; what somebody holds comes last.
        let mut parts = content.parts;
        parts.sort_by_key(|part| match part {
            Part::Charter { .. } | Part::Adopt { .. } => 0,
            Part::Device { .. } | Part::Retired { .. } => 1,
            Part::Changes { .. } => 2,
            Part::Have { .. } => 3,
        });
        let changes: Vec<_> = parts.iter().filter_map(Part::changes).collect();
        home.examine_ahead(&changes)?;
        let mut reading = Reading { sender, now, home, step, standings: BTreeMap::new() };
        for part in parts {
            self.read_part(part, &mut reading)?;
        }
        let Reading { mut step, .. } = reading;
        self.keep_peer(&device, &mut step);
        Ok(Ok(Taken::In(step, Vec::new())))
    }

    fn read_part<H: Home>(&mut self, part: Part, reading: &mut Reading<'_, H>) -> Result<(), H::Error> {
        match part {
            Part::Charter { dossier, statements } => {
                let statements = statements.iter().map(|bytes| bytes.as_slice());
                self.take_statements(&dossier, statements, reading)?;
            }
            Part::Device { card } => {
                self.take_card_of_another(reading.sender, &card, reading.now, &mut reading.step);
            }
            Part::Adopt { adoption } => {
                self.be_adopted(reading.sender, adoption, reading.now, &mut reading.step)
            }
            Part::Retired { device } => self.retire(reading.sender, device, &mut reading.step),
            Part::Changes { dossier, document, changes, proofs } => {
                self.take_changes((dossier, document), changes, proofs, reading)?;
            }
            Part::Have { dossier, statements, documents, devices } => {
                self.compare_devices(reading.sender, &dossier, devices);
                self.note_what_they_have(&dossier, statements, &documents, reading)?;
            }
        }
        Ok(())
    }

    pub(crate) fn open(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Result<Opened, Taken>, NotSealed> {
        if bytes.len() > MOST_BYTES {
            return Err(NotSealed::TooLong);
        }
        let (header, _) = Header::read(&bytes)?;
        if header.kind != Kind::Envelope {
            let (step, outgoing) = self.introduced(&header, &bytes, now, random)?;
            return Ok(Err(Taken::In(step, outgoing)));
        }
        let secret = self.secret(header.key).ok_or(NotSealed::NoKey)?;
        Ok(Ok(Sealed::from_bytes(bytes)?.open(&self.device(), &secret)?))
    }

    fn secret(&self, id: KeyId) -> Option<SealingSecret> {
        if self.me.card.public().id() == id {
            return Some(self.me.card.clone());
        }
        let given = self.peers.values().flat_map(|peer| &peer.given);
        given.into_iter().find(|given| given.id == id).map(|given| given.secret.clone())
    }

    /// Whether an envelope came for the first time; remembers its place in the chain.
    fn is_new(
        &mut self,
        device: &DeviceKey,
        number: u64,
        previous: [u8; 32],
        hash: [u8; 32],
        now: DateTime<Utc>,
        step: &mut Step,
    ) -> bool {
        let Some(peer) = self.peers.get_mut(device) else { return false };
        if number <= peer.highest {
            return peer.missing.remove(&number);
        }
        if number == peer.highest + 1 && peer.highest > 0 && previous != peer.highest_hash {
            step.notices.push(Notice::ChainBroken { person: peer.person() });
        }
        let from = (peer.highest + 1).max(number.saturating_sub(MOST_MISSING));
        peer.missing.extend(from..number);
        while peer.missing.len() as u64 > MOST_MISSING {
            peer.missing.pop_first();
        }
        (peer.highest, peer.highest_hash, peer.heard) = (number, hash, Some(now));
        true
    }

    /// Destroys the keys that a device has replaced by using a newer one: at once where no earlier envelope is missing,
    /// after a term otherwise.
    fn retire_keys(&mut self, device: &DeviceKey, used: KeyId, now: DateTime<Utc>) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        if let Some(place) = peer.given.iter().position(|given| given.id == used) {
            for given in &mut peer.given[..place] {
                given.replaced.get_or_insert(now);
            }
        }
        let whole = peer.missing.is_empty();
        peer.given.retain(|given| given.replaced.is_none() || !whole && !given.is_over(now));
    }

    /// Destroys the keys whose term is over, of devices from which nothing comes any more too.
    pub(crate) fn destroy_old_keys(&mut self, now: DateTime<Utc>, step: &mut Step) {
        for (device, peer) in &mut self.peers {
            let before = peer.given.len();
            peer.given.retain(|given| !given.is_over(now));
            if peer.given.len() < before {
                step.put(Key::Peer(*device), peer);
            }
        }
    }

    fn take_card_of_another(&mut self, sender: Sender, card: &Card, now: DateTime<Utc>, step: &mut Step) {
        let person = card.certificate.person();
        let known = person == self.person() || self.contacts.contains_key(&person);
        if person == sender.person || (known && sender.person == self.person()) {
            return self.take_card(card, now, step);
        }
        // Somebody else's device: only of people that a charter names, in their own key's name.
        let named = self.shared.values().any(|shared| {
            shared.people.get(&person).is_some_and(Option::is_some)
                && shared.people.get(&sender.person).is_some_and(Option::is_some)
        });
        if named && card.certificate.holds() {
            self.know(card, Acquaintance::Introduced, now, step);
            self.take_card(card, now, step);
        }
    }

    /// Where the sender knows other devices of a dossier's members than this one, it is told of those known here.
    fn compare_devices(&mut self, sender: Sender, dossier: &DossierId, devices: u64) {
        let shared = self.shared.get(dossier);
        let is_member =
            shared.is_some_and(|shared| shared.people.get(&sender.person).is_some_and(Option::is_some));
        if is_member
            && devices != self.devices_digest(dossier)
            && let Some(peer) = self.peers.get_mut(&sender.device)
        {
            peer.lacks_cards.insert(dossier.clone());
        }
    }

    fn retire(&mut self, sender: Sender, device: DeviceKey, step: &mut Step) {
        if let Some(peer) = self.peers.get_mut(&device)
            && peer.person() == sender.person
        {
            peer.retired = true;
            self.keep_peer(&device, step);
        }
    }
}
