//! Keys that sign: a person's, which certifies devices, and a device's, which signs what it sends (Ed25519, RFC 8032).

use std::fmt;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use minicbor::{Decode, Encode};

use crate::outside::Randomness;

/// A signature over bytes that begin with what they are for.
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
            /// Whether `signature` is this key's over `bytes`, made for `purpose`. Keys of small order sign nothing
            /// (`verify_strict`).
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

            /// The key behind a seed of 32 bytes.
            pub fn from_bytes(seed: &[u8; 32]) -> Self {
                Self(SigningKey::from_bytes(seed))
            }

            /// The seed, for sealing in the vault.
            pub fn for_the_vault(&self) -> &[u8; 32] {
                self.0.as_bytes()
            }

            /// The public half.
            pub fn public(&self) -> $public {
                $public(self.0.verifying_key().to_bytes())
            }

            /// Signs `bytes` for `purpose`: a signature for one purpose is none for another.
            pub fn sign(&self, purpose: &str, bytes: &[u8]) -> Signature {
                Signature(self.0.sign(&message(purpose, bytes)).to_bytes())
            }
        }
    )*};
}

signing_keys! {
    /// Who somebody is to the exchange: the public key of a person.
    PersonKey,
    /// A person's signing key.
    PersonSecret;
    /// One device of a person, for as long as its vault is neither copied nor restored.
    DeviceKey,
    /// A device's signing key.
    DeviceSecret;
}

fn message(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    [purpose.as_bytes(), &[0], bytes].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_key_its_bytes_and_its_purpose_alone() {
        let (anna, bram) = (PersonSecret::from_bytes(&[1; 32]), PersonSecret::from_bytes(&[2; 32]));
        let signature = anna.sign("kring test", b"hello");
        assert!(anna.public().verifies("kring test", b"hello", &signature));
        assert!(!anna.public().verifies("kring other", b"hello", &signature));
        assert!(!anna.public().verifies("kring test", b"hallo", &signature));
        assert!(!bram.public().verifies("kring test", b"hello", &signature));
    }
}
