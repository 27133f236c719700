//! Beside the journal: sealed files with what can be computed again, such as an index for searching.
//!
//! They are never the truth. They stand outside the journal, so that they make no edit wait and do not make it grow; they are
//! not synced, and one that is damaged or gone is as one that was never made.

use std::fs;
use std::path::PathBuf;

use crate::error::VaultError;
use crate::header::hex;
use crate::vault::Vault;

const FOLDER: &str = "derived";
/// What the bytes are tied to, besides their name.
const SEALED_AS: &[u8] = b"kring vault 1, derived ";

impl Vault {
    /// Keeps something that can be computed again, in place of what stood under that name.
    pub fn save_derived(&self, name: &[u8], bytes: &[u8]) -> Result<(), VaultError> {
        let path = self.derived_path(name);
        let fresh = path.with_extension("new");
        let sealed = self.keys.derived.seal(&[SEALED_AS, name].concat(), bytes)?;
        let folder = self.folder.join(FOLDER);
        fs::create_dir_all(&folder).map_err(VaultError::io(&folder))?;
        fs::write(&fresh, sealed).map_err(VaultError::io(&fresh))?;
        fs::rename(&fresh, &path).map_err(VaultError::io(&path))
    }

    /// What was kept under a name; `None` where that is damaged or gone.
    pub fn derived(&self, name: &[u8]) -> Option<Vec<u8>> {
        let sealed = fs::read(self.derived_path(name)).ok()?;
        let opened = self.keys.derived.open(&[SEALED_AS, name].concat(), &sealed)?;
        Some(opened.to_vec())
    }

    /// Removes what was kept under a name.
    pub fn remove_derived(&self, name: &[u8]) -> Result<(), VaultError> {
        let path = self.derived_path(name);
        for path in [path.with_extension("new"), path] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(VaultError::io(&path)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Names are blinded, as all names in a vault are.
    fn derived_path(&self, name: &[u8]) -> PathBuf {
        let named = blake3::keyed_hash(self.keys.names.bytes(), &[SEALED_AS, name].concat());
        self.folder.join(FOLDER).join(hex(&named.as_bytes()[..16]))
    }
}
