//! Sealed bytes on their way out, and the receipt that records what an envelope contained.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{DocumentName, DossierId, Heads};

use crate::carrier::ObjectName;
use crate::charter::CharterDigest;
use crate::document_set::DocumentSet;
use crate::signing_key::DeviceKey;

/// Sealed bytes for a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The device whose mailbox they go to.
    pub to: DeviceKey,
    /// The sealed bytes.
    pub bytes: Vec<u8>,
}

impl Outgoing {
    /// Returns the name of the bytes in the device's mailbox.
    pub fn name(&self) -> ObjectName {
        ObjectName::of(&self.bytes)
    }
}

/// Sealed bytes with a receipt for their delivery.
#[derive(Debug)]
pub struct Post {
    /// The sealed bytes and their recipient.
    pub outgoing: Outgoing,
    /// The receipt for [`Exchange::delivered`](crate::Exchange::delivered) or
    /// [`Exchange::not_delivered`](crate::Exchange::not_delivered); a reply to an invitation has none.
    pub receipt: Option<Receipt>,
}

/// The contents of an envelope, as far as they must be recorded after its delivery.
#[derive(Debug)]
pub struct Receipt {
    pub(crate) to: DeviceKey,
    pub(crate) number: u64,
    pub(crate) name: ObjectName,
    pub(crate) charters: BTreeMap<DossierId, CharterDigest>,
    pub(crate) documents: Vec<(DossierId, DocumentName, Heads)>,
    pub(crate) answered: BTreeMap<DossierId, DocumentSet>,
    pub(crate) cards: BTreeSet<DossierId>,
    /// True if the envelope says that the device was reported lost.
    pub(crate) farewell: bool,
}

impl Receipt {
    pub(crate) fn dossiers(&self) -> impl Iterator<Item = &DossierId> {
        let all: BTreeSet<&DossierId> =
            self.charters.keys().chain(self.documents.iter().map(|(dossier, ..)| dossier)).collect();
        all.into_iter()
    }

    /// Returns the device whose mailbox the envelope went to.
    pub fn to(&self) -> DeviceKey {
        self.to
    }
}
