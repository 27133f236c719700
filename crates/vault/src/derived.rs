//! Sealed files of derived data, which can be computed again: an index for searching, for example.
//!
//! They are outside the journal, so that they delay no edit and do not make the journal grow. They are not
//! synced: a file that is damaged or missing counts as never written.

use std::fs;
use std::path::PathBuf;

use crate::error::VaultError;
use crate::header::hex;
use crate::vault::Vault;

const FOLDER: &str = "derived";
/// The associated data of a file, before its name.
const SEALED_AS: &[u8] = b"kring vault 2, derived ";

impl Vault {
    /// Saves derived data under a name; replaces what was saved there.
    pub fn save_derived(&self, name: &[u8], bytes: &[u8]) -> Result<(), VaultError> {
        let path = self.derived_path(name);
        let fresh = path.with_extension("new");
        let sealed = self.keys.derived.seal(&[SEALED_AS, name].concat(), bytes)?;
        let folder = self.folder.join(FOLDER);
        fs::create_dir_all(&folder).map_err(VaultError::io(&folder))?;
        fs::write(&fresh, sealed).map_err(VaultError::io(&fresh))?;
        fs::rename(&fresh, &path).map_err(VaultError::io(&path))
    }

    /// Returns the derived data under a name; `None` if it is damaged or missing.
    pub fn derived(&self, name: &[u8]) -> Option<Vec<u8>> {
        let sealed = fs::read(self.derived_path(name)).ok()?;
        let opened = self.keys.derived.open(&[SEALED_AS, name].concat(), &sealed)?;
        Some(opened.to_vec())
    }

    /// Removes the derived data under a name.
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

    /// Returns the file of a name. The file name is blinded, as every name in a vault.
    fn derived_path(&self, name: &[u8]) -> PathBuf {
        let named = blake3::keyed_hash(self.keys.names.bytes(), &[SEALED_AS, name].concat());
        self.folder.join(FOLDER).join(hex(&named.as_bytes()[..16]))
    }
}
