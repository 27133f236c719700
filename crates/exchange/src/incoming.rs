//! Incoming envelopes: each is opened, its sender is identified, its changes are checked against the charter,
//! and only then it becomes a step.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::contact::{Acquaintance, Contact};
use crate::content::EnvelopePart;
use crate::device_card::DeviceCard;
use crate::envelope::{OpenedEnvelope, SealedEnvelope};
use crate::exchange::Exchange;
use crate::header::{EnvelopeError, Header, Kind, MAX_ENVELOPE_BYTES};
use crate::home::{Home, Step};
use crate::notice::Notice;
use crate::post::Outgoing;
use crate::randomness::Randomness;
use crate::reading::{ReadingEnvelope, Sender};
use crate::signing_key::{DeviceKey, PersonKey};

/// The most numbers of missing envelopes that are remembered for one device.
const MOST_MISSING: u64 = 256;

/// The outcome of receiving an envelope.
#[derive(Debug)]
pub enum Received {
    /// The envelope is new. Make the step durable, remove the envelope, and carry the answers.
    Merged(Step, Vec<Outgoing>),
    /// The envelope was received before. Remove it.
    Duplicate {
        /// The person who sent it.
        person: PersonKey,
    },
    /// The words with its sender were not compared yet. Leave it where it is.
    Postponed {
        /// The person who sent it.
        person: PersonKey,
    },
    /// Its sender is not known here. Remove it.
    UnknownSender,
}

impl Exchange {
    /// Reads an envelope, or an answer to an invitation, that was carried here. Nothing is merged before the
    /// step is durable.
    pub fn receive<H: Home>(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
        home: &mut H,
    ) -> Result<Result<Received, EnvelopeError>, H::Error> {
        let opened = match self.open(bytes, now, random) {
            Ok(Ok(opened)) => opened,
            Ok(Err(outcome)) => return Ok(Ok(outcome)),
            Err(not_sealed) => return Ok(Err(not_sealed)),
        };
        let certificate = opened.content().sender.clone();
        let (person, device) = (certificate.person(), certificate.device());
        match self.contacts.get(&person) {
            _ if person == self.person() => {}
            None => return Ok(Ok(Received::UnknownSender)),
            Some(Contact { acquaintance: Acquaintance::Unconfirmed, .. }) => {
                return Ok(Ok(Received::Postponed { person }));
            }
            Some(contact) if contact.coach != *certificate.coach() => return Ok(Ok(Received::UnknownSender)),
            Some(_) => {}
        }
        let mut step = Step::default();
        if !self.peers.contains_key(&device) {
            // A device that nobody has met brings its own card, and the certificate of its person vouches for
            // it.
            let own = opened.content().parts.iter().find_map(|part| match part {
                EnvelopePart::Device { card } if card.certificate == certificate => Some(card.clone()),
                _ => None,
            });
            let Some(card) = own else { return Ok(Ok(Received::UnknownSender)) };
            self.add_device(&card, now, &mut step);
        }
        let hash = opened.hash();
        if !self.is_new(&device, opened.content().number, opened.content().previous, hash, now, &mut step) {
            return Ok(Ok(Received::Duplicate { person }));
        }
        self.retire_keys(&device, opened.key(), now);
        let content = opened.into_content();
        let sender = Sender { person, device, acknowledged: content.acknowledged };
        if let Some(peer) = self.peers.get_mut(&device) {
            peer.owes |= content.parts.iter().any(EnvelopePart::asks_for_an_answer);
            // The device answers as a device of this person, so it does not have to be adopted again.
            peer.adopt = peer.adopt.filter(|_| person != self.me.person.public());
            // The device has opened something that this device sent, so the two know each other.
            peer.introduce &= content.acknowledged == 0;
            if let Some(key) = content.answer_with
                && peer.answer_with.as_ref().is_none_or(|(_, number)| *number < content.number)
            {
                peer.answer_with = Some((key, content.number));
            }
        }
        // The charter must be read before the changes that it allows, and what the sender has is compared
        // last.
        let mut parts = content.parts;
        parts.sort_by_key(|part| match part {
            EnvelopePart::Charter { .. } | EnvelopePart::Adopt { .. } => 0,
            EnvelopePart::Device { .. } | EnvelopePart::Retired { .. } => 1,
            EnvelopePart::Changes { .. } => 2,
            EnvelopePart::Have { .. } => 3,
        });
        let changes: Vec<_> = parts.iter().filter_map(EnvelopePart::changes).collect();
        home.examine_ahead(&changes)?;
        let mut reading = ReadingEnvelope { sender, now, home, step, terms: BTreeMap::new() };
        for part in parts {
            self.read_part(part, &mut reading)?;
        }
        let ReadingEnvelope { mut step, .. } = reading;
        self.save_peer(&device, &mut step);
        Ok(Ok(Received::Merged(step, Vec::new())))
    }

    fn read_part<H: Home>(
        &mut self,
        part: EnvelopePart,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<(), H::Error> {
        match part {
            EnvelopePart::Charter { dossier, statements } => {
                let statements = statements.iter().map(|bytes| bytes.as_slice());
                self.merge_statements(&dossier, statements, reading)?;
            }
            EnvelopePart::Device { card } => {
                self.accept_card(reading.sender, &card, reading.now, &mut reading.step);
            }
            EnvelopePart::Adopt { adoption } => {
                self.accept_adoption(reading.sender, adoption, reading.now, &mut reading.step)
            }
            EnvelopePart::Retired { device } => self.retire(reading.sender, device, &mut reading.step),
            EnvelopePart::Changes { dossier, document, changes, proofs } => {
                self.merge_changes((dossier, document), changes, proofs, reading)?;
            }
            EnvelopePart::Have { dossier, statements, documents, devices } => {
                self.compare_devices(reading.sender, &dossier, devices);
                self.record_holdings(&dossier, statements, &documents, reading)?;
            }
        }
        Ok(())
    }

    pub(crate) fn open(
        &mut self,
        bytes: Vec<u8>,
        now: DateTime<Utc>,
        random: &mut Randomness,
    ) -> Result<Result<OpenedEnvelope, Received>, EnvelopeError> {
        if bytes.len() > MAX_ENVELOPE_BYTES {
            return Err(EnvelopeError::TooLong);
        }
        let (header, _) = Header::read(&bytes)?;
        if header.kind != Kind::Envelope {
            let (step, outgoing) = self.receive_introduction(&header, &bytes, now, random)?;
            return Ok(Err(Received::Merged(step, outgoing)));
        }
        let secret = self.secret(header.key).ok_or(EnvelopeError::NoKey)?;
        Ok(Ok(SealedEnvelope::from_bytes(bytes)?.open(&self.device(), &secret)?))
    }

    /// Returns whether an envelope came for the first time, and records its place in the chain.
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

    fn accept_card(&mut self, sender: Sender, card: &DeviceCard, now: DateTime<Utc>, step: &mut Step) {
        let person = card.certificate.person();
        let known = person == self.person() || self.contacts.contains_key(&person);
        if person == sender.person || (known && sender.person == self.person()) {
            return self.add_device(card, now, step);
        }
        // A card of somebody else's device is accepted only for people whom a charter names, and only if
        // their own key signed it.
        let named = self.shared.values().any(|shared| {
            shared.people.get(&person).is_some_and(Option::is_some)
                && shared.people.get(&sender.person).is_some_and(Option::is_some)
        });
        if named && card.certificate.holds() {
            self.add_contact(card, Acquaintance::Introduced, now, step);
            self.add_device(card, now, step);
        }
    }

    /// Makes sure that the sender gets the cards of a dossier's members if it does not know the same devices
    /// as this one.
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
            self.save_peer(&device, step);
        }
    }
}
