//! The open vault: opening, reading and writing.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::batch::{Batch, EntryAddress};
use crate::disk::{SharedDisk, SystemDisk};
use crate::document_id::DocumentId;
use crate::error::{Repair, VaultError};
use crate::frame;
use crate::header::{self, KdfParams, Unlock, VaultHeader};
use crate::incarnation::{Incarnation, Mark};
use crate::index::SealedChange;
use crate::journal::{self, Journal};
use crate::latest_operations::LatestOperations;
use crate::lock::Lock;
use crate::operation::{Change, Operation};
use crate::seal::{Key, Keys};
use crate::secret::{Passphrase, RecoveryCode};
use crate::sled_thread::SledThread;
use crate::stores::{Site, Stores};

/// The size below which a journal is not worth compacting, in bytes.
pub(crate) const SMALL: u64 = 4 * 1024 * 1024;

/// The open store of one account. Dropping it closes the store and zeroises its keys.
pub struct Vault {
    pub(crate) disk: SharedDisk,
    pub(crate) folder: PathBuf,
    pub(crate) keys: Keys,
    header: Mutex<VaultHeader>,
    pub(crate) state: Mutex<VaultState>,
    refused: AtomicU64,
    /// Held while the vault is open; the system releases it even when the program is killed.
    _lock: Lock,
}

/// The stores of an open vault.
pub(crate) struct VaultState {
    pub(crate) journal: Journal,
    pub(crate) sled: SledThread,
    pub(crate) mark: Mark,
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
        Self::create_on(Arc::new(SystemDisk), folder, passphrase, kdf, first)
    }

    pub(crate) fn create_on(
        disk: SharedDisk,
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
        first: Batch,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        // A relative path may have no parent to sync.
        let folder = &std::path::absolute(folder).map_err(VaultError::io(folder))?;
        disk.create_folder(folder).map_err(VaultError::io(folder))?;
        let exists = || Err(VaultError::AlreadyExists { path: folder.to_owned() });
        if holds_more_than(folder, 0)? {
            return exists();
        }
        let lock = Lock::take(folder)?;
        // Another program may have created a vault before this one took the lock.
        if holds_more_than(folder, 1)? {
            return exists();
        }
        let created = Self::fill(disk, folder, passphrase, kdf, first, lock);
        if created.is_err() {
            // The folder was empty, so everything in it is new. Remove it, so that the name is free for
            // another try.
            let _ = fs::remove_dir_all(folder);
        }
        created
    }

    fn fill(
        disk: SharedDisk,
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
        first: Batch,
        lock: Lock,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let keys = Keys::of(Key::random()?);
        let (header, code) = VaultHeader::create(&keys, passphrase, kdf)?;
        let (vault, _) = Self::open_with_keys(disk, folder, header, keys, lock)?;
        vault.commit(first)?;
        lock_mutex(&vault.header).save(&*vault.disk, folder)?;
        if let Some(parent) = folder.parent() {
            vault.disk.sync_folder(parent).map_err(VaultError::io(parent))?;
        }
        Ok((vault, code))
    }

    /// Opens a vault. Also returns the repairs that opening made.
    ///
    /// A vault from a time of slower computers is wrapped anew at the cost that is recommended now.
    pub fn open(folder: &Path, passphrase: &Passphrase) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::open_at_cost(folder, passphrase, KdfParams::RECOMMENDED)
    }

    /// Opens a vault as [`Vault::open`] does, with another cost in place of the recommended one.
    pub fn open_at_cost(
        folder: &Path,
        passphrase: &Passphrase,
        least: KdfParams,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let disk: SharedDisk = Arc::new(SystemDisk);
        let (vault, repairs) = Self::unlock(disk, folder, &Unlock::Passphrase(passphrase))?;
        // The vault is open already: a cost that cannot be raised now, on a full disk, is raised the next
        // time.
        let _ = vault.raise_cost(passphrase, least);
        Ok((vault, repairs))
    }

    /// Opens a vault whose passphrase was forgotten. The caller should set a new passphrase next.
    pub fn open_with_recovery(folder: &Path, code: &RecoveryCode) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::unlock(Arc::new(SystemDisk), folder, &Unlock::RecoveryCode(code))
    }

    pub(crate) fn unlock(
        disk: SharedDisk,
        folder: &Path,
        unlock: &Unlock<'_>,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let names = disk.names(folder).map_err(VaultError::io(folder))?;
        if !names.iter().any(|name| header::NAMES.contains(&name.as_str())) {
            return Err(VaultError::NotAVault { path: folder.to_owned() });
        }
        let lock = Lock::take(folder)?;
        let (header, keys, mend_header) = header::unlock(&*disk, folder, unlock)?;
        let mut repairs = Vec::new();
        if mend_header {
            header.save(&*disk, folder)?;
            repairs.push(Repair::Header);
        }
        let (vault, found) = Self::open_with_keys(disk, folder, header, keys, lock)?;
        repairs.extend(found);
        Ok((vault, repairs))
    }

    fn open_with_keys(
        disk: SharedDisk,
        folder: &Path,
        header: VaultHeader,
        keys: Keys,
        lock: Lock,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let (stores, latest, repairs) = Site { disk: &disk, folder, keys: &keys }.open()?;
        let Stores { journal, sled, mark } = stores;
        let state = VaultState {
            compact_length: latest.journal_size().max(SMALL),
            next: latest.next_number(),
            resident: latest.into_resident(),
            chunk_counts: HashMap::new(),
            journal,
            sled,
            mark,
        };
        let vault = Self {
            disk,
            folder: folder.to_owned(),
            keys,
            header: Mutex::new(header),
            state: Mutex::new(state),
            refused: AtomicU64::new(0),
            _lock: lock,
        };
        Ok((vault, repairs))
    }

    pub(crate) fn site(&self) -> Site<'_> {
        Site { disk: &self.disk, folder: &self.folder, keys: &self.keys }
    }

    fn raise_cost(&self, passphrase: &Passphrase, least: KdfParams) -> Result<(), VaultError> {
        let mut header = lock_mutex(&self.header);
        match header.raised_to(least, &self.keys, passphrase)? {
            Some(raised) => self.replace_header(&mut header, raised),
            None => Ok(()),
        }
    }

    fn replace_header(&self, header: &mut VaultHeader, fresh: VaultHeader) -> Result<(), VaultError> {
        self.state().journal.is_writable()?;
        let saved = fresh.save(&*self.disk, &self.folder);
        match saved {
            Ok(()) => *header = fresh,
            // The caller reports that nothing has changed, and nobody will learn the new recovery code: the
            // old header must not be lost to a failure after the renaming.
            Err(_) => drop(header.save(&*self.disk, &self.folder)),
        }
        saved
    }

    /// Wraps the vault key by a new passphrase. No entry is encrypted again.
    pub fn change_passphrase(&self, new: &Passphrase) -> Result<(), VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        fresh.wrap_by_passphrase(&self.keys, new)?;
        self.replace_header(&mut header, fresh)
    }

    /// Returns a new recovery code. The old one no longer opens the vault.
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode, VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        let code = fresh.renew_recovery_code(&self.keys)?;
        self.replace_header(&mut header, fresh)?;
        Ok(code)
    }

    /// Returns whether the passphrase opens this vault, which stays open.
    pub fn matches_passphrase(&self, passphrase: &Passphrase) -> Result<bool, VaultError> {
        match header::unlock(&*self.disk, &self.folder, &Unlock::Passphrase(passphrase)) {
            Ok(_) => Ok(true),
            Err(VaultError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Returns the header.
    pub(crate) fn header(&self) -> MutexGuard<'_, VaultHeader> {
        lock_mutex(&self.header)
    }

    /// Returns whether the code opens this vault. People type it back once, to prove that they wrote it down
    /// correctly.
    pub fn matches_recovery_code(&self, code: &RecoveryCode) -> bool {
        lock_mutex(&self.header).open_by_recovery_code(code).is_some()
    }

    /// Writes a batch, all or nothing. It is durable when this returns.
    pub fn commit(&self, batch: Batch) -> Result<(), VaultError> {
        let committed = self.try_commit(batch);
        if committed.is_err() {
            self.refused.fetch_add(1, Ordering::Relaxed);
        }
        committed
    }

    /// Returns the number of batches that were refused since the vault was opened. Whoever keeps data in
    /// memory that a batch should have made durable loads it again when this number grows.
    pub fn refused_batches(&self) -> u64 {
        self.refused.load(Ordering::Relaxed)
    }

    fn try_commit(&self, batch: Batch) -> Result<(), VaultError> {
        if batch.operations.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        let number = state.next;
        let operations: Vec<Operation> = (number..)
            .zip(batch.operations)
            .map(|(number, (address, value))| Operation {
                number,
                address,
                change: value.map_or(Change::Delete, Change::Put),
            })
            .collect();
        frame::check_size(&operations)?;
        let changes = operations.iter().map(|operation| SealedChange::of(&self.keys, operation));
        let changes = changes.collect::<Result<_, _>>()?;
        state.journal.append(&self.keys.journal, &operations)?;
        state.next += operations.len() as u64;
        for Operation { address, change, .. } in
            operations.into_iter().filter(|one| one.address.0.is_resident())
        {
            match change {
                Change::Put(value) => drop(state.resident.insert(address, value)),
                _ => drop(state.resident.remove(&address)),
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
        self.state().mark.incarnation
    }

    /// Replaces the journal by a fresh one that holds the latest operations, unless a part of the old one is
    /// damaged.
    pub(crate) fn compact(&self, state: &mut VaultState) -> Result<(), VaultError> {
        // Entries that are durable only in the old journal must not go before sled has them. The flush
        // returns once sled has made every change that was sent. For an abandoned sled it fails, and the old
        // journal stays.
        state.sled.flush()?;
        let mut latest = LatestOperations::default();
        let journal = &mut state.journal;
        let found = journal.read(&self.keys.journal, |operation| latest.add(operation))?;
        if found.is_whole() {
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

/// Notes where the journal ends, so that an older journal that is put back later is noticed.
impl Drop for Vault {
    fn drop(&mut self) {
        let mut state = self.state();
        let frames = state.journal.end().next;
        if state.journal.is_writable().is_ok() && state.mark.is_behind(frames) {
            // Without this mark the next opening makes one.
            let _ = state.mark.advance(&self.disk, &self.folder, &self.keys.incarnation, frames);
        }
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

/// Returns the path of the journal of a vault, for callers that measure or copy it. Of several it is the one
/// that was written last.
pub fn journal_path(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let journals = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| journal::writer_of(name).is_some()));
    let written = |entry: &fs::DirEntry| entry.metadata().and_then(|metadata| metadata.modified()).ok();
    journals.max_by_key(written).map_or_else(|| folder.join("journal"), |entry| entry.path())
}
