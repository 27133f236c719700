//! Accounts on this computer: a folder each.

use std::fs;
use std::path::{Path, PathBuf};

use dossier::CoachId;
use serde::{Deserialize, Serialize};
use vault::{Batch, KdfParams, Passphrase, RecoveryCode, Repair, Shelf, Vault};

use crate::desk::Desk;
use crate::error::CoachError;
use crate::outside::Outside;
use crate::passphrase;
use crate::view::{AccountCard, CoachRole, Preferences};

/// What Kring keeps about the person whose account it is, sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) coach: CoachId,
    pub(crate) name: String,
    pub(crate) role: CoachRole,
    pub(crate) preferences: Preferences,
    pub(crate) recovery_confirmed: bool,
}

const KEY: &[u8] = b"account";

impl Account {
    pub(crate) fn load(vault: &Vault) -> Result<Self, CoachError> {
        let bytes = vault.get(Shelf::Settings, KEY)?.ok_or(CoachError::AccountDamaged)?;
        serde_json::from_slice(&bytes).map_err(|_| CoachError::AccountDamaged)
    }

    pub(crate) fn save(&self, vault: &Vault) -> Result<(), CoachError> {
        Ok(vault.commit(self.to_batch()?)?)
    }

    fn to_batch(&self) -> Result<Batch, CoachError> {
        let mut batch = Batch::default();
        self.put_into(&mut batch)?;
        Ok(batch)
    }

    pub(crate) fn put_into(&self, batch: &mut Batch) -> Result<(), CoachError> {
        batch.put(Shelf::Settings, KEY, &serde_json::to_vec(self).map_err(|_| CoachError::AccountDamaged)?);
        Ok(())
    }
}

/// Who makes an account.
pub struct NewAccount<'a> {
    /// The coach's name, as colleagues see it.
    pub name: &'a str,
    /// What the coach is.
    pub role: CoachRole,
    /// The passphrase.
    pub passphrase: &'a str,
}

/// The accounts in a folder, by name.
pub fn list(accounts: &Path) -> Vec<AccountCard> {
    let folders = fs::read_dir(accounts).into_iter().flatten().flatten();
    let vaults = folders.filter(|folder| folder.path().join("vault.json").exists());
    let mut cards: Vec<AccountCard> = vaults
        .filter_map(|folder| Some(AccountCard { label: folder.file_name().into_string().ok()? }))
        .collect();
    cards.sort_by_key(|card| card.label.to_lowercase());
    cards
}

/// The folder of an account. The label becomes a folder's name on any system.
pub fn folder(accounts: &Path, label: &str) -> Result<PathBuf, CoachError> {
    let label = label.trim();
    let bad = label.is_empty()
        || label.chars().count() > 60
        || label.starts_with('.')
        || label.ends_with('.')
        || label.chars().any(|c| c.is_control() || r#"/\:*?"<>|"#.contains(c));
    if bad { Err(CoachError::BadLabel(label.to_owned())) } else { Ok(accounts.join(label)) }
}

/// Makes an account and opens it. The recovery code is shown once.
pub fn create(
    folder: &Path,
    account: &NewAccount<'_>,
    kdf: KdfParams,
    outside: Outside,
) -> Result<(Desk, RecoveryCode), CoachError> {
    if !passphrase::advise(account.passphrase, &[account.name]).accepted {
        return Err(CoachError::WeakPassphrase);
    }
    let passphrase = Passphrase::from(account.passphrase.to_owned());
    let account = Account {
        coach: outside.id()?,
        name: account.name.trim().to_owned(),
        role: account.role,
        preferences: Preferences::default(),
        recovery_confirmed: false,
    };
    let (vault, code) = Vault::create(folder, &passphrase, kdf, account.to_batch()?)?;
    Ok((Desk::new(folder, vault, account, Vec::new(), outside)?, code))
}

/// Opens an account.
pub fn unlock(folder: &Path, passphrase: &str, outside: Outside) -> Result<Desk, CoachError> {
    let (vault, repairs) = Vault::open(folder, &Passphrase::from(passphrase.to_owned()))?;
    opened(folder, vault, repairs, outside)
}

/// Opens an account whose passphrase was forgotten, and sets a new one.
pub fn recover(folder: &Path, code: &str, new: &str, outside: Outside) -> Result<Desk, CoachError> {
    let code: RecoveryCode = code.parse()?;
    if !passphrase::advise(new, &[]).accepted {
        return Err(CoachError::WeakPassphrase);
    }
    let (vault, repairs) = Vault::open_with_recovery(folder, &code)?;
    vault.change_passphrase(&Passphrase::from(new.to_owned()))?;
    opened(folder, vault, repairs, outside)
}

fn opened(folder: &Path, vault: Vault, repairs: Vec<Repair>, outside: Outside) -> Result<Desk, CoachError> {
    let account = Account::load(&vault)?;
    Desk::new(folder, vault, account, repairs, outside)
}
