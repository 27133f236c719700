//! Reading the entries of a vault. An entry that sled lost or damaged is read from the journal.

use std::collections::BTreeMap;

use crate::batch::{EntryAddress, Shelf, ShelfNumber};
use crate::error::VaultError;
use crate::header;
use crate::index::{BlindedAddress, BlindedName, SealedChange, blind};
use crate::latest_operations::LatestOperations;
use crate::operation::{Change, Operation};
use crate::vault::{Vault, VaultState};

/// The key of an entry with its value.
pub type KeyValue = (Vec<u8>, Vec<u8>);

/// The value at a key, if there is one; or the error that it is damaged.
pub type EntryValue = Result<Option<Vec<u8>>, VaultError>;

impl Vault {
    /// Returns the value at a key. An entry that sled lost or damaged is read from the journal and sent to
    /// sled again.
    pub fn get(&self, shelf: Shelf, key: &[u8]) -> Result<Option<Vec<u8>>, VaultError> {
        self.get_many(shelf, [key.to_vec()])?.pop().unwrap_or(Ok(None))
    }

    /// Returns the values at several keys of a shelf, in their order. A damaged one does not affect the
    /// others.
    pub fn get_many(
        &self,
        shelf: Shelf,
        keys: impl IntoIterator<Item = Vec<u8>>,
    ) -> Result<Vec<EntryValue>, VaultError> {
        let addresses: Vec<EntryAddress> = keys.into_iter().map(|key| (shelf.number(), key)).collect();
        let mut state = self.state();
        if shelf.number().is_resident() {
            return Ok(addresses.iter().map(|address| Ok(state.resident.get(address).cloned())).collect());
        }
        let blinded: Vec<BlindedAddress> =
            addresses.iter().map(|address| blind(&self.keys, address)).collect();
        let values = self.read_addresses(&state, &addresses, &blinded);
        let damaged: Vec<BlindedAddress> = blinded
            .iter()
            .zip(&values)
            .filter(|(_, value)| value.is_err())
            .map(|(blinded, _)| *blinded)
            .collect();
        if damaged.is_empty() {
            return Ok(values);
        }
        self.restore(&mut state, &damaged)?;
        Ok(self.read_addresses(&state, &addresses, &blinded))
    }

    fn read_addresses(
        &self,
        state: &VaultState,
        addresses: &[EntryAddress],
        blinded: &[BlindedAddress],
    ) -> Vec<EntryValue> {
        let damaged = |blinded: &BlindedAddress| VaultError::Damaged { entry: header::hex(&blinded.1) };
        let Ok(entries) = state.sled.get(blinded) else {
            return blinded.iter().map(|blinded| Err(damaged(blinded))).collect();
        };
        let entries = entries.into_iter().zip(addresses).zip(blinded);
        let opened = entries.map(|((entry, address), blinded)| {
            let Some(entry) = entry else { return Ok(None) };
            let operation = entry.open(&self.keys).filter(|operation| operation.address == *address);
            match operation.map(|operation| operation.change) {
                Some(Change::Put(value)) => Ok(Some(value)),
                _ => Err(damaged(blinded)),
            }
        });
        opened.collect()
    }

    /// Returns every key of a shelf with its value, in the order of the keys. A damaged entry is read from
    /// the journal. An entry that cannot be read at all is left out, and [`Vault::check`] names it.
    pub fn scan(&self, shelf: Shelf) -> Result<Vec<KeyValue>, VaultError> {
        let mut state = self.state();
        let (mut found, damaged) = self.read_shelf(&state, shelf.number());
        if !damaged.is_empty() || !state.sled.is_complete() {
            self.restore(&mut state, &damaged)?;
            found = self.read_shelf(&state, shelf.number()).0;
        }
        Ok(found.into_values().collect::<BTreeMap<_, _>>().into_iter().collect())
    }

    /// Returns the readable entries of a shelf, and the addresses of the damaged ones.
    fn read_shelf(
        &self,
        state: &VaultState,
        shelf: ShelfNumber,
    ) -> (BTreeMap<BlindedName, KeyValue>, Vec<BlindedAddress>) {
        let (mut found, mut damaged) = (BTreeMap::new(), Vec::new());
        for entry in state.sled.entries(shelf) {
            let Ok(entry) = entry else {
                state.sled.abandon();
                break;
            };
            match entry.open(&self.keys) {
                Some(Operation { address: (_, key), change: Change::Put(value), .. }) => {
                    found.insert(entry.blinded.1, (key, value));
                }
                _ => damaged.push(entry.blinded),
            }
        }
        for change in state.sled.pending_on(shelf) {
            match change.entry().and_then(|entry| entry.open(&self.keys)) {
                Some(Operation { address: (_, key), change: Change::Put(value), .. }) => {
                    found.insert(change.blinded.1, (key, value));
                }
                _ => drop(found.remove(&change.blinded.1)),
            }
        }
        (found, damaged)
    }

    /// Sends the entries at damaged addresses from the journal to sled again, or every entry if sled was
    /// abandoned.
    fn restore(&self, state: &mut VaultState, damaged: &[BlindedAddress]) -> Result<(), VaultError> {
        let all = !state.sled.is_usable();
        let mut latest = LatestOperations::default();
        let found = state.journal.read(&self.keys.journal, |operation| {
            if all || damaged.contains(&blind(&self.keys, &operation.in_index().0)) {
                latest.add(operation);
            }
        })?;
        let changes = latest.operations().map(|operation| SealedChange::of(&self.keys, operation));
        state.sled.put(changes.collect::<Result<_, _>>()?);
        if all && found.is_whole() {
            state.sled.set_holds_all();
        }
        Ok(())
    }
}
