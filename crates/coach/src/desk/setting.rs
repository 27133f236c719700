//! The settings of an account: small sealed values outside its dossiers, each under one
//! key of [`Shelf::Settings`].
//!
//! A setting whose bytes do not parse is damaged, and reading it is an error. A default in its place would
//! undo a person's choice without telling her, and the next write would destroy what is left of it. So only
//! an action of a person replaces damaged bytes. A task in the background returns the error and leaves the
//! bytes as they are.

use std::fmt::Display;
use std::str::FromStr;

use codes::codes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use strum::VariantArray;
use thiserror::Error;
use vault::{Batch, Shelf, Vault, VaultError};

/// The name of a setting of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum SettingName {
    /// The coach's name and role, and the language and the appearance of the window.
    Account,
    /// The calendar file that is kept up to date.
    Calendar,
    /// The copies of the account whose notices the coach put away.
    Copies,
    /// The direct line to colleagues.
    Direct,
    /// The events of the exchange that have not been seen yet.
    Events,
    /// The habits: the choices for showing the caseload, and the channels of reminders.
    Habits,
    /// The account's own methods.
    Methods,
    /// The day of the last reminder.
    Reminder,
    /// The storage that holds the mailboxes.
    Storage,
}

impl SettingName {
    /// All settings, in the order of their variants.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the key in the vault, which is part of the format on disk.
    fn key(self) -> &'static [u8] {
        match self {
            Self::Account => b"account",
            Self::Calendar => b"calendar",
            Self::Copies => b"copies",
            Self::Direct => b"direct",
            Self::Events => b"events",
            Self::Habits => b"habits",
            Self::Methods => b"methods",
            Self::Reminder => b"reminded",
            Self::Storage => b"storage",
        }
    }
}

// The codes of the errors about damaged settings.
codes!(SettingName {
    Self::Account => "setting-account-damaged",
    Self::Calendar => "setting-calendar-damaged",
    Self::Copies => "setting-copies-damaged",
    Self::Direct => "setting-direct-damaged",
    Self::Events => "setting-events-damaged",
    Self::Habits => "setting-habits-damaged",
    Self::Methods => "setting-methods-damaged",
    Self::Reminder => "setting-reminder-damaged",
    Self::Storage => "setting-storage-damaged",
});

/// An error of reading or saving a setting.
#[derive(Debug, Error)]
pub enum SettingError {
    /// The vault refused the operation.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The setting is in the vault, but its bytes do not parse.
    #[error("the setting {0:?} is damaged")]
    Damaged(SettingName),
}

/// A setting with the form in which its value is saved.
pub(crate) struct Setting<T> {
    name: SettingName,
    encode: fn(&T) -> Option<Vec<u8>>,
    decode: fn(&[u8]) -> Option<T>,
}

impl<T: Serialize + DeserializeOwned> Setting<T> {
    /// Creates a setting that is saved as JSON.
    pub(crate) const fn json(name: SettingName) -> Self {
        let encode = |value: &T| serde_json::to_vec(value).ok();
        Self { name, encode, decode: |bytes| serde_json::from_slice(bytes).ok() }
    }
}

impl<T: Display + FromStr> Setting<T> {
    /// Creates a setting that is saved as plain text.
    pub(crate) const fn text(name: SettingName) -> Self {
        let encode = |value: &T| Some(value.to_string().into_bytes());
        Self { name, encode, decode: |bytes| std::str::from_utf8(bytes).ok()?.parse().ok() }
    }
}

impl<T> Setting<T> {
    /// Returns the value, or `None` if it was never saved.
    pub(crate) fn read(&self, vault: &Vault) -> Result<Option<T>, SettingError> {
        let Some(bytes) = vault.get(Shelf::Settings, self.name.key())? else { return Ok(None) };
        (self.decode)(&bytes).map(Some).ok_or(SettingError::Damaged(self.name))
    }

    /// Returns the value, or `None` if it was never saved or is damaged.
    ///
    /// This is for an action that sets the value again, and for a view that must not fail. The session
    /// reports the damage.
    pub(crate) fn read_if_intact(&self, vault: &Vault) -> Result<Option<T>, SettingError> {
        match self.read(vault) {
            Err(SettingError::Damaged(_)) => Ok(None),
            read => read,
        }
    }

    /// Saves the value and replaces the previous one.
    pub(crate) fn save(&self, vault: &Vault, value: &T) -> Result<(), SettingError> {
        let mut batch = Batch::default();
        self.put_into(&mut batch, value)?;
        Ok(vault.commit(batch)?)
    }

    /// Adds the value to a batch, which saves it together with its other entries.
    pub(crate) fn put_into(&self, batch: &mut Batch, value: &T) -> Result<(), SettingError> {
        let bytes = (self.encode)(value).ok_or(SettingError::Damaged(self.name))?;
        batch.put(Shelf::Settings, self.name.key(), &bytes);
        Ok(())
    }

    /// Adds the removal of the setting to a batch.
    pub(crate) fn remove_in(&self, batch: &mut Batch) {
        batch.delete(Shelf::Settings, self.name.key());
    }

    /// Adds a copy of the stored bytes to a batch, under a key of their own. This is for a value that must be
    /// saved before a person has seen the damage.
    pub(crate) fn set_aside_into(&self, vault: &Vault, batch: &mut Batch) -> Result<(), SettingError> {
        if let Some(bytes) = vault.get(Shelf::Settings, self.name.key())? {
            batch.put(Shelf::Settings, &[self.name.key(), b" damaged"].concat(), &bytes);
        }
        Ok(())
    }
}
