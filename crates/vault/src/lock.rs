//! The lock of a vault: one process opens it at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::VaultError;

const NAME: &str = "lock";

/// Holds a vault until it is dropped.
pub(crate) struct Lock(File);

impl Lock {
    /// Takes the lock of the vault in a folder; refuses where another holds it.
    pub(crate) fn take(folder: &Path) -> Result<Self, VaultError> {
        let path = folder.join(NAME);
        let options = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = options.map_err(VaultError::io(folder))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(VaultError::InUse { path: folder.to_owned() }),
            Err(TryLockError::Error(error)) => Err(VaultError::io(&path)(error)),
        }
    }
}

/// Closing the file is not enough: a program that is being started at this moment has a copy of it until it runs, and the
/// system keeps the lock as long as any copy is open.
impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be unlocked is unlocked when the last copy is closed.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use super::*;

    #[test]
    fn a_vault_is_free_once_it_is_closed_though_a_program_is_being_started() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        assert!(matches!(Lock::take(folder.path()), Err(VaultError::InUse { .. })));
        // What a child holds between its beginning and its program.
        let _copy = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(Lock::take(folder.path()).is_ok());
    }
}
