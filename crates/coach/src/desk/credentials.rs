//! The parts of an account that the coach may change: the passphrase, the recovery code, and the preferences
//! of the window.

use vault::{Passphrase, VaultError};

use crate::desk::Desk;
use crate::desk::account::{ACCOUNT, Account, Preferences};
use crate::desk::passphrase;
use crate::error::CoachError;

impl Desk {
    /// Returns whether the code that the coach typed is the recovery code of this account. If it is, saves
    /// that she confirmed it.
    pub fn confirm_recovery_code(&mut self, code: &str) -> Result<bool, CoachError> {
        let matches = code.parse().is_ok_and(|code| self.vault.matches_recovery_code(&code));
        if matches && !self.account.recovery_confirmed {
            self.save_account(Account { recovery_confirmed: true, ..self.account.clone() })?;
        }
        Ok(matches)
    }

    /// Makes a new recovery code, which is shown once. The old code no longer opens the account.
    pub fn renew_recovery_code(&mut self) -> Result<String, CoachError> {
        let code = self.vault.renew_recovery_code()?;
        self.save_account(Account { recovery_confirmed: false, ..self.account.clone() })?;
        Ok(code.to_string())
    }

    /// Sets a new passphrase if the old one is correct.
    pub fn change_passphrase(&self, old: &str, new: &str) -> Result<(), CoachError> {
        if !passphrase::advise(new, &[&self.account.name]).accepted {
            return Err(CoachError::WeakPassphrase);
        }
        if !self.vault.matches_passphrase(&Passphrase::from(old.to_owned()))? {
            return Err(VaultError::WrongPassphrase.into());
        }
        Ok(self.vault.change_passphrase(&Passphrase::from(new.to_owned()))?)
    }

    /// Saves the language and the appearance of the window.
    pub fn set_preferences(&mut self, preferences: Preferences) -> Result<(), CoachError> {
        self.save_account(Account { preferences, ..self.account.clone() })
    }

    fn save_account(&mut self, account: Account) -> Result<(), CoachError> {
        ACCOUNT.save(&self.vault, &account)?;
        self.account = account;
        Ok(())
    }
}
