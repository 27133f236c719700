//! Stores that another copy of this account left in the same folder. The coach can make an account from them, or
//! put the notice about them away.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use vault::Repair;

use crate::desk::Desk;
use crate::desk::account;
use crate::desk::setting::{Setting, SettingName};
use crate::error::CoachError;

/// The maximum number of characters of a label that a number is added to. A label has at most sixty.
const LONGEST_LABEL: usize = 50;

pub(crate) const SEEN_COPIES: Setting<Vec<SeenCopy>> = Setting::json(SettingName::Copies);

/// The stores of another copy whose notice the coach put away.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct SeenCopy {
    /// The name of the file or folder.
    name: String,
    /// The length in bytes at that moment. If the other copy writes more, the coach is told again.
    bytes: u64,
}

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
                self.other_copy_seen(name)?;
                return Ok(label);
            }
        }
        Err(CoachError::BadLabel(own))
    }

    /// Records that the coach has seen what another copy wrote, so that the session no longer reports it. It
    /// stays where it is, and the check of the vault goes on naming it.
    pub fn other_copy_seen(&self, name: &str) -> Result<(), CoachError> {
        let mut seen = SEEN_COPIES.read_if_intact(&self.vault)?.unwrap_or_default();
        seen.retain(|copy| copy.name != name);
        seen.push(SeenCopy { name: name.to_owned(), bytes: length(&self.folder.join(name)) });
        Ok(SEEN_COPIES.save(&self.vault, &seen)?)
    }

    /// Returns the repairs without the copies that the coach has seen.
    pub(crate) fn repairs_to_show(&self) -> impl Iterator<Item = &Repair> {
        let seen = SEEN_COPIES.read_if_intact(&self.vault).ok().flatten().unwrap_or_default();
        self.repairs.iter().filter(move |repair| match repair {
            Repair::OtherCopy { name } => {
                let bytes = length(&self.folder.join(name));
                !seen.contains(&SeenCopy { name: name.clone(), bytes })
            }
            _ => true,
        })
    }
}

/// Returns the length of a file, or of all files in a folder.
fn length(path: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(path) else { return fs::metadata(path).map_or(0, |file| file.len()) };
    entries.flatten().map(|entry| length(&entry.path())).sum()
}
