//! Files that are whole or not there: write, sync, rename, sync the folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::VaultError;

pub(crate) fn write_durably(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let fresh = path.with_extension("new");
    let written = File::create(&fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(VaultError::io(&fresh))?;
    put_in_place(&fresh, path)
}

/// Renames a synced file over `path`, and makes the renaming itself durable.
pub(crate) fn put_in_place(fresh: &Path, path: &Path) -> Result<(), VaultError> {
    fs::rename(fresh, path).map_err(VaultError::io(path))?;
    path.parent().map_or(Ok(()), sync_folder)
}

#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> Result<(), VaultError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(VaultError::io(folder))
}

/// Windows has no sync of a folder; its file systems journal the renaming.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> Result<(), VaultError> {
    Ok(())
}
