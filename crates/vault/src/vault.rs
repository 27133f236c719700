//! The open vault.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::batch::{Batch, Operation, Place, Shelf};
use crate::check::Problem;
use crate::document::DocumentId;
use crate::durable::sync_folder;
use crate::error::{Repair, VaultError};
use crate::header::{self, Header, KdfParams, Unlock};
use crate::incarnation::{self, Incarnation};
use crate::index::{self, Index};
use crate::journal::{self, Journal};
use crate::reconcile::reconcile;
use crate::seal::{Key, Keys};
use crate::secret::{Passphrase, RecoveryCode};

const LOCK: &str = "lock";
/// A journal smaller than this is not worth compacting.
const SMALL: u64 = 4 * 1024 * 1024;

/// A key with its value.
pub type KeyValue = (Vec<u8>, Vec<u8>);

/// One account's open store. Dropping it closes it and forgets its keys.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) keys: Keys,
    header: Mutex<Header>,
    incarnation: Incarnation,
    pub(crate) index: Index,
    pub(crate) state: Mutex<State>,
    /// Held while the vault is open; the system lets go of it even when the program is killed.
    _lock: File,
}

pub(crate) struct State {
    pub(crate) journal: Journal,
    /// The number of the next operation.
    pub(crate) next: u64,
    /// The length of the journal when it held nothing but what stands.
    pub(crate) compact_length: u64,
    chunk_counts: HashMap<DocumentId, u32>,
    /// What is durable in the journal and was refused by sled (a full disk): read from here until the next opening.
    refused: BTreeMap<Place, Option<Vec<u8>>>,
}

impl Vault {
    /// Makes a vault in a folder that is empty or not there yet.
    pub fn create(
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        fs::create_dir_all(folder).map_err(VaultError::io(folder))?;
        let holds_something = fs::read_dir(folder).map_err(VaultError::io(folder))?.next().is_some();
        if holds_something {
            return Err(VaultError::AlreadyExists { path: folder.to_owned() });
        }
        let lock = lock(folder)?;
        let keys = Keys::of(Key::random()?);
        let (header, code) = Header::create(&keys, passphrase, kdf)?;
        header.save(folder)?;
        if let Some(parent) = folder.parent() {
            sync_folder(parent)?;
        }
        let (vault, _) = Self::open_with_keys(folder, header, keys, lock)?;
        Ok((vault, code))
    }

    /// Opens a vault; says what it repaired.
    pub fn open(folder: &Path, passphrase: &Passphrase) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::unlock(folder, &Unlock::Passphrase(passphrase))
    }

    /// Opens a vault whose passphrase was forgotten; set a new one next.
    pub fn open_with_recovery(folder: &Path, code: &RecoveryCode) -> Result<(Self, Vec<Repair>), VaultError> {
        Self::unlock(folder, &Unlock::RecoveryCode(code))
    }

    fn unlock(folder: &Path, unlock: &Unlock<'_>) -> Result<(Self, Vec<Repair>), VaultError> {
        if !header::NAMES.iter().any(|name| folder.join(name).exists()) {
            return Err(VaultError::NotAVault { path: folder.to_owned() });
        }
        let lock = lock(folder)?;
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
        header: Header,
        keys: Keys,
        lock: File,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let incarnation = incarnation::find_or_make(folder)?;
        let (journal, index, next, live_bytes, repairs) = reconcile(folder, &keys)?;
        let state = State {
            compact_length: live_bytes.max(SMALL),
            journal,
            next,
            chunk_counts: HashMap::new(),
            refused: BTreeMap::new(),
        };
        let vault = Self {
            folder: folder.to_owned(),
            keys,
            header: Mutex::new(header),
            incarnation,
            index,
            state: Mutex::new(state),
            _lock: lock,
        };
        Ok((vault, repairs))
    }

    /// Wraps the vault key by a new passphrase. Nothing is encrypted again.
    pub fn change_passphrase(&self, new: &Passphrase) -> Result<(), VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        fresh.wrap_by_passphrase(&self.keys, new)?;
        fresh.save(&self.folder)?;
        *header = fresh;
        Ok(())
    }

    /// Makes a new recovery code; the old one opens nothing any more.
    pub fn renew_recovery_code(&self) -> Result<RecoveryCode, VaultError> {
        let mut header = lock_mutex(&self.header);
        let mut fresh = header.clone();
        let code = fresh.renew_recovery_code(&self.keys)?;
        fresh.save(&self.folder)?;
        *header = fresh;
        Ok(code)
    }

    /// Whether the passphrase opens this vault, without closing it.
    pub fn matches_passphrase(&self, passphrase: &Passphrase) -> Result<bool, VaultError> {
        match header::unlock(&self.folder, &Unlock::Passphrase(passphrase)) {
            Ok(_) => Ok(true),
            Err(VaultError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whether the code opens this vault: asked back once, so that it was written down well.
    pub fn matches_recovery_code(&self, code: &RecoveryCode) -> bool {
        lock_mutex(&self.header).open_by_recovery_code(code).is_some()
    }

    /// Writes a batch: all or nothing. It is durable when this returns.
    pub fn commit(&self, batch: Batch) -> Result<(), VaultError> {
        if batch.operations.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        let number = state.next;
        let operations: Vec<Operation> = (number..)
            .zip(batch.operations)
            .map(|(number, (place, value))| Operation { number, place, value })
            .collect();
        state.journal.append(&self.keys.journal, &operations)?;
        state.next += operations.len() as u64;
        for operation in operations {
            match self.index.apply(&self.keys, &operation) {
                Ok(()) => drop(state.refused.remove(&operation.place)),
                Err(_) => drop(state.refused.insert(operation.place, operation.value)),
            }
        }
        if state.journal.length() > 2 * state.compact_length {
            // It is durable already; a compaction that finds no room is tried again with the next edit.
            let _ = self.compact(&mut state);
        }
        Ok(())
    }

    /// The value at a key. An entry that sled lost or damaged is read from the journal and put back.
    pub fn get(&self, shelf: Shelf, key: &[u8]) -> Result<Option<Vec<u8>>, VaultError> {
        let place = (shelf, key.to_vec());
        if let Some(value) = self.state().refused.get(&place) {
            return Ok(value.clone());
        }
        match self.index.get(&self.keys, &place) {
            Ok(None) => Ok(None),
            Ok(Some(entry)) => match entry.open(&self.keys).filter(|operation| operation.place == place) {
                Some(operation) => Ok(operation.value),
                None => self.read_journal(&place),
            },
            Err(_) => self.read_journal(&place),
        }
    }

    fn read_journal(&self, place: &Place) -> Result<Option<Vec<u8>>, VaultError> {
        let mut latest: Option<Operation> = None;
        let found = self.state().journal.read(&self.keys.journal, |operation| {
            let newer = latest.as_ref().is_none_or(|latest| latest.number < operation.number);
            if operation.place == *place && newer {
                latest = Some(operation);
            }
        })?;
        let entry = header::hex(&index::blinded(&self.keys, place.0, &place.1));
        let Some(operation) = latest else {
            // sled that cannot be read says nothing; a whole journal without the entry says that there is none.
            return if found.unreadable == 0 { Ok(None) } else { Err(VaultError::Damaged { entry }) };
        };
        // Putting it back is a service; the value is known either way.
        let _ = self.index.apply(&self.keys, &operation);
        Ok(operation.value)
    }

    /// Every key of a shelf with its value, in no particular order. A damaged entry is read from the journal; what
    /// cannot be read at all is left out here and named by [`Vault::check`].
    pub fn scan(&self, shelf: Shelf) -> Result<Vec<KeyValue>, VaultError> {
        let mut found = BTreeMap::new();
        let mut damaged = false;
        for entry in self.index.entries(shelf) {
            match entry.ok().and_then(|entry| entry.open(&self.keys)) {
                Some(Operation { place: (_, key), value: Some(value), .. }) => drop(found.insert(key, value)),
                _ => damaged = true,
            }
        }
        if damaged {
            let mut latest = BTreeMap::new();
            self.state().journal.read(&self.keys.journal, |operation| {
                if operation.place.0 == shelf {
                    latest.insert(operation.place.1, operation.value);
                }
            })?;
            for (key, value) in latest {
                value.and_then(|value| found.insert(key, value));
            }
        }
        for ((_, key), value) in self.state().refused.iter().filter(|((at, _), _)| *at == shelf) {
            match value {
                Some(value) => drop(found.insert(key.clone(), value.clone())),
                None => drop(found.remove(key)),
            }
        }
        Ok(found.into_iter().collect())
    }

    /// Adds a line to the access log.
    pub fn log_access(&self, line: &[u8]) -> Result<(), VaultError> {
        let mut batch = Batch::default();
        let number = self.state().next;
        batch.put(Shelf::AccessLog, &number.to_be_bytes(), line);
        self.commit(batch)
    }

    /// The access log, oldest line first.
    pub fn access_log(&self) -> Result<Vec<Vec<u8>>, VaultError> {
        Ok(self.scan(Shelf::AccessLog)?.into_iter().map(|(_, line)| line).collect())
    }

    /// Which copy of the vault this is.
    pub fn incarnation(&self) -> Incarnation {
        self.incarnation
    }

    /// Writes a fresh journal with what stands and nothing else, unless an entry of sled is damaged.
    fn compact(&self, state: &mut State) -> Result<(), VaultError> {
        if !state.refused.is_empty() || self.problems()?.iter().any(Problem::in_index) {
            return Ok(());
        }
        let standing = Shelf::ALL.into_iter().flat_map(|shelf| self.index.entries(shelf));
        let operations = standing.map(|entry| {
            let entry = entry?;
            entry.open(&self.keys).ok_or_else(|| VaultError::Damaged { entry: entry.label() })
        });
        // sled may lag behind on disk: what only the old journal holds durably must not go before sled has it.
        self.index.flush()?;
        state.journal.rewrite(&self.keys.journal, operations)?;
        state.compact_length = state.journal.length().max(SMALL);
        Ok(())
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock_mutex(&self.state)
    }

    pub(crate) fn chunk_count(&self, document: DocumentId) -> Result<u32, VaultError> {
        if let Some(count) = self.state().chunk_counts.get(&document) {
            return Ok(*count);
        }
        let count = self.count_chunks(document)?;
        self.state().chunk_counts.insert(document, count);
        Ok(count)
    }

    pub(crate) fn count_one_more(&self, document: DocumentId) {
        if let Some(count) = self.state().chunk_counts.get_mut(&document) {
            *count += 1;
        }
    }

    pub(crate) fn forget_count(&self, document: DocumentId) {
        self.state().chunk_counts.remove(&document);
    }
}

/// A panic elsewhere leaves the data behind a mutex whole: every change of it is one assignment.
fn lock_mutex<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lock(folder: &Path) -> Result<File, VaultError> {
    let path = folder.join(LOCK);
    let options = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
    let file = options.map_err(VaultError::io(folder))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(VaultError::InUse { path: folder.to_owned() }),
        Err(TryLockError::Error(error)) => Err(VaultError::io(&path)(error)),
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // What stands in the journal is durable; this only spares the next opening some work.
        let _ = self.index.flush();
    }
}

/// Where the journal of a vault stands, for those who weigh or copy it.
pub fn journal_path(folder: &Path) -> PathBuf {
    folder.join(journal::NAME)
}
