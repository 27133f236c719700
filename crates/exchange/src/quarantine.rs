//! Changes that were quarantined and not merged.

use codes::codes;
use dossier::{DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::signing_key::PersonKey;

/// Changes that were quarantined.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Quarantined {
    /// The dossier that they belong to.
    #[cbor(n(0), with = "crate::cbor::dossier_id")]
    pub dossier: DossierId,
    /// The document that they belong to.
    #[cbor(n(1), with = "crate::cbor::document_name")]
    pub document: DocumentName,
    /// The person who sent them.
    #[n(2)]
    pub from: PersonKey,
    /// The reason for setting them apart.
    #[n(3)]
    pub why: QuarantineReason,
    /// The moment at which they came.
    #[cbor(n(4), with = "crate::cbor::moment")]
    pub at: chrono::DateTime<chrono::Utc>,
    /// The changes as Automerge chunks.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub changes: Vec<u8>,
}

/// The reason why changes were not merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum QuarantineReason {
    /// The sender has no role in the dossier, or only reads.
    #[n(0)]
    NoRole,
    /// The sender's role was withdrawn.
    #[n(1)]
    Withdrawn,
    /// No certified device vouches for the author.
    #[n(2)]
    UnknownAuthor,
    /// A change names somebody else as its author.
    #[n(3)]
    FalseName,
    /// The author's device did not sign the changes.
    #[n(4)]
    NotSigned,
    /// The changes cannot be read.
    #[n(5)]
    Unreadable,
}

codes!(QuarantineReason {
    Self::NoRole => "no-role",
    Self::Withdrawn => "withdrawn",
    Self::UnknownAuthor => "unknown-author",
    Self::FalseName => "false-name",
    Self::NotSigned => "not-signed",
    Self::Unreadable => "unreadable",
});
