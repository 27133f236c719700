//! A person with whom this person works.

use chrono::{DateTime, Utc};
use dossier::CoachId;
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::signing_key::PersonKey;
use crate::succession::Succession;

/// A person with whom this person works.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
pub struct Contact {
    /// The key of the person.
    #[n(0)]
    pub person: PersonKey,
    /// The name of the person.
    #[n(1)]
    pub name: String,
    /// The state of the acquaintance.
    #[n(2)]
    pub acquaintance: Acquaintance,
    /// The moment since which the acquaintance has this state.
    #[cbor(n(3), with = "cbor::moment")]
    pub since: DateTime<Utc>,
    /// The secret from which the comparison words are computed, until they were compared.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub(crate) secret: Option<[u8; 32]>,
    /// A contact with the same name and another key.
    #[n(5)]
    pub was: Option<PersonKey>,
    /// The side whose device is to join the other's, if this is about one person's own devices.
    #[n(6)]
    pub joining: Option<Joining>,
    /// The invitation through which the two people met.
    #[cbor(n(7), with = "minicbor::bytes")]
    pub(crate) invitation: Option<[u8; 16]>,
    /// The key that the person named in the place of this one, after a computer was lost.
    #[n(8)]
    pub(crate) succession: Option<Succession>,
    /// True if the person's key named two successors. Then somebody else has it too, and nothing is sent to
    /// either before words were compared anew.
    #[n(9)]
    pub disputed: bool,
}

impl Contact {
    /// Returns the id under which the person writes in records.
    pub fn coach(&self) -> CoachId {
        self.person.coach()
    }

    /// Returns whether the key is still the person's, as far as nobody doubts it.
    pub fn is_in_use(&self) -> bool {
        self.succession.is_none() && !self.disputed
    }

    /// Returns the key that took the place of this one.
    pub fn successor(&self) -> Option<PersonKey> {
        self.succession.as_ref().map(Succession::successor)
    }
}

/// The state of the acquaintance with a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Acquaintance {
    /// The words were not compared yet, so nothing of a dossier is sent.
    #[n(0)]
    Unconfirmed,
    /// This person confirmed that the words match.
    #[n(1)]
    Confirmed,
    /// The keeper of a shared dossier named this person in its charter.
    #[n(2)]
    Introduced,
}

/// The direction in which two devices become devices of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Joining {
    /// Their device joins this person's devices.
    #[n(0)]
    Theirs,
    /// This device joins their devices.
    #[n(1)]
    This,
}

/// Removes control characters from a name that somebody sent and shortens it, so that it fits a line on a
/// screen.
pub(crate) fn clean_name(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(200).collect()
}
