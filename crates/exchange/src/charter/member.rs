//! The members of a charter and their roles.

use dossier::CoachId;
use minicbor::{Decode, Encode};

use crate::signing_key::PersonKey;

/// A person in a charter.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CharterMember {
    /// The key of the person.
    #[n(0)]
    pub person: PersonKey,
    /// The name of the person.
    #[n(1)]
    pub name: String,
}

/// The role that a keeper can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum GrantedRole {
    /// The person may read.
    #[n(0)]
    Reader,
    /// The person may read and write.
    #[n(1)]
    Coach,
}

impl CharterMember {
    /// Returns the id under which the person writes in records.
    pub fn coach(&self) -> CoachId {
        self.person.coach()
    }

    pub(crate) fn is_well_named(&self) -> bool {
        !self.name.trim().is_empty() && self.name.chars().count() <= LONGEST_NAME
    }
}

pub(super) const LONGEST_NAME: usize = 200;

/// The role of a person in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberRole {
    /// The person may read.
    Reader,
    /// The person may read and write.
    Coach,
    /// The person may read and write, and issues the statements of the charter.
    Keeper,
}

impl From<GrantedRole> for MemberRole {
    fn from(role: GrantedRole) -> Self {
        match role {
            GrantedRole::Reader => Self::Reader,
            GrantedRole::Coach => Self::Coach,
        }
    }
}
