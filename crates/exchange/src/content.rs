//! What stands in an envelope.

use std::fmt;

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::key::{DeviceKey, DeviceSecret, PersonSecret, Signature};
use crate::sealing::SealingKey;

const HEADS: &str = "kring 2026 signed heads";

/// The content of one envelope, from one device to one device.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct Content {
    /// Who sends.
    #[n(0)]
    pub sender: DeviceCertificate,
    /// The number of this envelope from this device to that one, from 1.
    #[n(1)]
    pub number: u64,
    /// The hash of the content before this one; zeros at number 1.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub previous: [u8; 32],
    /// When, by the sender's clock.
    #[cbor(n(3), with = "cbor::moment")]
    pub sent: DateTime<Utc>,
    /// The highest number that the sender has taken in from the recipient.
    #[n(4)]
    pub acknowledged: u64,
    /// A fresh key to seal answers with.
    #[n(5)]
    pub answer_with: Option<SealingKey>,
    /// What is said.
    #[n(6)]
    pub parts: Vec<Part>,
}

/// One thing that an envelope says.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[allow(
    clippy::large_enum_variant,
    reason = "a part is read and used up at once; few stand beside each other"
)]
pub enum Part {
    /// Statements of a dossier's charter, each as it was signed.
    #[n(0)]
    Charter {
        /// Whose.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// The statements, causes first.
        #[n(1)]
        statements: Vec<minicbor::bytes::ByteVec>,
    },
    /// Changes of one document.
    #[n(1)]
    Changes {
        /// Of which dossier.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// Of which of its documents.
        #[cbor(n(1), with = "cbor::document_name")]
        document: DocumentName,
        /// Automerge chunks.
        #[cbor(n(2), with = "minicbor::bytes")]
        changes: Vec<u8>,
        /// What each author's device signed; the sender's own comes first.
        #[n(3)]
        proofs: Vec<HeadsProof>,
    },
    /// What the sender holds of a dossier.
    #[n(2)]
    Have {
        /// Of which dossier.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// The statements of its charter, as one number.
        #[n(1)]
        statements: u64,
        /// The heads of its documents.
        #[cbor(n(2), with = "cbor::documents")]
        documents: cbor::Documents,
        /// All devices of its members that the sender knows, as one number.
        #[n(3)]
        devices: u64,
    },
    /// Somebody's device: the sender's own, another of the same person's, or another member's.
    #[n(3)]
    Device {
        /// The device.
        #[n(0)]
        card: Card,
    },
    /// A device is not in use any more; only its own person says so.
    #[n(4)]
    Retired {
        /// The device.
        #[n(0)]
        device: DeviceKey,
    },
    /// The recipient becomes a device of the sender's person.
    #[n(5)]
    Adopt {
        /// As whom it goes on.
        #[n(0)]
        adoption: Adoption,
    },
}

impl Part {
    /// The changes that it brings, with whose they are.
    pub(crate) fn changes(&self) -> Option<(&DossierId, &DocumentName, &[u8])> {
        match self {
            Self::Changes { dossier, document, changes, .. } => Some((dossier, document, changes)),
            _ => None,
        }
    }

    /// Whether the recipient answers it: an answer is not answered.
    pub(crate) fn asks_for_an_answer(&self) -> bool {
        matches!(self, Self::Charter { .. } | Self::Changes { .. } | Self::Adopt { .. })
    }
}

/// How somebody reaches a device for the first time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Card {
    /// Whose device it is.
    #[n(0)]
    pub certificate: DeviceCertificate,
    /// The person's name.
    #[n(1)]
    pub name: String,
    /// The key for a first envelope, and for one that must get through.
    #[n(2)]
    pub key: SealingKey,
}

/// What makes a device that of another person, and lets it begin where they are.
#[derive(Clone, Encode, Decode)]
pub struct Adoption {
    /// The person's key: it goes from one of a person's devices to another, and nowhere else.
    #[cbor(n(0), with = "cbor::seed")]
    pub(crate) person: PersonSecret,
    /// The device is theirs.
    #[n(1)]
    pub(crate) certificate: DeviceCertificate,
    /// Their name.
    #[n(2)]
    pub(crate) name: String,
    /// The devices of those with whom they compared words.
    #[n(3)]
    pub(crate) contacts: Vec<Card>,
}

impl PartialEq for Adoption {
    fn eq(&self, other: &Self) -> bool {
        self.certificate == other.certificate && self.name == other.name && self.contacts == other.contacts
    }
}

impl fmt::Debug for Adoption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Adoption").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The most devices of one person that a proof names.
const MOST_DEVICES: usize = 32;

/// A device's word for what a document holds. The hash graph makes one signature cover all that came before.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct HeadsProof {
    #[n(0)]
    certificate: DeviceCertificate,
    #[cbor(n(1), with = "cbor::heads")]
    heads: Vec<ChangeHash>,
    #[n(2)]
    signature: Signature,
    /// The person's other devices: a computer that is gone wrote what this one signs for.
    #[n(3)]
    also: Vec<DeviceCertificate>,
}

#[derive(Encode)]
struct Claim<'a> {
    #[cbor(n(0), with = "cbor::dossier_id")]
    dossier: &'a DossierId,
    #[cbor(n(1), with = "cbor::document_name")]
    document: &'a DocumentName,
    #[cbor(n(2), with = "cbor::heads")]
    heads: &'a Vec<ChangeHash>,
}

impl HeadsProof {
    pub(crate) fn sign(
        device: &DeviceSecret,
        certificate: &DeviceCertificate,
        also: Vec<DeviceCertificate>,
        dossier: &DossierId,
        document: &DocumentName,
        heads: Vec<ChangeHash>,
    ) -> Self {
        let signature = device.sign(HEADS, &cbor::to_vec(&Claim { dossier, document, heads: &heads }));
        Self { certificate: certificate.clone(), heads, signature, also }
    }

    /// Whether the device signed it for this document, and its person certified the device, as `certifies` says.
    pub(crate) fn holds(
        &self,
        dossier: &DossierId,
        document: &DocumentName,
        certifies: impl Fn(&DeviceCertificate) -> bool,
    ) -> bool {
        let claim = cbor::to_vec(&Claim { dossier, document, heads: &self.heads });
        let is_theirs =
            |other: &DeviceCertificate| other.person() == self.certificate.person() && certifies(other);
        certifies(&self.certificate)
            && self.certificate.device().verifies(HEADS, &claim, &self.signature)
            && self.also.len() <= MOST_DEVICES
            && self.also.iter().all(is_theirs)
    }

    /// The devices of its person whose streams it speaks for.
    pub(crate) fn certificates(&self) -> impl Iterator<Item = &DeviceCertificate> {
        [&self.certificate].into_iter().chain(&self.also)
    }

    pub(crate) fn certificate(&self) -> &DeviceCertificate {
        &self.certificate
    }

    pub(crate) fn heads(&self) -> &[ChangeHash] {
        &self.heads
    }
}
