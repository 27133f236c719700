//! The open vault: opening, reading and writing.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::atomic_write::sync_folder;
use crate::batch::{Batch, EntryAddress, Operation};
use crate::document_id::DocumentId;
use crate::error::{Repair, VaultError};
use crate::header::{self, KdfParams, Unlock, VaultHeader};
use crate::incarnation::{self, Incarnation};
use crate::index::SealedChange;
use crate::journal::{self, Journal};
use crate::latest_operations::LatestOperations;
use crate::lock::Lock;
use crate::reconcile::{Reconciled, reconcile};
use crate::seal::{Key, Keys};
use crate::secret::{Passphrase, RecoveryCode};
use crate::sled_thread::SledThread;

/// The size below which a journal is not worth compacting, in bytes.
pub(crate) const SMALL: u64 = 4 * 1024 * 1024;

/// The open store of one account. Dropping it closes the store and zeroises its keys.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) keys: Keys,
    header: Mutex<VaultHeader>,
    incarnation: Incarnation,
    pub(crate) state: Mutex<VaultState>,
    /// Held while the vault is open; the system releases it even when the program is killed.
    _lock: Lock,
}

/// The stores of an open vault.
pub(crate) struct VaultState {
    pub(crate) journal: Journal,
    pub(crate) sled: SledThread,
    /// The number of the next operation.
    pub(crate) next: u64,
    /// The length of the journal when it last held only the latest operations.
    pub(crate) compact_length: u64,
    chunk_counts: HashMap<DocumentId, u32>,
    /// Every entry of the shelves that stay in memory.
    pub(crate) resident: BTreeMap<EntryAddress, Vec<u8>>,
}

impl Vault {
    /// Creates a vault with its first entries, in a folder that is empty or does not exist.
    ///
    /// If this fails, or the program ends in the middle, there is no vault: the header is written last.
    pub fn create(
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
        first: Batch,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        // A relative path may have no parent to sync.
        let folder = &std::path::absolute(folder).map_err(VaultError::io(folder))?;
        fs::create_dir_all(folder).map_err(VaultError::io(folder))?;
        let exists = || Err(VaultError::AlreadyExists { path: folder.to_owned() });
        if holds_more_than(folder, 0)? {
            return exists();
        }
        let lock = Lock::take(folder)?;
        // Another program may have created a vault before this one took the lock.
        if holds_more_than(folder, 1)? {
            return exists();
        }
        let created = Self::fill(folder, passphrase, kdf, first, lock);
        if created.is_err() {
            // The folder was empty, so everything in it is new. Remove it, so that the name is free for
            // another try.
            let _ = fs::remove_dir_all(folder);
        }
        created
    }

    fn fill(
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
        first: Batch,
        lock: Lock,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let keys = Keys::of(Key::random()?);
        let (header, code) = VaultHeader::create(&keys, passphrase, kdf)?;
        let (vault, _) = Self::open_with_keys(folder, header, keys, lock)?;
        vault.commit(first)?;
        lock_mutex(&vault.header).save(folder)?;
        folder.parent().map_or(Ok(()), sync_folder)?;
        Ok((vault, code))
    }

    /// Opens a vault. Also returns the repairs that opening made.
    pub fn open(folder: &Path, passphrase: &Passphrase) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::unlock(folder, &Unlock::Passphrase(passphrase))
    }

    /// Opens a vault whose passphrase was forgotten. The caller should set a new passphrase next.
    pub fn open_with_recovery(folder: &Path, code: &RecoveryCode) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::unlock(folder, &Unlock::RecoveryCode(code))
    }

    fn unlock(folder: &Path, unlock: &Unlock<'_>) -> Result<(Self, Vec<Repair>), VaultError> {
        if !header::NAMES.iter().any(|name| folder.join(name).exists()) {
            return Err(VaultError::NotAVault { path: folder.to_owned() });
        }
        let lock = Lock::take(folder)?;
        let (header, keys, mend_header) = header::unlock(folder, unlock)?;
        let mut repairs = Vec::new();
        if mend_header {
            header.save(folder)?;
            repairs.push(Repair::Header);
        }
        let (vault, found) = Self::open_with_keys(folder, header, keys, lock)?;
        repairs.extend(found);
        Ok((vault, repairs))
    }

    fn open_with_keys(
        folder: &Path,
        header: VaultHeader,
        keys: Keys,
        lock: Lock,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let incarnation = incarnation::find_or_make(folder)?;
        let Reconciled { journal, sled, latest, repairs } = reconcile(folder, &keys)?;
        let state = VaultState {
            compact_length: latest.journal_size().max(SMALL),
            next: latest.next_number(),
            resident: latest.into_resident(),
            chunk_counts: HashMap::new(),
            journal,
            sled,
        };
        let vault = Self {
            folder: folder.to_owned(),
            keys,
            header: Mutex::new(header),
            incarnation,
            state: Mutex::new(state),
            _lock: lock,
        };
        Ok((vault, repairs))
    }

    /// Wraps the vault key by a new passphrase. No entry is encrypted again.
    pub fn change_passphrase(&self, new: &Passphrase) -> Result<(), VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        fresh.wrap_by_passphrase(&self.keys, new)?;
        fresh.save(&self.folder)?;
        *header = fresh;
        Ok(())
    }

    /// Returns a new recovery code. The old one no longer opens the vault.
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode, VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        let code = fresh.renew_recovery_code(&self.keys)?;
        fresh.save(&self.folder)?;
        *header = fresh;
        Ok(code)
    }

    /// Returns whether the passphrase opens this vault, which stays open.
    pub fn matches_passphrase(&self, passphrase: &Passphrase) -> Result<bool, VaultError> {
        match header::unlock(&self.folder, &Unlock::Passphrase(passphrase)) {
            Ok(_) => Ok(true),
            Err(VaultError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Returns whether the code opens this vault. People type it back once, to prove that they wrote it down
    /// correctly.
    pub fn matches_recovery_code(&self, code: &RecoveryCode) -> bool {
        lock_mutex(&self.header).open_by_recovery_code(code).is_some()
    }

    /// Writes a batch, all or nothing. It is durable when this returns.
    pub fn commit(&self, batch: Batch) -> Result<(), VaultError> {
        if batch.operations.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        let number = state.next;
        let operations: Vec<Operation> = (number..)
            .zip(batch.operations)
            .map(|(number, (address, value))| Operation { number, address, value })
            .collect();
        let changes = operations.iter().map(|operation| SealedChange::of(&self.keys, operation));
        let changes = changes.collect::<Result<_, _>>()?;
        state.journal.append(&self.keys.journal, &operations)?;
        state.next += operations.len() as u64;
        for Operation { address, value, .. } in
            operations.into_iter().filter(|one| one.address.0.is_resident())
        {
            match value {
                Some(value) => drop(state.resident.insert(address, value)),
                None => drop(state.resident.remove(&address)),
            }
        }
        state.sled.put(changes);
        if state.journal.length() > 2 * state.compact_length {
            // The batch is durable already. A compaction that fails on a full disk is tried again with the
            // next batch.
            let _ = self.compact(&mut state);
        }
        Ok(())
    }

    /// Returns the incarnation, which tells this copy of the vault from every other.
    pub fn incarnation(&self) -> Incarnation {
        self.incarnation
    }

    /// Replaces the journal by a fresh one that holds the latest operations, unless a part of the old one is
    /// damaged.
    fn compact(&self, state: &mut VaultState) -> Result<(), VaultError> {
        // Entries that are durable only in the old journal must not go before sled has them. The flush
        // returns once sled has made every change that was sent. For an abandoned sled it fails, and the old
        // journal stays.
        state.sled.flush()?;
        let mut latest = LatestOperations::default();
        let journal = &mut state.journal;
        let found = journal.read(&self.keys.journal, |operation| latest.add(operation))?;
        if found.unreadable == 0 {
            journal.rewrite(&self.keys.journal, &latest)?;
            state.compact_length = journal.length().max(SMALL);
        }
        Ok(())
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, VaultState> {
        lock_mutex(&self.state)
    }

    /// Returns the number of chunks of a document.
    pub(crate) fn chunk_count(&self, document: DocumentId) -> Result<u32, VaultError> {
        if let Some(count) = self.state().chunk_counts.get(&document) {
            return Ok(*count);
        }
        Ok(self.chunks(document)?.len() as u32)
    }

    /// Remembers the number of chunks of a document.
    pub(crate) fn remember_count(&self, document: DocumentId, count: usize) {
        self.state().chunk_counts.insert(document, count as u32);
    }

    /// Adds one to the remembered number of chunks of a document.
    pub(crate) fn count_one_more(&self, document: DocumentId) {
        if let Some(count) = self.state().chunk_counts.get_mut(&document) {
            *count += 1;
        }
    }

    /// Forgets the number of chunks of a document, so that the next reader counts them.
    pub(crate) fn forget_count(&self, document: DocumentId) {
        self.state().chunk_counts.remove(&document);
    }
}

/// Locks a mutex even after a panic elsewhere: every change of the data is one assignment, so the data is
/// whole.
fn lock_mutex<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn holds_more_than(folder: &Path, entries: usize) -> Result<bool, VaultError> {
    Ok(fs::read_dir(folder).map_err(VaultError::io(folder))?.nth(entries).is_some())
}

/// Returns the path of the journal of a vault, for callers that measure or copy it.
pub fn journal_path(folder: &Path) -> PathBuf {
    folder.join(journal::NAME)
}
