//! The access log of a vault: lines that are only ever added.

use crate::batch::{Batch, Shelf};
use crate::error::VaultError;
use crate::vault::Vault;

impl Vault {
    /// Adds a line to the access log.
    pub fn log_access(&self, line: &[u8]) -> Result<(), VaultError> {
        let mut batch = Batch::default();
        let number = self.state().next;
        batch.put(Shelf::AccessLog, &number.to_be_bytes(), line);
        self.commit(batch)
    }

    /// Adds several lines to the access log at once.
    pub fn log_access_all(&self, lines: Vec<Vec<u8>>) -> Result<(), VaultError> {
        let mut batch = Batch::default();
        // The batch takes a number for every line, so later lines get higher numbers.
        let first = self.state().next;
        for (number, line) in (first..).zip(lines) {
            batch.put(Shelf::AccessLog, &number.to_be_bytes(), &line);
        }
        if batch.is_empty() { Ok(()) } else { self.commit(batch) }
    }

    /// Returns the access log, oldest line first.
    pub fn access_log(&self) -> Result<Vec<Vec<u8>>, VaultError> {
        Ok(self.scan(Shelf::AccessLog)?.into_iter().map(|(_, line)| line).collect())
    }
}
