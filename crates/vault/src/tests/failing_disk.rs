//! A disk that fails at any call loses no acknowledged change, and a vault that cannot tell what is on the
//! disk takes no more writes.

use std::io::ErrorKind;

use super::model_disk::{CUTS, ModelDisk};
use super::story::{Change, Entries, Story, after, entries, put, unlock};
use crate::error::VaultError;

fn changes() -> Vec<Change> {
    let others =
        [Change::Compact, Change::Vacuum, Change::NewRecoveryCode, Change::NewIncarnation, Change::Reopen];
    let with_commit = |(number, change): (usize, Change)| {
        let number = number as u8;
        [put(number, b"value"), change, put(100 + number, b"more")]
    };
    others.into_iter().enumerate().flat_map(with_commit).collect()
}

/// Lets a call fail, goes on for some changes, and cuts the power. Returns false if there is no such call.
fn is_there_after(call: usize, changes_after: usize) -> bool {
    let disk = ModelDisk::failing_at(call);
    let Ok(mut story) = Story::begin(disk.clone()) else { return true };
    let (mut refused, mut codes) = (Vec::<Entries>::new(), vec![story.now().code.clone()]);
    let (mut has_failed, mut left) = (false, changes_after);
    for change in changes() {
        // A change that was refused may be there after opening; that is looked at below.
        if left == 0 || (matches!(change, Change::Reopen) && has_failed) {
            break;
        }
        left -= usize::from(has_failed);
        let before = story.now().entries.clone();
        match story.make(&change) {
            Ok(()) => {
                codes.push(story.now().code.clone());
                // A change that was refused before an acknowledged one is gone for good.
                refused.clear();
            }
            Err(_) if matches!(change, Change::Reopen) => break,
            Err(_) => {
                has_failed = true;
                refused.push(after(&before, &change));
            }
        }
        let found = entries(story.vault());
        assert_eq!(found, story.now().entries, "a refused change is read, at {change:?}");
    }
    let acknowledged = story.now().entries.clone();
    story.close();
    for cut in CUTS {
        let folder = story.empty_folder();
        let left = disk.cut_after(disk.calls(), cut);
        let opened = codes.iter().rev().find_map(|code| unlock(&left, &folder, code).ok());
        let (vault, _) = opened.unwrap_or_else(|| panic!("call {call}, {cut:?}: it does not open"));
        let found = entries(&vault);
        let is_there = found == acknowledged || refused.contains(&found);
        assert!(is_there, "call {call}, {cut:?}: {found:?} in place of {acknowledged:?}");
    }
    call < disk.calls()
}

#[test]
fn a_disk_that_fails_at_any_call_loses_no_acknowledged_change() {
    for changes_after in [1, 2, usize::MAX] {
        let calls = (0..).take_while(|call| is_there_after(*call, changes_after)).count();
        assert!(calls > 50);
    }
}

/// Makes a change fail at one of its calls, and returns whether the vault refuses the next write.
fn refuses_after(change: &Change, call: usize) -> bool {
    let disk = ModelDisk::default();
    let mut story = Story::begin(disk.clone()).unwrap();
    story.make(&put(1, b"kept")).unwrap();
    disk.fail_at(disk.calls() + call, ErrorKind::Other);
    assert!(story.make(change).is_err());
    let next = story.make(&put(2, b"next"));
    let found = entries(story.vault());
    assert_eq!(found.get([1].as_slice()).unwrap(), b"kept", "reading goes on");
    let refused = matches!(next, Err(VaultError::WritesStopped { .. }));
    assert!(refused || next.is_ok());
    let code = story.now().code.clone();
    let acknowledged = story.now().entries.clone();
    story.close();
    let left = disk.cut_after(disk.calls(), CUTS[0]);
    let (vault, _) = unlock(&left, &story.empty_folder(), &code).unwrap();
    for (key, value) in acknowledged {
        assert_eq!(entries(&vault).get(&key), Some(&value));
    }
    vault.commit(crate::batch::Batch::default()).unwrap();
    refused
}

#[test]
fn after_a_failed_sync_of_an_edit_the_vault_takes_no_more_writes() {
    let edit = put(2, b"lost");
    // The half frame of a failed write is removed, and the removal is synced.
    assert!(!refuses_after(&edit, 0));
    assert!(refuses_after(&edit, 1));
}

#[test]
fn after_a_failed_renaming_or_sync_of_the_folder_the_vault_takes_no_more_writes() {
    // The journal is created; its two or more frames are appended; it is synced, renamed, and its folder
    // synced.
    let refused: Vec<bool> = (0..7).map(|call| refuses_after(&Change::Compact, call)).collect();
    assert_eq!(refused, [false, false, false, false, false, true, true]);
}

#[test]
fn an_account_on_a_full_disk_can_be_read() {
    let disk = ModelDisk::default();
    let mut story = Story::begin(disk.clone()).unwrap();
    story.make(&put(1, b"kept")).unwrap();
    let (code, incarnation) = (story.now().code.clone(), story.now().incarnation);
    let folder = story.close();
    // The first call cuts off a torn end, and the next one makes the mark.
    disk.fail_at(disk.calls() + 1, ErrorKind::StorageFull);
    let (vault, repairs) = unlock(&disk, &folder, &code).unwrap();
    assert_eq!((vault.incarnation(), repairs), (incarnation, Vec::new()));
    assert_eq!(entries(&vault).get([1].as_slice()).unwrap(), b"kept");
}

#[test]
fn a_journal_that_another_program_removed_takes_no_more_writes() {
    let disk = ModelDisk::default();
    let mut story = Story::begin(disk.clone()).unwrap();
    story.make(&put(1, b"kept")).unwrap();
    let folder = story.vault().folder.clone();
    let names = crate::disk::Disk::names(&disk, &folder).unwrap();
    let journal = names.iter().find(|name| name.starts_with("journal-")).unwrap();
    crate::disk::Disk::remove(&disk, &folder.join(journal)).unwrap();
    assert!(matches!(story.make(&put(2, b"lost")), Err(VaultError::WritesStopped { .. })));
    assert_eq!(entries(story.vault()).get([1].as_slice()).unwrap(), b"kept");
}
