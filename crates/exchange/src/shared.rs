//! A summary of a charter: the people who share the dossier.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};

use crate::charter::{CharterDigest, GrantedRole};
use crate::signing_key::{DeviceKey, PersonKey};

/// The people who share a dossier. The charter has the whole.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Shared {
    /// Everybody who ever had a role.
    #[n(0)]
    pub(crate) people: BTreeMap<PersonKey, Sharer>,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(crate) statements: CharterDigest,
    /// True if the keeper handed the dossier over to several people at once.
    #[n(2)]
    pub(crate) frozen: bool,
    /// True if the keeper wants to hand the dossier over to this person.
    #[cbor(n(3), default)]
    pub(crate) offered: bool,
}

/// A person who has or had a role in a dossier.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Sharer {
    /// The present role.
    #[n(0)]
    pub(crate) role: Option<GrantedRole>,
    /// The devices whose changes of the dossier are here.
    #[n(1)]
    pub(crate) devices: BTreeSet<DeviceKey>,
}

impl Shared {
    /// Returns whether a person has a role.
    pub(crate) fn has_role(&self, person: &PersonKey) -> bool {
        self.people.get(person).is_some_and(|one| one.role.is_some())
    }
}
