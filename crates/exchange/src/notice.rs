//! The notices that the exchange gives people.

use dossier::{CoachId, DossierId};

use crate::charter::CharterMember;
use crate::quarantine::QuarantineReason;
use crate::signing_key::PersonKey;

/// An event that a person may want to know about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Somebody answered an invitation, so the words can be compared.
    Answered {
        /// The person who answered, by their own account.
        person: PersonKey,
    },
    /// Somebody with the name of a contact has another key.
    KeysChanged {
        /// The new key.
        person: PersonKey,
        /// The key of the contact.
        known: PersonKey,
    },
    /// A known person uses a new device.
    NewDevice {
        /// The owner of the device.
        person: PersonKey,
    },
    /// This device became one of another person's, and from now on has their name and coach id.
    Joined {
        /// The id under which that person writes in records.
        coach: CoachId,
        /// The name of that person.
        name: String,
    },
    /// A dossier was shared with this person.
    Shared {
        /// The dossier that was shared.
        dossier: DossierId,
        /// The person who sent it.
        by: PersonKey,
    },
    /// A keeper wants to hand a dossier over to this person.
    Offered {
        /// The dossier, which its keeper keeps until this person accepts it.
        dossier: DossierId,
        /// The keeper.
        by: PersonKey,
    },
    /// The charter of a dossier has new statements.
    CharterChanged {
        /// The dossier of the charter.
        dossier: DossierId,
    },
    /// A dossier is no longer shared with this person.
    Withdrawn {
        /// The dossier that was shared before.
        dossier: DossierId,
    },
    /// Changes of a dossier came in.
    Arrived {
        /// The dossier that changed.
        dossier: DossierId,
        /// The person who sent them.
        from: PersonKey,
    },
    /// A person has everything of a dossier that was sent.
    Received {
        /// The dossier that was received.
        dossier: DossierId,
        /// The person who has everything.
        person: PersonKey,
    },
    /// Changes were quarantined and not merged.
    Quarantined {
        /// The dossier that they belong to.
        dossier: DossierId,
        /// The person who sent them.
        from: PersonKey,
        /// The reason for setting them apart.
        why: QuarantineReason,
    },
    /// Something was lost on its way and was requested again.
    AskedAgain {
        /// The dossier that it belongs to.
        dossier: DossierId,
        /// The person who is to send it again.
        from: PersonKey,
    },
    /// A person replaced their key, because a computer was lost.
    KeyReplaced {
        /// The new key of the person.
        person: PersonKey,
    },
    /// A person's key named two successors, so somebody else has it too.
    KeyDisputed {
        /// The key.
        person: PersonKey,
    },
    /// This device got other keys, so everything that it writes from now on is in other streams.
    NewKeys,
    /// This computer was reported lost by its owner, and takes no part any more.
    Revoked,
    /// A keeper handed a dossier over to several people at once.
    Frozen {
        /// The dossier, of which nothing is sent now.
        dossier: DossierId,
    },
    /// Somebody accepted a dossier that was handed over to them.
    TakenOver {
        /// The dossier.
        dossier: DossierId,
        /// The person who keeps it now.
        by: CharterMember,
    },
    /// Two devices speak as one: somebody may have copied the keys of a device.
    ChainBroken {
        /// The owner of the device.
        person: PersonKey,
    },
}
