//! The open vault.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::batch::{Batch, Operation, Place, Shelf};
use crate::document::DocumentId;
use crate::durable::sync_folder;
use crate::error::{Repair, VaultError};
use crate::header::{self, Header, KdfParams, Unlock};
use crate::incarnation::{self, Incarnation};
use crate::index::{Change, Name, Spot, spot};
use crate::journal::{self, Journal};
use crate::lock::Lock;
use crate::owner::Owner;
use crate::reconcile::{Reconciled, reconcile};
use crate::seal::{Key, Keys};
use crate::secret::{Passphrase, RecoveryCode};
use crate::standing::Standing;

/// A journal smaller than this is not worth compacting.
pub(crate) const SMALL: u64 = 4 * 1024 * 1024;

/// A key with its value.
pub type KeyValue = (Vec<u8>, Vec<u8>);

/// What stands at a key, if anything does; or that it is damaged.
pub type Read = Result<Option<Vec<u8>>, VaultError>;

/// One account's open store. Dropping it closes it and forgets its keys.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) keys: Keys,
    header: Mutex<Header>,
    incarnation: Incarnation,
    pub(crate) state: Mutex<State>,
    /// Held while the vault is open; the system lets go of it even when the program is killed.
    _lock: Lock,
}

pub(crate) struct State {
    pub(crate) journal: Journal,
    pub(crate) sled: Owner,
    /// The number of the next operation.
    pub(crate) next: u64,
    /// The length of the journal when it held nothing but what stands.
    pub(crate) compact_length: u64,
    chunk_counts: HashMap<DocumentId, u32>,
    /// All entries of the shelves that stay in memory.
    pub(crate) resident: BTreeMap<Place, Vec<u8>>,
}

impl Vault {
    /// Makes a vault in a folder that is empty or not there yet, with its first entries. Where that is refused, or the
    /// program ends in the middle, there is no vault: the header is written last.
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
        // Between the two another program may have made one.
        if holds_more_than(folder, 1)? {
            return exists();
        }
        let made = Self::make(folder, passphrase, kdf, first, lock);
        if made.is_err() {
            // The folder was empty: all that is in it was made just now. The name is free for another try.
            let _ = fs::remove_dir_all(folder);
        }
        made
    }

    fn make(
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfParams,
        first: Batch,
        lock: Lock,
    ) -> Result<(Self, RecoveryCode), VaultError> {
        let keys = Keys::of(Key::random()?);
        let (header, code) = Header::create(&keys, passphrase, kdf)?;
        let (vault, _) = Self::open_with_keys(folder, header, keys, lock)?;
        vault.commit(first)?;
        lock_mutex(&vault.header).save(folder)?;
        folder.parent().map_or(Ok(()), sync_folder)?;
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
        header: Header,
        keys: Keys,
        lock: Lock,
    ) -> Result<(Self, Vec<Repair>), VaultError> {
        let incarnation = incarnation::find_or_make(folder)?;
        let Reconciled { journal, sled, standing, repairs } = reconcile(folder, &keys)?;
        let state = State {
            compact_length: standing.bytes().max(SMALL),
            next: standing.next(),
            resident: standing.into_resident(),
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
        let changes = operations.iter().map(|operation| Change::of(&self.keys, operation));
        let changes = changes.collect::<Result<_, _>>()?;
        state.journal.append(&self.keys.journal, &operations)?;
        state.next += operations.len() as u64;
        for Operation { place, value, .. } in operations.into_iter().filter(|one| one.place.0.is_resident()) {
            match value {
                Some(value) => drop(state.resident.insert(place, value)),
                None => drop(state.resident.remove(&place)),
            }
        }
        state.sled.put(changes);
        if state.journal.length() > 2 * state.compact_length {
            // It is durable already; a compaction that finds no room is tried again with the next edit.
            let _ = self.compact(&mut state);
        }
        Ok(())
    }

    /// The value at a key. An entry that sled lost or damaged is read from the journal and put back.
    pub fn get(&self, shelf: Shelf, key: &[u8]) -> Result<Option<Vec<u8>>, VaultError> {
        self.get_many(shelf, [key.to_vec()])?.pop().unwrap_or(Ok(None))
    }

    /// The values at several keys of a shelf, in their order: one that is damaged takes no other along.
    pub fn get_many(
        &self,
        shelf: Shelf,
        keys: impl IntoIterator<Item = Vec<u8>>,
    ) -> Result<Vec<Read>, VaultError> {
        let places: Vec<Place> = keys.into_iter().map(|key| (shelf, key)).collect();
        let mut state = self.state();
        if shelf.is_resident() {
            return Ok(places.iter().map(|place| Ok(state.resident.get(place).cloned())).collect());
        }
        let spots: Vec<Spot> = places.iter().map(|place| spot(&self.keys, place)).collect();
        let values = self.read_spots(&state, &places, &spots);
        let damaged: Vec<Spot> =
            spots.iter().zip(&values).filter(|(_, value)| value.is_err()).map(|(spot, _)| *spot).collect();
        if damaged.is_empty() {
            return Ok(values);
        }
        self.mend(&mut state, &damaged)?;
        Ok(self.read_spots(&state, &places, &spots))
    }

    fn read_spots(&self, state: &State, places: &[Place], spots: &[Spot]) -> Vec<Read> {
        let damaged = |spot: &Spot| VaultError::Damaged { entry: header::hex(&spot.1) };
        let Ok(entries) = state.sled.get(spots) else {
            return spots.iter().map(|spot| Err(damaged(spot))).collect();
        };
        let entries = entries.into_iter().zip(places).zip(spots);
        let opened = entries.map(|((entry, place), spot)| {
            let Some(entry) = entry else { return Ok(None) };
            let operation = entry.open(&self.keys).filter(|there| there.place == *place);
            Ok(operation.ok_or_else(|| damaged(spot))?.value)
        });
        opened.collect()
    }

    /// Every key of a shelf with its value, in the order of the keys. A damaged entry is read from the journal; what
    /// cannot be read at all is left out here and named by [`Vault::check`].
    pub fn scan(&self, shelf: Shelf) -> Result<Vec<KeyValue>, VaultError> {
        let mut state = self.state();
        let (mut found, damaged) = self.read_shelf(&state, shelf);
        if !damaged.is_empty() || !state.sled.can_tell() {
            self.mend(&mut state, &damaged)?;
            found = self.read_shelf(&state, shelf).0;
        }
        Ok(found.into_values().collect::<BTreeMap<_, _>>().into_iter().collect())
    }

    /// What can be read of a shelf, and the spots of what is damaged.
    fn read_shelf(&self, state: &State, shelf: Shelf) -> (BTreeMap<Name, KeyValue>, Vec<Spot>) {
        let (mut found, mut damaged) = (BTreeMap::new(), Vec::new());
        for entry in state.sled.entries(shelf) {
            let Ok(entry) = entry else {
                state.sled.give_up();
                break;
            };
            match entry.open(&self.keys) {
                Some(Operation { place: (_, key), value: Some(value), .. }) => {
                    found.insert(entry.spot.1, (key, value));
                }
                _ => damaged.push(entry.spot),
            }
        }
        for change in state.sled.pending_on(shelf) {
            match change.entry().and_then(|entry| entry.open(&self.keys)) {
                Some(Operation { place: (_, key), value: Some(value), .. }) => {
                    found.insert(change.spot.1, (key, value));
                }
                _ => drop(found.remove(&change.spot.1)),
            }
        }
        (found, damaged)
    }

    /// Takes from the journal what stands at damaged spots, or everything where sled was given up.
    fn mend(&self, state: &mut State, damaged: &[Spot]) -> Result<(), VaultError> {
        let all = !state.sled.is_fit();
        let mut standing = Standing::default();
        let found = state.journal.read(&self.keys.journal, |operation| {
            if all || damaged.contains(&spot(&self.keys, &operation.place)) {
                standing.take_in(operation);
            }
        })?;
        let changes = standing.operations().map(|operation| Change::of(&self.keys, operation));
        state.sled.put(changes.collect::<Result<_, _>>()?);
        if all && found.unreadable == 0 {
            state.sled.now_holds_all();
        }
        Ok(())
    }

    /// Adds a line to the access log.
    pub fn log_access(&self, line: &[u8]) -> Result<(), VaultError> {
        let mut batch = Batch::default();
        let number = self.state().next;
        batch.put(Shelf::AccessLog, &number.to_be_bytes(), line);
        self.commit(batch)
    }

    /// Adds several lines to the access log at once.
    pub fn log_access_all(&self, lines: Vec<Vec<u8>>) -> Result<(), VaultError> {
        let mut batch = Batch::default();
        // Every line takes a number, so the next lines come after these.
        let first = self.state().next;
        for (number, line) in (first..).zip(lines) {
            batch.put(Shelf::AccessLog, &number.to_be_bytes(), &line);
        }
        if batch.is_empty() { Ok(()) } else { self.commit(batch) }
    }

    /// The access log, oldest line first.
    pub fn access_log(&self) -> Result<Vec<Vec<u8>>, VaultError> {
        Ok(self.scan(Shelf::AccessLog)?.into_iter().map(|(_, line)| line).collect())
    }

    /// Which copy of the vault this is.
    pub fn incarnation(&self) -> Incarnation {
        self.incarnation
    }

    /// Writes a fresh journal with what stands and nothing else, unless a part of the old one is damaged.
    fn compact(&self, state: &mut State) -> Result<(), VaultError> {
        // What only the old journal holds durably must not go before sled has it too. This answers once sled has taken in
        // all that was handed over; for a sled that was given up it fails, and the old journal stays.
        state.sled.flush()?;
        let mut standing = Standing::default();
        let journal = &mut state.journal;
        let found = journal.read(&self.keys.journal, |operation| standing.take_in(operation))?;
        if found.unreadable == 0 {
            journal.rewrite(&self.keys.journal, &standing)?;
            state.compact_length = journal.length().max(SMALL);
        }
        Ok(())
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock_mutex(&self.state)
    }

    pub(crate) fn chunk_count(&self, document: DocumentId) -> Result<u32, VaultError> {
        if let Some(count) = self.state().chunk_counts.get(&document) {
            return Ok(*count);
        }
        Ok(self.chunks(document)?.len() as u32)
    }

    pub(crate) fn know_count(&self, document: DocumentId, count: usize) {
        self.state().chunk_counts.insert(document, count as u32);
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

fn holds_more_than(folder: &Path, entries: usize) -> Result<bool, VaultError> {
    Ok(fs::read_dir(folder).map_err(VaultError::io(folder))?.nth(entries).is_some())
}

/// Where the journal of a vault stands, for those who weigh or copy it.
pub fn journal_path(folder: &Path) -> PathBuf {
    folder.join(journal::NAME)
}
