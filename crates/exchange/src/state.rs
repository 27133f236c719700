//! What the exchange keeps: this person, the people she works with, their devices, and what each is known to hold.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use dossier::{ChangeHash, CoachId, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::Role;
use crate::content::Card;
use crate::key::{DeviceKey, DeviceSecret, PersonKey, PersonSecret};
use crate::sealing::{KeyId, SealingKey, SealingSecret};

/// How long a sealing key is kept after its device used a newer one, while envelopes before that are missing.
const TERM: TimeDelta = TimeDelta::days(30);

/// This person and this device.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Me {
    #[cbor(n(0), with = "cbor::seed")]
    pub(crate) person: PersonSecret,
    #[cbor(n(1), with = "cbor::coach_id")]
    pub(crate) coach: CoachId,
    #[n(2)]
    pub(crate) name: String,
    /// The copy of the vault that the device belongs to: another copy is another device.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(crate) incarnation: [u8; 16],
    #[cbor(n(4), with = "cbor::seed")]
    pub(crate) device: DeviceSecret,
    #[n(5)]
    pub(crate) certificate: DeviceCertificate,
    /// The key on this device's card.
    #[cbor(n(6), with = "cbor::seed")]
    pub(crate) card: SealingSecret,
}

impl Me {
    pub(crate) fn card(&self) -> Card {
        Card { certificate: self.certificate.clone(), name: self.name.clone(), key: self.card.public() }
    }
}

/// How far the acquaintance with somebody has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Acquaintance {
    /// The words have not been compared: nothing of a dossier goes out.
    #[n(0)]
    Unconfirmed,
    /// This person said that the words match.
    #[n(1)]
    Confirmed,
    /// The keeper of a shared dossier named them in its charter.
    #[n(2)]
    Introduced,
}

/// Two devices that are to be one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Joining {
    /// Theirs becomes one of this person's.
    #[n(0)]
    Theirs,
    /// This one becomes one of theirs.
    #[n(1)]
    This,
}

/// Somebody this person works with.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct Contact {
    /// Who, to the exchange.
    #[n(0)]
    pub person: PersonKey,
    /// The name under which they write in records.
    #[cbor(n(1), with = "cbor::coach_id")]
    pub coach: CoachId,
    /// Their name.
    #[n(2)]
    pub name: String,
    /// How far the acquaintance has come.
    #[n(3)]
    pub acquaintance: Acquaintance,
    /// Since when.
    #[cbor(n(4), with = "cbor::moment")]
    pub since: DateTime<Utc>,
    /// What the words are computed with, until they were compared.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub(crate) secret: Option<[u8; 32]>,
    /// A contact of the same name that is known with another key.
    #[n(6)]
    pub was: Option<PersonKey>,
    /// Whether one of the two is to become a device of the other's person.
    #[n(7)]
    pub joining: Option<Joining>,
    /// The invitation through which the two met.
    #[cbor(n(8), with = "minicbor::bytes")]
    pub(crate) invitation: Option<[u8; 16]>,
}

/// A device of somebody else, or another of one's own.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Peer {
    #[n(0)]
    pub(crate) card: Card,
    /// The newest key that the device gave to this one, with the number of the envelope that it stood in.
    #[n(1)]
    pub(crate) answer_with: Option<(SealingKey, u64)>,
    /// Keys that this device gave to that one, oldest first.
    #[n(2)]
    pub(crate) given: Vec<Given>,
    /// The number of the next envelope to the device.
    #[n(3)]
    pub(crate) next: u64,
    /// The hash of the last one.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub(crate) previous: [u8; 32],
    /// The highest number that came from the device.
    #[n(5)]
    pub(crate) highest: u64,
    /// Its hash.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub(crate) highest_hash: [u8; 32],
    /// Lower numbers that have not come.
    #[n(7)]
    pub(crate) missing: BTreeSet<u64>,
    /// The dossiers of which the device waits for an answer.
    #[cbor(n(8), with = "cbor::by_text")]
    pub(crate) owed: BTreeMap<DossierId, Which>,
    /// Whether it waits for an answer at all.
    #[n(9)]
    pub(crate) owes: bool,
    /// Whether the device has not answered this one yet: this one's card goes along with all that is sent.
    #[n(10)]
    pub(crate) introduce: bool,
    #[cbor(n(11), with = "cbor::maybe_moment")]
    pub(crate) heard: Option<DateTime<Utc>>,
    /// Its person said that it is not in use any more.
    #[n(12)]
    pub(crate) retired: bool,
    /// The dossiers of whose members the device does not know all devices.
    #[cbor(n(13), with = "cbor::dossier_ids")]
    pub(crate) lacks_cards: BTreeSet<DossierId>,
    /// When to tell it again that it is this person's, until it answers as such.
    #[cbor(n(14), with = "cbor::maybe_moment")]
    pub(crate) adopt: Option<DateTime<Utc>>,
}

impl Peer {
    pub(crate) fn new(card: Card) -> Self {
        Self {
            card,
            answer_with: None,
            given: Vec::new(),
            next: 1,
            previous: [0; 32],
            highest: 0,
            highest_hash: [0; 32],
            missing: BTreeSet::new(),
            owed: BTreeMap::new(),
            owes: false,
            introduce: false,
            heard: None,
            retired: false,
            lacks_cards: BTreeSet::new(),
            adopt: None,
        }
    }

    pub(crate) fn person(&self) -> PersonKey {
        self.card.certificate.person()
    }

    /// Whether something is to go to it besides what is due of dossiers.
    pub(crate) fn wants_something(&self, now: DateTime<Utc>) -> bool {
        self.owes || !self.lacks_cards.is_empty() || self.adopt.is_some_and(|at| at <= now)
    }

    pub(crate) fn device(&self) -> DeviceKey {
        self.card.certificate.device()
    }
}

/// A sealing key that was given to one device.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Given {
    #[n(0)]
    pub(crate) id: KeyId,
    #[cbor(n(1), with = "cbor::seed")]
    pub(crate) secret: SealingSecret,
    /// When the device first used a newer one.
    #[cbor(n(2), with = "cbor::maybe_moment")]
    pub(crate) replaced: Option<DateTime<Utc>>,
}

impl Given {
    /// Whether its device has used a newer one for so long that what was sealed with this one is not waited for.
    pub(crate) fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.replaced.is_some_and(|at| now - at >= TERM)
    }
}

/// Who shares a dossier, in short: the charter says it in full.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Shared {
    /// Everybody who ever had a role, with the one they have now.
    #[n(0)]
    pub(crate) people: BTreeMap<PersonKey, Option<Role>>,
    #[n(1)]
    pub(crate) statements: u64,
}

/// Something that a device should get.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub(crate) struct Due {
    /// When to look at it again.
    #[cbor(n(0), with = "cbor::moment")]
    pub(crate) at: DateTime<Utc>,
    /// Whether there is something that was not sent yet; otherwise an answer is awaited.
    #[n(1)]
    pub(crate) fresh: bool,
    /// How often it was sent without an answer.
    #[n(2)]
    pub(crate) attempts: u32,
    /// Which documents.
    #[n(3)]
    pub(crate) documents: Which,
}

/// Some documents of a dossier, or all.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(transparent)]
pub(crate) struct Which(
    #[cbor(with = "cbor::maybe_document_names")] pub(crate) Option<BTreeSet<DocumentName>>,
);

impl Which {
    pub(crate) const ALL: Self = Self(None);

    pub(crate) fn one(document: &DocumentName) -> Self {
        Self(Some([document.clone()].into()))
    }

    pub(crate) fn with(self, document: &DocumentName) -> Self {
        Self(self.0.map(|mut some| {
            some.insert(document.clone());
            some
        }))
    }

    pub(crate) fn holds(&self, document: &DocumentName) -> bool {
        self.0.as_ref().is_none_or(|some| some.contains(document))
    }
}

/// What a device is known to hold of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Known {
    /// The statements of the charter that it said it has, as one number.
    #[n(0)]
    pub(crate) statements: u64,
    /// Those that were sent.
    #[n(1)]
    pub(crate) statements_sent: u64,
    #[cbor(n(2), with = "cbor::by_text")]
    pub(crate) documents: BTreeMap<DocumentName, KnownDocument>,
    /// When it last said that it has all that stood here.
    #[cbor(n(3), with = "cbor::maybe_moment")]
    pub(crate) complete: Option<DateTime<Utc>>,
}

/// What a device is known to hold of a document.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct KnownDocument {
    /// What it said it has, as far as that is known here.
    #[cbor(n(0), with = "cbor::heads")]
    pub(crate) theirs: Vec<ChangeHash>,
    /// What was sent after that.
    #[cbor(n(1), with = "cbor::heads")]
    pub(crate) sent: Vec<ChangeHash>,
    /// The number of the envelope that it was sent in.
    #[n(2)]
    pub(crate) sent_in: u64,
}
