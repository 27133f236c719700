//! Leaving nothing on disk of what was replaced or deleted.
//!
//! The journal keeps what was replaced until it is written afresh, and sled keeps it in its log for as long as it likes. Both
//! are sealed, but whoever has the passphrase could still read them there.

use std::collections::BTreeMap;
use std::fs;

use crate::durable::sync_folder;
use crate::error::VaultError;
use crate::journal;
use crate::reconcile::{mend, open_sled};
use crate::sled_folder;
use crate::standing::Standing;
use crate::vault::{SMALL, Vault};

impl Vault {
    /// Writes the journal and the index afresh with what stands and nothing else. Wherever this is interrupted, what stands is
    /// whole. Refused where a part of the journal cannot be read: what is lost there may stand in the old index only.
    pub fn vacuum(&self) -> Result<(), VaultError> {
        let mut state = self.state();
        let mut standing = Standing::default();
        let found = state.journal.read(&self.keys.journal, |operation| standing.take_in(operation))?;
        if found.unreadable > 0 {
            return Err(VaultError::Damaged { entry: journal::NAME.to_owned() });
        }
        let number = sled_folder::in_use(&self.folder).unwrap_or(0) + 1;
        // The fresh index is durable before the old journal goes, and the fresh journal before the old index does: at every
        // moment two stores hold all that stands, and an opening makes them agree.
        let made = open_sled(&self.folder, number, &self.keys).and_then(|mut sled| {
            mend(&mut sled, &self.keys, &standing, &BTreeMap::new())?;
            sled.flush()?;
            Ok(sled)
        });
        let made = made.and_then(|sled| {
            state.journal.rewrite(&self.keys.journal, &standing)?;
            Ok(sled)
        });
        match made {
            Ok(sled) => state.sled = sled,
            Err(error) => {
                // What is half made would be mended at the next opening; without it there is nothing to mend.
                let _ = fs::remove_dir_all(sled_folder::path(&self.folder, number));
                return Err(error);
            }
        }
        state.compact_length = state.journal.length().max(SMALL);
        sled_folder::remove_before(&self.folder, number);
        sync_folder(&self.folder)
    }
}
