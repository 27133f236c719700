//! Writes that happen together, and their encoding in a journal frame.

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
    /// The heads of the text of each note, so that comparing needs no loading.
    Heads = 9,
}

impl Shelf {
    pub(crate) const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns whether the entries stay in memory, because they are short, are read by the thousand, and are
    /// unsealed at opening anyway.
    pub(crate) fn is_resident(self) -> bool {
        matches!(self, Self::Summaries | Self::Sharing | Self::Heads)
    }

    fn read(byte: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|shelf| *shelf as u8 == byte)
    }
}

/// The address of an entry: its shelf and its key.
pub(crate) type EntryAddress = (Shelf, Vec<u8>);

/// Entries to write and delete together: all of them or none.
#[derive(Default)]
pub struct Batch {
    pub(crate) operations: BTreeMap<EntryAddress, Option<Vec<u8>>>,
}

impl Batch {
    /// Writes an entry; replaces one with the same key.
    pub fn put(&mut self, shelf: Shelf, key: &[u8], value: &[u8]) {
        self.operations.insert((shelf, key.to_vec()), Some(value.to_vec()));
    }

    /// Returns whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// Deletes an entry.
    pub fn delete(&mut self, shelf: Shelf, key: &[u8]) {
        self.operations.insert((shelf, key.to_vec()), None);
    }
}

/// One write or deletion. Of two operations at one address, the one with the higher number counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Operation {
    pub(crate) number: u64,
    pub(crate) address: EntryAddress,
    pub(crate) value: Option<Vec<u8>>,
}

/// Encodes operations as the contents of a frame.
pub(crate) fn encode(operations: &[Operation]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for Operation { number, address: (shelf, key), value } in operations {
        bytes.extend(number.to_le_bytes());
        bytes.push(*shelf as u8);
        bytes.extend((key.len() as u32).to_le_bytes());
        bytes.extend(key);
        match value {
            Some(value) => {
                bytes.push(1);
                bytes.extend((value.len() as u32).to_le_bytes());
                bytes.extend(value);
            }
            None => bytes.push(0),
        }
    }
    bytes
}

/// Decodes the contents of a frame; returns `None` for bytes that are no operations.
pub(crate) fn decode(mut bytes: &[u8]) -> Option<Vec<Operation>> {
    let mut operations = Vec::new();
    while !bytes.is_empty() {
        let number = u64::from_le_bytes(take(&mut bytes)?);
        let [shelf] = take(&mut bytes)?;
        let key = take_counted(&mut bytes)?;
        let [kind] = take(&mut bytes)?;
        let value = match kind {
            1 => Some(take_counted(&mut bytes)?),
            _ => None,
        };
        operations.push(Operation { number, address: (Shelf::read(shelf)?, key), value });
    }
    Some(operations)
}

/// Removes the first bytes of a slice and returns them; `None` if there are fewer.
pub(crate) fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

/// Removes a length and as many bytes from a slice, and returns the bytes.
fn take_counted(bytes: &mut &[u8]) -> Option<Vec<u8>> {
    let count = u32::from_le_bytes(take(bytes)?) as usize;
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head.to_vec())
}
