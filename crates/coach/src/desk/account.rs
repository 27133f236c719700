//! The accounts on this computer, each in its own folder.

use std::fs;
use std::path::{Path, PathBuf};

use exchange::Exchange;
use exchange::charter::CharterMember;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Shelf, Vault};

use crate::desk::setting::{Setting, SettingError, SettingName};
use crate::environment::Environment;
use crate::error::CoachError;

/// An account on this computer, before it is unlocked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccountCard {
    /// The name of its folder, chosen by the coach and visible on this computer.
    pub label: String,
}

/// The role of the person to whom an account belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CoachRole {
    /// A professional, who keeps a caseload, opens dossiers and holds the consent.
    Professional,
    /// A trained volunteer.
    Volunteer,
    /// A trainee, who practises with fictional or anonymised dossiers.
    Trainee,
}

/// The language and the appearance of the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preferences {
    /// The language: `nl` or `en`.
    pub language: String,
    /// The theme: `light`, `dark` or `system`.
    pub theme: String,
    /// The size at which the window shows everything, in percent.
    #[serde(default = "as_drawn")]
    pub size: u16,
}

/// Returns the size at which everything was drawn: 100 percent.
fn as_drawn() -> u16 {
    100
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: "nl".to_owned(), theme: "system".to_owned(), size: as_drawn() }
    }
}

/// The data of the person to whom the account belongs. The vault stores it sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) name: String,
    pub(crate) role: CoachRole,
    pub(crate) preferences: Preferences,
    pub(crate) recovery_confirmed: bool,
}

/// The setting of the account's own data.
pub(crate) const ACCOUNT: Setting<Account> = Setting::json(SettingName::Account);

impl Account {
    /// Loads the account of a vault that was just opened.
    pub(crate) fn load(vault: &Vault, environment: Environment) -> Result<Self, CoachError> {
        match ACCOUNT.read(vault) {
            Err(SettingError::Damaged(_)) => Self::from_exchange(vault, environment),
            read => read?.ok_or(CoachError::AccountDamaged),
        }
    }

    /// Replaces a damaged account by what the exchange knows about its owner, so that her dossiers
    /// can be opened.
    ///
    /// The exchange does not know her role. As a professional she can do everything, and the session
    /// reports the damage.
    fn from_exchange(vault: &Vault, environment: Environment) -> Result<Self, CoachError> {
        let (entries, mut random) = (vault.scan(Shelf::Exchange)?, environment.randomness()?);
        let loaded = Exchange::load(entries, vault.incarnation().0, (environment.now)(), &mut random)?;
        let (exchange, _) = loaded.ok_or(CoachError::AccountDamaged)?;
        let CharterMember { name, .. } = exchange.member();
        let (role, preferences) = (CoachRole::Professional, Preferences::default());
        Ok(Self { name, role, preferences, recovery_confirmed: false })
    }
}

/// The details of an account to create.
pub struct NewAccount<'a> {
    /// The coach's name, as colleagues see it.
    pub name: &'a str,
    /// The role of the coach.
    pub role: CoachRole,
    /// The passphrase that unlocks the account.
    pub passphrase: &'a str,
}

/// Returns the accounts in a folder, sorted by name.
pub fn list(accounts: &Path) -> Vec<AccountCard> {
    let folders = fs::read_dir(accounts).into_iter().flatten().flatten();
    let vaults = folders.filter(|folder| folder.path().join("vault.json").exists());
    let mut cards: Vec<AccountCard> = vaults
        .filter_map(|folder| Some(AccountCard { label: folder.file_name().into_string().ok()? }))
        .collect();
    cards.sort_by_key(|card| card.label.to_lowercase());
    cards
}

/// Returns the folder of an account. The label must be a valid folder name on every operating system.
pub fn folder(accounts: &Path, label: &str) -> Result<PathBuf, CoachError> {
    let label = label.trim();
    let bad = label.is_empty()
        || label.chars().count() > 60
        || label.starts_with('.')
        || label.ends_with('.')
        || label.chars().any(|c| c.is_control() || r#"/\:*?"<>|"#.contains(c));
    if bad { Err(CoachError::BadLabel(label.to_owned())) } else { Ok(accounts.join(label)) }
}
