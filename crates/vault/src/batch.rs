//! Writes that happen together.

use std::collections::BTreeMap;

use strum::VariantArray;

/// A kind of entries of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray)]
#[repr(u8)]
pub enum Shelf {
    /// The data and settings of the account.
    Settings = 1,
    /// The chunks of documents.
    Documents = 2,
    /// The summary of each document, which is read without loading the document.
    Summaries = 3,
    /// The beginnings of notes, which lists show.
    Excerpts = 4,
    /// The access log: exports, prints and erasures, with their times.
    AccessLog = 5,
    /// People, devices and pending messages of the exchange, read when the account is opened.
    Exchange = 6,
    /// Charters, and what each device holds, read one by one.
    Sharing = 7,
    /// Changes that arrived from others and that have not been seen yet.
    News = 8,
    /// The heads of each document, so that comparing needs no loading.
    Heads = 9,
}

impl Shelf {
    pub(crate) const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the number by which the shelf is known on the disk.
    pub(crate) fn number(self) -> ShelfNumber {
        ShelfNumber(self as u8)
    }
}

/// The number of a shelf, which this version may not know: what a newer version wrote is kept as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShelfNumber(pub(crate) u8);

impl ShelfNumber {
    /// The shelf of the index that holds whole operations of kinds that this version does not know.
    pub(crate) const UNKNOWN_OPERATIONS: Self = Self(0);

    /// Returns whether the entries stay in memory, because they are short, are read by the thousand, and are
    /// unsealed at opening anyway.
    pub(crate) fn is_resident(self) -> bool {
        [Shelf::Summaries, Shelf::Sharing, Shelf::Heads].into_iter().any(|shelf| shelf.number() == self)
    }
}

/// The address of an entry: its shelf and its key.
pub(crate) type EntryAddress = (ShelfNumber, Vec<u8>);

/// Entries to write and delete together: all of them or none.
#[derive(Default)]
pub struct Batch {
    pub(crate) operations: BTreeMap<EntryAddress, Option<Vec<u8>>>,
}

impl Batch {
    /// Writes an entry; replaces one with the same key.
    pub fn put(&mut self, shelf: Shelf, key: &[u8], value: &[u8]) {
        self.operations.insert((shelf.number(), key.to_vec()), Some(value.to_vec()));
    }

    /// Returns whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// Returns both batches as one. Where both have an entry, the one of `other` counts.
    pub fn and(mut self, other: Self) -> Self {
        self.operations.extend(other.operations);
        self
    }

    /// Deletes an entry.
    pub fn delete(&mut self, shelf: Shelf, key: &[u8]) {
        self.operations.insert((shelf.number(), key.to_vec()), None);
    }
}
