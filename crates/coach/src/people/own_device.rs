//! The computers of one person who works on several of them.

use dossier::DossierId;
use exchange::Notice;

use crate::desk::Desk;
use crate::desk::account::Account;
use crate::desk::document_id::dossier_of;
use crate::error::CoachError;

impl Desk {
    /// Shares the dossiers that belong to this person alone with her other computers.
    pub(crate) fn share_with_own_devices(&mut self) -> Result<(), CoachError> {
        let exchange = self.exchange()?;
        if exchange.own_devices().next().is_none() {
            return Ok(());
        }
        let shared: std::collections::BTreeSet<DossierId> = exchange.shared_dossiers().cloned().collect();
        let all = self.vault().summaries().into_iter().filter_map(|(document, _)| dossier_of(document));
        let alone: Vec<DossierId> = all.filter(|id| !shared.contains(id)).collect();
        let now = self.now();
        for id in alone {
            let step =
                self.with_exchange(|exchange, home, _| exchange.share_with_own_devices(&id, now, home))?;
            self.save_step(step?)?;
        }
        Ok(())
    }

    /// Returns an error while this computer is being connected to a person's other computers.
    pub(crate) fn not_while_joining(&mut self) -> Result<(), CoachError> {
        if self.exchange()?.is_joining() { Err(CoachError::Joining) } else { Ok(()) }
    }

    /// Returns whether any dossier was written on this computer.
    pub(crate) fn has_dossiers(&self) -> bool {
        self.vault().summaries().into_iter().any(|(document, _)| dossier_of(document).is_some())
    }
}

/// Returns the account with its new owner if this computer became another computer of that person,
/// or `None` otherwise.
pub(crate) fn joined(account: &Account, notices: &[Notice]) -> Option<Account> {
    notices.iter().find_map(|notice| match notice {
        Notice::Joined { name, .. } => Some(Account { name: name.clone(), ..account.clone() }),
        _ => None,
    })
}
