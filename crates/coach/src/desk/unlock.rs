//! The ways to open a desk: a new account, the passphrase, and the recovery code.

use std::path::Path;

use vault::{Batch, KdfParams, Passphrase, RecoveryCode, Repair, Vault};

use crate::desk::Desk;
use crate::desk::account::{ACCOUNT, Account, NewAccount, Preferences};
use crate::desk::passphrase;
use crate::environment::Environment;
use crate::error::CoachError;

impl Desk {
    /// Creates an account in a folder and opens it. Returns the recovery code too, which is shown once.
    pub fn create(
        folder: &Path,
        account: &NewAccount<'_>,
        kdf: KdfParams,
        environment: Environment,
    ) -> Result<(Self, RecoveryCode), CoachError> {
        if !passphrase::advise(account.passphrase, &[account.name]).accepted {
            return Err(CoachError::WeakPassphrase);
        }
        let passphrase = Passphrase::from(account.passphrase.to_owned());
        let account = Account {
            name: account.name.trim().to_owned(),
            role: account.role,
            preferences: Preferences::default(),
            recovery_confirmed: false,
        };
        let mut batch = Batch::default();
        ACCOUNT.put_into(&mut batch, &account)?;
        let (vault, code) = Vault::create(folder, &passphrase, kdf, batch)?;
        Ok((Self::new(folder, vault, account, Vec::new(), environment)?, code))
    }

    /// Opens an account with its passphrase.
    pub fn unlock(folder: &Path, passphrase: &str, environment: Environment) -> Result<Self, CoachError> {
        let (vault, repairs) = Vault::open(folder, &Passphrase::from(passphrase.to_owned()))?;
        Self::of(folder, vault, repairs, environment)
    }

    /// Opens an account with its recovery code, and sets a new passphrase.
    pub fn recover(
        folder: &Path,
        code: &str,
        new: &str,
        environment: Environment,
    ) -> Result<Self, CoachError> {
        let code: RecoveryCode = code.parse()?;
        if !passphrase::advise(new, &[]).accepted {
            return Err(CoachError::WeakPassphrase);
        }
        let (vault, repairs) = Vault::open_with_recovery(folder, &code)?;
        vault.change_passphrase(&Passphrase::from(new.to_owned()))?;
        Self::of(folder, vault, repairs, environment)
    }

    fn of(
        folder: &Path,
        vault: Vault,
        repairs: Vec<Repair>,
        environment: Environment,
    ) -> Result<Self, CoachError> {
        let account = Account::load(&vault, environment)?;
        Self::new(folder, vault, account, repairs, environment)
    }
}
