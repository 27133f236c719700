//! Atomic writes: a file is either whole or not there (write, sync, rename, sync the folder).

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::VaultError;

/// Writes a file whole or not at all; it is durable when this returns.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let fresh = path.with_extension("new");
    let written = File::create(&fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(VaultError::io(&fresh))?;
    replace_atomically(&fresh, path)
}

/// Renames a synced file to `path`, and makes the renaming itself durable.
pub(crate) fn replace_atomically(fresh: &Path, path: &Path) -> Result<(), VaultError> {
    fs::rename(fresh, path).map_err(VaultError::io(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder durable.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> Result<(), VaultError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(VaultError::io(folder))
}

/// Does nothing: Windows cannot sync a folder, and its file systems journal renamings themselves.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> Result<(), VaultError> {
    Ok(())
}
