//! Sealing: XChaCha20-Poly1305 with a random nonce, and associated data that binds the bytes to their place.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

use crate::error::VaultError;

pub(crate) const NONCE: usize = 24;
/// The number of bytes that sealing adds: nonce and tag.
pub(crate) const OVERHEAD: usize = NONCE + 16;

/// Returns random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

/// A 32-byte key, zeroised when dropped.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn random() -> Result<Self, VaultError> {
        random().map(Self::new)
    }

    /// Derives the key for one purpose (BLAKE3 `derive_key`).
    pub(crate) fn derive(&self, context: &str) -> Self {
        Self::new(blake3::derive_key(context, &*self.0))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `plain`; returns the nonce, then the ciphertext with its tag.
    pub(crate) fn seal(&self, associated: &[u8], plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        let nonce: [u8; NONCE] = random()?;
        let cipher = XChaCha20Poly1305::new(self.bytes().into());
        let payload = Payload { msg: plain, aad: associated };
        let sealed = cipher.encrypt(&XNonce::from(nonce), payload);
        // The cipher only refuses messages of more than 2^38 bytes.
        let sealed = sealed.map_err(|_| VaultError::TooLarge { bytes: plain.len() })?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens bytes that [`Key::seal`] returned; returns `None` if a bit of them or of the associated data
    /// differs.
    pub(crate) fn open(&self, associated: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, text) = sealed.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(self.bytes().into());
        let opened = cipher.decrypt(&XNonce::from(nonce), Payload { msg: text, aad: associated });
        opened.ok().map(Zeroizing::new)
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// The keys of an open vault, one for each purpose.
pub(crate) struct Keys {
    pub(crate) vault: Key,
    pub(crate) header: Key,
    pub(crate) journal: Key,
    pub(crate) entries: Key,
    pub(crate) names: Key,
    pub(crate) derived: Key,
    pub(crate) incarnation: Key,
}

impl Keys {
    /// Derives all keys from the vault key.
    pub(crate) fn of(vault: Key) -> Self {
        Self {
            header: vault.derive("kring 2026 vault header authentication"),
            journal: vault.derive("kring 2026 vault journal"),
            entries: vault.derive("kring 2026 vault entries"),
            names: vault.derive("kring 2026 vault names"),
            derived: vault.derive("kring 2026 vault derived"),
            incarnation: vault.derive("kring 2026 vault incarnation"),
            vault,
        }
    }
}

/// Returns a fingerprint of bytes for one purpose (BLAKE3 `derive_key`). Fingerprints for other purposes are
/// unrelated.
pub fn fingerprint(context: &str, bytes: &[u8]) -> [u8; 32] {
    blake3::derive_key(context, bytes)
}
