//! What is written at once, and how it stands in a journal frame.

use std::collections::BTreeMap;

/// The shelves of a vault: kinds of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Shelf {
    /// The account's own data and settings.
    Settings = 1,
    /// Chunks of documents.
    Documents = 2,
    /// One summary a document, read without loading it.
    Summaries = 3,
    /// The beginnings of notes, for lists.
    Excerpts = 4,
    /// Who exported or printed what, and when.
    AccessLog = 5,
    /// People, devices and what is due, read when the account is opened.
    Exchange = 6,
    /// Charters and what each device holds, read one by one.
    Sharing = 7,
    /// What came from others and was not looked at yet.
    News = 8,
    /// What the text of each note holds, by its heads, so that nobody loads it to know.
    Heads = 9,
}

impl Shelf {
    pub(crate) const ALL: [Self; 9] = [
        Self::Settings,
        Self::Documents,
        Self::Summaries,
        Self::Excerpts,
        Self::AccessLog,
        Self::Exchange,
        Self::Sharing,
        Self::News,
        Self::Heads,
    ];

    /// Whether its entries stay in memory: short ones that are asked for by the thousand, and that opening has unsealed
    /// already.
    pub(crate) fn is_resident(self) -> bool {
        matches!(self, Self::Summaries | Self::Sharing | Self::Heads)
    }

    fn read(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|shelf| *shelf as u8 == byte)
    }
}

/// Where an entry stands.
pub(crate) type Place = (Shelf, Vec<u8>);

/// Entries to write and delete at once: all or nothing.
#[derive(Default)]
pub struct Batch {
    pub(crate) operations: BTreeMap<Place, Option<Vec<u8>>>,
}

impl Batch {
    /// Puts an entry, in place of one with the same key.
    pub fn put(&mut self, shelf: Shelf, key: &[u8], value: &[u8]) {
        self.operations.insert((shelf, key.to_vec()), Some(value.to_vec()));
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// Deletes an entry.
    pub fn delete(&mut self, shelf: Shelf, key: &[u8]) {
        self.operations.insert((shelf, key.to_vec()), None);
    }
}

/// One operation with the number that orders it: the higher number of one place stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Operation {
    pub(crate) number: u64,
    pub(crate) place: Place,
    pub(crate) value: Option<Vec<u8>>,
}

pub(crate) fn encode(operations: &[Operation]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for Operation { number, place: (shelf, key), value } in operations {
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

/// Reads the operations of a frame; `None` where the bytes are not such.
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
        operations.push(Operation { number, place: (Shelf::read(shelf)?, key), value });
    }
    Some(operations)
}

pub(crate) fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (head, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*head)
}

fn take_counted(bytes: &mut &[u8]) -> Option<Vec<u8>> {
    let count = u32::from_le_bytes(take(bytes)?) as usize;
    let (head, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(head.to_vec())
}
