//! Writes and deletions of entries, and their encoding in a journal frame.

use crate::batch::{EntryAddress, ShelfNumber};

/// One write or deletion. Of two operations at one address, the one with the higher number counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Operation {
    pub(crate) number: u64,
    pub(crate) address: EntryAddress,
    pub(crate) change: Change,
}

/// The change that an operation makes at its address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    Delete,
    Put(Vec<u8>),
    /// A change that only a newer version understands. It is kept beside the others until that version comes
    /// back.
    Unknown {
        kind: u8,
        bytes: Vec<u8>,
    },
}

impl Operation {
    /// Returns the value that the operation writes, if it writes one.
    pub(crate) fn value(&self) -> Option<&[u8]> {
        match &self.change {
            Change::Put(value) => Some(value),
            Change::Delete | Change::Unknown { .. } => None,
        }
    }

    /// Returns the number of bytes that the operation takes in a frame.
    pub(crate) fn encoded_size(&self) -> usize {
        let value = match &self.change {
            Change::Delete => 0,
            Change::Put(value) | Change::Unknown { bytes: value, .. } => value.len(),
        };
        8 + 1 + 4 + self.address.1.len() + 1 + 4 + value
    }

    /// Returns the entry of the index that the operation changes, and the value there.
    ///
    /// An operation of an unknown kind is stored whole, under its number: so the journal can be built again
    /// from the index without losing it.
    pub(crate) fn in_index(&self) -> (EntryAddress, Option<Vec<u8>>) {
        match &self.change {
            Change::Unknown { .. } => {
                let key = self.number.to_be_bytes().to_vec();
                let whole = encode(std::slice::from_ref(self));
                ((ShelfNumber::UNKNOWN_OPERATIONS, key), Some(whole))
            }
            _ => (self.address.clone(), self.value().map(<[u8]>::to_vec)),
        }
    }
}

/// Encodes operations as the contents of a frame.
pub(crate) fn encode(operations: &[Operation]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for Operation { number, address: (ShelfNumber(shelf), key), change } in operations {
        let (kind, value) = match change {
            Change::Delete => (0, [].as_slice()),
            Change::Put(value) => (1, value.as_slice()),
            Change::Unknown { kind, bytes } => (*kind, bytes.as_slice()),
        };
        bytes.extend(number.to_le_bytes());
        bytes.push(*shelf);
        put_counted(&mut bytes, key);
        bytes.push(kind);
        put_counted(&mut bytes, value);
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
        let value = take_counted(&mut bytes)?;
        let change = match kind {
            0 if value.is_empty() => Change::Delete,
            1 => Change::Put(value),
            kind => Change::Unknown { kind, bytes: value },
        };
        operations.push(Operation { number, address: (ShelfNumber(shelf), key), change });
    }
    Some(operations)
}

/// Adds a length and the bytes.
fn put_counted(bytes: &mut Vec<u8>, counted: &[u8]) {
    bytes.extend((counted.len() as u32).to_le_bytes());
    bytes.extend(counted);
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
