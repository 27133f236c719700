//! Messages from somebody who has keys of their own and follows no rule about their contents. They are
//! written from `docs/exchange-format.md`, independently of the program.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use exchange::{DeviceKey, DeviceSecret, PersonSecret, Randomness, SealingKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeS, Serializable};
use minicbor::Encoder;
use minicbor::bytes::{ByteArray, ByteSlice};
use sha2::{Digest, Sha256};

/// Signs and seals any bytes in place of a content.
pub(crate) fn envelope(
    content: &[u8],
    sender: &DeviceSecret,
    to: &DeviceKey,
    key: &SealingKey,
) -> Option<Vec<u8>> {
    let id = key.id().0;
    let header = [b"KRING\x02\x01".as_slice(), &id].concat();
    let covered = (ByteArray::from(to.0), ByteArray::from(id), <&ByteSlice>::from(content));
    let signature = sender.sign("kring 2026 envelope content", &minicbor::to_vec(covered).ok()?);
    let plain = padded(&signed(&signature.0, content)?);
    let public = minicbor::to_vec(key).ok()?;
    let public = <XWing as Kem>::PublicKey::from_bytes(minicbor::Decoder::new(&public).bytes().ok()?).ok()?;
    let associated = [header.as_slice(), &to.0].concat();
    let (encapsulated, sealed) = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeS::Base,
        &public,
        b"kring 2026 envelope 2",
        &plain,
        &associated,
        &mut Randomness::from_seed([3; 32]),
    )
    .ok()?;
    Some([header.as_slice(), &encapsulated.to_bytes(), &sealed].concat())
}

/// Signs and seals any bytes in place of an introduction, as a reply.
pub(crate) fn reply(
    introduction: &[u8],
    id: &[u8; 16],
    secret: &[u8; 32],
    sender: &DeviceSecret,
    to: &DeviceKey,
) -> Option<Vec<u8>> {
    let header = [b"KRING\x02\x02".as_slice(), id].concat();
    let associated = [header.as_slice(), &to.0].concat();
    let signature = sender.sign("kring 2026 pairing", &[associated.as_slice(), introduction].concat());
    let plain = padded(&signed(&signature.0, introduction)?);
    let cipher = XChaCha20Poly1305::new(&blake3::derive_key("kring 2026 pairing reply", secret).into());
    let nonce = [4; 24];
    let payload = Payload { msg: &plain, aad: &associated };
    let sealed = cipher.encrypt(&XNonce::from(nonce), payload).ok()?;
    Some([header.as_slice(), &nonce, &sealed].concat())
}

/// Signs any bytes in place of a statement.
pub(crate) fn statement(statement: &[u8], author: &PersonSecret) -> Option<Vec<u8>> {
    signed(&author.sign("kring 2026 charter statement", statement).0, statement)
}

/// Returns the code with any bytes in place of an invitation.
pub(crate) fn code(cbor: &[u8]) -> String {
    let check = blake3::derive_key("kring 2026 checksum of an invitation", cbor);
    let bytes = [(cbor.len() as u16).to_be_bytes().as_slice(), cbor, &check[..4]].concat();
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1);
    let digits = (0..(bytes.len() * 8).div_ceil(5)).map(|digit| {
        let number = (0..5).fold(0, |number, place| number << 1 | usize::from(bit(5 * digit + place)));
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number])
    });
    "KRING2:".chars().chain(digits).collect()
}

/// Writes the right checksum into every Automerge chunk, so that a reader looks at its contents.
pub(crate) fn mended(mut chunks: Vec<u8>) -> Vec<u8> {
    let mut at = 0;
    while let Some(head) = chunks.get(at..).filter(|rest| rest.starts_with(&[0x85, 0x6f, 0x4a, 0x83])) {
        let Some((length, behind)) = head.get(9..).and_then(length) else { break };
        let Some(covered) = head.get(8..(9 + behind).saturating_add(length)) else { break };
        let hash = Sha256::digest(covered);
        let end = at + 8 + covered.len();
        chunks[at + 4..at + 8].copy_from_slice(&hash[..4]);
        at = end;
    }
    chunks
}

/// Reads a number in LEB128. Returns the number and its length in bytes.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let last = bytes.iter().take(5).position(|byte| byte & 0x80 == 0)?;
    let number = bytes[..=last].iter().rev().fold(0, |number, byte| number << 7 | usize::from(byte & 0x7f));
    Some((number, last + 1))
}

fn signed(signature: &[u8; 64], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = Encoder::new(Vec::new());
    encoder.array(2).ok()?.bytes(signature).ok()?.bytes(bytes).ok()?;
    Some(encoder.into_writer())
}

fn padded(plain: &[u8]) -> Vec<u8> {
    let mut bytes = (plain.len() as u32).to_le_bytes().to_vec();
    bytes.extend(plain);
    bytes.resize(bytes.len().max(900), 0);
    bytes
}
