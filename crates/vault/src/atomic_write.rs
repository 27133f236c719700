//! Atomic writes: a file is either whole or not there (write, sync, rename, sync the folder).

use std::path::Path;

use crate::disk::Disk;
use crate::error::VaultError;

/// Writes a file whole or not at all; it is durable when this returns.
pub(crate) fn write_atomically(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let fresh = path.with_extension("new");
    let written = disk.create(&fresh).and_then(|mut file| {
        file.append(bytes)?;
        file.sync()
    });
    written.map_err(VaultError::io(&fresh))?;
    disk.rename(&fresh, path).map_err(VaultError::io(path))?;
    path.parent().map_or(Ok(()), |folder| disk.sync_folder(folder).map_err(VaultError::io(folder)))
}
