//! Reading one envelope that has arrived, whatever it contains.

use std::panic::{AssertUnwindSafe, catch_unwind};

use exchange::carrier::ObjectName;
use exchange::{EnvelopeError, Outgoing, Received};
use vault::{Batch, VaultError};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;

/// The result of reading one object that was received.
pub(super) enum ReceiveOutcome {
    Merged(Changed, Vec<Outgoing>),
    Done,
    Postponed,
    Unreadable(EnvelopeError),
    /// Reading it failed, and the vault is not the cause.
    Failed,
    /// This vault was put back to an older state and goes on as another device. What is in the mailbox of the
    /// device that it was comes again.
    NewDevice,
}

impl Desk {
    fn receive(&mut self, bytes: Vec<u8>, stays: Option<&ObjectName>) -> Result<ReceiveOutcome, CoachError> {
        let now = self.now();
        let received =
            self.with_exchange(|exchange, home, random| exchange.receive(bytes, now, random, home))?;
        Ok(match received {
            Ok(Received::PutBack) => {
                self.become_new_device()?;
                ReceiveOutcome::NewDevice
            }
            Ok(Received::Merged(step, answers)) => {
                let mut batch = Batch::default();
                stays.map(|name| self.put_taken_in(name, &mut batch)).transpose()?;
                ReceiveOutcome::Merged(self.save_step_with(step, batch)?, answers)
            }
            Ok(Received::Duplicate { .. } | Received::UnknownSender) => ReceiveOutcome::Done,
            Ok(Received::Postponed { .. }) => ReceiveOutcome::Postponed,
            Err(why) => ReceiveOutcome::Unreadable(why),
        })
    }

    /// Receives an envelope. Whatever goes wrong in reading it concerns that envelope alone: a panic in
    /// reading it ends neither the round nor the program. If the envelope `stays` in the mailbox when it was
    /// merged, its name there is saved together with what was in it.
    ///
    /// # Errors
    ///
    /// Fails if something here cannot be read or saved, which the envelope is not to blame for.
    pub(super) fn receive_guarded(
        &mut self,
        bytes: Vec<u8>,
        stays: Option<&ObjectName>,
    ) -> Result<ReceiveOutcome, CoachError> {
        match catch_unwind(AssertUnwindSafe(|| self.receive(bytes, stays))) {
            Ok(Ok(outcome)) => Ok(outcome),
            Ok(Err(
                CoachError::Vault(VaultError::TooLarge { .. })
                | CoachError::Document { .. }
                | CoachError::Edit(_),
            )) => Ok(ReceiveOutcome::Failed),
            Ok(Err(error)) => Err(error),
            Err(_) => {
                // The exchange may have been left halfway, so it is loaded again.
                self.forget_exchange();
                Ok(ReceiveOutcome::Failed)
            }
        }
    }

    /// Becomes a new device, after others showed that this vault was put back to an older state.
    fn become_new_device(&mut self) -> Result<(), CoachError> {
        self.vault().renew_incarnation()?;
        self.forget_exchange();
        self.become_device()
    }
}
