//! Keys that sign (Ed25519, RFC 8032): a person's key certifies devices, a device's key signs what it sends,
//! and the founding key of a dossier says who may open its charter.
//!
//! Two ids are derived from keys, so that nobody can choose the id of another: the id under which a person
//! writes in records, and the id of a dossier. Finding a key for a given id of ten bytes takes about 2^80
//! tries.

use std::fmt;

use dossier::{CoachId, DossierId, ID_BYTES, Id};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use minicbor::{Decode, Encode};

use crate::randomness::Randomness;

/// A signature over bytes that begin with their purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Signature(#[cbor(with = "minicbor::bytes")] pub [u8; 64]);

macro_rules! signing_keys {
    ($($(#[$public_doc:meta])* $public:ident, $(#[$secret_doc:meta])* $secret:ident;)*) => {$(
        $(#[$public_doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $public(#[cbor(with = "minicbor::bytes")] pub [u8; 32]);

        impl $public {
            /// Returns whether this key made `signature` over `bytes` for `purpose`. Keys of small order sign
            /// nothing (`verify_strict`).
            pub fn verifies(&self, purpose: &str, bytes: &[u8], signature: &Signature) -> bool {
                let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
                VerifyingKey::from_bytes(&self.0)
                    .is_ok_and(|key| key.verify_strict(&message(purpose, bytes), &signature).is_ok())
            }
        }

        impl fmt::Display for $public {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $public {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let [a, b, c, d, ..] = self.0;
                write!(f, "{}({a:02x}{b:02x}{c:02x}{d:02x}…)", stringify!($public))
            }
        }

        $(#[$secret_doc])*
        #[derive(Clone)]
        pub struct $secret(SigningKey);

        impl $secret {
            /// Makes a new key.
            pub fn random(random: &mut Randomness) -> Self {
                Self::from_bytes(&zeroize::Zeroizing::new(random.bytes()))
            }

            /// Returns the key for a seed of 32 bytes.
            pub fn from_bytes(seed: &[u8; 32]) -> Self {
                Self(SigningKey::from_bytes(seed))
            }

            /// Returns the seed, which must go nowhere but into the sealed vault or into the seal for another
            /// device of the same person.
            pub fn expose_seed(&self) -> &[u8; 32] {
                self.0.as_bytes()
            }

            /// Returns the public half.
            pub fn public(&self) -> $public {
                $public(self.0.verifying_key().to_bytes())
            }

            /// Signs `bytes` for `purpose`. The signature is not valid for another purpose.
            pub fn sign(&self, purpose: &str, bytes: &[u8]) -> Signature {
                Signature(self.0.sign(&message(purpose, bytes)).to_bytes())
            }
        }
    )*};
}

signing_keys! {
    /// The public key of a person, which identifies them in the exchange.
    PersonKey,
    /// The secret key of a person.
    PersonSecret;
    /// The public key of one device, which lasts until its vault is copied or restored.
    DeviceKey,
    /// The secret key of a device.
    DeviceSecret;
    /// The public key with which a dossier was founded; the id of the dossier is derived from it.
    FoundingKey,
    /// The secret key with which a dossier was founded. It signs who opens the charter, and nothing else.
    FoundingSecret;
}

impl PersonKey {
    /// Returns the id under which the person writes in records.
    pub fn coach(&self) -> CoachId {
        CoachId::from_random(derived_id("kring 2026 coach id of a person", &self.0))
    }
}

impl FoundingKey {
    /// Returns the id of the dossier that was founded with this key.
    pub fn dossier(&self) -> DossierId {
        DossierId::from_random(derived_id("kring 2026 id of a dossier", &self.0))
    }
}

fn derived_id(context: &str, key: &[u8; 32]) -> [u8; ID_BYTES] {
    let mut id = [0; ID_BYTES];
    id.copy_from_slice(&blake3::derive_key(context, key)[..ID_BYTES]);
    id
}

fn message(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    [purpose.as_bytes(), &[0], bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_valid_only_for_its_key_bytes_and_purpose() {
        let (anna, bram) = (PersonSecret::from_bytes(&[1; 32]), PersonSecret::from_bytes(&[2; 32]));
        let signature = anna.sign("kring test", b"hello");
        assert!(anna.public().verifies("kring test", b"hello", &signature));
        assert!(!anna.public().verifies("kring other", b"hello", &signature));
        assert!(!anna.public().verifies("kring test", b"hallo", &signature));
        assert!(!bram.public().verifies("kring test", b"hello", &signature));
    }
}
