//! What stands: the newest operation of every place.

use std::collections::BTreeMap;

use crate::batch::{Operation, Place};

#[derive(Default)]
pub(crate) struct Standing(BTreeMap<Place, Operation>);

impl Standing {
    /// Takes an operation in, unless a newer one of its place is there.
    pub(crate) fn take_in(&mut self, operation: Operation) {
        let newer = self.0.get(&operation.place).is_none_or(|there| there.number < operation.number);
        if newer {
            self.0.insert(operation.place.clone(), operation);
        }
    }

    /// Every operation that stands, deletions too.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.0.values()
    }

    /// About how many bytes a journal needs that holds this and nothing else.
    pub(crate) fn bytes(&self) -> u64 {
        self.operations()
            .filter_map(|operation| operation.value.as_ref())
            .map(|value| value.len() as u64 + 100)
            .sum()
    }

    /// Takes out the values that stay in memory.
    pub(crate) fn into_resident(self) -> BTreeMap<Place, Vec<u8>> {
        let resident = self.0.into_iter().filter(|((shelf, _), _)| shelf.is_resident());
        resident.filter_map(|(place, operation)| Some((place, operation.value?))).collect()
    }

    /// The number of the next operation.
    pub(crate) fn next(&self) -> u64 {
        self.operations().map(|operation| operation.number + 1).max().unwrap_or(0)
    }
}
