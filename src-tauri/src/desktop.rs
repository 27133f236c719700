//! The state of the desktop program: the open account, if there is one, and the file chosen for import.

use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use coach::error::Failure;
use coach::{CoachError, Courier, Desk, ImportFile, SharedDesk};

/// The state that all commands share.
pub(crate) struct Desktop {
    pub(crate) accounts: PathBuf,
    desk: Mutex<Option<Desk>>,
    /// The file that the coach chose to import, until another one is chosen or the account is locked.
    staged: Mutex<Arc<StagedFile>>,
    /// Wakes the courier; a full channel means that it wakes anyway.
    bell: SyncSender<()>,
    pub(crate) courier: Mutex<Courier>,
}

/// A file that the window sent for import.
#[derive(Default)]
pub(crate) struct StagedFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl StagedFile {
    pub(crate) fn to_import<'a>(&'a self, client: Option<&'a str>) -> ImportFile<'a> {
        ImportFile { name: &self.name, bytes: &self.bytes, format: None, client }
    }
}

impl Desktop {
    pub(crate) fn new(accounts: PathBuf, bell: SyncSender<()>) -> Self {
        let (desk, staged, rings) = (Mutex::new(None), Mutex::default(), bell.clone());
        let courier = Mutex::new(Courier::with_bell(move || {
            let _ = rings.try_send(());
        }));
        Self { accounts, desk, staged, bell, courier }
    }

    /// Makes the courier exchange soon.
    pub(crate) fn wake(&self) {
        let _ = self.bell.try_send(());
    }

    pub(crate) fn slot(&self) -> MutexGuard<'_, Option<Desk>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn stage(&self, file: StagedFile) {
        *self.staged.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(file);
    }

    pub(crate) fn staged(&self) -> Arc<StagedFile> {
        self.staged.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Runs a use case on the open account. Fails if the account is locked.
    pub(crate) fn at_desk<T>(
        &self,
        run: impl FnOnce(&mut Desk) -> Result<T, CoachError>,
    ) -> Result<T, Failure> {
        self.borrow_desk(run).map_err(|error| Failure::from(&error))
    }
}

impl SharedDesk for Desktop {
    fn borrow_desk<T>(&self, run: impl FnOnce(&mut Desk) -> Result<T, CoachError>) -> Result<T, CoachError> {
        let mut slot = self.slot();
        run(slot.as_mut().ok_or(CoachError::Locked)?)
    }
}
