//! The parts of an account that the coach may change: the passphrase, the recovery code, and the preferences
//! of the window. The passphrase is asked again before somebody gets another way into the account.

use vault::{Passphrase, VaultError};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::account::{ACCOUNT, Account, Preferences};
use crate::desk::passphrase;
use crate::error::CoachError;
use crate::people::meeting::PersonRef;

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

    /// Makes a new recovery code, which is shown once, if the passphrase is correct. The old code no longer
    /// opens the account.
    pub fn renew_recovery_code(&mut self, passphrase: &str) -> Result<String, CoachError> {
        self.ask_again(passphrase)?;
        let code = self.vault.renew_recovery_code()?;
        self.save_account(Account { recovery_confirmed: false, ..self.account.clone() })?;
        Ok(code.to_string())
    }

    /// Sets a new passphrase if the old one is correct.
    pub fn change_passphrase(&self, old: &str, new: &str) -> Result<(), CoachError> {
        if !passphrase::advise(new, &[&self.account.name]).accepted {
            return Err(CoachError::WeakPassphrase);
        }
        self.ask_again(old)?;
        Ok(self.vault.change_passphrase(&Passphrase::from(new.to_owned()))?)
    }

    /// Records that this person found the words to match. Another computer of her own gets the key of her
    /// account and all dossiers, so that needs the passphrase too; a colleague needs none.
    pub fn confirm_words(
        &mut self,
        person: &PersonRef,
        passphrase: Option<&str>,
    ) -> Result<Changed, CoachError> {
        let key = self.person(person)?;
        if self.exchange()?.contact(&key).is_some_and(|contact| contact.joining.is_some()) {
            self.ask_again(passphrase.unwrap_or_default())?;
        }
        self.confirm(person)
    }

    /// Returns an error unless a text is the passphrase of this account.
    pub(crate) fn ask_again(&self, passphrase: &str) -> Result<(), CoachError> {
        if self.vault.matches_passphrase(&Passphrase::from(passphrase.to_owned()))? {
            Ok(())
        } else {
            Err(VaultError::WrongPassphrase.into())
        }
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
