//! Opening: compares the journal and sled entry by entry, and repairs each from the other.

use std::collections::BTreeMap;
use std::path::Path;

use crate::disk::SharedDisk;
use crate::error::{Repair, VaultError};
use crate::incarnation::Incarnation;
use crate::index::{BlindedAddress, SealedChange, SealedEntry, blind, tree_names};
use crate::journal::{self, Journal};
use crate::journal_reading::JournalReport;
use crate::latest_operations::LatestOperations;
use crate::seal::Keys;
use crate::sled_folder;
use crate::sled_thread::SledThread;

/// The journal and the sled of an incarnation, read and compared. Nothing has been written.
pub(crate) struct Compared {
    /// `None` if there is none.
    pub(crate) journal: Option<Journal>,
    /// True if the journal has frames of another copy of the vault.
    pub(crate) is_mixed: bool,
    /// The damage of the journal, which may lack entries if this is not empty.
    pub(crate) damage: Vec<Repair>,
    /// The latest operations of both.
    pub(crate) latest: LatestOperations,
    sled: FoundSled,
    /// The entries that sled still has although the journal says that they were deleted.
    deleted: Vec<SealedChange>,
}

/// The sled of an incarnation.
struct FoundSled {
    /// `None` if sled cannot be opened or not be read to its end.
    thread: Option<SledThread>,
    existed: bool,
    number: u32,
    /// The number of the operation that wrote each entry.
    entries: BTreeMap<BlindedAddress, Option<u64>>,
}

impl Compared {
    /// Reads the journal and the sled of an incarnation.
    pub(crate) fn read(
        disk: &SharedDisk,
        folder: &Path,
        keys: &Keys,
        of: Incarnation,
    ) -> Result<Self, VaultError> {
        let mut latest = LatestOperations::default();
        let names = disk.names(folder).map_err(VaultError::io(folder))?;
        let (journal, report) = if names.contains(&journal::name(of)) {
            let opened = Journal::open(disk, folder, of, &keys.journal, |operation| latest.add(operation))?;
            (Some(opened.0), opened.1)
        } else {
            (None, JournalReport::default())
        };
        let mut damage = damage_of(journal.as_ref(), &report);
        let (sled, unmatched) = FoundSled::open(folder, of, keys, &latest)?;
        let next_in_journal = latest.next_number();
        // sled gets an operation only after the journal is synced: a higher number in sled means that the
        // journal lost its end.
        let is_ahead = |entry: &SealedEntry| {
            entry.number().is_some_and(|number| number >= next_in_journal) && entry.open(keys).is_some()
        };
        if report.is_whole() && journal.is_some() && unmatched.iter().any(is_ahead) {
            damage.push(Repair::Journal { bytes: 0 });
        }
        let is_whole = damage.is_empty() && report.is_whole();
        let mut deleted = Vec::new();
        for entry in unmatched {
            match entry.open(keys) {
                // A whole journal is right: an entry that it lacks was deleted, and sled had not made that
                // change yet.
                _ if is_whole => deleted.push(SealedChange { blinded: entry.blinded, sealed: None }),
                Some(operation) => latest.add(operation),
                // The entry is unreadable and nowhere else. It stays, and `check` names it.
                None => {}
            }
        }
        Ok(Self { journal, is_mixed: report.is_mixed, damage, latest, sled, deleted })
    }

    /// Returns whether the journal holds every entry.
    pub(crate) fn is_whole(&self) -> bool {
        self.damage.is_empty() && !self.is_mixed
    }

    /// Makes sled agree with the latest operations, in a fresh folder if need be.
    pub(crate) fn mend_sled(
        &mut self,
        folder: &Path,
        keys: &Keys,
        of: Incarnation,
        repairs: &mut Vec<Repair>,
    ) -> Result<SledThread, VaultError> {
        let number = self.sled.number;
        if let Some(mut thread) = self.sled.thread.take() {
            thread.put(std::mem::take(&mut self.deleted));
            let repaired = send_missing(&mut thread, keys, &self.latest, &self.sled.entries)?;
            // A sled that refuses these changes now would refuse them at every opening.
            if thread.flush().is_ok() {
                sled_folder::remove_before(folder, of, number);
                if repaired > 0 && self.sled.existed {
                    repairs.push(Repair::Entries { count: repaired });
                }
                return Ok(thread);
            }
        }
        self.name_sled(folder, of, repairs)?;
        sled_folder::remove_before(folder, of, number + 1);
        let mut fresh = open_sled(folder, of, number + 1, keys)?;
        send_missing(&mut fresh, keys, &self.latest, &BTreeMap::new())?;
        Ok(fresh)
    }

    /// Closes sled. A sled that could not be read is reported.
    pub(crate) fn close_sled(
        &mut self,
        folder: &Path,
        of: Incarnation,
        repairs: &mut Vec<Repair>,
    ) -> Result<(), VaultError> {
        match self.sled.thread.take() {
            Some(thread) => {
                drop(thread);
                Ok(())
            }
            None => self.name_sled(folder, of, repairs),
        }
    }

    /// Reports a damaged sled, and sets it aside if the journal is damaged too.
    fn name_sled(&self, folder: &Path, of: Incarnation, repairs: &mut Vec<Repair>) -> Result<(), VaultError> {
        if self.sled.existed {
            repairs.push(Repair::Sled);
            if !self.is_whole() {
                repairs
                    .push(Repair::SetAside { name: sled_folder::set_aside(folder, of, self.sled.number)? });
            }
        }
        Ok(())
    }
}

fn damage_of(journal: Option<&Journal>, report: &JournalReport) -> Vec<Repair> {
    let mut damage = Vec::new();
    if journal.is_none() {
        damage.push(Repair::JournalGone);
    }
    if report.unreadable > 0 {
        damage.push(Repair::Journal { bytes: report.unreadable });
    }
    if report.missing > 0 {
        damage.push(Repair::FramesMissing { count: report.missing });
    }
    damage
}

/// Opens sled in the folder with a number, or creates it there.
pub(crate) fn open_sled(
    folder: &Path,
    of: Incarnation,
    number: u32,
    keys: &Keys,
) -> Result<SledThread, VaultError> {
    SledThread::open(sled_folder::path(folder, of, number), tree_names(keys)).map_err(|error| match error {
        VaultError::Index(sled::Error::Io(source)) => VaultError::io(folder)(source),
        error => error,
    })
}

impl FoundSled {
    /// Opens sled and reads it. Also returns the entries that the journal lacks or has in an older version:
    /// the journal lost them, or deleted them.
    fn open(
        folder: &Path,
        of: Incarnation,
        keys: &Keys,
        latest: &LatestOperations,
    ) -> Result<(Self, Vec<SealedEntry>), VaultError> {
        let in_use = sled_folder::in_use(folder, of);
        let (existed, number) = (in_use.is_some(), in_use.unwrap_or(1));
        let thread = match open_sled(folder, of, number, keys) {
            Ok(thread) => Some(thread),
            // A full or read-only disk is not damage: report it and leave everything as it is.
            Err(error @ (VaultError::DiskFull { .. } | VaultError::ReadOnly { .. })) => return Err(error),
            Err(_) => None,
        };
        let mut found = Self { thread, existed, number, entries: BTreeMap::new() };
        let mut unmatched = Vec::new();
        let Some(thread) = &found.thread else { return Ok((found, unmatched)) };
        let in_journal: BTreeMap<BlindedAddress, u64> = latest
            .operations()
            .map(|operation| (blind(keys, &operation.in_index().0), operation.number))
            .collect();
        let mut whole = true;
        for entry in thread.all_entries() {
            let Ok(entry) = entry else {
                whole = false;
                continue;
            };
            found.entries.insert(entry.blinded, entry.number());
            let known = in_journal.get(&entry.blinded);
            if known.is_none_or(|known| entry.number().is_none_or(|here| here > *known)) {
                unmatched.push(entry);
            }
        }
        found.thread = found.thread.filter(|_| whole);
        Ok((found, unmatched))
    }
}

/// Sends every operation that sled lacks, and returns their number.
pub(crate) fn send_missing(
    thread: &mut SledThread,
    keys: &Keys,
    latest: &LatestOperations,
    present: &BTreeMap<BlindedAddress, Option<u64>>,
) -> Result<u64, VaultError> {
    let mut sent = 0;
    for operation in latest.operations() {
        let (address, value) = operation.in_index();
        let wanted = value.map(|_| Some(operation.number));
        if present.get(&blind(keys, &address)).copied() != wanted {
            thread.put(vec![SealedChange::of(keys, operation)?]);
            sent += 1;
        }
    }
    Ok(sent)
}
