//! Envelopes: `SealedEnvelope` as they travel, and `OpenedEnvelope` after the seal and the sender's signature
//! were checked.
//!
//! There is no unsealed form. The signed bytes go straight into the seal, and only an opened envelope gives
//! its content.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::content::EnvelopeContent;
use crate::header::{EnvelopeError, Header, Kind, MAX_ENVELOPE_BYTES};
use crate::padding::{padded, unpadded};
use crate::randomness::Randomness;
use crate::sealing_key::{ENCAPSULATED, KeyId, SealingKey, SealingSecret, TAG};
use crate::signing_key::{DeviceKey, DeviceSecret, Signature};

/// The length of the header: magic, version, kind and key id.
const HEADER: usize = 5 + 1 + 1 + 16;
const INFO: &[u8] = b"kring 2026 envelope 2";
const PURPOSE: &str = "kring 2026 envelope content";

/// An envelope as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedEnvelope(Vec<u8>);

/// An envelope whose seal and signature are valid. Its sender said what it contains; whether the sender may
/// say so is not checked yet.
#[derive(Debug)]
pub(crate) struct OpenedEnvelope {
    content: EnvelopeContent,
    hash: [u8; 32],
    key: KeyId,
}

/// The plaintext under the seal: the signature, and exactly the bytes that were signed.
#[derive(Encode, Decode)]
struct Signed {
    #[n(0)]
    signature: Signature,
    #[cbor(n(1), with = "minicbor::bytes")]
    content: Vec<u8>,
}

/// Returns the bytes that the signature covers: the recipient, the key of the seal, and the content.
fn signed_bytes(recipient: &DeviceKey, key: KeyId, content: &[u8]) -> Vec<u8> {
    cbor::to_vec(&(
        ByteArray::from(recipient.0),
        ByteArray::from(key.0),
        minicbor::bytes::ByteVec::from(content.to_vec()),
    ))
}

impl SealedEnvelope {
    /// Signs the content and seals it for one device. Returns `None` if the key is not a valid one, or if the
    /// envelope would be longer than others read.
    pub(crate) fn seal(
        content: &EnvelopeContent,
        sender: &DeviceSecret,
        recipient: &DeviceKey,
        key: &SealingKey,
        random: &mut Randomness,
    ) -> Option<(Self, [u8; 32])> {
        let header = Header { kind: Kind::Envelope, key: key.id() };
        let content = cbor::to_vec(content);
        let hash = hash(&content);
        let signature = sender.sign(PURPOSE, &signed_bytes(recipient, header.key, &content));
        let plain = padded(&cbor::to_vec(&Signed { signature, content }), HEADER + ENCAPSULATED + TAG);
        // What others would not read is not sealed.
        if HEADER + ENCAPSULATED + TAG + plain.len() > MAX_ENVELOPE_BYTES {
            return None;
        }
        let sealed = key.seal(INFO, &header.associated(recipient), &plain, random)?;
        Some((Self([header.bytes(), sealed].concat()), hash))
    }

    /// Checks the header of bytes that were carried here.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, EnvelopeError> {
        if bytes.len() > MAX_ENVELOPE_BYTES {
            return Err(EnvelopeError::TooLong);
        }
        Header::read(&bytes)?;
        Ok(Self(bytes))
    }

    /// Returns the bytes that travel.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Opens an envelope that was sealed for `recipient` with the public half of `secret`.
    pub(crate) fn open(
        &self,
        recipient: &DeviceKey,
        secret: &SealingSecret,
    ) -> Result<OpenedEnvelope, EnvelopeError> {
        let (header, body) = Header::read(&self.0)?;
        let plain = secret.open(INFO, &header.associated(recipient), body).ok_or(EnvelopeError::CutOff)?;
        let signed: Signed = unpadded(&plain).and_then(cbor::read).ok_or(EnvelopeError::CutOff)?;
        let content: EnvelopeContent = cbor::read(&signed.content).ok_or(EnvelopeError::CutOff)?;
        let covered = signed_bytes(recipient, header.key, &signed.content);
        let sender = content.sender.device();
        if !content.sender.holds() || !sender.verifies(PURPOSE, &covered, &signed.signature) {
            return Err(EnvelopeError::BadSignature);
        }
        Ok(OpenedEnvelope { hash: hash(&signed.content), content, key: header.key })
    }
}

impl OpenedEnvelope {
    /// Returns the content.
    pub(crate) fn content(&self) -> &EnvelopeContent {
        &self.content
    }

    pub(crate) fn into_content(self) -> EnvelopeContent {
        self.content
    }

    pub(crate) fn hash(&self) -> [u8; 32] {
        self.hash
    }

    pub(crate) fn key(&self) -> KeyId {
        self.key
    }
}

fn hash(content: &[u8]) -> [u8; 32] {
    blake3::derive_key("kring 2026 chain of envelopes", content)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::certificate::DeviceCertificate;
    use crate::padding::LEAST;
    use crate::signing_key::PersonSecret;

    struct Pair {
        sender: DeviceSecret,
        recipient: DeviceKey,
        secret: SealingSecret,
        random: Randomness,
        content: EnvelopeContent,
    }

    fn pair() -> Pair {
        let mut random = Randomness::from_seed([1; 32]);
        let person = PersonSecret::random(&mut random);
        let sender = DeviceSecret::random(&mut random);
        let at = DateTime::UNIX_EPOCH;
        let content = EnvelopeContent {
            sender: DeviceCertificate::sign(&person, &sender),
            number: 1,
            previous: [0; 32],
            sent: at,
            acknowledged: 0,
            answer_with: None,
            parts: Vec::new(),
        };
        let recipient = DeviceSecret::random(&mut random).public();
        Pair { sender, recipient, secret: SealingSecret::random(&mut random), random, content }
    }

    #[test]
    fn an_envelope_opens_only_for_its_recipient() {
        let Pair { sender, recipient, secret, mut random, content } = pair();
        let (sealed, _) =
            SealedEnvelope::seal(&content, &sender, &recipient, &secret.public(), &mut random).unwrap();
        assert_eq!(sealed.as_bytes().len(), LEAST);
        assert_eq!(sealed.open(&recipient, &secret).unwrap().content(), &content);
        let other = DeviceSecret::random(&mut random).public();
        assert_eq!(sealed.open(&other, &secret).unwrap_err(), EnvelopeError::CutOff);
    }

    #[test]
    fn every_changed_byte_and_every_truncation_is_noticed() {
        let Pair { sender, recipient, secret, mut random, content } = pair();
        let (sealed, _) =
            SealedEnvelope::seal(&content, &sender, &recipient, &secret.public(), &mut random).unwrap();
        let opens = |bytes: Vec<u8>| {
            SealedEnvelope::from_bytes(bytes).and_then(|sealed| sealed.open(&recipient, &secret)).is_ok()
        };
        for at in (0..sealed.0.len()).step_by(7).chain(0..HEADER) {
            let mut bytes = sealed.0.clone();
            bytes[at] ^= 1;
            assert!(!opens(bytes), "byte {at}");
            assert!(!opens(sealed.0[..at].to_vec()), "cut at {at}");
        }
    }

    #[test]
    fn nobody_else_can_sign_in_the_name_of_the_sender() {
        let Pair { recipient, secret, mut random, content, .. } = pair();
        let other = DeviceSecret::random(&mut random);
        let (sealed, _) =
            SealedEnvelope::seal(&content, &other, &recipient, &secret.public(), &mut random).unwrap();
        assert_eq!(sealed.open(&recipient, &secret).unwrap_err(), EnvelopeError::BadSignature);
    }
}
