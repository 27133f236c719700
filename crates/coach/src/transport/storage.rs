//! Where the mailboxes of an account stand, kept sealed with the access to it.

use exchange::InvitedStorage;
use exchange::carrier::{Credentials, Mailbox, Mark, Storage};
use serde::{Deserialize, Serialize};
use vault::{Batch, Shelf};

use crate::desk::Desk;
use crate::error::CoachError;
use crate::people::views::StorageView;

const KEY: &[u8] = b"storage";

/// The storage of an account, with the access to it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Kept {
    address: String,
    user: Option<String>,
    password: Option<String>,
    /// The day of the mark that was left there last.
    #[serde(default)]
    mark: Option<u32>,
}

impl Kept {
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
    /// Sets where the mailboxes stand, after trying whether one can write, list, read and remove there.
    pub fn set_storage(
        &mut self,
        address: &str,
        user: Option<&str>,
        password: Option<&str>,
    ) -> Result<(), CoachError> {
        let address = address.parse::<Storage>()?.to_string();
        let some = |text: Option<&str>| text.filter(|text| !text.is_empty()).map(str::to_owned);
        let kept = Kept { address, user: some(user), password: some(password), mark: None };
        let mailbox = kept.open()?;
        let device = self.exchange()?.device();
        mailbox.check(&device, &mut self.outside.randomness()?)?;
        self.keep_storage(&kept)?;
        self.mailbox = Some(mailbox);
        Ok(())
    }

    /// Takes over the storage of an invitation, where this account has none.
    pub(crate) fn take_over_storage(&mut self, invited: &InvitedStorage) -> Result<(), CoachError> {
        if self.kept_storage()?.is_some() {
            return Ok(());
        }
        let InvitedStorage { address, user, password } = invited.clone();
        let address = address.parse::<Storage>()?.to_string();
        self.keep_storage(&Kept { address, user, password, mark: None })
    }

    /// Where the mailboxes stand, if that is set.
    pub fn storage(&self) -> Result<Option<StorageView>, CoachError> {
        Ok(self.kept_storage()?.map(|kept| StorageView { address: kept.address, user: kept.user }))
    }

    pub(crate) fn kept_storage(&self) -> Result<Option<Kept>, CoachError> {
        let bytes = self.vault.get(Shelf::Settings, KEY)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    fn keep_storage(&mut self, kept: &Kept) -> Result<(), CoachError> {
        self.mailbox = None;
        self.write_storage(kept)
    }

    fn write_storage(&self, kept: &Kept) -> Result<(), CoachError> {
        let mut batch = Batch::default();
        let bytes = serde_json::to_vec(kept).map_err(|_| CoachError::AccountDamaged)?;
        batch.put(Shelf::Settings, KEY, &bytes);
        Ok(self.vault.commit(batch)?)
    }

    /// The mark that was left in the storage last.
    pub(crate) fn mark_left(&self) -> Result<Option<Mark>, CoachError> {
        Ok(self.kept_storage()?.and_then(|kept| kept.mark).map(Mark))
    }

    /// Remembers which mark was left.
    pub(crate) fn left_mark(&self, mark: Mark) -> Result<(), CoachError> {
        match self.kept_storage()? {
            Some(kept) => self.write_storage(&Kept { mark: Some(mark.0), ..kept }),
            None => Ok(()),
        }
    }

    /// The mailboxes, opened. `None` where no storage is set.
    pub fn mailbox(&mut self) -> Result<Option<Mailbox>, CoachError> {
        if self.mailbox.is_none() {
            self.mailbox = self.kept_storage()?.map(|kept| kept.open()).transpose()?;
        }
        Ok(self.mailbox.clone())
    }
}
