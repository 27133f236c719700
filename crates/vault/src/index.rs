//! The index, sled: the store that entries are read from. Everything in it is sealed, and can be built from
//! the journal.

use std::io;
use std::ops::Bound;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use crate::batch::{EntryAddress, Shelf, ShelfNumber};
use crate::error::VaultError;
use crate::header::hex;
use crate::operation::{Change, Operation, decode, take};
use crate::seal::Keys;

/// The size of sled's cache. Its default takes up to 100 MB (measured), of which a caseload needs little.
const CACHE: u64 = 16 * 1024 * 1024;
/// The approximate number of bytes in one page, so that each step of a long read is short.
const PAGE: usize = 1024 * 1024;
/// The longest wait for the lock of a sled that was closed a moment ago.
const UNLOCKING: Duration = Duration::from_secs(2);

/// A keyed hash in place of a name, which tells nothing to somebody who has the disk.
pub(crate) type BlindedName = [u8; 16];
/// The address of an entry in sled: its shelf, and the blinded name of its key.
pub(crate) type BlindedAddress = (ShelfNumber, BlindedName);

/// The open sled. It knows no keys: everything that goes in or comes out is sealed.
pub(crate) struct Index {
    db: sled::Db,
    /// The name of the tree of each shelf, also of those that this version does not know.
    trees: Vec<BlindedName>,
}

/// An entry as sled holds it.
pub(crate) struct SealedEntry {
    pub(crate) blinded: BlindedAddress,
    pub(crate) sealed: Vec<u8>,
}

/// The change that an operation makes to sled: a sealed entry, or none if it deletes.
pub(crate) struct SealedChange {
    pub(crate) blinded: BlindedAddress,
    pub(crate) sealed: Option<Vec<u8>>,
}

impl Index {
    /// Opens or creates sled in a folder, with a tree for each known shelf.
    pub(crate) fn open(path: &Path, trees: Vec<BlindedName>) -> Result<Self, VaultError> {
        let db = open_db(path)?;
        let index = Self { db, trees };
        Shelf::ALL.iter().try_for_each(|shelf| index.tree(shelf.number()).map(drop))?;
        Ok(index)
    }

    /// Returns the tree of a shelf. sled keeps open trees, so this is a look-up.
    fn tree(&self, ShelfNumber(shelf): ShelfNumber) -> Result<sled::Tree, VaultError> {
        Ok(self.db.open_tree(self.trees[usize::from(shelf)])?)
    }

    /// Returns every shelf that has a tree.
    pub(crate) fn shelves(&self) -> Vec<ShelfNumber> {
        let names = self.db.tree_names();
        let has_tree =
            |shelf: &u8| names.iter().any(|name| name.as_ref() == self.trees[usize::from(*shelf)].as_slice());
        (0..=u8::MAX).filter(has_tree).map(ShelfNumber).collect()
    }

    /// Makes a change.
    pub(crate) fn apply(&self, change: &SealedChange) -> Result<(), VaultError> {
        let (shelf, name) = change.blinded;
        match &change.sealed {
            Some(sealed) => self.tree(shelf)?.insert(name, sealed.as_slice())?,
            None => self.tree(shelf)?.remove(name)?,
        };
        Ok(())
    }

    /// Returns the entry at an address.
    pub(crate) fn get(&self, blinded: BlindedAddress) -> Result<Option<SealedEntry>, VaultError> {
        let found = self.tree(blinded.0)?.get(blinded.1)?;
        Ok(found.map(|sealed| SealedEntry { blinded, sealed: sealed.to_vec() }))
    }

    /// Returns the next entries of a shelf, and the name after which there may be more.
    ///
    /// It stops at the first entry that cannot be read: from there on sled returns the same error forever.
    pub(crate) fn page(
        &self,
        shelf: ShelfNumber,
        after: Option<BlindedName>,
    ) -> (Vec<Result<SealedEntry, VaultError>>, Option<BlindedName>) {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let (mut page, mut bytes) = (Vec::new(), 0);
        let tree = match self.tree(shelf) {
            Ok(tree) => tree,
            Err(error) => return (vec![Err(error)], None),
        };
        for entry in tree.range::<BlindedName, _>((from, Bound::Unbounded)) {
            match entry {
                Ok((name, sealed)) => {
                    // Kring writes no name of another length. Use the name of zeros for it, under which
                    // nothing opens.
                    let name = BlindedName::try_from(name.as_ref()).unwrap_or_default();
                    bytes += sealed.len();
                    page.push(Ok(SealedEntry { blinded: (shelf, name), sealed: sealed.to_vec() }));
                    if bytes > PAGE {
                        return (page, Some(name));
                    }
                }
                Err(error) => {
                    page.push(Err(error.into()));
                    break;
                }
            }
        }
        (page, None)
    }

    /// Makes everything in sled durable.
    pub(crate) fn flush(&self) -> Result<(), VaultError> {
        self.db.flush()?;
        Ok(())
    }
}

/// Opens sled. Its threads may hold the lock of its file for a moment after it was closed; no other program
/// can, because the vault has a lock of its own.
fn open_db(path: &Path) -> Result<sled::Db, sled::Error> {
    let config = sled::Config::new().path(path).cache_capacity(CACHE).flush_every_ms(Some(500));
    let given_up = Instant::now() + UNLOCKING;
    loop {
        match config.open() {
            // sled reports a held lock as an error of this kind.
            Err(sled::Error::Io(error))
                if error.kind() == io::ErrorKind::Other && Instant::now() < given_up =>
            {
                thread::sleep(Duration::from_millis(10));
            }
            opened => return opened,
        }
    }
}

impl SealedChange {
    /// Seals an operation.
    pub(crate) fn of(keys: &Keys, operation: &Operation) -> Result<Self, VaultError> {
        let (address, value) = operation.in_index();
        let (blinded, key) = (blind(keys, &address), &address.1);
        let sealed = value.map(|value| {
            let plain = Zeroizing::new([&(key.len() as u32).to_le_bytes(), key.as_slice(), &value].concat());
            let sealed = keys.entries.seal(&associated(blinded, operation.number), &plain)?;
            Ok::<_, VaultError>([operation.number.to_le_bytes().as_slice(), &sealed].concat())
        });
        Ok(Self { blinded, sealed: sealed.transpose()? })
    }

    /// Returns the entry as sled would return it after the change.
    pub(crate) fn entry(&self) -> Option<SealedEntry> {
        self.sealed.clone().map(|sealed| SealedEntry { blinded: self.blinded, sealed })
    }
}

impl SealedEntry {
    /// Returns the number of the operation that wrote the entry. Only opening the entry proves that it is
    /// authentic.
    pub(crate) fn number(&self) -> Option<u64> {
        self.sealed.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
    }

    /// Opens the entry; returns `None` if it is damaged or at the address of another.
    pub(crate) fn open(&self, keys: &Keys) -> Option<Operation> {
        let number = self.number()?;
        let plain = keys.entries.open(&associated(self.blinded, number), self.sealed.get(8..)?)?;
        let mut rest = plain.as_slice();
        let length = u32::from_le_bytes(take(&mut rest)?) as usize;
        let (key, value) = rest.split_at_checked(length)?;
        if self.blinded.0 == ShelfNumber::UNKNOWN_OPERATIONS {
            return decode(value)?.pop();
        }
        let address = (self.blinded.0, key.to_vec());
        Some(Operation { number, address, change: Change::Put(value.to_vec()) })
    }

    /// Returns the blinded name, for reports.
    pub(crate) fn label(&self) -> String {
        hex(&self.blinded.1)
    }
}

/// Returns the address in sled of an entry.
pub(crate) fn blind(keys: &Keys, (shelf, key): &EntryAddress) -> BlindedAddress {
    let mut hasher = blake3::Hasher::new_keyed(keys.names.bytes());
    hasher.update(&[shelf.0]).update(key);
    (*shelf, shortened(&hasher.finalize()))
}

/// Returns the names of the trees, in the order of the numbers of their shelves.
pub(crate) fn tree_names(keys: &Keys) -> Vec<BlindedName> {
    let name = |shelf| shortened(&blake3::keyed_hash(keys.names.bytes(), &[shelf]));
    (0..=u8::MAX).map(name).collect()
}

fn shortened(hash: &blake3::Hash) -> BlindedName {
    let mut name = BlindedName::default();
    name.copy_from_slice(&hash.as_bytes()[..16]);
    name
}

fn associated((shelf, name): BlindedAddress, number: u64) -> Vec<u8> {
    [b"kring vault 2 entry".as_slice(), &[shelf.0], &name, &number.to_le_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use std::fs::File;

    use super::*;

    #[test]
    fn a_sled_that_is_still_being_closed_is_waited_for() {
        let home = tempfile::tempdir().unwrap();
        drop(open_db(home.path()).unwrap());
        let db = File::open(home.path().join("db")).unwrap();
        db.lock().unwrap();
        let closing = thread::spawn(move || {
            thread::sleep(Duration::from_millis(300));
            drop(db);
        });
        assert!(open_db(home.path()).is_ok());
        closing.join().unwrap();
    }
}
