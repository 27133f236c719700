//! What the exchange tells people.

use dossier::{CoachId, DocumentName, DossierId};
use minicbor::{Decode, Encode};

use crate::key::PersonKey;

/// Something that a person may want to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody answered an invitation: compare the words.
    Answered {
        /// Who, by their own saying.
        person: PersonKey,
    },
    /// Somebody of the same name is known with another key.
    KeysChanged {
        /// The new key.
        person: PersonKey,
        /// The key that is known.
        known: PersonKey,
    },
    /// A known person uses a new device.
    NewDevice {
        /// Who.
        person: PersonKey,
    },
    /// This device became one of somebody else's, whose name and coach id it has from now on.
    Joined {
        /// Under which name they write in records.
        coach: CoachId,
        /// Their name.
        name: String,
    },
    /// A dossier was shared with this person.
    Shared {
        /// Which.
        dossier: DossierId,
        /// Who sent it.
        by: PersonKey,
    },
    /// The charter of a dossier says something new.
    CharterChanged {
        /// Which.
        dossier: DossierId,
    },
    /// A dossier is not shared with this person any more.
    Withdrawn {
        /// Which.
        dossier: DossierId,
    },
    /// Changes came in.
    Arrived {
        /// In which dossier.
        dossier: DossierId,
        /// From whom.
        from: PersonKey,
    },
    /// Somebody has all of a dossier as it stood when it was sent.
    Received {
        /// Which.
        dossier: DossierId,
        /// Who.
        person: PersonKey,
    },
    /// Changes were set apart and not taken in.
    Quarantined {
        /// Of which dossier.
        dossier: DossierId,
        /// From whom.
        from: PersonKey,
        /// Why.
        why: Why,
    },
    /// Something got lost on its way and was asked for again.
    AskedAgain {
        /// Of which dossier.
        dossier: DossierId,
        /// From whom.
        from: PersonKey,
    },
    /// Two devices speak as one: somebody may have copied a device's keys.
    ChainBroken {
        /// Whose device.
        person: PersonKey,
    },
}

/// Why changes were not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Why {
    /// The sender has no role in the dossier, or only reads.
    #[n(0)]
    NoRole,
    /// The sender's role was withdrawn.
    #[n(1)]
    Withdrawn,
    /// No certified device vouches for the one who wrote it.
    #[n(2)]
    UnknownAuthor,
    /// A change names somebody else as its author.
    #[n(3)]
    FalseName,
    /// Its author's device did not sign it.
    #[n(4)]
    NotSigned,
    /// It cannot be read.
    #[n(5)]
    Unreadable,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 6] = [
        Self::NoRole,
        Self::Withdrawn,
        Self::UnknownAuthor,
        Self::FalseName,
        Self::NotSigned,
        Self::Unreadable,
    ];

    /// The name of the message.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoRole => "no-role",
            Self::Withdrawn => "withdrawn",
            Self::UnknownAuthor => "unknown-author",
            Self::FalseName => "false-name",
            Self::NotSigned => "not-signed",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Changes that were set apart.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Quarantined {
    /// Of which dossier.
    #[cbor(n(0), with = "crate::cbor::dossier_id")]
    pub dossier: DossierId,
    /// Of which of its documents.
    #[cbor(n(1), with = "crate::cbor::document_name")]
    pub document: DocumentName,
    /// From whom.
    #[n(2)]
    pub from: PersonKey,
    /// Why.
    #[n(3)]
    pub why: Why,
    /// When.
    #[cbor(n(4), with = "crate::cbor::moment")]
    pub at: chrono::DateTime<chrono::Utc>,
    /// The changes.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub changes: Vec<u8>,
}
