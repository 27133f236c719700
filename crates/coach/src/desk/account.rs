//! Accounts on this computer: a folder each.

use std::fs;
use std::path::{Path, PathBuf};

use dossier::CoachId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Batch, KdfParams, Passphrase, RecoveryCode, Repair, Shelf, Vault};

use crate::desk::Desk;
use crate::desk::passphrase;
use crate::error::CoachError;
use crate::message::Message;
use crate::outside::Outside;

/// The account that is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Session {
    /// The name of its folder.
    pub label: String,
    /// The coach's name.
    pub name: String,
    /// What the coach is.
    pub role: CoachRole,
    /// How the window looks and speaks.
    pub preferences: Preferences,
    /// Whether the recovery code was typed back once.
    pub recovery_confirmed: bool,
    /// What opening repaired or could not read.
    pub repairs: Vec<Message>,
}

/// An account on this computer, before it is unlocked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccountCard {
    /// The name of its folder, chosen by the coach and visible on this computer.
    pub label: String,
}

/// What the person who opened the account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CoachRole {
    /// Keeps a caseload, opens dossiers, holds the consent.
    Professional,
    /// A trained volunteer.
    Volunteer,
    /// Practises with invented or anonymised dossiers.
    Trainee,
}

/// How the window looks and speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preferences {
    /// `nl` or `en`.
    pub language: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// How large everything is shown, in hundredths.
    #[serde(default = "as_drawn")]
    pub size: u16,
}

/// As large as it was drawn.
fn as_drawn() -> u16 {
    100
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: "nl".to_owned(), theme: "system".to_owned(), size: as_drawn() }
    }
}

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
