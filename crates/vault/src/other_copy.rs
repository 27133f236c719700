//! A vault of its own, made from what another copy of this vault wrote into the same folder.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::copies;
use crate::error::VaultError;
use crate::vault::Vault;

impl Vault {
    /// Saves what another copy wrote into this folder as a vault in a new folder, with the passphrase and the
    /// recovery code of this one. The name is that of [`Repair::OtherCopy`](crate::Repair::OtherCopy).
    ///
    /// Nothing is removed here: a program that synchronises the folder would remove it where it was written.
    ///
    /// # Errors
    ///
    /// Fails if the new folder exists already, and with [`VaultError::NotAVault`] if no other copy has stores
    /// under that name. A folder that could not be filled is removed.
    pub fn save_other_copy(&self, name: &str, folder: &Path) -> Result<(), VaultError> {
        // An edit in the meantime may compact the journal, but never touches the stores of others.
        let own = self.incarnation();
        let others = copies::names_of_others(&*self.disk, &self.folder, own)?;
        if !others.iter().any(|(_, other)| other == name) {
            return Err(VaultError::NotAVault { path: self.folder.join(name) });
        }
        match fs::create_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(VaultError::AlreadyExists { path: folder.to_owned() });
            }
            created => created.map_err(VaultError::io(folder))?,
        }
        let saved = copy_durably(&self.folder.join(name), &folder.join(name))
            .map_err(VaultError::io(folder))
            // The header comes last: without it the folder is no vault.
            .and_then(|()| self.header().save(&*self.disk, folder))
            .and_then(|()| {
                let parent = folder.parent().unwrap_or(folder);
                self.disk.sync_folder(parent).map_err(VaultError::io(parent))
            });
        if saved.is_err() {
            let _ = fs::remove_dir_all(folder);
        }
        saved
    }
}

/// Copies a file, or a folder with everything in it.
fn copy_durably(from: &Path, to: &Path) -> io::Result<()> {
    if !fs::metadata(from)?.is_dir() {
        fs::copy(from, to)?;
        return File::open(to)?.sync_all();
    }
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy_durably(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
