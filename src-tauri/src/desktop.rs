//! The state of the desktop program: the open account, if there is one, and the file chosen for import.

use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use coach::desk::idle_lock::LockState;
use coach::error::Failure;
use coach::{CoachError, Courier, Desk, IdleLock, ImportFile, SharedDesk};

/// The state that all commands share.
pub(crate) struct Desktop {
    pub(crate) accounts: PathBuf,
    lock: Mutex<IdleLock>,
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
        let (lock, staged, rings) = (Mutex::default(), Mutex::default(), bell.clone());
        let courier = Mutex::new(Courier::with_bell(move || {
            let _ = rings.try_send(());
        }));
        Self { accounts, lock, staged, bell, courier }
    }

    /// Makes the courier exchange soon.
    pub(crate) fn wake(&self) {
        let _ = self.bell.try_send(());
    }

    /// Returns the lock with the open account in it.
    pub(crate) fn lock(&self) -> MutexGuard<'_, IdleLock> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the account and forgets the file that was chosen for import.
    pub(crate) fn close(&self) {
        self.lock().close();
        self.stage(StagedFile::default());
    }

    /// Records whether a person used the account since the last call. Returns whether it is still open.
    pub(crate) fn attend(&self, used: bool) -> LockState {
        let mut lock = self.lock();
        if used {
            lock.used();
        }
        let state = lock.state();
        if state == LockState::Locked {
            lock.close();
            self.stage(StagedFile::default());
        }
        state
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
        let mut lock = self.lock();
        match lock.desk() {
            Ok(desk) => run(desk),
            Err(locked) => {
                // Nobody used the account for too long, so the file for import is forgotten as well.
                self.stage(StagedFile::default());
                Err(locked)
            }
        }
    }
}
