//! The state of the desktop face: the desk, if an account is open.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use coach::view::Failure;
use coach::{CoachError, Desk};

pub(crate) struct Desktop {
    pub(crate) accounts: PathBuf,
    desk: Mutex<Option<Desk>>,
}

impl Desktop {
    pub(crate) fn new(accounts: PathBuf) -> Self {
        Self { accounts, desk: Mutex::new(None) }
    }

    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Desk>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a use case at the open desk.
    pub(crate) fn at_desk<T>(
        &self,
        run: impl FnOnce(&mut Desk) -> Result<T, CoachError>,
    ) -> Result<T, Failure> {
        let mut slot = self.slot();
        let desk = slot.as_mut().ok_or(CoachError::Locked);
        desk.and_then(run).map_err(|error| Failure::from(&error))
    }
}
