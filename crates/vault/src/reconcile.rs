//! Opening: compares the journal and sled entry by entry, and repairs each from the other.

use std::collections::BTreeMap;
use std::path::Path;

use crate::batch::Shelf;
use crate::error::{Repair, VaultError};
use crate::index::{BlindedAddress, SealedChange, SealedEntry, blind, tree_names};
use crate::journal::{self, Journal, JournalReport};
use crate::latest_operations::LatestOperations;
use crate::seal::Keys;
use crate::sled_folder;
use crate::sled_thread::SledThread;

/// Both stores, open and in agreement.
pub(crate) struct Reconciled {
    pub(crate) journal: Journal,
    pub(crate) sled: SledThread,
    pub(crate) latest: LatestOperations,
    pub(crate) repairs: Vec<Repair>,
}

/// Opens both stores and makes them agree.
pub(crate) fn reconcile(folder: &Path, keys: &Keys) -> Result<Reconciled, VaultError> {
    let had_journal = folder.join(journal::NAME).exists();
    let in_use = sled_folder::in_use(folder);
    let (had_sled, number) = (in_use.is_some(), in_use.unwrap_or(1));
    let mut latest = LatestOperations::default();
    let (mut journal, found) = Journal::open(folder, &keys.journal, |operation| latest.add(operation))?;
    let mut journal_damage = match found {
        JournalReport { unreadable: 0, .. } if had_journal || !had_sled => None,
        JournalReport { unreadable: 0, .. } => Some(Repair::JournalGone),
        JournalReport { unreadable: bytes, .. } => Some(Repair::Journal { bytes }),
    };

    let mut sled = match open_sled(folder, number, keys) {
        Ok(thread) => Some(thread),
        // A full or read-only disk is not damage: report it and leave everything as it is.
        Err(error @ (VaultError::DiskFull { .. } | VaultError::ReadOnly { .. })) => return Err(error),
        Err(_) => None,
    };
    let listing = sled.as_ref().map(|thread| Listing::of(thread, keys, &latest)).unwrap_or_default();
    let next_in_journal = latest.next_number();
    for entry in &listing.unmatched {
        // sled gets an operation only after the journal is synced: a higher number in sled means that the
        // journal lost its end.
        let lost_end = entry.number().is_some_and(|number| number >= next_in_journal);
        if lost_end && journal_damage.is_none() && entry.open(keys).is_some() {
            journal_damage = Some(Repair::Journal { bytes: 0 });
        }
    }
    let mut deleted = Vec::new();
    for entry in listing.unmatched {
        match entry.open(keys) {
            // A whole journal is right: an entry that it lacks was deleted, and sled had not made that change
            // yet.
            _ if journal_damage.is_none() => {
                deleted.push(SealedChange { blinded: entry.blinded, sealed: None })
            }
            Some(operation) => latest.add(operation),
            // The entry is unreadable and nowhere else. It stays, and `check` names it.
            None => {}
        }
    }

    let mut repaired = 0;
    sled = sled.filter(|_| listing.whole);
    if let Some(thread) = &mut sled {
        thread.put(deleted);
        repaired = send_missing(thread, keys, &latest, &listing.numbers)?;
    }
    let mut repairs = Vec::new();
    // A sled that refuses these changes now would refuse them at every opening.
    let sled = match sled.filter(|thread| thread.flush().is_ok()) {
        Some(thread) => {
            sled_folder::remove_before(folder, number);
            if repaired > 0 && had_sled {
                repairs.push(Repair::Entries { count: repaired });
            }
            thread
        }
        None => {
            if had_sled {
                repairs.push(Repair::Sled);
            }
            if had_sled && journal_damage.is_some() {
                repairs.push(Repair::SetAside { name: sled_folder::set_aside(folder, number)? });
            }
            sled_folder::remove_before(folder, number + 1);
            let mut fresh = open_sled(folder, number + 1, keys)?;
            send_missing(&mut fresh, keys, &latest, &BTreeMap::new())?;
            fresh
        }
    };

    if let Some(repair) = journal_damage {
        repairs.push(repair);
        journal.rewrite(&keys.journal, &latest)?;
    }
    Ok(Reconciled { journal, sled, latest, repairs })
}

/// Opens sled in the folder with a number, or creates it there.
pub(crate) fn open_sled(folder: &Path, number: u32, keys: &Keys) -> Result<SledThread, VaultError> {
    SledThread::open(sled_folder::path(folder, number), tree_names(keys)).map_err(|error| match error {
        VaultError::Index(sled::Error::Io(source)) => VaultError::io(folder)(source),
        error => error,
    })
}

/// The entries of sled, compared with the journal.
#[derive(Default)]
struct Listing {
    /// The number of the operation that wrote each entry.
    numbers: BTreeMap<BlindedAddress, Option<u64>>,
    /// The entries that the journal lacks or has in an older version: the journal lost them, or deleted them.
    unmatched: Vec<SealedEntry>,
    /// True if every entry could be read.
    whole: bool,
}

impl Listing {
    fn of(thread: &SledThread, keys: &Keys, latest: &LatestOperations) -> Self {
        let in_journal: BTreeMap<BlindedAddress, u64> = latest
            .operations()
            .map(|operation| (blind(keys, &operation.address), operation.number))
            .collect();
        let mut listing = Self { whole: true, ..Self::default() };
        for entry in Shelf::ALL.iter().copied().flat_map(|shelf| thread.entries(shelf)) {
            let Ok(entry) = entry else {
                listing.whole = false;
                continue;
            };
            listing.numbers.insert(entry.blinded, entry.number());
            let known = in_journal.get(&entry.blinded);
            if known.is_none_or(|known| entry.number().is_none_or(|here| here > *known)) {
                listing.unmatched.push(entry);
            }
        }
        listing
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
        let wanted = operation.value.as_ref().map(|_| Some(operation.number));
        if present.get(&blind(keys, &operation.address)).copied() != wanted {
            thread.put(vec![SealedChange::of(keys, operation)?]);
            sent += 1;
        }
    }
    Ok(sent)
}
