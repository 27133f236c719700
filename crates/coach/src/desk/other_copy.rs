//! An account of its own, made from what another copy of this account wrote into the same folder.

use crate::desk::Desk;
use crate::desk::account;
use crate::error::CoachError;

/// The maximum number of characters of a label that a number is added to. A label has at most sixty.
const LONGEST_LABEL: usize = 50;

impl Desk {
    /// Makes an account from what another copy of this one wrote, beside this account and with its passphrase.
    /// Returns its label. The name is that of the file or folder that the session reports.
    pub fn save_other_copy(&self, name: &str) -> Result<String, CoachError> {
        let accounts = self.folder.parent().unwrap_or(&self.folder);
        let own: String = self.session().label.chars().take(LONGEST_LABEL).collect();
        let labels = (2..1_000).map(|number| format!("{} {number}", own.trim()));
        for label in labels {
            let folder = account::folder(accounts, &label)?;
            if !folder.exists() {
                self.vault.save_other_copy(name, &folder)?;
                return Ok(label);
            }
        }
        Err(CoachError::BadLabel(own))
    }
}
