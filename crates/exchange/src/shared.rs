//! A summary of a charter: the people who share the dossier.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use crate::charter::GrantedRole;
use crate::signing_key::PersonKey;

/// The people who share a dossier. The charter has the whole.
#[derive(Clone, Debug, Default, PartialEq, Encode, Decode)]
pub(crate) struct Shared {
    /// Everybody who ever had a role, with their present role.
    #[n(0)]
    pub(crate) people: BTreeMap<PersonKey, Option<GrantedRole>>,
    #[n(1)]
    pub(crate) statements: u64,
}
