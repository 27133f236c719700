//! Pairing: the reply to an invitation, and the welcome that answers it.
//!
//! Both are sealed with a key from the invitation's one-time secret (BLAKE3 `derive_key`, XChaCha20-Poly1305)
//! and signed by their sender's device. They contain no dossier. If somebody else read the invitation on its
//! way, this shows when the two people compare four words.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use minicbor::{Decode, Encode};

use crate::cbor;
use crate::device_card::DeviceCard;
use crate::header::{EnvelopeError, Header, Kind};
use crate::invitation::Invitation;
use crate::padding::{padded, unpadded};
use crate::randomness::Randomness;
use crate::sealing_key::{KeyId, SealingKey};
use crate::signing_key::{DeviceKey, DeviceSecret, Signature};

const NONCE: usize = 24;
const AROUND: usize = 23 + NONCE + 16;
const PURPOSE: &str = "kring 2026 pairing";

/// The introduction that each of two people sends the other.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Introduction {
    /// The card of the sender's device.
    #[n(0)]
    pub(crate) card: DeviceCard,
    /// A fresh key for the first envelope.
    #[n(1)]
    pub(crate) answer_with: SealingKey,
}

#[derive(Encode, Decode)]
struct Signed {
    #[n(0)]
    signature: Signature,
    #[cbor(n(1), with = "minicbor::bytes")]
    introduction: Vec<u8>,
}

/// Seals an introduction for the other side of an invitation.
pub(crate) fn seal(
    kind: Kind,
    invitation: &Invitation,
    introduction: &Introduction,
    sender: &DeviceSecret,
    recipient: &DeviceKey,
    random: &mut Randomness,
) -> Vec<u8> {
    let header = Header { kind, key: KeyId(invitation.id) };
    let associated = header.associated(recipient);
    let introduction = cbor::to_vec(introduction);
    let signature = sender.sign(PURPOSE, &[associated.as_slice(), &introduction].concat());
    let plain = padded(&cbor::to_vec(&Signed { signature, introduction }), AROUND);
    let nonce: [u8; NONCE] = random.bytes();
    let payload = Payload { msg: &plain, aad: &associated };
    // The cipher refuses only messages of more than 2^38 bytes.
    let sealed = cipher(kind, invitation).encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
    [header.bytes().as_slice(), &nonce, &sealed].concat()
}

/// Opens an introduction. Its signature proves that its maker has the key of the device.
pub(crate) fn open(
    bytes: &[u8],
    invitation: &Invitation,
    recipient: &DeviceKey,
) -> Result<Introduction, EnvelopeError> {
    let (header, body) = Header::read(bytes)?;
    let associated = header.associated(recipient);
    let (nonce, text) = body.split_first_chunk::<NONCE>().ok_or(EnvelopeError::CutOff)?;
    let payload = Payload { msg: text, aad: &associated };
    let plain = cipher(header.kind, invitation)
        .decrypt(&XNonce::from(*nonce), payload)
        .map_err(|_| EnvelopeError::CutOff)?;
    let signed: Signed = unpadded(&plain).and_then(cbor::read).ok_or(EnvelopeError::CutOff)?;
    let introduction: Introduction = cbor::read(&signed.introduction).ok_or(EnvelopeError::CutOff)?;
    let card = &introduction.card;
    let covered = [associated.as_slice(), &signed.introduction].concat();
    if card.holds() && card.device().verifies(PURPOSE, &covered, &signed.signature) {
        Ok(introduction)
    } else {
        Err(EnvelopeError::BadSignature)
    }
}

fn cipher(kind: Kind, invitation: &Invitation) -> XChaCha20Poly1305 {
    let context = match kind {
        Kind::Welcome => "kring 2026 pairing welcome",
        _ => "kring 2026 pairing reply",
    };
    XChaCha20Poly1305::new(&blake3::derive_key(context, invitation.secret()).into())
}
