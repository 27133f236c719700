//! The sealed journal: append-only, one sync for each edit. An edit is acknowledged once the journal has it.

use std::path::{Path, PathBuf};

use crate::disk::{DiskFile, SharedDisk};
use crate::error::VaultError;
use crate::frame::{self, JournalId, Link, Place};
use crate::incarnation::Incarnation;
use crate::journal_reading::{JournalReading, JournalReport};
use crate::latest_operations::LatestOperations;
use crate::operation::Operation;
use crate::seal::{Key, random};

const NAME: &str = "journal-";

/// The open journal.
pub(crate) struct Journal {
    disk: SharedDisk,
    path: PathBuf,
    file: Box<dyn DiskFile>,
    writer: Incarnation,
    id: JournalId,
    /// The last frame of the journal from which this one was made.
    made_from: Link,
    /// The length of all whole frames in bytes.
    length: u64,
    /// The number of the next frame.
    next: u64,
    /// The last frame.
    last: Link,
    /// True once nobody can tell what of the last write is on the disk.
    stopped: bool,
}

/// The end of a journal, at which another one goes on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct JournalEnd {
    /// The number of the next frame.
    pub(crate) next: u64,
    /// The last frame.
    pub(crate) last: Link,
}

/// Returns the name of the journal of an incarnation. Each incarnation has a file of its own, so a program
/// that lays the files of one copy over another cannot replace what the other wrote.
pub(crate) fn name(writer: Incarnation) -> String {
    format!("{NAME}{writer}")
}

/// Returns the incarnation whose journal has this name.
pub(crate) fn writer_of(name: &str) -> Option<Incarnation> {
    Incarnation::parse(name.strip_prefix(NAME)?)
}

impl Journal {
    /// Opens the journal of an incarnation and passes every operation in it to `each`, oldest first. Writes
    /// nothing.
    pub(crate) fn open(
        disk: &SharedDisk,
        folder: &Path,
        writer: Incarnation,
        key: &Key,
        each: impl FnMut(Operation),
    ) -> Result<(Self, JournalReport), VaultError> {
        let path = folder.join(name(writer));
        let mut file = disk.open(&path).map_err(VaultError::io(&path))?;
        let bytes = file.read().map_err(VaultError::io(&path))?;
        let reading = JournalReading::of(&bytes, key, writer, each);
        let journal = Self {
            disk: disk.clone(),
            path,
            file,
            writer,
            id: reading.id.unwrap_or_default(),
            made_from: reading.made_from,
            length: reading.end as u64,
            next: reading.next,
            last: reading.last,
            stopped: false,
        };
        Ok((journal, reading.report))
    }

    /// Begins the journal of an incarnation with the latest operations and nothing else.
    pub(crate) fn begin(
        disk: &SharedDisk,
        folder: &Path,
        writer: Incarnation,
        key: &Key,
        latest: &LatestOperations,
        from: JournalEnd,
    ) -> Result<Self, VaultError> {
        let path = folder.join(name(writer));
        let mut fresh = Self::write(disk, &path, writer, key, latest, from)?;
        disk.rename(&fresh.path, &path).map_err(VaultError::io(&path))?;
        fresh.path = path;
        fresh.sync_name()?;
        Ok(fresh)
    }

    /// Cuts off an unfinished last frame: nobody was told that it is saved.
    pub(crate) fn cut_torn_end(&mut self) -> Result<(), VaultError> {
        self.file.set_len(self.length).map_err(VaultError::io(&self.path))
    }

    /// Appends one frame; it is durable when this returns.
    pub(crate) fn append(&mut self, key: &Key, operations: &[Operation]) -> Result<(), VaultError> {
        self.is_writable()?;
        let place = Place { journal: self.id, number: self.next, before: self.last };
        let frame = frame::of_operations(key, &place, operations)?;
        if let Err(error) = self.file.append(&frame) {
            // Nobody is told that it is saved. Remove the half frame, so that the next one follows on a whole
            // one.
            let removed = self.file.set_len(self.length).and_then(|()| self.file.sync());
            self.stopped = removed.is_err();
            return Err(VaultError::io(&self.path)(error));
        }
        if let Err(error) = self.file.sync() {
            // After this the system may drop what it could not write, and report the next sync as done.
            self.stopped = true;
            return Err(VaultError::io(&self.path)(error));
        }
        self.added(&frame);
        Ok(())
    }

    fn added(&mut self, frame: &[u8]) {
        self.length += frame.len() as u64;
        self.next += 1;
        self.last = frame::link(frame);
    }

    /// Replaces this journal by a fresh one that holds the latest operations and nothing else.
    pub(crate) fn rewrite(&mut self, key: &Key, latest: &LatestOperations) -> Result<(), VaultError> {
        self.is_writable()?;
        let from = self.end();
        let mut fresh = Self::write(&self.disk, &self.path, self.writer, key, latest, from)?;
        if let Err(error) = self.disk.rename(&fresh.path, &self.path) {
            self.stopped = true;
            return Err(VaultError::io(&self.path)(error));
        }
        // The old file has no name now: what would be written to it would be lost.
        fresh.path.clone_from(&self.path);
        *self = fresh;
        self.sync_name()
    }

    /// Writes a synced journal under a name for the time being.
    fn write(
        disk: &SharedDisk,
        path: &Path,
        writer: Incarnation,
        key: &Key,
        latest: &LatestOperations,
        from: JournalEnd,
    ) -> Result<Self, VaultError> {
        let path = path.with_extension("new");
        let file = disk.create(&path).map_err(VaultError::io(&path))?;
        let mut fresh = Self {
            disk: disk.clone(),
            path,
            file,
            writer,
            id: random()?,
            made_from: from.last,
            length: 0,
            next: from.next,
            last: from.last,
            stopped: false,
        };
        let filled = fresh.fill(key, latest);
        if filled.is_err() {
            // On a full disk, half a journal would take the space of the next edits.
            let _ = disk.remove(&fresh.path);
        }
        filled.map(|()| fresh)
    }

    fn fill(&mut self, key: &Key, latest: &LatestOperations) -> Result<(), VaultError> {
        let place =
            |journal: &Self| Place { journal: journal.id, number: journal.next, before: journal.last };
        let beginning = frame::of_beginning(key, &place(self), self.writer)?;
        self.file.append(&beginning).map_err(VaultError::io(&self.path))?;
        self.added(&beginning);
        for operation in latest.to_write() {
            let frame = frame::of_operations(key, &place(self), std::slice::from_ref(operation))?;
            self.file.append(&frame).map_err(VaultError::io(&self.path))?;
            self.added(&frame);
        }
        self.file.sync().map_err(VaultError::io(&self.path))
    }

    /// Makes the name of the journal durable.
    fn sync_name(&mut self) -> Result<(), VaultError> {
        let Some(folder) = self.path.parent() else { return Ok(()) };
        let synced = self.disk.sync_folder(folder).map_err(VaultError::io(folder));
        self.stopped |= synced.is_err();
        synced
    }

    /// Fails once a write has failed in a way that leaves the contents of the disk unknown, and once another
    /// program has removed or replaced the file.
    pub(crate) fn is_writable(&mut self) -> Result<(), VaultError> {
        self.stopped |= !self.file.has_name().unwrap_or(false);
        let path = &self.path;
        if self.stopped { Err(VaultError::WritesStopped { path: path.clone() }) } else { Ok(()) }
    }

    /// Passes every operation to `each` again.
    pub(crate) fn read(
        &mut self,
        key: &Key,
        each: impl FnMut(Operation),
    ) -> Result<JournalReport, VaultError> {
        let bytes = self.file.read().map_err(VaultError::io(&self.path))?;
        // After a failed write there may be bytes behind the last acknowledged frame.
        let known = bytes.len().min(self.length as usize);
        Ok(JournalReading::of(&bytes[..known], key, self.writer, each).report)
    }

    /// Returns the length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Returns the end, at which another journal can go on.
    pub(crate) fn end(&self) -> JournalEnd {
        JournalEnd { next: self.next, last: self.last }
    }

    /// Returns whether this journal was made from the other one and nothing was written to that since.
    pub(crate) fn holds_all_of(&self, other: &Self) -> bool {
        self.made_from == other.last && other.last != Link::default()
    }
}
