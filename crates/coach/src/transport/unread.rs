//! The objects in the own mailbox that could not be opened, with the number of attempts. They are saved with the
//! storage, because a program that exchanges once and ends makes one attempt at a time.

use std::collections::BTreeMap;

use exchange::carrier::ObjectName;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::transport::storage::STORAGE;

/// The most objects whose attempts are saved. Whoever can write to the storage can put in as many as they like.
const MOST_UNREAD: usize = 1_000;

impl Desk {
    /// Returns the number of attempts to open each object.
    pub(super) fn attempts(&self) -> Result<BTreeMap<ObjectName, u32>, CoachError> {
        let attempts = STORAGE.read(self.vault())?.map(|storage| storage.attempts).unwrap_or_default();
        Ok(attempts.iter().filter_map(|(name, count)| Some((name.parse().ok()?, *count))).collect())
    }

    /// Saves the number of attempts to open each object, if it is another than before.
    pub(super) fn save_attempts(&self, attempts: &BTreeMap<ObjectName, u32>) -> Result<(), CoachError> {
        let Some(mut storage) = STORAGE.read(self.vault())? else { return Ok(()) };
        let attempts = attempts.iter().take(MOST_UNREAD);
        let attempts = attempts.map(|(name, count)| (name.to_string(), *count)).collect();
        if storage.attempts == attempts {
            return Ok(());
        }
        storage.attempts = attempts;
        Ok(STORAGE.save(self.vault(), &storage)?)
    }
}
