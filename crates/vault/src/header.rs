//! The header: the vault key, wrapped by the passphrase and by the recovery code. There are two copies, each
//! written atomically.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::atomic_write::write_atomically;
use crate::disk::Disk;
use crate::error::VaultError;
use crate::seal::{Key, Keys, random};
use crate::secret::{Passphrase, RecoveryCode};

/// The format of the vault that this version writes; see `docs/vault-format.md`.
pub(crate) const FORMAT: u32 = 2;
pub(crate) const NAMES: [&str; 2] = ["vault.json", "vault.json.bak"];

/// The cost of deriving the wrapping key from a passphrase (Argon2id, RFC 9106).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KdfParams {
    /// The memory in KiB.
    pub memory_kib: u32,
    /// The number of passes over the memory.
    pub passes: u32,
    /// The number of lanes.
    pub lanes: u32,
}

impl KdfParams {
    /// The second recommended option of RFC 9106: 64 MiB, three passes, four lanes.
    pub const RECOMMENDED: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The least that OWASP's Password Storage Cheat Sheet allows: 19 MiB, two passes, one lane.
    pub const LEAST: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// The most that a header may ask for: 1 GiB, so that a hostile one cannot take all memory.
    const MOST: Self = Self { memory_kib: 1024 * 1024, passes: 16, lanes: 16 };

    fn is_bounded(&self) -> bool {
        let most = Self::MOST;
        self.memory_kib <= most.memory_kib && self.passes <= most.passes && self.lanes <= most.lanes
    }

    /// Returns parameters that cost at least as much as these and as `least`; `None` if these do already.
    fn raised_to(self, least: Self) -> Option<Self> {
        let work = |kdf: &Self| u64::from(kdf.memory_kib) * u64::from(kdf.passes);
        let is_below = self.memory_kib < least.memory_kib || work(&self) < work(&least);
        let (memory_kib, passes) = (self.memory_kib.max(least.memory_kib), self.passes.max(least.passes));
        is_below.then_some(Self { memory_kib, passes, lanes: least.lanes })
    }

    fn derive(&self, passphrase: &Passphrase, salt: &[u8]) -> Result<Key, VaultError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32));
        let params = params.map_err(|_| VaultError::HeaderAsksTooMuch)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Zeroizing::new([0; 32]);
        argon
            .hash_password_into(passphrase.0.as_bytes(), salt, &mut *key)
            .map_err(|_| VaultError::HeaderAsksTooMuch)?;
        Ok(Key::new(*key))
    }
}

#[derive(Clone, Serialize, Deserialize, PartialEq)]
pub(crate) struct VaultHeader {
    format: u32,
    kdf: KdfParams,
    salt: String,
    by_passphrase: String,
    by_recovery_code: String,
    authentication: String,
}

const BY_PASSPHRASE: &[u8] = b"kring vault 2, vault key wrapped by passphrase";
const BY_RECOVERY_CODE: &[u8] = b"kring vault 2, vault key wrapped by recovery code";

impl VaultHeader {
    pub(crate) fn create(
        keys: &Keys,
        passphrase: &Passphrase,
        kdf: KdfParams,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let mut header = Self {
            format: FORMAT,
            kdf,
            salt: String::new(),
            by_passphrase: String::new(),
            by_recovery_code: String::new(),
            authentication: String::new(),
        };
        header.wrap_by_passphrase(keys, passphrase)?;
        let code = header.renew_recovery_code(keys)?;
        Ok((header, code))
    }

    pub(crate) fn wrap_by_passphrase(
        &mut self,
        keys: &Keys,
        passphrase: &Passphrase,
    ) -> Result<(), VaultError> {
        let salt: [u8; 16] = random()?;
        let wrapping = self.kdf.derive(passphrase, &salt)?;
        self.salt = hex(&salt);
        self.by_passphrase = hex(&wrapping.seal(BY_PASSPHRASE, keys.vault.bytes())?);
        self.authentication = self.authenticate(keys);
        Ok(())
    }

    pub(crate) fn renew_recovery_code(&mut self, keys: &Keys) -> Result<RecoveryCode, VaultError> {
        let code = RecoveryCode::new()?;
        self.by_recovery_code = hex(&recovery_key(&code).seal(BY_RECOVERY_CODE, keys.vault.bytes())?);
        self.authentication = self.authenticate(keys);
        Ok(code)
    }

    fn authenticate(&self, keys: &Keys) -> String {
        let parts = format!(
            "{}|{}|{}|{}|{}|{}|{}",
            self.format,
            self.kdf.memory_kib,
            self.kdf.passes,
            self.kdf.lanes,
            self.salt,
            self.by_passphrase,
            self.by_recovery_code
        );
        blake3::keyed_hash(keys.header.bytes(), parts.as_bytes()).to_hex().to_string()
    }

    fn authentic(&self, vault_key: &[u8]) -> Option<Keys> {
        let keys = Keys::of(Key::new(vault_key.try_into().ok()?));
        let expected = blake3::Hash::from_hex(self.authenticate(&keys)).ok()?;
        // blake3 compares hashes in constant time.
        (blake3::Hash::from_hex(&self.authentication).ok()? == expected).then_some(keys)
    }

    fn open_by_passphrase(&self, passphrase: &Passphrase) -> Result<Option<Keys>, VaultError> {
        let (Some(salt), Some(sealed)) = (unhex(&self.salt), unhex(&self.by_passphrase)) else {
            return Ok(None);
        };
        let wrapping = self.kdf.derive(passphrase, &salt)?;
        Ok(wrapping.open(BY_PASSPHRASE, &sealed).and_then(|key| self.authentic(&key)))
    }

    pub(crate) fn open_by_recovery_code(&self, code: &RecoveryCode) -> Option<Keys> {
        let key = recovery_key(code).open(BY_RECOVERY_CODE, &unhex(&self.by_recovery_code)?)?;
        self.authentic(&key)
    }

    /// Returns a header with the vault key wrapped at a higher cost; `None` if the cost is high enough.
    pub(crate) fn raised_to(
        &self,
        least: KdfParams,
        keys: &Keys,
        passphrase: &Passphrase,
    ) -> Result<Option<Self>, VaultError> {
        let Some(kdf) = self.kdf.raised_to(least) else { return Ok(None) };
        let mut raised = Self { kdf, ..self.clone() };
        raised.wrap_by_passphrase(keys, passphrase)?;
        Ok(Some(raised))
    }

    pub(crate) fn save(&self, disk: &dyn Disk, folder: &Path) -> Result<(), VaultError> {
        let text = serde_json::to_vec_pretty(self).unwrap_or_default();
        NAMES.iter().try_for_each(|name| write_atomically(disk, &folder.join(name), &text))
    }
}

/// The secret that unlocks a vault.
pub(crate) enum Unlock<'a> {
    Passphrase(&'a Passphrase),
    RecoveryCode(&'a RecoveryCode),
}

/// Opens the first intact copy of the header. Also returns the keys, and whether the other copy must be
/// written again.
pub(crate) fn unlock(
    disk: &dyn Disk,
    folder: &Path,
    unlock: &Unlock<'_>,
) -> Result<(VaultHeader, Keys, bool), VaultError> {
    let copies: Vec<Result<VaultHeader, VaultError>> =
        NAMES.iter().map(|name| read(disk, folder, name)).collect();
    let same = matches!((&copies[0], &copies[1]), (Ok(one), Ok(other)) if one == other);
    let mut refusal = None;
    for copy in copies.into_iter().take(if same { 1 } else { 2 }) {
        let opened = copy.and_then(|header| {
            let keys = match unlock {
                Unlock::Passphrase(passphrase) => header.open_by_passphrase(passphrase)?,
                Unlock::RecoveryCode(code) => header.open_by_recovery_code(code),
            };
            match (keys, unlock) {
                (Some(keys), _) => Ok((header, keys)),
                (None, Unlock::Passphrase(_)) => Err(VaultError::WrongPassphrase),
                (None, Unlock::RecoveryCode(_)) => Err(VaultError::WrongRecoveryCode),
            }
        });
        match (opened, &refusal) {
            (Ok((header, keys)), _) => return Ok((header, keys, !same)),
            // A wrong passphrase is likelier than a damaged copy, so report that one.
            (Err(error @ (VaultError::WrongPassphrase | VaultError::WrongRecoveryCode)), _) => {
                refusal = Some(error);
            }
            (Err(error), None) => refusal = Some(error),
            (Err(_), Some(_)) => {}
        }
    }
    Err(refusal.unwrap_or(VaultError::HeaderDamaged { path: folder.to_owned() }))
}

fn read(disk: &dyn Disk, folder: &Path, name: &str) -> Result<VaultHeader, VaultError> {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let damaged = || VaultError::HeaderDamaged { path: folder.to_owned() };
    let bytes = disk.open(&folder.join(name)).and_then(|mut file| file.read()).map_err(|_| damaged())?;
    let Format { format: found } = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if found > FORMAT {
        return Err(VaultError::NewerFormat { found, known: FORMAT });
    }
    if found < FORMAT {
        return Err(VaultError::OlderFormat { found, known: FORMAT });
    }
    let header: VaultHeader = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if header.kdf.is_bounded() { Ok(header) } else { Err(VaultError::HeaderAsksTooMuch) }
}

fn recovery_key(code: &RecoveryCode) -> Key {
    Key::new(blake3::derive_key("kring 2026 vault key wrapped by recovery code", &*code.0))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
