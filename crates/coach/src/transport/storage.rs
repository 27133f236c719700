//! The storage that holds an account's mailboxes, saved sealed together with its credentials.

use std::collections::BTreeMap;

use exchange::InvitedStorage;
use exchange::carrier::{Credentials, Mailbox, Mark, Storage};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::desk::setting::{Setting, SettingError, SettingName};
use crate::error::CoachError;
use crate::people::views::StorageView;

/// The setting of the storage, as the vault stores it.
pub(crate) const STORAGE: Setting<ChosenStorage> = Setting::json(SettingName::Storage);

/// The storage that an account uses, with its credentials.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ChosenStorage {
    address: String,
    user: Option<String>,
    password: Option<String>,
    /// The day of the last mark that this account left in the storage.
    #[serde(default)]
    mark: Option<u32>,
    /// The device in whose mailbox the mark was left. One that takes its place has another mailbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marked: Option<String>,
    /// The names of the objects in the own mailbox that were merged and are still to be removed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) taken_in: Vec<String>,
    /// The number of attempts to open each object in the own mailbox that could not be opened.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) attempts: BTreeMap<String, u32>,
    /// The day on which the storage was last found to have lost what was in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lost: Option<u32>,
}

impl ChosenStorage {
    fn new(address: String, user: Option<String>, password: Option<String>) -> Self {
        let (taken_in, attempts) = (Vec::new(), BTreeMap::new());
        Self { address, user, password, mark: None, marked: None, taken_in, attempts, lost: None }
    }

    fn open(&self) -> Result<Mailbox, CoachError> {
        let storage: Storage = self.address.parse()?;
        let credentials = self.user.clone().zip(self.password.clone());
        let credentials = credentials.map(|(user, password)| Credentials::new(user, password));
        Ok(Mailbox::open(&storage, credentials.as_ref())?)
    }

    pub(crate) fn to_invite(&self) -> InvitedStorage {
        let Self { address, user, password, .. } = self.clone();
        InvitedStorage { address, user, password }
    }
}

impl Desk {
    /// Sets the storage of the mailboxes, after checking that it can write, list, read and remove there.
    pub fn set_storage(
        &mut self,
        address: &str,
        user: Option<&str>,
        password: Option<&str>,
    ) -> Result<(), CoachError> {
        let address = address.parse::<Storage>()?.to_string();
        let some = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let former = STORAGE.read_if_intact(self.vault())?.filter(|former| former.address == address);
        let taken_in = former.map(|former| former.taken_in).unwrap_or_default();
        let storage = ChosenStorage { taken_in, ..ChosenStorage::new(address, some(user), some(password)) };
        let mailbox = storage.open()?;
        let device = self.exchange()?.device();
        mailbox.check(&device, &mut self.randomness()?)?;
        self.save_storage(&storage)?;
        self.carriers_mut().mailbox = Some(mailbox);
        self.carriers_mut().pause.end();
        Ok(())
    }

    /// Uses the storage from an invitation if this account has none. A damaged setting is left alone, because
    /// the coach must set it again herself.
    pub(crate) fn adopt_storage(&mut self, invited: &InvitedStorage) -> Result<(), CoachError> {
        match STORAGE.read(self.vault()) {
            Ok(None) => {}
            Ok(Some(_)) | Err(SettingError::Damaged(_)) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let InvitedStorage { address, user, password } = invited.clone();
        let address = address.parse::<Storage>()?.to_string();
        self.save_storage(&ChosenStorage::new(address, user, password))
    }

    /// Returns the storage of the mailboxes, if one is set.
    pub fn storage(&self) -> Result<Option<StorageView>, CoachError> {
        Ok(STORAGE.read(self.vault())?.map(StorageView::from))
    }

    /// Returns the same as [`Desk::storage`], or `None` if the setting is damaged.
    pub(crate) fn storage_if_intact(&self) -> Result<Option<StorageView>, CoachError> {
        Ok(STORAGE.read_if_intact(self.vault())?.map(StorageView::from))
    }

    fn save_storage(&mut self, storage: &ChosenStorage) -> Result<(), CoachError> {
        self.carriers_mut().mailbox = None;
        Ok(STORAGE.save(self.vault(), storage)?)
    }

    /// Returns the last mark that was left in the mailbox of this device.
    pub(crate) fn mark_left(&mut self) -> Result<Option<Mark>, CoachError> {
        let device = self.exchange()?.device().to_string();
        let storage = STORAGE.read(self.vault())?;
        let storage =
            storage.filter(|storage| storage.marked.as_ref().is_none_or(|marked| *marked == device));
        Ok(storage.and_then(|storage| storage.mark).map(Mark))
    }

    /// Saves the mark that was left in the storage.
    pub(crate) fn left_mark(&mut self, mark: Mark) -> Result<(), CoachError> {
        let Some(storage) = STORAGE.read(self.vault())? else { return Ok(()) };
        let marked = Some(self.exchange()?.device().to_string());
        Ok(STORAGE.save(self.vault(), &ChosenStorage { mark: Some(mark.0), marked, ..storage })?)
    }

    /// Opens the mailboxes and returns them, or `None` if no storage is set.
    pub fn mailbox(&mut self) -> Result<Option<Mailbox>, CoachError> {
        if self.carriers_mut().mailbox.is_none() {
            self.carriers_mut().mailbox =
                STORAGE.read(self.vault())?.map(|storage| storage.open()).transpose()?;
        }
        Ok(self.carriers_mut().mailbox.clone())
    }
}

impl From<ChosenStorage> for StorageView {
    fn from(storage: ChosenStorage) -> Self {
        Self { address: storage.address, user: storage.user }
    }
}
