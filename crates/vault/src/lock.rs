//! The lock of a vault, which one process holds at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::VaultError;

const NAME: &str = "lock";

/// The lock of a vault, held until it is dropped.
pub(crate) struct Lock(File);

impl Lock {
    /// Takes the lock of the vault in a folder; fails if another process holds it.
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

/// Unlocks the file instead of only closing it: a child process that is just starting still holds a copy of
/// the open file, and the system keeps the lock as long as any copy is open.
impl Drop for Lock {
    fn drop(&mut self) {
        // If unlocking fails, the lock goes when the last copy is closed.
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_vault_is_free_even_while_a_child_process_starts() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path()).unwrap();
        assert!(matches!(Lock::take(folder.path()), Err(VaultError::InUse { .. })));
        // This stands for the copy that a child process holds between fork and exec.
        let _copy = lock.0.try_clone().unwrap();
        drop(lock);
        assert!(Lock::take(folder.path()).is_ok());
    }
}
