//! The thread that owns sled, so that nobody waits for sled without end.
//!
//! sled 0.34 forgets to give back a place in its log when it cannot write a blob (`Log::reserve_inner`: a full disk, or a
//! blob of that name left by a program that was killed). That part of the log is never written from then on, and whatever
//! needs it waits for ever: a flush, a read of a page that left the cache, an insert, dropping sled. So only one thread
//! touches it. Who asks it waits a while; a sled that refused or did not answer is given up until the next opening, and a
//! thread that does not end is left behind. It holds nothing that is not sealed.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::batch::Shelf;
use crate::error::VaultError;
use crate::index::{Change, Entry, Index, Name, Spot};

/// Opening reads sled's whole log after a crash.
const OPENING: Duration = Duration::from_secs(30);
const ANSWERING: Duration = Duration::from_secs(5);
const CLOSING: Duration = Duration::from_secs(3);
/// How many bytes are handed over before the thread is waited for.
const MOST_PENDING: usize = 16 * 1024 * 1024;

type Job = Box<dyn FnOnce(&Index) + Send>;

/// sled behind its thread, and in front of it what sled has not taken in.
pub(crate) struct Owner {
    jobs: Sender<Job>,
    /// Nothing is sent here: it closes when the thread has ended.
    ended: Receiver<()>,
    pending: Arc<Mutex<Pending>>,
    handed_over: usize,
    /// Whether all that stands is pending, so that a sled that was given up is not missed.
    holds_all: bool,
}

#[derive(Default)]
struct Pending {
    changes: BTreeMap<Spot, Arc<Change>>,
    given_up: bool,
}

impl Owner {
    /// Opens sled in a thread of its own.
    pub(crate) fn open(path: PathBuf, trees: Vec<Name>) -> Result<Self, VaultError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (ending, ended) = mpsc::channel();
        let (opened, opening) = mpsc::channel();
        let thread = thread::Builder::new().name("sled owner".to_owned());
        let spawned = thread.spawn({
            let path = path.clone();
            move || {
                // Dropped last, when sled is closed.
                let _ending = ending;
                match Index::open(&path, &trees) {
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
        Ok(Self { jobs, ended, pending: Arc::default(), handed_over: 0, holds_all: false })
    }

    /// Whether sled has refused nothing and answered always.
    pub(crate) fn is_fit(&self) -> bool {
        !self.pending().given_up
    }

    /// Hands changes over. They are read from here until sled has taken them all in.
    pub(crate) fn put(&mut self, changes: Vec<Change>) {
        let changes: Vec<Arc<Change>> = changes.into_iter().map(Arc::new).collect();
        let of_each = changes.iter().map(|change| (change.spot, Arc::clone(change)));
        self.pending().changes.extend(of_each);
        if !self.is_fit() {
            return;
        }
        let bytes = changes.iter().map(|change| change.sealed.as_ref().map_or(0, Vec::len)).sum::<usize>();
        let shared = Arc::clone(&self.pending);
        let sent = self.jobs.send(Box::new(move |index| {
            let taken_in = changes.iter().all(|change| index.apply(change).is_ok());
            let mut pending = lock(&shared);
            pending.given_up |= !taken_in;
            if pending.given_up {
                // Nothing is read from it any more: what it did take in stays pending too.
                return;
            }
            for change in &changes {
                let newest = pending.changes.get(&change.spot);
                if newest.is_some_and(|newest| Arc::ptr_eq(newest, change)) {
                    pending.changes.remove(&change.spot);
                }
            }
        }));
        if sent.is_err() {
            self.give_up();
        }
        self.handed_over += bytes;
        if self.handed_over > MOST_PENDING {
            self.handed_over = 0;
            // A thread that does not catch up is given up.
            let _ = self.ask(|_| Ok(()));
        }
    }

    /// The sealed entries at spots, in their order.
    pub(crate) fn get(&self, spots: &[Spot]) -> Result<Vec<Option<Entry>>, VaultError> {
        let pending: Vec<Option<Arc<Change>>> = {
            let pending = self.pending();
            spots.iter().map(|spot| pending.changes.get(spot).cloned()).collect()
        };
        let asked = spots.iter().zip(&pending).filter(|(_, change)| change.is_none());
        let asked: Vec<Spot> = asked.map(|(spot, _)| *spot).collect();
        let found = if asked.is_empty() || self.holds_all {
            Vec::new()
        } else {
            self.ask(move |index| asked.into_iter().map(|spot| index.get(spot)).collect())?
        };
        let mut found = found.into_iter();
        let newest = pending.into_iter().map(|change| match change {
            Some(change) => change.entry(),
            None => found.next().flatten(),
        });
        Ok(newest.collect())
    }

    /// All sealed entries of a shelf in sled, to the first that cannot be read.
    pub(crate) fn entries(&self, shelf: Shelf) -> impl Iterator<Item = Result<Entry, VaultError>> {
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

    /// What sled has not taken in of a shelf.
    pub(crate) fn pending_on(&self, shelf: Shelf) -> Vec<Arc<Change>> {
        let spots = (shelf, Name::default())..=(shelf, [u8::MAX; 16]);
        self.pending().changes.range(spots).map(|(_, change)| Arc::clone(change)).collect()
    }

    /// Makes durable in sled all that was handed over.
    pub(crate) fn flush(&self) -> Result<(), VaultError> {
        self.ask(Index::flush)
    }

    /// Says that all that stands was put here, after sled was given up.
    pub(crate) fn now_holds_all(&mut self) {
        self.holds_all = true;
    }

    /// Whether what is read here is all that stands.
    pub(crate) fn can_tell(&self) -> bool {
        self.holds_all || self.is_fit()
    }

    fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Index) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        if !self.is_fit() {
            return Err(no_answer());
        }
        let (answer, answered) = mpsc::channel();
        // Where the thread is gone, the question goes too, and `answered` says so at once.
        let _ = self.jobs.send(Box::new(move |index| drop(answer.send(question(index)))));
        let result = answered.recv_timeout(ANSWERING).unwrap_or_else(|_| Err(no_answer()));
        if result.is_err() {
            self.give_up();
        }
        // A change before this question may have been refused meanwhile.
        if self.is_fit() { result } else { result.and(Err(no_answer())) }
    }

    /// Reads and writes nothing in sled any more until the next opening.
    pub(crate) fn give_up(&self) {
        self.pending().given_up = true;
    }

    fn pending(&self) -> MutexGuard<'_, Pending> {
        lock(&self.pending)
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        // The thread closes sled and ends once nobody can give it a job any more.
        self.jobs = mpsc::channel().0;
        let _ = self.ended.recv_timeout(CLOSING);
    }
}

/// A panic elsewhere leaves a map whole: each change of it is one call.
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
#[allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]
mod tests {
    use std::time::Instant;

    use super::*;

    const FIRST: Spot = (Shelf::Settings, [1; 16]);
    const SECOND: Spot = (Shelf::Settings, [2; 16]);

    fn put(owner: &mut Owner, spot: Spot) {
        owner.put(vec![Change { spot, sealed: Some(b"sealed".to_vec()) }]);
    }

    #[test]
    fn a_sled_that_does_not_answer_is_given_up_and_left_behind() {
        let home = tempfile::tempdir().unwrap();
        let mut owner = Owner::open(home.path().join("sled"), vec![[9; 16]; Shelf::ALL.len()]).unwrap();
        put(&mut owner, FIRST);
        owner.flush().unwrap();
        let begun = Instant::now();
        let hang: Job = Box::new(|_| {
            loop {
                thread::park();
            }
        });
        owner.jobs.send(hang).unwrap();
        put(&mut owner, SECOND);
        assert!(owner.get(&[SECOND]).unwrap()[0].is_some());
        assert!(owner.is_fit());
        assert!(owner.get(&[FIRST]).is_err());
        assert!(!owner.can_tell());
        assert!(owner.get(&[FIRST]).is_err());
        assert!(owner.flush().is_err());
        assert!(owner.entries(Shelf::Settings).all(|entry| entry.is_err()));
        assert!(owner.get(&[SECOND]).unwrap()[0].is_some());
        drop(owner);
        let most = ANSWERING + CLOSING + Duration::from_secs(2);
        assert!(begun.elapsed() < most, "one wait for an answer and one for the end: {:?}", begun.elapsed());
    }

    #[test]
    fn what_is_handed_over_faster_than_sled_takes_it_in_waits_for_sled() {
        let home = tempfile::tempdir().unwrap();
        let mut owner = Owner::open(home.path().join("sled"), vec![[9; 16]; Shelf::ALL.len()]).unwrap();
        owner.jobs.send(Box::new(|_| thread::sleep(Duration::from_millis(300)))).unwrap();
        let begun = Instant::now();
        owner.put(vec![Change { spot: FIRST, sealed: Some(vec![0; MOST_PENDING + 1]) }]);
        assert!(begun.elapsed() >= Duration::from_millis(300));
        assert!(owner.pending_on(Shelf::Settings).is_empty());
        assert!(owner.is_fit());
    }
}
