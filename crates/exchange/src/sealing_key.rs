//! Sealing for one device: HPKE (RFC 9180) in base mode with X-Wing (X25519 with ML-KEM-768), HKDF-SHA256 and
//! ChaCha20-Poly1305. Records outlive today's cryptography, so the key exchange resists a quantum computer.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::randomness::Randomness;

/// The length of an encapsulated key.
pub(crate) const ENCAPSULATED: usize = 1120;
/// The length of the tag that the cipher adds.
pub(crate) const TAG: usize = 16;
const PUBLIC: usize = 1216;

/// The fingerprint of a sealing key, by which its owner finds the secret half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct KeyId(#[cbor(with = "minicbor::bytes")] pub [u8; 16]);

/// The public half of a sealing key, with which anybody can seal for its owner.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct SealingKey(#[cbor(with = "minicbor::bytes")] [u8; PUBLIC]);

/// The secret half of a sealing key, as its seed of 32 bytes.
#[derive(Clone)]
pub(crate) struct SealingSecret(Zeroizing<[u8; 32]>);

impl SealingKey {
    /// Returns the fingerprint.
    pub fn id(&self) -> KeyId {
        let hash = blake3::derive_key("kring 2026 name of a sealing key", self.0.as_slice());
        let mut id = [0; 16];
        id.copy_from_slice(&hash[..16]);
        KeyId(id)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the encapsulated key and the ciphertext with its tag, or `None` if the key is not a valid one.
    pub(crate) fn seal(
        &self,
        info: &[u8],
        associated: &[u8],
        plain: &[u8],
        random: &mut Randomness,
    ) -> Option<Vec<u8>> {
        let key = <XWing as Kem>::PublicKey::from_bytes(self.0.as_slice()).ok()?;
        let sealed = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeS::Base,
            &key,
            info,
            plain,
            associated,
            random,
        );
        let (encapsulated, ciphertext) = sealed.ok()?;
        Some([encapsulated.to_bytes().as_slice(), &ciphertext].concat())
    }
}

impl SealingSecret {
    /// Makes a new key.
    pub(crate) fn random(random: &mut Randomness) -> Self {
        Self(Zeroizing::new(random.bytes()))
    }

    /// Returns the key for a seed.
    pub(crate) fn from_bytes(seed: &[u8; 32]) -> Self {
        Self(Zeroizing::new(*seed))
    }

    /// Returns the seed, which must go nowhere but into the sealed vault or into the seal for another device
    /// of the same person.
    pub(crate) fn expose_seed(&self) -> &[u8; 32] {
        &self.0
    }

    fn key(&self) -> Option<<XWing as Kem>::PrivateKey> {
        <XWing as Kem>::PrivateKey::from_bytes(self.0.as_slice()).ok()
    }

    /// Returns the public half.
    pub(crate) fn public(&self) -> SealingKey {
        let mut bytes = [0; PUBLIC];
        if let Some(key) = self.key() {
            bytes.copy_from_slice(&XWing::sk_to_pk(&key).to_bytes());
        }
        SealingKey(bytes)
    }

    /// Opens what was sealed for this key. Returns `None` if a bit differs.
    pub(crate) fn open(&self, info: &[u8], associated: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, ciphertext) = sealed.split_at_checked(ENCAPSULATED)?;
        let encapsulated = <XWing as Kem>::EncappedKey::from_bytes(encapsulated).ok()?;
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
            &OpModeR::Base,
            &self.key()?,
            &encapsulated,
            info,
            ciphertext,
            associated,
        );
        opened.ok().map(Zeroizing::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_message_opens_only_with_its_key_and_in_its_place() {
        let mut random = Randomness::from_seed([7; 32]);
        let (mine, other) = (SealingSecret::random(&mut random), SealingSecret::random(&mut random));
        let sealed = mine.public().seal(b"info", b"place", b"hello", &mut random).unwrap();
        assert_eq!(sealed.len(), ENCAPSULATED + 5 + TAG);
        assert_eq!(mine.open(b"info", b"place", &sealed).as_deref(), Some(&b"hello".to_vec()));
        assert!(mine.open(b"info", b"elsewhere", &sealed).is_none());
        assert!(mine.open(b"other", b"place", &sealed).is_none());
        assert!(other.open(b"info", b"place", &sealed).is_none());
    }
}
