//! Envelopes: `Sealed` as they travel, `Opened` when the seal and the sender's signature held.
//!
//! There is no unsealed form: what is signed goes straight into the seal, and only an opened envelope gives its content.

use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::content::Content;
use crate::key::{DeviceKey, DeviceSecret, Signature};
use crate::outside::Randomness;
use crate::sealing::{ENCAPSULATED, KeyId, SealingKey, SealingSecret, TAG};

/// The longest envelope that is read.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;

const MAGIC: &[u8; 5] = b"KRING";
const VERSION: u8 = 1;
/// Magic, version, kind and key id.
const HEADER: usize = 5 + 1 + 1 + 16;
const INFO: &[u8] = b"kring 2026 envelope 1";
const PURPOSE: &str = "kring 2026 envelope content";
/// The shortest envelope: most edits fit.
const LEAST: usize = 2048;

/// What a sealed thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An envelope between two devices.
    Envelope = 1,
    /// The answer to an invitation.
    Reply = 2,
    /// The answer to that.
    Welcome = 3,
}

/// The first bytes of all that travels: enough to find the key, and nothing about the sender.
pub(crate) struct Header {
    pub(crate) kind: Kind,
    pub(crate) key: KeyId,
}

impl Header {
    pub(crate) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), NotSealed> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(NotSealed::NotOurs)?;
        let (&[version, kind], rest) = rest.split_first_chunk().ok_or(NotSealed::CutOff)?;
        if version != VERSION {
            return Err(NotSealed::NewerVersion { version });
        }
        let (key, rest) = rest.split_first_chunk().ok_or(NotSealed::CutOff)?;
        let kind = match kind {
            1 => Kind::Envelope,
            2 => Kind::Reply,
            3 => Kind::Welcome,
            _ => return Err(NotSealed::NotOurs),
        };
        Ok((Self { kind, key: KeyId(*key) }, rest))
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &[VERSION, self.kind as u8], &self.key.0].concat()
    }

    /// What ties the sealed bytes to their place: the header, and whose mailbox it is for.
    pub(crate) fn associated(&self, recipient: &DeviceKey) -> Vec<u8> {
        [self.bytes().as_slice(), &recipient.0].concat()
    }
}

/// Why bytes are not something sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSealed {
    /// It does not begin as an envelope does.
    #[error("this is not an envelope of Kring")]
    NotOurs,
    /// It ends too early, or a bit differs.
    #[error("the envelope is damaged or cut off")]
    CutOff,
    /// A newer version of Kring made it.
    #[error("a newer version of Kring made this envelope (format {version})")]
    NewerVersion {
        /// Its format.
        version: u8,
    },
    /// It is longer than an envelope may be.
    #[error("the envelope is longer than one may be")]
    TooLong,
    /// It was sealed with a key that is not here any more, or never was.
    #[error("the envelope was sealed with a key that is not here")]
    NoKey,
    /// The sender's signature does not hold.
    #[error("the sender's signature does not hold")]
    BadSignature,
}

/// An envelope as it travels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

/// An envelope whose seal and signature held. What it says is believed of its sender, not yet allowed.
#[derive(Debug)]
pub struct Opened {
    content: Content,
    hash: [u8; 32],
    key: KeyId,
}

/// What stands under the seal: the signature, and exactly the bytes that were signed.
#[derive(Encode, Decode)]
struct Signed {
    #[n(0)]
    signature: Signature,
    #[cbor(n(1), with = "minicbor::bytes")]
    content: Vec<u8>,
}

/// What a signature covers besides the content: for whom it is, and with which key it was sealed.
fn signed_bytes(recipient: &DeviceKey, key: KeyId, content: &[u8]) -> Vec<u8> {
    cbor::to_vec(&(
        ByteArray::from(recipient.0),
        ByteArray::from(key.0),
        minicbor::bytes::ByteVec::from(content.to_vec()),
    ))
}

impl Sealed {
    /// Signs the content and seals it for one device. `None` where the key is not a valid one.
    pub(crate) fn seal(
        content: &Content,
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
        let sealed = key.seal(INFO, &header.associated(recipient), &plain, random)?;
        Some((Self([header.bytes(), sealed].concat()), hash))
    }

    /// Takes bytes that somebody carried here.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, NotSealed> {
        if bytes.len() > MOST_BYTES {
            return Err(NotSealed::TooLong);
        }
        Header::read(&bytes)?;
        Ok(Self(bytes))
    }

    /// The bytes that travel.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Opens an envelope that was sealed for `recipient` with the public half of `secret`.
    pub(crate) fn open(&self, recipient: &DeviceKey, secret: &SealingSecret) -> Result<Opened, NotSealed> {
        let (header, body) = Header::read(&self.0)?;
        let plain = secret.open(INFO, &header.associated(recipient), body).ok_or(NotSealed::CutOff)?;
        let signed: Signed = unpadded(&plain).and_then(cbor::read).ok_or(NotSealed::CutOff)?;
        let content: Content = cbor::read(&signed.content).ok_or(NotSealed::CutOff)?;
        let covered = signed_bytes(recipient, header.key, &signed.content);
        let sender = content.sender.device();
        if !content.sender.holds() || !sender.verifies(PURPOSE, &covered, &signed.signature) {
            return Err(NotSealed::BadSignature);
        }
        Ok(Opened { hash: hash(&signed.content), content, key: header.key })
    }
}

impl Opened {
    /// What the sender says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    pub(crate) fn into_content(self) -> Content {
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

/// The length in front, zeros behind, so that the whole has one of few lengths: `LEAST`, and above it PADMÉ (Nikitin et al.
/// 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", section 4), at most 12% more.
pub(crate) fn padded(plain: &[u8], around: usize) -> Vec<u8> {
    let whole = padme((4 + plain.len() + around).max(LEAST));
    let mut bytes = Vec::with_capacity(whole - around);
    bytes.extend((plain.len() as u32).to_le_bytes());
    bytes.extend(plain);
    bytes.resize(whole - around, 0);
    bytes
}

pub(crate) fn unpadded(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.get(..u32::from_le_bytes(*length) as usize)
}

fn padme(length: usize) -> usize {
    let exponent = length.ilog2();
    let kept = exponent.ilog2() + 1;
    let mask = (1_usize << (exponent - kept.min(exponent))) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use dossier::{CoachId, Id};

    use super::*;
    use crate::certificate::DeviceCertificate;
    use crate::key::PersonSecret;

    struct Pair {
        sender: DeviceSecret,
        recipient: DeviceKey,
        secret: SealingSecret,
        random: Randomness,
        content: Content,
    }

    fn pair() -> Pair {
        let mut random = Randomness::from_seed([1; 32]);
        let person = PersonSecret::random(&mut random);
        let sender = DeviceSecret::random(&mut random);
        let coach = CoachId::from_random([1; 10]);
        let at = DateTime::UNIX_EPOCH;
        let content = Content {
            sender: DeviceCertificate::sign(&person, sender.public(), coach, at),
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
    fn an_envelope_opens_for_its_recipient_alone() {
        let Pair { sender, recipient, secret, mut random, content } = pair();
        let (sealed, _) = Sealed::seal(&content, &sender, &recipient, &secret.public(), &mut random).unwrap();
        assert_eq!(sealed.as_bytes().len(), LEAST);
        assert_eq!(sealed.open(&recipient, &secret).unwrap().content(), &content);
        let other = DeviceSecret::random(&mut random).public();
        assert_eq!(sealed.open(&other, &secret).unwrap_err(), NotSealed::CutOff);
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_noticed() {
        let Pair { sender, recipient, secret, mut random, content } = pair();
        let (sealed, _) = Sealed::seal(&content, &sender, &recipient, &secret.public(), &mut random).unwrap();
        let opens = |bytes: Vec<u8>| {
            Sealed::from_bytes(bytes).and_then(|sealed| sealed.open(&recipient, &secret)).is_ok()
        };
        for at in (0..sealed.0.len()).step_by(7).chain(0..HEADER) {
            let mut bytes = sealed.0.clone();
            bytes[at] ^= 1;
            assert!(!opens(bytes), "byte {at}");
            assert!(!opens(sealed.0[..at].to_vec()), "cut at {at}");
        }
    }

    #[test]
    fn somebody_else_cannot_sign_in_the_senders_name() {
        let Pair { recipient, secret, mut random, content, .. } = pair();
        let other = DeviceSecret::random(&mut random);
        let (sealed, _) = Sealed::seal(&content, &other, &recipient, &secret.public(), &mut random).unwrap();
        assert_eq!(sealed.open(&recipient, &secret).unwrap_err(), NotSealed::BadSignature);
    }

    #[test]
    fn lengths_tell_little() {
        let lengths: std::collections::BTreeSet<usize> =
            (0..100_000).map(|length| padded(&vec![0; length], 100).len()).collect();
        assert!(lengths.len() < 120, "{}", lengths.len());
        for length in [0, 1, 5_000, 77_777] {
            let padded = padded(&vec![7; length], 100);
            assert_eq!(unpadded(&padded), Some(vec![7; length].as_slice()));
            assert!(padded.len() + 100 <= LEAST.max((length + 104) * 112 / 100 + 1));
        }
    }
}
