//! Stores of several copies of one vault in one folder.
//!
//! Each incarnation writes a journal and an index with names of their own. Where a program that synchronises
//! folders, or a person, brings the files of two copies together, both stand beside each other, and nothing
//! that either wrote is replaced. The vault goes on as one of them and reports the other.

use std::collections::BTreeSet;
use std::path::Path;

use crate::disk::{Disk, SharedDisk};
use crate::error::VaultError;
use crate::incarnation::{self, FoundMarks, Incarnation};
use crate::journal::{self, Journal};
use crate::operation::Operation;
use crate::seal::Keys;
use crate::sled_folder;

/// Returns the incarnation whose stores are to be opened: the one that the mark names. Without a mark (in a
/// copied folder) it is one that no other has taken over; of several, the one with the most frames. `None` if
/// there are no stores.
pub(crate) fn to_open(
    disk: &SharedDisk,
    folder: &Path,
    keys: &Keys,
    marks: &FoundMarks,
) -> Result<Option<Incarnation>, VaultError> {
    let (journals, indexes) = (with_journal(&**disk, folder)?, sled_folder::incarnations(folder));
    let own = marks.own.as_ref().map(|mark| mark.incarnation);
    // An index without its journal may be half removed: a whole journal of another incarnation goes first.
    let has_stores =
        |own: &Incarnation| journals.contains(own) || (journals.is_empty() && indexes.contains(own));
    if let Some(own) = own.filter(has_stores) {
        return Ok(Some(own));
    }
    if journals.len() < 2 {
        return Ok(journals.first().or(indexes.last()).copied());
    }
    let open = |of: &Incarnation| Ok((*of, Journal::open(disk, folder, *of, &keys.journal, |_| {})?.0));
    let journals: Vec<(Incarnation, Journal)> =
        journals.iter().map(open).collect::<Result<_, VaultError>>()?;
    let newest = |(_, journal): &&(Incarnation, Journal)| {
        !journals.iter().any(|(_, other)| other.holds_all_of(journal))
    };
    let most = journals.iter().filter(newest).max_by_key(|(of, journal)| (journal.end().next, *of));
    Ok(most.map(|(of, _)| *of))
}

/// Returns the names of the stores that another copy of the vault wrote. Those that this one has taken over
/// are removed, and those that hold nothing of their own: taking over was interrupted.
pub(crate) fn find_others(
    disk: &SharedDisk,
    folder: &Path,
    keys: &Keys,
    (own, journal, next_operation): (Incarnation, &Journal, u64),
) -> Result<Vec<String>, VaultError> {
    let mut others = Vec::new();
    for (of, name) in names_of_others(&**disk, folder, own)? {
        let mut next_there = 0;
        let count = |operation: Operation| next_there = next_there.max(operation.number + 1);
        let opened = journal::writer_of(&name)
            .and_then(|of| Journal::open(disk, folder, of, &keys.journal, count).ok())
            .filter(|(_, report)| report.is_whole());
        let is_ours = opened.is_some_and(|(other, _)| {
            journal.holds_all_of(&other) || other.holds_all_of(journal) && next_there <= next_operation
        });
        if is_ours { remove(&**disk, folder, of) } else { others.push(name) }
    }
    Ok(others)
}

/// Returns the other incarnations that have stores here, with the name of the journal, or of the index if
/// there is no journal.
pub(crate) fn names_of_others(
    disk: &dyn Disk,
    folder: &Path,
    own: Incarnation,
) -> Result<Vec<(Incarnation, String)>, VaultError> {
    let (journals, indexes) = (with_journal(disk, folder)?, sled_folder::incarnations(folder));
    let others = journals.union(&indexes).filter(|of| **of != own);
    let name = |of: Incarnation| {
        if journals.contains(&of) {
            return journal::name(of);
        }
        let number = sled_folder::in_use(folder, of).unwrap_or(1);
        let path = sled_folder::path(folder, of, number);
        path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    };
    Ok(others.map(|of| (*of, name(*of))).collect())
}

/// Removes the stores of an incarnation that another one has taken over. The journal goes last but for the
/// mark: as long as it is there, an opening knows what the rest is.
pub(crate) fn remove(disk: &dyn Disk, folder: &Path, of: Incarnation) {
    sled_folder::remove_before(folder, of, u32::MAX);
    let _ = disk.remove(&folder.join(journal::name(of)));
    incarnation::remove_of(disk, folder, of);
}

/// Renames a journal that has frames of two copies, so that a person can still examine it. Returns the new
/// name.
pub(crate) fn set_aside(disk: &dyn Disk, folder: &Path, of: Incarnation) -> Result<String, VaultError> {
    let path = folder.join(journal::name(of));
    let names = disk.names(folder).map_err(VaultError::io(folder))?;
    let free = (1..).map(|aside| format!("journal-damaged-{aside}")).find(|name| !names.contains(name));
    let name = free.unwrap_or_default();
    disk.rename(&path, &folder.join(&name)).map_err(VaultError::io(&path))?;
    Ok(name)
}

fn with_journal(disk: &dyn Disk, folder: &Path) -> Result<BTreeSet<Incarnation>, VaultError> {
    let names = disk.names(folder).map_err(VaultError::io(folder))?;
    Ok(names.iter().filter_map(|name| journal::writer_of(name)).collect())
}
