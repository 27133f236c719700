//! sled: what is read. Everything in it can be built again from the journal.

use std::path::Path;

use zeroize::Zeroizing;

use crate::batch::{Operation, Place, Shelf};
use crate::error::VaultError;
use crate::header::hex;
use crate::seal::Keys;

pub(crate) const NAME: &str = "sled";
/// sled's default takes up to 100 MB (measured); a caseload needs little of it.
const CACHE: u64 = 16 * 1024 * 1024;

pub(crate) struct Index {
    db: sled::Db,
    trees: Vec<(Shelf, sled::Tree)>,
}

/// An entry of sled as it is read: sealed.
pub(crate) struct Entry {
    pub(crate) shelf: Shelf,
    pub(crate) name: Vec<u8>,
    pub(crate) sealed: Vec<u8>,
}

impl Index {
    pub(crate) fn open(folder: &Path, keys: &Keys) -> Result<Self, VaultError> {
        let db = sled::Config::new()
            .path(folder.join(NAME))
            .cache_capacity(CACHE)
            .flush_every_ms(Some(500))
            .open()?;
        let trees = Shelf::ALL.into_iter().map(|shelf| {
            let name = blake3::keyed_hash(keys.names.bytes(), &[shelf as u8]);
            Ok((shelf, db.open_tree(&name.as_bytes()[..16])?))
        });
        Ok(Self { trees: trees.collect::<Result<_, sled::Error>>()?, db })
    }

    fn tree(&self, shelf: Shelf) -> &sled::Tree {
        // Every shelf has its tree, in the order of `Shelf::ALL`, which counts from one.
        &self.trees[shelf as usize - 1].1
    }

    /// Puts in or takes out what an operation says.
    pub(crate) fn apply(&self, keys: &Keys, operation: &Operation) -> Result<(), VaultError> {
        let (shelf, key) = &operation.place;
        let name = blinded(keys, *shelf, key);
        match &operation.value {
            Some(value) => {
                let plain =
                    Zeroizing::new([&(key.len() as u32).to_le_bytes(), key.as_slice(), value].concat());
                let sealed = keys.entries.seal(&associated(*shelf, &name, operation.number), &plain)?;
                let bytes = [operation.number.to_le_bytes().as_slice(), &sealed].concat();
                self.tree(*shelf).insert(name, bytes)?;
            }
            None => drop(self.tree(*shelf).remove(name)?),
        }
        Ok(())
    }

    /// The sealed entry at a place.
    pub(crate) fn get(&self, keys: &Keys, place: &Place) -> Result<Option<Entry>, VaultError> {
        let name = blinded(keys, place.0, &place.1);
        let found = self.tree(place.0).get(name)?;
        Ok(found.map(|sealed| Entry { shelf: place.0, name: name.to_vec(), sealed: sealed.to_vec() }))
    }

    /// All sealed entries of a shelf.
    pub(crate) fn entries(&self, shelf: Shelf) -> impl Iterator<Item = Result<Entry, VaultError>> {
        self.tree(shelf).iter().map(move |entry| {
            let (name, sealed) = entry?;
            Ok(Entry { shelf, name: name.to_vec(), sealed: sealed.to_vec() })
        })
    }

    pub(crate) fn remove(&self, entry: &Entry) -> Result<(), VaultError> {
        self.tree(entry.shelf).remove(&entry.name)?;
        Ok(())
    }

    pub(crate) fn flush(&self) -> Result<(), VaultError> {
        self.db.flush()?;
        Ok(())
    }
}

impl Entry {
    /// The number of the operation that wrote the entry; its authenticity is proved only by opening.
    pub(crate) fn number(&self) -> Option<u64> {
        self.sealed.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
    }

    /// Opens the entry; `None` where it is damaged or stands in another's place.
    pub(crate) fn open(&self, keys: &Keys) -> Option<Operation> {
        let number = self.number()?;
        let plain = keys.entries.open(&associated(self.shelf, &self.name, number), self.sealed.get(8..)?)?;
        let mut rest = plain.as_slice();
        let length = u32::from_le_bytes(crate::batch::take(&mut rest)?) as usize;
        let (key, value) = rest.split_at_checked(length)?;
        let place = (self.shelf, key.to_vec());
        Some(Operation { number, place, value: Some(value.to_vec()) })
    }

    /// The blinded name, for reports.
    pub(crate) fn label(&self) -> String {
        hex(&self.name)
    }
}

pub(crate) fn blinded(keys: &Keys, shelf: Shelf, key: &[u8]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_keyed(keys.names.bytes());
    hasher.update(&[shelf as u8]).update(key);
    let mut name = [0; 16];
    hasher.finalize_xof().fill(&mut name);
    name
}

fn associated(shelf: Shelf, name: &[u8], number: u64) -> Vec<u8> {
    [b"kring vault 1 entry".as_slice(), &[shelf as u8], name, &number.to_le_bytes()].concat()
}
