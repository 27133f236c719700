//! Writing all stores afresh: to remove replaced and deleted values from the disk, or as a new incarnation.
//!
//! The journal holds replaced values until it is compacted, and sled holds them in its log for an unknown
//! time. Both are sealed, but somebody who has the passphrase could still read the old values there.

use std::collections::BTreeMap;
use std::fs;

use crate::copies;
use crate::error::VaultError;
use crate::incarnation::Incarnation;
use crate::journal;
use crate::latest_operations::LatestOperations;
use crate::reconcile::{open_sled, send_missing};
use crate::sled_folder;
use crate::vault::{SMALL, Vault, VaultState};

impl Vault {
    /// Replaces the journal and the index by fresh ones that hold the latest values and nothing else. An
    /// interruption at any point loses nothing.
    ///
    /// # Errors
    ///
    /// Fails if a part of the journal cannot be read: the lost entries may be in the old index only.
    pub fn vacuum(&self) -> Result<(), VaultError> {
        let mut state = self.state();
        state.journal.is_writable()?;
        let latest = self.journalled(&mut state)?;
        let of = state.mark.incarnation;
        let number = sled_folder::in_use(&self.folder, of).unwrap_or(0) + 1;
        // The fresh index is durable before the old journal is replaced, and the fresh journal before the old
        // index is removed. So at every moment two stores hold every entry, and the next opening makes them
        // agree.
        let made = open_sled(&self.folder, of, number, &self.keys).and_then(|mut sled| {
            send_missing(&mut sled, &self.keys, &latest, &BTreeMap::new())?;
            sled.flush()?;
            Ok(sled)
        });
        let made = made.and_then(|sled| {
            state.journal.rewrite(&self.keys.journal, &latest)?;
            Ok(sled)
        });
        match made {
            Ok(sled) => state.sled = sled,
            Err(error) => {
                // The next opening would have to repair a half-filled index; without it there is nothing to
                // repair.
                let _ = fs::remove_dir_all(sled_folder::path(&self.folder, of, number));
                return Err(error);
            }
        }
        state.compact_length = state.journal.length().max(SMALL);
        sled_folder::remove_before(&self.folder, of, number);
        self.disk.sync_folder(&self.folder).map_err(VaultError::io(&self.folder))
    }

    /// Becomes a new incarnation, because somebody else knows that this vault was put back to an earlier
    /// state, which it cannot always see itself. Returns the new incarnation.
    ///
    /// # Errors
    ///
    /// Fails if a part of the journal cannot be read, as [`Vault::vacuum`] does.
    pub fn renew_incarnation(&self) -> Result<Incarnation, VaultError> {
        let mut state = self.state();
        state.journal.is_writable()?;
        let latest = self.journalled(&mut state)?;
        let fresh = self.site().begin(&latest, state.journal.end(), Some(&state.mark))?;
        let old = state.mark.incarnation;
        (state.journal, state.sled, state.mark) = (fresh.journal, fresh.sled, fresh.mark);
        state.compact_length = state.journal.length().max(SMALL);
        copies::remove(&*self.disk, &self.folder, old);
        Ok(state.mark.incarnation)
    }

    /// Returns the latest operations of a journal that is whole.
    fn journalled(&self, state: &mut VaultState) -> Result<LatestOperations, VaultError> {
        let mut latest = LatestOperations::default();
        let report = state.journal.read(&self.keys.journal, |operation| latest.add(operation))?;
        if report.is_whole() {
            Ok(latest)
        } else {
            Err(VaultError::Damaged { entry: journal::name(state.mark.incarnation) })
        }
    }
}
