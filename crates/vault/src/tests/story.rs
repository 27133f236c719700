//! A vault on a model disk with a history of changes, and what must be there after each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

use super::model_disk::ModelDisk;
use crate::batch::{Batch, Shelf};
use crate::error::{Repair, VaultError};
use crate::header::{KdfParams, Unlock};
use crate::incarnation::Incarnation;
use crate::secret::{Passphrase, RecoveryCode};
use crate::vault::Vault;

pub(crate) type Entries = BTreeMap<Vec<u8>, Vec<u8>>;

/// One change of a vault.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// Writes entries, or deletes those without a value.
    Commit(Vec<(u8, Option<Vec<u8>>)>),
    Compact,
    Vacuum,
    NewRecoveryCode,
    NewPassphrase,
    NewIncarnation,
    Reopen,
}

/// The state that was acknowledged.
#[derive(Clone)]
pub(crate) struct Acknowledged {
    /// The number of calls of the disk up to then.
    pub(crate) calls: usize,
    pub(crate) entries: Entries,
    pub(crate) code: String,
    pub(crate) incarnation: Incarnation,
}

/// A vault with its history.
pub(crate) struct Story {
    /// sled and the lock are here.
    home: TempDir,
    disk: ModelDisk,
    vault: Option<Vault>,
    now: Acknowledged,
}

pub(crate) fn put(key: u8, value: &[u8]) -> Change {
    Change::Commit(vec![(key, Some(value.to_vec()))])
}

/// Returns pseudo-random changes, the same in every run.
pub(crate) fn random_changes(seed: u64, count: usize) -> Vec<Change> {
    let mut state = seed;
    let mut random = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut change = || match random(20) {
        0..=1 => Change::Compact,
        2 => Change::Vacuum,
        3 => Change::NewRecoveryCode,
        4 => Change::NewPassphrase,
        5 => Change::NewIncarnation,
        6..=7 => Change::Reopen,
        _ => {
            let mut entry = || {
                let value = vec![random(256) as u8; random(40) as usize];
                (random(6) as u8, (random(4) > 0).then_some(value))
            };
            Change::Commit(vec![entry(), entry()])
        }
    };
    (0..count).map(|_| change()).collect()
}

impl Story {
    /// Creates a vault. Fails if the disk does.
    pub(crate) fn begin(disk: ModelDisk) -> Result<Self, VaultError> {
        // In memory if possible: sled is opened hundreds of times, and its syncs are not looked at.
        let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let passphrase = Passphrase::from("fiets paraplu zondag".to_owned());
        let folder = home.path().join("anna");
        let mut first = Batch::default();
        first.put(Shelf::Settings, &[255], b"first");
        let created =
            Vault::create_on(Arc::new(disk.clone()), &folder, &passphrase, KdfParams::LEAST, first)?;
        let entries = Entries::from([(vec![255], b"first".to_vec())]);
        let now = Acknowledged {
            calls: disk.calls(),
            entries,
            code: created.1.to_string(),
            incarnation: created.0.incarnation(),
        };
        Ok(Self { home, disk, vault: Some(created.0), now })
    }

    /// Returns what has been acknowledged up to now.
    pub(crate) fn now(&self) -> &Acknowledged {
        &self.now
    }

    pub(crate) fn vault(&self) -> &Vault {
        self.vault.as_ref().unwrap()
    }

    /// Makes a change. Only once it succeeds is it acknowledged.
    pub(crate) fn make(&mut self, change: &Change) -> Result<(), VaultError> {
        let mut next = self.now.clone();
        match change {
            Change::Commit(entries) => {
                self.vault().commit(batch(entries))?;
                next.entries = after(&next.entries, change);
            }
            Change::Compact => self.vault().compact(&mut self.vault().state())?,
            Change::Vacuum => self.vault().vacuum()?,
            Change::NewRecoveryCode => next.code = self.vault().renew_recovery_code()?.to_string(),
            Change::NewPassphrase => {
                self.vault().change_passphrase(&Passphrase::from("trompet wolk kelder".to_owned()))?;
            }
            Change::NewIncarnation => next.incarnation = self.vault().renew_incarnation()?,
            Change::Reopen => {
                drop(self.vault.take());
                let (vault, repairs) = unlock(&self.disk, &self.folder(), &self.now.code)?;
                assert_eq!(repairs, []);
                self.vault = Some(vault);
            }
        }
        self.now = Acknowledged { calls: self.disk.calls(), ..next };
        Ok(())
    }

    /// Closes the vault and returns the folder in which sled and the lock were, emptied.
    pub(crate) fn close(&mut self) -> PathBuf {
        drop(self.vault.take());
        self.empty_folder()
    }

    /// Removes sled, so that only what is on the model disk counts.
    pub(crate) fn empty_folder(&self) -> PathBuf {
        let folder = self.folder();
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("anna")
    }
}

/// Returns the entries after a change.
pub(crate) fn after(entries: &Entries, change: &Change) -> Entries {
    let mut entries = entries.clone();
    if let Change::Commit(changed) = change {
        for (key, value) in changed {
            match value {
                Some(value) => drop(entries.insert(vec![*key], value.clone())),
                None => drop(entries.remove(&vec![*key])),
            }
        }
    }
    entries
}

/// Returns every entry of an open vault.
pub(crate) fn entries(vault: &Vault) -> Entries {
    vault.scan(Shelf::Settings).unwrap().into_iter().collect()
}

/// Opens a vault by its recovery code, which is fast.
pub(crate) fn unlock(
    disk: &ModelDisk,
    folder: &Path,
    code: &str,
) -> Result<(Vault, Vec<Repair>), VaultError> {
    let code: RecoveryCode = code.parse()?;
    Vault::unlock(Arc::new(disk.clone()), folder, &Unlock::RecoveryCode(&code))
}

fn batch(entries: &[(u8, Option<Vec<u8>>)]) -> Batch {
    let mut batch = Batch::default();
    for (key, value) in entries {
        match value {
            Some(value) => batch.put(Shelf::Settings, &[*key], value),
            None => batch.delete(Shelf::Settings, &[*key]),
        }
    }
    batch
}
