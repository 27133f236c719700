//! The content of an envelope.

use chrono::{DateTime, Utc};
use dossier::{DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::adoption::Adoption;
use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::CharterDigest;
use crate::device_card::DeviceCard;
use crate::heads_proof::HeadsProof;
use crate::sealing_key::SealingKey;
use crate::succession::Succession;

/// The most parts of one envelope; more are refused.
const MOST_PARTS: u64 = 100_000;

/// The content of one envelope, from one device to one device.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct EnvelopeContent {
    /// The certificate of the device that sends.
    #[n(0)]
    pub sender: DeviceCertificate,
    /// The number of this envelope from this device to that one, counted from 1.
    #[n(1)]
    pub number: u64,
    /// The hash of the content before this one; zeros at number 1.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub previous: [u8; 32],
    /// The moment of sending, by the sender's clock.
    #[cbor(n(3), with = "cbor::moment")]
    pub sent: DateTime<Utc>,
    /// The highest number of an envelope from the recipient that the sender merged.
    #[n(4)]
    pub acknowledged: u64,
    /// A fresh key with which to seal answers.
    #[n(5)]
    pub answer_with: Option<SealingKey>,
    /// The parts of the envelope that this version knows.
    #[cbor(n(6), with = "parts")]
    pub parts: Vec<EnvelopePart>,
}

/// One part of an envelope.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[allow(
    clippy::large_enum_variant,
    reason = "a part is read and used up at once; few stand beside each other"
)]
pub enum EnvelopePart {
    /// Statements of a dossier's charter, each as it was signed.
    #[n(0)]
    Charter {
        /// The dossier of the charter.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// The statements, causes first.
        #[n(1)]
        statements: Vec<minicbor::bytes::ByteVec>,
    },
    /// Changes of one document.
    #[n(1)]
    Changes {
        /// The dossier of the document.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// The name of the document.
        #[cbor(n(1), with = "cbor::document_name")]
        document: DocumentName,
        /// The changes as Automerge chunks.
        #[cbor(n(2), with = "minicbor::bytes")]
        changes: Vec<u8>,
        /// The heads that each author's device signed; the sender's own come first.
        #[n(3)]
        proofs: Vec<HeadsProof>,
    },
    /// The changes and statements of a dossier that the sender has.
    #[n(2)]
    Have {
        /// The dossier that this is about.
        #[cbor(n(0), with = "cbor::dossier_id")]
        dossier: DossierId,
        /// The digest of the statements of its charter.
        #[cbor(n(1), with = "minicbor::bytes")]
        statements: CharterDigest,
        /// The heads of its documents.
        #[cbor(n(2), with = "cbor::documents")]
        documents: cbor::Documents,
        /// The digest of all devices of its members that the sender knows.
        #[cbor(n(3), with = "minicbor::bytes")]
        devices: [u8; 32],
        /// True if the sender has no other documents of the dossier.
        #[n(4)]
        all: bool,
    },
    /// A device: the sender's own, another one of the same person, or one of another member.
    #[n(3)]
    Device {
        /// The card of the device.
        #[n(0)]
        card: DeviceCard,
    },
    /// Another key of the sender or of a member, in the place of one whose computer was lost.
    #[n(4)]
    Succeeded {
        /// The statement that both keys signed.
        #[n(0)]
        succession: Succession,
    },
    /// The keys with which the recipient becomes a device of a person.
    #[n(5)]
    Adopt {
        /// The keys and contacts of that person.
        #[n(0)]
        adoption: Adoption,
    },
}

impl EnvelopePart {
    /// Returns the changes in this part, with the dossier and document that they belong to.
    pub(crate) fn changes(&self) -> Option<(&DossierId, &DocumentName, &[u8])> {
        match self {
            Self::Changes { dossier, document, changes, .. } => Some((dossier, document, changes)),
            _ => None,
        }
    }

    /// Returns the dossier of which the part brings the charter.
    pub(crate) fn charter_of(&self) -> Option<&DossierId> {
        match self {
            Self::Charter { dossier, .. } => Some(dossier),
            _ => None,
        }
    }

    /// Returns whether the recipient answers this part. An answer is not answered.
    pub(crate) fn asks_for_an_answer(&self) -> bool {
        matches!(self, Self::Charter { .. } | Self::Changes { .. } | Self::Adopt { .. })
    }
}

/// Encodes the parts of an envelope. A part of a kind that a later version added is skipped in reading.
mod parts {
    use minicbor::decode::Error;
    use minicbor::encode::Write;
    use minicbor::{Decoder, Encoder};

    use super::{EnvelopePart, MOST_PARTS};

    pub(super) fn encode<C, W: Write>(
        parts: &Vec<EnvelopePart>,
        e: &mut Encoder<W>,
        context: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.encode_with(parts, context).map(drop)
    }

    pub(super) fn decode<C>(d: &mut Decoder<'_>, context: &mut C) -> Result<Vec<EnvelopePart>, Error> {
        let count = d.array()?.filter(|count| *count <= MOST_PARTS);
        let count = count.ok_or_else(|| Error::message("not a list of parts"))?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let begin = d.position();
            match d.decode_with(context) {
                Ok(part) => parts.push(part),
                Err(error) if error.is_unknown_variant() => {
                    d.set_position(begin);
                    d.skip()?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(parts)
    }
}
