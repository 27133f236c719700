//! Envelopes that were merged and are still in the mailbox on a server.
//!
//! Removing an envelope is a request that nobody waits for, so it is made in a round that has nothing else to
//! carry, for all of them together. Until then their names are saved with the storage, in the journal frame of
//! what was merged: an envelope that is fetched a second time costs a request, and its key may be gone by then.

use std::collections::BTreeSet;

use exchange::DeviceKey;
use exchange::carrier::{Mailbox, ObjectName};
use vault::Batch;

use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::transport::storage::STORAGE;

/// The maximum number of objects that wait for their removal.
pub(super) const MOST_TAKEN_IN: usize = 100;

/// Removes the objects that were merged, and forgets their names.
pub(super) fn remove_taken_in(
    desk: &impl SharedDesk,
    mailbox: &Mailbox,
    own: &DeviceKey,
) -> Result<(), CoachError> {
    let names: Vec<ObjectName> = desk.borrow_desk(|desk| desk.taken_in())?.into_iter().collect();
    if names.is_empty() {
        return Ok(());
    }
    mailbox.remove_all(own, &names)?;
    desk.borrow_desk(|desk| desk.save_taken_in(&BTreeSet::new()))
}

impl Desk {
    /// Returns the objects that were merged and are still in the mailbox.
    pub(super) fn taken_in(&self) -> Result<BTreeSet<ObjectName>, CoachError> {
        let names = STORAGE.read(self.vault())?.map(|storage| storage.taken_in).unwrap_or_default();
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// Saves the objects that were merged and are still in the mailbox.
    pub(super) fn save_taken_in(&self, names: &BTreeSet<ObjectName>) -> Result<(), CoachError> {
        let Some(mut storage) = STORAGE.read(self.vault())? else { return Ok(()) };
        storage.taken_in = names.iter().map(ObjectName::to_string).collect();
        Ok(STORAGE.save(self.vault(), &storage)?)
    }

    /// Adds to a batch that an object was merged. The batch is the one with what was in it.
    pub(super) fn put_taken_in(&self, name: &ObjectName, batch: &mut Batch) -> Result<(), CoachError> {
        let Some(mut storage) = STORAGE.read(self.vault())? else { return Ok(()) };
        storage.taken_in.push(name.to_string());
        Ok(STORAGE.put_into(batch, &storage)?)
    }
}
