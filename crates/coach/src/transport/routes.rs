//! The carriers that a round can use.

use exchange::DeviceKey;
use exchange::carrier::{ArrivalBell, DirectLine, Mailbox};

use crate::desk::Desk;
use crate::error::CoachError;

/// The carriers that a round can use.
pub(super) struct Routes {
    pub(super) device: DeviceKey,
    pub(super) line: Option<DirectLine>,
    pub(super) mailbox: Option<Mailbox>,
}

impl Desk {
    /// Opens the carriers that are set, and returns them.
    pub(super) fn routes(&mut self, bell: &ArrivalBell) -> Result<Routes, CoachError> {
        let device = self.device()?;
        // If the setting of the line or of the mailboxes is damaged, the exchange continues over
        // the other one.
        let (mailbox, damaged) = match self.mailbox() {
            Err(error @ CoachError::SettingDamaged(_)) => (None, Some(error)),
            mailbox => (mailbox?, None),
        };
        let line = match self.line(bell) {
            // A computer that cannot open a direct line still uses its mailboxes.
            Err(CoachError::Line(_) | CoachError::SettingDamaged(_)) if mailbox.is_some() => None,
            line => line?,
        };
        if let (None, Some(error)) = (&line, damaged) {
            return Err(error);
        }
        Ok(Routes { device, line, mailbox })
    }
}
