//! The stores of an open vault, and how an opening comes by them: it goes on as the same incarnation, or
//! takes over as a new one.

use std::collections::BTreeMap;
use std::path::Path;

use crate::copies;
use crate::disk::SharedDisk;
use crate::error::{Repair, VaultError};
use crate::incarnation::{self, Incarnation, Mark};
use crate::journal::{Journal, JournalEnd};
use crate::latest_operations::LatestOperations;
use crate::reconcile::{Compared, open_sled, send_missing};
use crate::seal::Keys;
use crate::sled_thread::SledThread;

/// The journal, sled and the mark of one incarnation, open and in agreement.
pub(crate) struct Stores {
    pub(crate) journal: Journal,
    pub(crate) sled: SledThread,
    pub(crate) mark: Mark,
}

/// The place of a vault.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) disk: &'a SharedDisk,
    pub(crate) folder: &'a Path,
    pub(crate) keys: &'a Keys,
}

impl Site<'_> {
    /// Opens the stores and makes them agree. A vault that is new, copied or put back becomes a new
    /// incarnation.
    pub(crate) fn open(self) -> Result<(Stores, LatestOperations, Vec<Repair>), VaultError> {
        let marks = incarnation::find(&**self.disk, self.folder, &self.keys.incarnation)?;
        let Some(of) = copies::to_open(self.disk, self.folder, self.keys, &marks)? else {
            let latest = LatestOperations::default();
            let stores = self.begin(&latest, JournalEnd::default(), None)?;
            return Ok((stores, latest, Vec::new()));
        };
        let mut found = Compared::read(self.disk, self.folder, self.keys, of)?;
        let end = found.journal.as_ref().map(Journal::end).unwrap_or_default();
        // A journal with frames of two copies may have two frames of this incarnation under one number.
        let put_back = marks.put_back(end.next) || found.is_mixed;
        let from = JournalEnd { next: end.next.max(marks.frames()), ..end };
        let is_own = marks.own.as_ref().is_some_and(|own| own.incarnation == of);
        let mut repairs = Vec::new();
        if is_own && put_back && found.is_whole() {
            repairs.push(Repair::PutBack);
        }
        let (stores, latest) = match (marks.own, found.journal.take()) {
            (Some(mark), Some(journal)) if is_own && !put_back => {
                self.go_on(found, journal, mark, &mut repairs)?
            }
            (before, _) => self.take_over(found, (of, before.as_ref()), from, &mut repairs)?,
        };
        let own = (stores.mark.incarnation, &stores.journal, latest.next_number());
        let others = copies::find_others(self.disk, self.folder, self.keys, own)?;
        repairs.extend(others.into_iter().map(|name| Repair::OtherCopy { name }));
        Ok((stores, latest, repairs))
    }

    /// Goes on as the same incarnation, and repairs its stores in place.
    fn go_on(
        self,
        mut found: Compared,
        mut journal: Journal,
        mut mark: Mark,
        repairs: &mut Vec<Repair>,
    ) -> Result<(Stores, LatestOperations), VaultError> {
        let of = mark.incarnation;
        let sled = found.mend_sled(self.folder, self.keys, of, repairs)?;
        let is_whole = found.is_whole();
        repairs.append(&mut found.damage);
        journal.cut_torn_end()?;
        if !is_whole {
            journal.rewrite(&self.keys.journal, &found.latest)?;
        }
        let next = journal.end().next;
        match mark.advance(self.disk, self.folder, &self.keys.incarnation, next) {
            // On a full disk an account can still be read. The mark before this one is as true.
            Ok(()) | Err(VaultError::DiskFull { .. }) => {}
            Err(error) => return Err(error),
        }
        Ok((Stores { journal, sled, mark }, found.latest))
    }

    /// Becomes a new incarnation with the entries of another one, whose stores are removed.
    fn take_over(
        self,
        mut found: Compared,
        (of, before): (Incarnation, Option<&Mark>),
        from: JournalEnd,
        repairs: &mut Vec<Repair>,
    ) -> Result<(Stores, LatestOperations), VaultError> {
        found.close_sled(self.folder, of, repairs)?;
        repairs.append(&mut found.damage);
        let stores = self.begin(&found.latest, from, before)?;
        if found.is_mixed {
            repairs.push(Repair::Mixed { name: copies::set_aside(&**self.disk, self.folder, of)? });
        }
        copies::remove(&**self.disk, self.folder, of);
        Ok((stores, found.latest))
    }

    /// Begins a new incarnation.
    pub(crate) fn begin(
        self,
        latest: &LatestOperations,
        from: JournalEnd,
        before: Option<&Mark>,
    ) -> Result<Stores, VaultError> {
        let incarnation = Incarnation::random()?;
        let begun = self.fill(incarnation, latest, from, before);
        if begun.is_err() {
            copies::remove(&**self.disk, self.folder, incarnation);
        }
        begun
    }

    /// Fills the stores of a new incarnation. The mark is made last: until then the next opening still finds
    /// the incarnation before.
    fn fill(
        self,
        of: Incarnation,
        latest: &LatestOperations,
        from: JournalEnd,
        before: Option<&Mark>,
    ) -> Result<Stores, VaultError> {
        let journal = Journal::begin(self.disk, self.folder, of, &self.keys.journal, latest, from)?;
        let mut sled = open_sled(self.folder, of, 1, self.keys)?;
        send_missing(&mut sled, self.keys, latest, &BTreeMap::new())?;
        sled.flush()?;
        let key = &self.keys.incarnation;
        let mark = Mark::first(self.disk, self.folder, key, of, (before, journal.end().next))?;
        Ok(Stores { journal, sled, mark })
    }
}
