//! The founding of a dossier: its id is derived from a key, and that key says who opens its charter.

use minicbor::{Decode, Encode};

use crate::signing_key::{FoundingKey, FoundingSecret, PersonKey, Signature};

const PURPOSE: &str = "kring 2026 opener of a dossier";

/// The statement of a dossier's founding key that a person opens its charter. Whoever only knows the id of a
/// dossier cannot make one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Founding {
    #[n(0)]
    key: FoundingKey,
    #[n(1)]
    signature: Signature,
}

impl Founding {
    /// Signs that `opener` opens the charter of the dossier.
    pub fn sign(secret: &FoundingSecret, opener: &PersonKey) -> Self {
        Self { key: secret.public(), signature: secret.sign(PURPOSE, &opener.0) }
    }

    /// Returns whether the dossier was founded with this key, and the key names the opener.
    pub(crate) fn holds(&self, dossier: &dossier::DossierId, opener: &PersonKey) -> bool {
        self.key.dossier() == *dossier && self.key.verifies(PURPOSE, &opener.0, &self.signature)
    }
}
