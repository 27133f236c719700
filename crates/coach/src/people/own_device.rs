//! The computers of one person who works on several of them, and what to do if one of them is lost.

use std::collections::BTreeSet;

use dossier::DossierId;
use exchange::{DeviceKey, Notice};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::account::Account;
use crate::desk::document_id::dossier_of;
use crate::error::CoachError;
use crate::people::views::OwnComputer;

/// The number of digits of a key that a mark has.
const MARK: usize = 8;

impl Desk {
    /// Returns the other computers of this person.
    pub fn own_computers(&mut self) -> Result<Vec<OwnComputer>, CoachError> {
        let exchange = self.exchange()?;
        let devices: Vec<DeviceKey> = exchange.own_devices().map(|card| card.device()).collect();
        // The exchange tells when anything last came from a person, whichever of her computers sent it.
        let last_heard = exchange.last_heard(&exchange.person()).filter(|_| devices.len() == 1);
        let computer =
            |device: &DeviceKey| OwnComputer { id: device.to_string(), mark: mark_of(device), last_heard };
        Ok(devices.iter().map(computer).collect())
    }

    /// Reports other computers of this person as lost, if the passphrase is correct. They get nothing more.
    /// The person gets another key on the computers that are left, and everybody who knows her learns that.
    /// Also a computer that was reported lost itself may do it: perhaps it was a thief who did that.
    /// `computers` holds keys or marks.
    pub fn report_lost(&mut self, computers: &[String], passphrase: &str) -> Result<Changed, CoachError> {
        self.not_while_joining()?;
        let lost = computers.iter().map(|text| self.own_computer(text));
        let lost: BTreeSet<DeviceKey> = lost.collect::<Result<_, _>>()?;
        self.ask_again(passphrase)?;
        // Of a computer that was reported lost, nobody knows by which one.
        if lost.is_empty() && !self.exchange()?.is_revoked() {
            return Ok(Changed::nothing());
        }
        let now = self.now();
        let step =
            self.with_exchange(|exchange, home, random| exchange.replace_key(&lost, now, random, home))?;
        let changed = self.save_step(step)?;
        self.forget_events(|message| message.id == "event-reported-lost")?;
        Ok(changed)
    }

    /// Returns the one other computer of this person that a key or the beginning of a key refers to.
    fn own_computer(&mut self, text: &str) -> Result<DeviceKey, CoachError> {
        let text = text.trim().to_lowercase();
        let devices = self.exchange()?.own_devices().map(|card| card.device());
        let mut found = devices.filter(|device| text.len() >= 4 && device.to_string().starts_with(&text));
        match (found.next(), found.next()) {
            (Some(device), None) => Ok(device),
            _ => Err(CoachError::NoSuchComputer(text)),
        }
    }

    /// Shares the dossiers that belong to this person alone with her other computers.
    pub(crate) fn share_with_own_devices(&mut self) -> Result<(), CoachError> {
        let exchange = self.exchange()?;
        if exchange.own_devices().next().is_none() {
            return Ok(());
        }
        let shared: BTreeSet<DossierId> = exchange.shared_dossiers().cloned().collect();
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

/// Returns the mark of a computer: the first digits of its key.
pub(crate) fn mark_of(device: &DeviceKey) -> String {
    device.to_string().chars().take(MARK).collect()
}

/// Returns the account with its new owner if this computer became another computer of that person,
/// or `None` otherwise.
pub(crate) fn joined(account: &Account, notices: &[Notice]) -> Option<Account> {
    notices.iter().find_map(|notice| match notice {
        Notice::Joined { name, .. } => Some(Account { name: name.clone(), ..account.clone() }),
        _ => None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]
mod tests {
    use exchange::EntryKey;
    use vault::{Batch, Shelf};

    use super::*;
    use crate::two_desks::{desk_of, opened_again};

    /// The last field of the entry about this computer, which says whether it was reported lost: false and
    /// true in CBOR.
    const REPORTED_LOST: (u8, u8) = (0xf4, 0xf5);

    #[test]
    fn a_computer_that_was_reported_lost_says_so() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = desk_of(&home, "Anna");
        assert!(!desk.people().unwrap().reported_lost);
        let key = EntryKey::Me.to_bytes();
        let mut entry = desk.vault().get(Shelf::Exchange, &key).unwrap().unwrap();
        let last = entry.last_mut().unwrap();
        assert_eq!(*last, REPORTED_LOST.0);
        *last = REPORTED_LOST.1;
        let mut batch = Batch::default();
        batch.put(Shelf::Exchange, &key, &entry);
        desk.vault().commit(batch).unwrap();

        let mut desk = opened_again(&home, "Anna", desk);
        assert!(desk.people().unwrap().reported_lost);
        desk.notice(&[Notice::Revoked]).unwrap();
        assert_eq!(desk.events().unwrap()[0].message.id, "event-reported-lost");
    }
}
