//! Forging with valid keys, as a program of an attacker could do it. It serves the attackers in tests and
//! simulations.
//!
//! A [`Forger`] has the keys of one device and signs whatever it is asked to. A [`Keyring`] opens everything
//! that was sealed with a key that its owner ever had.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};
use minicbor::bytes::ByteVec;

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::{Act, Charter, CharterMember, SignedStatement, Statement, StatementHash};
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::device_card::DeviceCard;
use crate::envelope::SealedEnvelope;
use crate::exchange::Exchange;
use crate::founding::Founding;
use crate::header::Header;
use crate::heads_proof::HeadsProof;
use crate::randomness::Randomness;
use crate::sealing_key::{KeyId, SealingKey, SealingSecret};
use crate::signing_key::{DeviceKey, DeviceSecret, FoundingSecret, PersonKey, PersonSecret, Signature};
use crate::succession::Succession;

/// The keys of one device and of its owner, with which anything can be signed.
#[derive(Clone)]
pub struct Forger {
    person: PersonSecret,
    device: DeviceSecret,
    name: String,
}

impl Forger {
    /// Returns the keys of an exchange.
    pub fn of(exchange: &Exchange) -> Self {
        let me = &exchange.me;
        Self { person: me.person.clone(), device: me.device.clone(), name: me.name.clone() }
    }

    /// Returns the keys of somebody who does not exist.
    pub fn random(name: &str, random: &mut Randomness) -> Self {
        let (person, device) = (PersonSecret::random(random), DeviceSecret::random(random));
        Self { person, device, name: name.to_owned() }
    }

    /// Returns the keys of another device of the same person.
    pub fn with_another_device(&self, random: &mut Randomness) -> Self {
        Self { device: DeviceSecret::random(random), ..self.clone() }
    }

    /// Returns the key of the person.
    pub fn person(&self) -> PersonKey {
        self.person.public()
    }

    /// Returns the key of the device.
    pub fn device(&self) -> DeviceKey {
        self.device.public()
    }

    /// Returns the person as a member of a charter.
    pub fn member(&self) -> CharterMember {
        CharterMember { person: self.person(), name: self.name.clone() }
    }

    /// Signs any statement, after any others.
    pub fn states(
        &self,
        dossier: &DossierId,
        after: impl IntoIterator<Item = StatementHash>,
        at: DateTime<Utc>,
        act: Act,
    ) -> SignedStatement {
        let mut parents: Vec<StatementHash> = after.into_iter().collect();
        parents.sort();
        parents.dedup();
        Statement { dossier: dossier.clone(), parents, author: self.person(), at, act }.sign(&self.person)
    }

    /// Signs the opening of a charter with a founding key that may be another one than the dossier's.
    pub fn opens(
        &self,
        dossier: &DossierId,
        founding: &FoundingSecret,
        at: DateTime<Utc>,
    ) -> SignedStatement {
        let founding = Founding::sign(founding, &self.person());
        self.states(dossier, [], at, Act::Open { keeper: self.member(), before: Vec::new(), founding })
    }

    /// Signs that another person's key takes the place of this one.
    pub fn succeeded_by(&self, successor: &Self) -> Succession {
        Succession::sign(&self.person, &successor.person)
    }

    /// Signs that this device belongs to this person.
    pub fn certificate(&self) -> DeviceCertificate {
        DeviceCertificate::sign(&self.person, &self.device)
    }

    /// Signs that a device belongs to this person, without the key of that device.
    pub fn claims(&self, device: &DeviceKey) -> Option<DeviceCertificate> {
        let claim = [self.person().0, device.0].concat();
        let by_person = self.person.sign("kring 2026 device of a person", &claim);
        let by_device: Signature = self.device.sign("kring 2026 person of a device", &claim);
        cbor::read(&cbor::to_vec(&(self.person(), *device, by_person, by_device)))
    }

    /// Signs a card with this device, whosever the certificate is.
    pub fn card(
        &self,
        certificate: &DeviceCertificate,
        name: &str,
        key: &SealingKey,
        number: u64,
    ) -> DeviceCard {
        DeviceCard::sign(&self.device, certificate.clone(), name, key.clone(), number, None)
    }

    /// Signs heads, with the certificates of any other devices.
    pub fn heads(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: Vec<ChangeHash>,
        also: Vec<DeviceCertificate>,
    ) -> HeadsProof {
        HeadsProof::sign(&self.device, &self.certificate(), also, dossier, document, heads)
    }

    /// Seals an envelope with any content for a device. Returns `None` if it would be too long.
    pub fn seals(
        &self,
        content: &EnvelopeContent,
        to: &DeviceKey,
        key: &SealingKey,
        random: &mut Randomness,
    ) -> Option<Vec<u8>> {
        let (sealed, _) = SealedEnvelope::seal(content, &self.device, to, key, random)?;
        Some(sealed.as_bytes().to_vec())
    }
}

/// Returns the next envelope of an exchange to a device that it knows, with any parts. Change what it says
/// before it is sealed.
pub fn next_content(
    exchange: &Exchange,
    to: &DeviceKey,
    now: DateTime<Utc>,
    parts: Vec<EnvelopePart>,
) -> Option<EnvelopeContent> {
    let peer = exchange.peers.get(to)?;
    Some(EnvelopeContent {
        sender: exchange.me.certificate.clone(),
        number: peer.next,
        previous: peer.previous,
        sent: now,
        acknowledged: peer.highest,
        answer_with: None,
        parts,
    })
}

/// Seals an envelope from an exchange with any parts, and counts it as sent.
pub fn envelope(
    exchange: &mut Exchange,
    to: &DeviceKey,
    now: DateTime<Utc>,
    parts: Vec<EnvelopePart>,
    random: &mut Randomness,
) -> Option<Vec<u8>> {
    let content = next_content(exchange, to, now, parts)?;
    send(exchange, to, &content, random)
}

/// Seals content for a device that an exchange knows, and counts it as sent.
pub fn send(
    exchange: &mut Exchange,
    to: &DeviceKey,
    content: &EnvelopeContent,
    random: &mut Randomness,
) -> Option<Vec<u8>> {
    let peer = exchange.peers.get_mut(to)?;
    let (sealed, hash) = SealedEnvelope::seal(content, &exchange.me.device, to, peer.card.key(), random)?;
    (peer.next, peer.previous) = (content.number.saturating_add(1), hash);
    Some(sealed.as_bytes().to_vec())
}

/// Returns the certificates of all devices of a person that an exchange knows.
pub fn certificates_of(exchange: &Exchange, person: &PersonKey) -> Vec<DeviceCertificate> {
    let theirs = exchange.peers.values().filter(|peer| peer.person() == *person);
    theirs.map(|peer| peer.card.certificate().clone()).collect()
}

/// Returns the part of an envelope that brings statements.
pub fn charter_part<'a>(
    dossier: &DossierId,
    statements: impl IntoIterator<Item = &'a SignedStatement>,
) -> EnvelopePart {
    let statements = statements.into_iter().map(|one| ByteVec::from(one.to_bytes())).collect();
    EnvelopePart::Charter { dossier: dossier.clone(), statements }
}

/// Returns the digest by which two devices compare charters.
pub fn digest(charter: &Charter) -> [u8; 32] {
    charter.digest()
}

/// All sealing keys that somebody ever had. Nothing is removed from it, as an attacker removes nothing.
#[derive(Clone, Default)]
pub struct Keyring {
    secrets: BTreeMap<KeyId, SealingSecret>,
}

impl Keyring {
    /// Adds the keys that an exchange has now. Returns whether any is new.
    pub fn learn(&mut self, exchange: &Exchange) -> bool {
        let before = self.secrets.len();
        let given = exchange.peers.values().flat_map(|peer| &peer.given).map(|given| &given.secret);
        let answers = exchange.accepted.values().map(|accepted| &accepted.answer_key.0);
        let known: Vec<&SealingSecret> = given.chain(answers).collect();
        let ids = exchange.peers.values().flat_map(|peer| &peer.given).map(|given| Some(given.id));
        let ids = ids.chain(exchange.accepted.values().map(|_| None));
        for (id, secret) in ids.zip(known) {
            // The public half takes a moment to compute, so it is computed once for each key.
            if !id.is_some_and(|id| self.secrets.contains_key(&id)) {
                self.add(secret.clone());
            }
        }
        self.add(exchange.me.card.clone());
        self.secrets.len() > before
    }

    /// Makes a key, and returns its public half.
    pub fn make(&mut self, random: &mut Randomness) -> SealingKey {
        let secret = SealingSecret::random(random);
        let public = secret.public();
        self.secrets.insert(public.id(), secret);
        public
    }

    fn add(&mut self, secret: SealingSecret) {
        self.secrets.insert(secret.public().id(), secret);
    }

    /// Opens an envelope that was sealed for a device. Returns `None` if the key is not on the ring.
    pub fn open(&self, to: &DeviceKey, bytes: &[u8]) -> Option<EnvelopeContent> {
        let (header, _) = Header::read(bytes).ok()?;
        let secret = self.secrets.get(&header.key)?;
        let sealed = SealedEnvelope::from_bytes(bytes.to_vec()).ok()?;
        Some(sealed.open(to, secret).ok()?.into_content())
    }
}
