//! Incoming envelopes: each is opened, its sender is identified, its changes are checked against the charter,
//! and only then it becomes a step.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::DossierId;

use crate::access::Access;
use crate::adoption::Adoption;
use crate::contact::{Acquaintance, Contact};
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::device_card::DeviceCard;
use crate::envelope::{OpenedEnvelope, SealedEnvelope};
use crate::exchange::Exchange;
use crate::header::{EnvelopeError, Header, Kind, MAX_ENVELOPE_BYTES};
use crate::holdings::Holdings;
use crate::home::{Home, Step};
use crate::notice::Notice;
use crate::post::Outgoing;
use crate::randomness::Randomness;
use crate::reading::{ReadingEnvelope, Sender};
use crate::signing_key::{DeviceKey, PersonKey};
use crate::succession::Succession;

/// The most numbers of missing envelopes that are remembered for one device.
const MOST_MISSING: u64 = 256;

/// The most numbers that are skipped at once.
const MOST_SKIPPED: u64 = 1_000_000;

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
    /// It proves that this vault was put back to an older state: it contains changes that this device signed
    /// and that are not here. Nothing was read. Give the vault a new incarnation and load the exchange again,
    /// which makes it a new device.
    PutBack,
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
        // What came for a computer that was reported lost stays where it is: if somebody else reported it, its
        // owner still wants it.
        let postponed = Received::Postponed { person: self.person() };
        if self.me.revoked && !Header::read(&bytes).is_ok_and(|(header, _)| header.kind == Kind::Envelope) {
            return Ok(Ok(postponed));
        }
        let opened = match self.open(bytes, now, random) {
            Ok(Ok(opened)) => opened,
            _ if self.me.revoked => return Ok(Ok(postponed)),
            Ok(Err(outcome)) => return Ok(Ok(outcome)),
            Err(not_sealed) => return Ok(Err(not_sealed)),
        };
        // A contact may have said that this person has another key before the person's own computer brought it.
        if self.me.revoked && self.new_key_in(&opened.content().parts).is_none() {
            return Ok(Ok(postponed));
        }
        let mut step = Step::default();
        let person = opened.content().sender.person();
        if let Err(refused) = self.identify(opened.content(), now, &mut step) {
            // A person who replaced their key says so even if nothing else is read.
            let outcome = if step.writes.is_empty() { refused } else { Received::Merged(step, Vec::new()) };
            return Ok(Ok(outcome));
        }
        let device = opened.content().sender.device();
        self.catch_up_with(&device, opened.content().acknowledged, now, &mut step);
        let hash = opened.hash();
        if !self.is_new(&device, opened.content().number, opened.content().previous, hash, now, &mut step) {
            return Ok(Ok(Received::Duplicate { person }));
        }
        self.retire_keys(&device, opened.key(), now);
        let mut content = opened.into_content();
        self.record_sender(&device, &mut content);
        let sender = Sender { person, device, acknowledged: content.acknowledged };
        // Unpacking changes costs time and memory, so nothing is unpacked for people who may not send any.
        let changes = content.parts.iter().filter_map(EnvelopePart::changes);
        let opened: BTreeSet<&DossierId> =
            content.parts.iter().filter_map(EnvelopePart::charter_of).collect();
        let mut seen = BTreeSet::new();
        let changes: Vec<_> = changes
            .filter(|(dossier, document, _)| {
                self.writes(&person, dossier)
                    && (self.shared.contains_key(*dossier) || opened.contains(*dossier))
                    && seen.insert((*dossier, *document))
            })
            .collect();
        home.examine_ahead(&changes)?;
        let mut reading = ReadingEnvelope {
            sender,
            now,
            home,
            step,
            terms: BTreeMap::new(),
            digests: BTreeMap::new(),
            examined: BTreeSet::new(),
            forked: false,
        };
        let mut parts = content.parts;
        // Each charter is evaluated once for an envelope, and compared once: that costs time too.
        let (mut charters, mut holdings) = (BTreeSet::new(), BTreeSet::new());
        parts.retain(|part| match part {
            EnvelopePart::Charter { dossier, .. } => charters.insert(dossier.clone()),
            EnvelopePart::Have { dossier, .. } => holdings.insert(dossier.clone()),
            _ => true,
        });
        parts.sort_by_key(turn);
        reading.digests.extend(parts.iter().filter_map(|part| match part {
            EnvelopePart::Have { dossier, statements, .. } => Some((dossier.clone(), *statements)),
            _ => None,
        }));
        let adopted = self.take_new_key(&parts, random, &mut reading)?;
        for part in parts {
            self.read_part(part, &mut reading)?;
            if reading.forked {
                return Ok(Ok(Received::PutBack));
            }
        }
        let ReadingEnvelope { mut step, .. } = reading;
        if !adopted {
            self.save_peer(&device, &mut step);
        }
        Ok(Ok(Received::Merged(step, Vec::new())))
    }

    /// Makes sure that the sender is somebody from whom envelopes are read: this person, or a contact whose
    /// words were compared or whom a charter introduced. A person who replaced their key may say so in the
    /// same envelope. A device that is new here brings its own card.
    fn identify(
        &mut self,
        content: &EnvelopeContent,
        now: DateTime<Utc>,
        step: &mut Step,
    ) -> Result<(), Received> {
        let (person, device) = (content.sender.person(), content.sender.device());
        let successions = content.parts.iter().filter_map(|part| match part {
            EnvelopePart::Succeeded { succession } => Some(succession),
            _ => None,
        });
        let from_own = person == self.person() || !chain_of(&content.parts, self.person(), person).is_empty();
        if !from_own && !self.contacts.contains_key(&person) {
            successions.for_each(|succession| self.accept_succession(succession, now, step));
        }
        match self.contacts.get(&person) {
            _ if from_own => {}
            None => return Err(Received::UnknownSender),
            Some(contact) if contact.succession.is_some() => return Err(Received::UnknownSender),
            Some(Contact { acquaintance: Acquaintance::Unconfirmed, .. }) => {
                return Err(Received::Postponed { person });
            }
            Some(_) => {}
        }
        let mut own = content.parts.iter().filter_map(|part| match part {
            EnvelopePart::Device { card } if *card.certificate() == content.sender => Some(card),
            _ => None,
        });
        match self.peers.get(&device) {
            Some(peer) if peer.person() == person => Ok(()),
            // The device that this person adopts answers as hers.
            Some(peer) if peer.adopt.is_some() && person == self.person() => {
                let card = own.find(|card| card.holds()).ok_or(Received::UnknownSender)?;
                self.complete_adoption(card, now, step);
                Ok(())
            }
            Some(_) => Err(Received::UnknownSender),
            None => {
                let card = own.next().ok_or(Received::UnknownSender)?;
                self.add_device(card, now, step);
                let added = self.peers.contains_key(&device);
                if added { Ok(()) } else { Err(Received::UnknownSender) }
            }
        }
    }

    /// Skips the numbers that a device has already from this one, although they were not sent: this vault may
    /// have been put back to an older state. Only signed changes prove that, so all that follows from it is that
    /// the two tell each other what they have. What is missing here then comes back.
    fn catch_up_with(&mut self, device: &DeviceKey, acknowledged: u64, now: DateTime<Utc>, step: &mut Step) {
        let Some(peer) = self.peers.get_mut(device).filter(|peer| acknowledged >= peer.next) else { return };
        // The number after the next is not compared with what came before it.
        peer.next = acknowledged.min(peer.next + MOST_SKIPPED) + 2;
        self.begin_anew_with(device, now, step);
    }

    /// Introduces this device anew to another one, with what it has, because one of the two may have been put
    /// back to an older state.
    fn begin_anew_with(&mut self, device: &DeviceKey, now: DateTime<Utc>, step: &mut Step) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        let (person, begun) = (peer.person(), peer.introduced_from.is_some());
        peer.introduce();
        if !begun {
            let theirs = self.dossiers_with(&person);
            self.owe(device, &theirs, now, step);
        }
    }

    /// Records what an envelope says about its sender's device.
    fn record_sender(&mut self, device: &DeviceKey, content: &mut EnvelopeContent) {
        let Some(peer) = self.peers.get_mut(device) else { return };
        peer.owes |= content.parts.iter().any(EnvelopePart::asks_for_an_answer);
        // The device has opened something that introduced this one, so the two know each other.
        peer.introduced_from = peer.introduced_from.filter(|number| content.acknowledged < *number);
        peer.unanswered.retain(|number, _| *number > content.acknowledged);
        if let Some(key) = content.answer_with.take()
            && peer.answer_with.as_ref().is_none_or(|(_, number)| *number < content.number)
        {
            peer.answer_with = Some((key, content.number));
        }
    }

    /// Takes this person's new key, if another device of hers sends it. Returns whether it did.
    fn take_new_key<H: Home>(
        &mut self,
        parts: &[EnvelopePart],
        random: &mut Randomness,
        reading: &mut ReadingEnvelope<'_, H>,
    ) -> Result<bool, H::Error> {
        let Some((adoption, chain)) = self.new_key_in(parts) else { return Ok(false) };
        self.take_key_from_own_device(adoption, chain, random, reading)?;
        Ok(true)
    }

    /// Returns this person's new key, if it is among the parts, with the successions that lead to it.
    fn new_key_in<'a>(&self, parts: &'a [EnvelopePart]) -> Option<(&'a Adoption, Vec<Succession>)> {
        let adoption = parts.iter().find_map(|part| match part {
            EnvelopePart::Adopt { adoption } => Some(adoption),
            _ => None,
        })?;
        let chain = chain_of(parts, self.person(), adoption.person.public());
        (!chain.is_empty()).then_some((adoption, chain))
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
            EnvelopePart::Succeeded { succession } => {
                self.accept_succession(&succession, reading.now, &mut reading.step);
            }
            EnvelopePart::Changes { dossier, document, changes, proofs } => {
                self.merge_changes((dossier, document), changes, proofs, reading)?;
            }
            EnvelopePart::Have { dossier, statements, documents, devices, all } => {
                self.compare_devices(reading.sender, &dossier, devices);
                self.record_holdings(&dossier, Holdings { statements, documents: &documents, all }, reading)?;
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
        let person = peer.person();
        let broken = number == peer.highest + 1 && peer.highest > 0 && previous != peer.highest_hash;
        let from = (peer.highest + 1).max(number.saturating_sub(MOST_MISSING));
        peer.missing.extend(from..number);
        while peer.missing.len() as u64 > MOST_MISSING {
            peer.missing.pop_first();
        }
        (peer.highest, peer.highest_hash, peer.heard) = (number, hash, Some(now));
        if broken {
            step.notices.push(Notice::ChainBroken { person });
            // The device may have been put back to an older state, and not have what it is believed to have.
            self.begin_anew_with(device, now, step);
        }
        true
    }

    fn accept_card(&mut self, sender: Sender, card: &DeviceCard, now: DateTime<Utc>, step: &mut Step) {
        let person = card.person();
        let known = person == self.person() || self.contacts.contains_key(&person);
        if person == sender.person || (known && sender.person == self.person()) {
            return self.add_device(card, now, step);
        }
        // A card of somebody else's device is accepted only for people whom a charter names. The device and
        // its owner signed it.
        let named =
            self.shared.values().any(|shared| shared.has_role(&person) && shared.has_role(&sender.person));
        if named {
            self.add_contact(card, Acquaintance::Introduced, now, step);
            self.add_device(card, now, step);
        }
    }

    /// Makes sure that the sender gets the cards of a dossier's members if it does not know the same devices
    /// as this one.
    fn compare_devices(&mut self, sender: Sender, dossier: &DossierId, devices: [u8; 32]) {
        if self.access(dossier, &sender.person) == Access::Everything
            && devices != self.devices_digest(dossier)
            && let Some(peer) = self.peers.get_mut(&sender.device)
        {
            peer.lacks_cards.insert(dossier.clone());
        }
    }
}

/// Returns the successions among the parts that lead from one key to another, in their order; none if they
/// do not.
fn chain_of(parts: &[EnvelopePart], from: PersonKey, to: PersonKey) -> Vec<Succession> {
    let mut chain: Vec<Succession> = Vec::new();
    let mut latest = from;
    while latest != to && chain.len() <= parts.len() {
        let next = parts.iter().find_map(|part| match part {
            EnvelopePart::Succeeded { succession } if succession.former() == latest => Some(succession),
            _ => None,
        });
        match next.filter(|succession| succession.holds()) {
            Some(succession) => {
                latest = succession.successor();
                chain.push(succession.clone());
            }
            None => return Vec::new(),
        }
    }
    if latest == to { chain } else { Vec::new() }
}

/// Returns the turn of a part. The charter must be read before the changes that it allows, and what the
/// sender has is compared last.
fn turn(part: &EnvelopePart) -> u8 {
    match part {
        EnvelopePart::Succeeded { .. } => 0,
        EnvelopePart::Charter { .. } | EnvelopePart::Adopt { .. } => 1,
        EnvelopePart::Device { .. } => 2,
        EnvelopePart::Changes { .. } => 3,
        EnvelopePart::Have { .. } => 4,
    }
}
