//! The latest operation at every address.

use std::collections::BTreeMap;

use crate::batch::{EntryAddress, Operation};

/// The latest operation at every address, deletions included.
#[derive(Default)]
pub(crate) struct LatestOperations(BTreeMap<EntryAddress, Operation>);

impl LatestOperations {
    /// Adds an operation, unless there is a newer one at its address.
    pub(crate) fn add(&mut self, operation: Operation) {
        let newer = self.0.get(&operation.address).is_none_or(|known| known.number < operation.number);
        if newer {
            self.0.insert(operation.address.clone(), operation);
        }
    }

    /// Returns every operation, deletions included.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.0.values()
    }

    /// Returns the approximate size of a journal that holds these operations and nothing else, in bytes.
    pub(crate) fn journal_size(&self) -> u64 {
        self.operations()
            .filter_map(|operation| operation.value.as_ref())
            .map(|value| value.len() as u64 + 100)
            .sum()
    }

    /// Returns the values of the shelves that stay in memory.
    pub(crate) fn into_resident(self) -> BTreeMap<EntryAddress, Vec<u8>> {
        let resident = self.0.into_iter().filter(|((shelf, _), _)| shelf.is_resident());
        resident.filter_map(|(address, operation)| Some((address, operation.value?))).collect()
    }

    /// Returns the number of the next operation.
    pub(crate) fn next_number(&self) -> u64 {
        self.operations().map(|operation| operation.number + 1).max().unwrap_or(0)
    }
}
