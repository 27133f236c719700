//! Entries and changes of a newer version survive this one, although nobody here knows what they mean.

use super::model_disk::ModelDisk;
use super::story::{Change as StoryChange, Story, put, unlock};
use crate::batch::ShelfNumber;
use crate::disk::Disk;
use crate::index::SealedChange;
use crate::operation::{Change, Operation};
use crate::vault::Vault;

const NEWER_SHELF: ShelfNumber = ShelfNumber(200);

/// Writes what only a newer version understands: a shelf, and a kind of change on a shelf that is known here.
fn write_as_a_newer_version(vault: &Vault) -> Vec<Operation> {
    let mut state = vault.state();
    let number = state.next;
    let on_shelf = Change::Put(b"on a newer shelf".to_vec());
    let of_kind = Change::Unknown { kind: 7, bytes: b"of a newer kind".to_vec() };
    let operations = vec![
        Operation { number, address: (NEWER_SHELF, b"key".to_vec()), change: on_shelf },
        Operation { number: number + 1, address: (ShelfNumber(1), vec![1]), change: of_kind },
    ];
    state.journal.append(&vault.keys.journal, &operations).unwrap();
    let in_index = operations.iter().map(|operation| SealedChange::of(&vault.keys, operation).unwrap());
    state.sled.put(in_index.collect());
    state.next += 2;
    operations
}

/// Returns what the journal of an open vault has of a newer version.
fn of_a_newer_version(vault: &Vault) -> Vec<Operation> {
    let mut found = Vec::new();
    vault.state().journal.read(&vault.keys.journal, |operation| found.push(operation)).unwrap();
    found.retain(|one| one.address.0 == NEWER_SHELF || matches!(one.change, Change::Unknown { .. }));
    found.sort_by_key(|one| one.number);
    found
}

#[test]
fn unknown_shelves_and_kinds_survive_opening_compaction_vacuum_and_renewal() {
    let mut story = Story::begin(ModelDisk::default()).unwrap();
    story.make(&put(1, b"known")).unwrap();
    let written = write_as_a_newer_version(story.vault());
    let changes = [
        StoryChange::Reopen,
        StoryChange::Compact,
        StoryChange::Reopen,
        StoryChange::Vacuum,
        StoryChange::Reopen,
        StoryChange::NewIncarnation,
        StoryChange::Reopen,
    ];
    for change in changes {
        story.make(&change).unwrap();
        assert_eq!(of_a_newer_version(story.vault()), written, "after {change:?}");
        assert_eq!(story.vault().check().unwrap().problems, []);
    }
    let known = story.vault().get(crate::batch::Shelf::Settings, &[1]).unwrap();
    assert_eq!(known.as_deref(), Some(b"known".as_slice()));
}

#[test]
fn unknown_shelves_and_kinds_survive_a_lost_index_and_a_lost_journal() {
    let disk = ModelDisk::default();
    let mut story = Story::begin(disk.clone()).unwrap();
    let written = write_as_a_newer_version(story.vault());
    story.make(&put(1, b"known")).unwrap();
    let code = story.now().code.clone();
    // Opening without an index builds it from the journal.
    let folder = story.close();
    let (vault, _) = unlock(&disk, &folder, &code).unwrap();
    assert_eq!(of_a_newer_version(&vault), written);
    drop(vault);
    for name in disk.names(&folder).unwrap().iter().filter(|name| name.starts_with("journal-")) {
        disk.remove(&folder.join(name)).unwrap();
    }
    let (vault, repairs) = unlock(&disk, &folder, &code).unwrap();
    assert_eq!(repairs, [crate::error::Repair::JournalGone]);
    assert_eq!(of_a_newer_version(&vault), written);
    assert_eq!(vault.check().unwrap().problems, []);
}
