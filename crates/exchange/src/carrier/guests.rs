//! The devices that a direct line lets in.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::header::MAX_ENVELOPE_BYTES;
use crate::signing_key::DeviceKey;

/// The most bytes that a stranger may send; the reply to an invitation is shorter.
const BYTES_OF_A_STRANGER: usize = 16 * 1024;

/// The most envelopes of strangers that are accepted until the desk has looked at them.
const MOST_OF_STRANGERS: u32 = 8;

/// The devices that are let in.
#[derive(Default)]
pub(super) struct Guests(Mutex<List>);

#[derive(Default)]
struct List {
    known: BTreeSet<DeviceKey>,
    strangers: u32,
}

impl Guests {
    pub(super) fn admit(&self, known: BTreeSet<DeviceKey>, strangers: bool) {
        let strangers = if strangers { MOST_OF_STRANGERS } else { 0 };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = List { known, strangers };
    }

    /// Returns the most bytes that a device may send at once, or `None` if it is not let in.
    pub(super) fn allowance(&self, device: &DeviceKey) -> Option<usize> {
        let list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if list.known.contains(device) {
            return Some(MAX_ENVELOPE_BYTES);
        }
        (list.strangers > 0).then_some(BYTES_OF_A_STRANGER)
    }

    /// Counts an envelope. Returns false if it must not be accepted.
    pub(super) fn count(&self, device: &DeviceKey) -> bool {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if list.known.contains(device) {
            return true;
        }
        let may = list.strangers > 0;
        list.strangers = list.strangers.saturating_sub(1);
        may
    }
}
