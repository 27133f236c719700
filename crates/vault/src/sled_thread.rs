//! The thread that owns sled, so that nobody waits for sled forever.
//!
//! sled 0.34 does not release its reservation in the log when it cannot write a blob (`Log::reserve_inner`:
//! on a full disk, or if a killed program left a blob of that name). That part of the log is never written
//! after that, and everything that needs it waits forever: a flush, a read of a page that left the cache, an
//! insert, dropping sled. So only one thread touches sled, and callers wait for its answer for a limited
//! time. Once sled fails or does not answer, it is abandoned until the next opening. A thread that does not
//! end is left running; it holds nothing that is not sealed.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::batch::ShelfNumber;
use crate::error::VaultError;
use crate::index::{BlindedAddress, BlindedName, Index, SealedChange, SealedEntry};

/// The longest wait for sled to open: after a crash it reads its whole log.
const OPENING: Duration = Duration::from_secs(30);
/// The longest wait for an answer.
const ANSWERING: Duration = Duration::from_secs(5);
/// The longest wait for sled to close.
const CLOSING: Duration = Duration::from_secs(3);
/// The most bytes that are sent to the thread before the sender waits for it.
const MOST_PENDING: usize = 16 * 1024 * 1024;

type Job = Box<dyn FnOnce(&Index) + Send>;

/// sled behind its thread, with the changes that sled has not made yet.
pub(crate) struct SledThread {
    jobs: Sender<Job>,
    /// Carries nothing; it closes when the thread ends.
    ended: Receiver<()>,
    pending: Arc<Mutex<Pending>>,
    /// The number of bytes sent since the thread was last waited for.
    sent: usize,
    /// True once the pending changes hold every entry, so that an abandoned sled is not needed.
    holds_all: bool,
}

#[derive(Default)]
struct Pending {
    changes: BTreeMap<BlindedAddress, Arc<SealedChange>>,
    abandoned: bool,
}

impl SledThread {
    /// Opens sled in a thread of its own.
    pub(crate) fn open(path: PathBuf, trees: Vec<BlindedName>) -> Result<Self, VaultError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (ending, ended) = mpsc::channel();
        let (opened, opening) = mpsc::channel();
        let thread = thread::Builder::new().name("sled owner".to_owned());
        let spawned = thread.spawn({
            let path = path.clone();
            move || {
                // This is dropped last, after sled is closed.
                let _ending = ending;
                match Index::open(&path, trees) {
                    Ok(index) => {
                        let _ = opened.send(Ok(()));
                        queue.into_iter().for_each(|job| job(&index));
                    }
                    Err(error) => drop(opened.send(Err(error))),
                }
            }
        });
        spawned.map_err(VaultError::io(&path))?;
        opening.recv_timeout(OPENING).unwrap_or_else(|_| Err(no_answer()))?;
        Ok(Self { jobs, ended, pending: Arc::default(), sent: 0, holds_all: false })
    }

    /// Returns whether sled has answered every time without an error.
    pub(crate) fn is_usable(&self) -> bool {
        !self.pending().abandoned
    }

    /// Sends changes to sled. Reads return them from here until sled has made them all.
    pub(crate) fn put(&mut self, changes: Vec<SealedChange>) {
        let changes: Vec<Arc<SealedChange>> = changes.into_iter().map(Arc::new).collect();
        let of_each = changes.iter().map(|change| (change.blinded, Arc::clone(change)));
        self.pending().changes.extend(of_each);
        if !self.is_usable() {
            return;
        }
        let bytes = changes.iter().map(|change| change.sealed.as_ref().map_or(0, Vec::len)).sum::<usize>();
        let shared = Arc::clone(&self.pending);
        let sent = self.jobs.send(Box::new(move |index| {
            let applied = changes.iter().all(|change| index.apply(change).is_ok());
            let mut pending = lock(&shared);
            pending.abandoned |= !applied;
            if pending.abandoned {
                // Nothing is read from sled after this, so the changes that it did make stay pending too.
                return;
            }
            for change in &changes {
                let newest = pending.changes.get(&change.blinded);
                if newest.is_some_and(|newest| Arc::ptr_eq(newest, change)) {
                    pending.changes.remove(&change.blinded);
                }
            }
        }));
        if sent.is_err() {
            self.abandon();
        }
        self.sent += bytes;
        if self.sent > MOST_PENDING {
            self.sent = 0;
            // A thread that does not catch up in time is abandoned.
            let _ = self.ask(|_| Ok(()));
        }
    }

    /// Returns the sealed entries at several addresses, in their order.
    pub(crate) fn get(&self, blinded: &[BlindedAddress]) -> Result<Vec<Option<SealedEntry>>, VaultError> {
        let pending: Vec<Option<Arc<SealedChange>>> = {
            let pending = self.pending();
            blinded.iter().map(|blinded| pending.changes.get(blinded).cloned()).collect()
        };
        let asked = blinded.iter().zip(&pending).filter(|(_, change)| change.is_none());
        let asked: Vec<BlindedAddress> = asked.map(|(blinded, _)| *blinded).collect();
        let found = if asked.is_empty() || self.holds_all {
            Vec::new()
        } else {
            self.ask(move |index| asked.into_iter().map(|blinded| index.get(blinded)).collect())?
        };
        let mut found = found.into_iter();
        let newest = pending.into_iter().map(|change| match change {
            Some(change) => change.entry(),
            None => found.next().flatten(),
        });
        Ok(newest.collect())
    }

    /// Returns the sealed entries of all shelves in sled, also of those that this version does not know.
    pub(crate) fn all_entries(&self) -> impl Iterator<Item = Result<SealedEntry, VaultError>> {
        let (shelves, failed) = match self.ask(|index| Ok(index.shelves())) {
            Ok(shelves) => (shelves, None),
            Err(error) => (Vec::new(), Some(Err(error))),
        };
        failed.into_iter().chain(shelves.into_iter().flat_map(|shelf| self.entries(shelf)))
    }

    /// Returns the sealed entries of a shelf in sled, up to the first that cannot be read.
    pub(crate) fn entries(
        &self,
        shelf: ShelfNumber,
    ) -> impl Iterator<Item = Result<SealedEntry, VaultError>> {
        let mut from = Some(None);
        let pages = std::iter::from_fn(move || {
            let after = from.take()?;
            let page = self.ask(move |index| Ok(index.page(shelf, after)));
            let (page, rest) = page.unwrap_or_else(|error| (vec![Err(error)], None));
            from = rest.map(Some);
            Some(page)
        });
        pages.flatten()
    }

    /// Returns the changes to a shelf that sled has not made yet.
    pub(crate) fn pending_on(&self, shelf: ShelfNumber) -> Vec<Arc<SealedChange>> {
        let blinded = (shelf, BlindedName::default())..=(shelf, [u8::MAX; 16]);
        self.pending().changes.range(blinded).map(|(_, change)| Arc::clone(change)).collect()
    }

    /// Makes every change that was sent durable in sled.
    pub(crate) fn flush(&self) -> Result<(), VaultError> {
        self.ask(Index::flush)
    }

    /// Records that the pending changes hold every entry, after sled was abandoned.
    pub(crate) fn set_holds_all(&mut self) {
        self.holds_all = true;
    }

    /// Returns whether every entry can be read here.
    pub(crate) fn is_complete(&self) -> bool {
        self.holds_all || self.is_usable()
    }

    /// Runs a question in the thread and waits for its answer; abandons sled if it fails or takes too long.
    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Index) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        if !self.is_usable() {
            return Err(no_answer());
        }
        let (answer, answered) = mpsc::channel();
        // If the thread has ended, the question is dropped with its sender, and `answered` fails at once.
        let _ = self.jobs.send(Box::new(move |index| drop(answer.send(question(index)))));
        let result = answered.recv_timeout(ANSWERING).unwrap_or_else(|_| Err(no_answer()));
        if result.is_err() {
            self.abandon();
        }
        // A change that was sent before this question may have failed meanwhile.
        if self.is_usable() { result } else { result.and(Err(no_answer())) }
    }

    /// Stops reading and writing sled until the next opening.
    pub(crate) fn abandon(&self) {
        self.pending().abandoned = true;
    }

    fn pending(&self) -> MutexGuard<'_, Pending> {
        lock(&self.pending)
    }
}

impl Drop for SledThread {
    fn drop(&mut self) {
        // The thread closes sled and ends once nobody can send it a job.
        self.jobs = mpsc::channel().0;
        let _ = self.ended.recv_timeout(CLOSING);
    }
}

/// Locks the changes even after a panic elsewhere: every modification is one call, so the map is whole.
fn lock(pending: &Mutex<Pending>) -> MutexGuard<'_, Pending> {
    pending.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_answer() -> VaultError {
    VaultError::Index(sled::Error::Io(io::Error::new(
        io::ErrorKind::TimedOut,
        "sled refused or did not answer",
    )))
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    const SHELF: ShelfNumber = ShelfNumber(1);
    const FIRST: BlindedAddress = (SHELF, [1; 16]);
    const SECOND: BlindedAddress = (SHELF, [2; 16]);

    fn put(thread: &mut SledThread, blinded: BlindedAddress) {
        thread.put(vec![SealedChange { blinded, sealed: Some(b"sealed".to_vec()) }]);
    }

    #[test]
    fn a_sled_that_does_not_answer_is_abandoned() {
        let home = tempfile::tempdir().unwrap();
        let mut thread = SledThread::open(home.path().join("sled"), vec![[9; 16]; 256]).unwrap();
        put(&mut thread, FIRST);
        thread.flush().unwrap();
        let begun = Instant::now();
        let hang: Job = Box::new(|_| {
            loop {
                thread::park();
            }
        });
        thread.jobs.send(hang).unwrap();
        put(&mut thread, SECOND);
        assert!(thread.get(&[SECOND]).unwrap()[0].is_some());
        assert!(thread.is_usable());
        assert!(thread.get(&[FIRST]).is_err());
        assert!(!thread.is_complete());
        assert!(thread.get(&[FIRST]).is_err());
        assert!(thread.flush().is_err());
        assert!(thread.entries(SHELF).all(|entry| entry.is_err()));
        assert!(thread.get(&[SECOND]).unwrap()[0].is_some());
        drop(thread);
        let most = ANSWERING + CLOSING + Duration::from_secs(2);
        assert!(
            begun.elapsed() < most,
            "more than one wait for an answer and one for the end: {:?}",
            begun.elapsed()
        );
    }

    #[test]
    fn a_sender_that_is_faster_than_sled_waits_for_sled() {
        let home = tempfile::tempdir().unwrap();
        let mut thread = SledThread::open(home.path().join("sled"), vec![[9; 16]; 256]).unwrap();
        thread.jobs.send(Box::new(|_| thread::sleep(Duration::from_millis(300)))).unwrap();
        let begun = Instant::now();
        thread.put(vec![SealedChange { blinded: FIRST, sealed: Some(vec![0; MOST_PENDING + 1]) }]);
        assert!(begun.elapsed() >= Duration::from_millis(300));
        assert!(thread.pending_on(SHELF).is_empty());
        assert!(thread.is_usable());
    }
}
