//! Another device, and the state of the exchange with it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use dossier::DossierId;
use minicbor::{Decode, Encode};

use crate::carrier::ObjectName;
use crate::cbor;
use crate::device_card::DeviceCard;
use crate::document_set::DocumentSet;
use crate::retry::{is_over, patience};
use crate::sealing_key::{KeyId, SealingKey, SealingSecret};
use crate::signing_key::{DeviceKey, PersonKey};

/// The most envelopes whose names are kept until they are acknowledged.
const MOST_UNANSWERED: usize = 16;

/// The time until a replaced sealing key is destroyed while an earlier envelope is missing.
const TERM: TimeDelta = TimeDelta::days(30);

/// A device of somebody else, or another one of this person.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Peer {
    #[n(0)]
    pub(crate) card: DeviceCard,
    /// The newest key that the device gave to this one, with the number of the envelope that brought it.
    #[n(1)]
    pub(crate) answer_with: Option<(SealingKey, u64)>,
    /// The keys that this device gave to the other one, oldest first.
    #[n(2)]
    pub(crate) given: Vec<Given>,
    /// The number of the next envelope to the device.
    #[n(3)]
    pub(crate) next: u64,
    /// The hash of the last envelope to the device.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub(crate) previous: [u8; 32],
    /// The highest number of an envelope from the device.
    #[n(5)]
    pub(crate) highest: u64,
    /// The hash of the envelope with the highest number.
    #[cbor(n(6), with = "minicbor::bytes")]
    pub(crate) highest_hash: [u8; 32],
    /// The lower numbers that have not arrived.
    #[n(7)]
    pub(crate) missing: BTreeSet<u64>,
    /// The dossiers about which the device waits for an answer.
    #[cbor(n(8), with = "cbor::by_text")]
    pub(crate) owed: BTreeMap<DossierId, DocumentSet>,
    /// True if the device waits for any answer.
    #[n(9)]
    pub(crate) owes: bool,
    /// The number of the first envelope that introduces this device. Until the other one has answered that or
    /// a later one, each brings this device's card and what it has.
    #[n(10)]
    pub(crate) introduced_from: Option<u64>,
    #[cbor(n(11), with = "cbor::maybe_moment")]
    pub(crate) heard: Option<DateTime<Utc>>,
    /// True if nothing is sent to the device any more, because its owner's key was replaced.
    #[n(12)]
    pub(crate) retired: bool,
    /// The dossiers of whose members the device does not know all devices.
    #[cbor(n(13), with = "cbor::dossier_ids")]
    pub(crate) lacks_cards: BTreeSet<DossierId>,
    /// The moment at which to tell the device again that it belongs to this person, until it answers as such.
    #[cbor(n(14), with = "cbor::maybe_moment")]
    pub(crate) adopt: Option<DateTime<Utc>>,
    /// The moment at which the device became known here.
    #[cbor(n(15), with = "cbor::moment")]
    pub(crate) since: DateTime<Utc>,
    /// True if the device, which is retired, still gets one envelope: the one that says so.
    #[cbor(n(16), default)]
    pub(crate) farewell: bool,
    /// The names of the last envelopes to the device that it has not acknowledged, by their number.
    #[cbor(n(17), default)]
    pub(crate) unanswered: BTreeMap<u64, ObjectName>,
}

impl Peer {
    pub(crate) fn new(card: DeviceCard, since: DateTime<Utc>) -> Self {
        Self {
            card,
            since,
            answer_with: None,
            given: Vec::new(),
            next: 1,
            previous: [0; 32],
            highest: 0,
            highest_hash: [0; 32],
            missing: BTreeSet::new(),
            owed: BTreeMap::new(),
            owes: false,
            introduced_from: None,
            heard: None,
            retired: false,
            lacks_cards: BTreeSet::new(),
            adopt: None,
            farewell: false,
            unanswered: BTreeMap::new(),
        }
    }

    pub(crate) fn person(&self) -> PersonKey {
        self.card.person()
    }

    /// Introduces this device with the next envelope.
    pub(crate) fn introduce(&mut self) {
        self.introduced_from = Some(self.next);
    }

    /// Returns whether something must be sent to the device besides what is due of dossiers. A farewell goes along
    /// when there is a storage. Nobody waits for it: a lost computer opens no line to the device that reported it.
    pub(crate) fn wants_something(&self, now: DateTime<Utc>) -> bool {
        !self.farewell && (self.owes || !self.lacks_cards.is_empty() || self.adopts_now(now))
    }

    /// Returns whether it is time to tell the device again that it belongs to this person.
    pub(crate) fn adopts_now(&self, now: DateTime<Utc>) -> bool {
        self.adopt.is_some_and(|at| is_over(at, now, patience(1)))
    }

    pub(crate) fn device(&self) -> DeviceKey {
        self.card.device()
    }

    /// Records that an envelope lies where the device will find it.
    pub(crate) fn expect_answer(&mut self, number: u64, name: ObjectName) {
        self.unanswered.insert(number, name);
        while self.unanswered.len() > MOST_UNANSWERED {
            self.unanswered.pop_first();
        }
    }
}

/// A sealing key that was given to one device.
#[derive(Clone, Encode, Decode)]
pub(crate) struct Given {
    #[n(0)]
    pub(crate) id: KeyId,
    #[cbor(n(1), with = "cbor::seed")]
    pub(crate) secret: SealingSecret,
    /// The moment at which the device first used a newer key.
    #[cbor(n(2), with = "cbor::maybe_moment")]
    pub(crate) replaced: Option<DateTime<Utc>>,
}

impl Given {
    /// Returns whether the key was replaced so long ago that envelopes which were sealed with it are no
    /// longer expected.
    pub(crate) fn is_over(&self, now: DateTime<Utc>) -> bool {
        // A clock that was ahead must not keep the key longer.
        self.replaced.is_some_and(|at| is_over(at + TERM, now, TERM))
    }
}
