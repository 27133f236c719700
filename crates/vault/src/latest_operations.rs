//! The latest operation at every address.

use std::collections::BTreeMap;

use crate::batch::EntryAddress;
use crate::operation::{Change, Operation};

/// The latest operation at every address, deletions included, and every operation of an unknown kind.
#[derive(Default)]
pub(crate) struct LatestOperations {
    latest: BTreeMap<EntryAddress, Operation>,
    /// The operations that only a newer version understands, by their number. Nobody here can tell which of
    /// them replaces another, so all of them stay.
    unknown: BTreeMap<u64, Operation>,
}

impl LatestOperations {
    /// Adds an operation, unless there is a newer one at its address.
    pub(crate) fn add(&mut self, operation: Operation) {
        if matches!(operation.change, Change::Unknown { .. }) {
            self.unknown.entry(operation.number).or_insert(operation);
            return;
        }
        let newer = self.latest.get(&operation.address).is_none_or(|known| known.number < operation.number);
        if newer {
            self.latest.insert(operation.address.clone(), operation);
        }
    }

    /// Returns every operation, deletions included.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.latest.values().chain(self.unknown.values())
    }

    /// Returns the operations of a journal that holds these and nothing else.
    ///
    /// The last operation is among them even if it deletes. Otherwise the index could hold a higher number
    /// than the journal, which is the sign of a journal that lost its end.
    pub(crate) fn to_write(&self) -> impl Iterator<Item = &Operation> {
        let next = self.next_number();
        self.operations().filter(move |one| one.change != Change::Delete || one.number + 1 == next)
    }

    /// Returns the approximate size of a journal that holds these operations and nothing else, in bytes.
    pub(crate) fn journal_size(&self) -> u64 {
        self.operations().filter_map(Operation::value).map(|value| value.len() as u64 + 150).sum()
    }

    /// Returns the values of the shelves that stay in memory.
    pub(crate) fn into_resident(self) -> BTreeMap<EntryAddress, Vec<u8>> {
        let resident = self.latest.into_iter().filter(|((shelf, _), _)| shelf.is_resident());
        let value = |(address, operation): (_, Operation)| match operation.change {
            Change::Put(value) => Some((address, value)),
            _ => None,
        };
        resident.filter_map(value).collect()
    }

    /// Returns the number of the next operation.
    pub(crate) fn next_number(&self) -> u64 {
        self.operations().map(|operation| operation.number + 1).max().unwrap_or(0)
    }
}
