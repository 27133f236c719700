//! sled: what is read. Everything in it is sealed, and can be built again from the journal.

use std::ops::Bound;
use std::path::Path;

use zeroize::Zeroizing;

use crate::batch::{Operation, Place, Shelf};
use crate::error::VaultError;
use crate::header::hex;
use crate::seal::Keys;

/// sled's default takes up to 100 MB (measured); a caseload needs little of it.
const CACHE: u64 = 16 * 1024 * 1024;
/// How many bytes are read at once, about, so that each step of a long reading is short.
const PAGE: usize = 1024 * 1024;

pub(crate) type Name = [u8; 16];
/// A place in sled: the shelf, and the blinded name of the key.
pub(crate) type Spot = (Shelf, Name);

/// The open sled. It knows no keys: what goes in and comes out is sealed.
pub(crate) struct Index {
    db: sled::Db,
    trees: Vec<sled::Tree>,
}

/// An entry of sled as it is read: sealed.
pub(crate) struct Entry {
    pub(crate) spot: Spot,
    pub(crate) sealed: Vec<u8>,
}

/// What one operation does to sled: the sealed entry, or nothing where it deletes.
pub(crate) struct Change {
    pub(crate) spot: Spot,
    pub(crate) sealed: Option<Vec<u8>>,
}

impl Index {
    /// Opens or makes sled in a folder, with a tree a shelf.
    pub(crate) fn open(path: &Path, trees: &[Name]) -> Result<Self, VaultError> {
        let db = sled::Config::new().path(path).cache_capacity(CACHE).flush_every_ms(Some(500)).open()?;
        let trees = trees.iter().map(|name| db.open_tree(name)).collect::<Result<_, _>>()?;
        Ok(Self { db, trees })
    }

    fn tree(&self, shelf: Shelf) -> &sled::Tree {
        // Every shelf has its tree, in the order of `Shelf::ALL`, which counts from one.
        &self.trees[shelf as usize - 1]
    }

    pub(crate) fn apply(&self, change: &Change) -> Result<(), VaultError> {
        let (shelf, name) = change.spot;
        match &change.sealed {
            Some(sealed) => self.tree(shelf).insert(name, sealed.as_slice())?,
            None => self.tree(shelf).remove(name)?,
        };
        Ok(())
    }

    pub(crate) fn get(&self, spot: Spot) -> Result<Option<Entry>, VaultError> {
        let found = self.tree(spot.0).get(spot.1)?;
        Ok(found.map(|sealed| Entry { spot, sealed: sealed.to_vec() }))
    }

    /// The next entries of a shelf, to the first that cannot be read: sled gives the same error for ever from there on.
    /// With the name after which there may be more.
    pub(crate) fn page(
        &self,
        shelf: Shelf,
        after: Option<Name>,
    ) -> (Vec<Result<Entry, VaultError>>, Option<Name>) {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let (mut page, mut bytes) = (Vec::new(), 0);
        for entry in self.tree(shelf).range::<Name, _>((from, Bound::Unbounded)) {
            match entry {
                Ok((name, sealed)) => {
                    // A name of another length was not written by us: nothing opens under the name of zeros.
                    let name = Name::try_from(name.as_ref()).unwrap_or_default();
                    bytes += sealed.len();
                    page.push(Ok(Entry { spot: (shelf, name), sealed: sealed.to_vec() }));
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

    pub(crate) fn flush(&self) -> Result<(), VaultError> {
        self.db.flush()?;
        Ok(())
    }
}

impl Change {
    pub(crate) fn of(keys: &Keys, operation: &Operation) -> Result<Self, VaultError> {
        let (spot, key) = (spot(keys, &operation.place), &operation.place.1);
        let sealed = operation.value.as_ref().map(|value| {
            let plain = Zeroizing::new([&(key.len() as u32).to_le_bytes(), key.as_slice(), value].concat());
            let sealed = keys.entries.seal(&associated(spot, operation.number), &plain)?;
            Ok::<_, VaultError>([operation.number.to_le_bytes().as_slice(), &sealed].concat())
        });
        Ok(Self { spot, sealed: sealed.transpose()? })
    }

    /// The entry as sled would give it.
    pub(crate) fn entry(&self) -> Option<Entry> {
        self.sealed.clone().map(|sealed| Entry { spot: self.spot, sealed })
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
        let plain = keys.entries.open(&associated(self.spot, number), self.sealed.get(8..)?)?;
        let mut rest = plain.as_slice();
        let length = u32::from_le_bytes(crate::batch::take(&mut rest)?) as usize;
        let (key, value) = rest.split_at_checked(length)?;
        let place = (self.spot.0, key.to_vec());
        Some(Operation { number, place, value: Some(value.to_vec()) })
    }

    /// The blinded name, for reports.
    pub(crate) fn label(&self) -> String {
        hex(&self.spot.1)
    }
}

/// Where sled holds the entry of a place.
pub(crate) fn spot(keys: &Keys, (shelf, key): &Place) -> Spot {
    let mut hasher = blake3::Hasher::new_keyed(keys.names.bytes());
    hasher.update(&[*shelf as u8]).update(key);
    (*shelf, shortened(&hasher.finalize()))
}

/// The names of the trees, in the order of `Shelf::ALL`.
pub(crate) fn tree_names(keys: &Keys) -> Vec<Name> {
    let name = |shelf| shortened(&blake3::keyed_hash(keys.names.bytes(), &[shelf as u8]));
    Shelf::ALL.into_iter().map(name).collect()
}

fn shortened(hash: &blake3::Hash) -> Name {
    let mut name = Name::default();
    name.copy_from_slice(&hash.as_bytes()[..16]);
    name
}

fn associated((shelf, name): Spot, number: u64) -> Vec<u8> {
    [b"kring vault 1 entry".as_slice(), &[shelf as u8], &name, &number.to_le_bytes()].concat()
}
