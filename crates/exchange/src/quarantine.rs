//! Changes that were not merged. They are not saved: whoever wrote them has them, and sends them again once
//! they may be merged.

use codes::codes;
use dossier::DossierId;
use minicbor::{Decode, Encode};

use crate::signing_key::PersonKey;

/// Changes that were not merged, all those of one person in one dossier for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Quarantined {
    /// The dossier that they belong to.
    #[cbor(n(0), with = "crate::cbor::dossier_id")]
    pub dossier: DossierId,
    /// The person who sent them.
    #[n(1)]
    pub from: PersonKey,
    /// The reason for not merging them.
    #[n(2)]
    pub why: QuarantineReason,
    /// The moment at which the last of them came.
    #[cbor(n(3), with = "crate::cbor::moment")]
    pub at: chrono::DateTime<chrono::Utc>,
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
    /// There are more documents, devices or concurrent changes than anybody needs.
    #[n(6)]
    TooMuch,
}

codes!(QuarantineReason {
    Self::NoRole => "no-role",
    Self::Withdrawn => "withdrawn",
    Self::UnknownAuthor => "unknown-author",
    Self::FalseName => "false-name",
    Self::NotSigned => "not-signed",
    Self::Unreadable => "unreadable",
    Self::TooMuch => "too-much",
});
