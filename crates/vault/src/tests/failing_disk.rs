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

#[test]
fn a_disk_that_fails_at_any_call_loses_no_acknowledged_change() {
    let mut call = 0;
    loop {
        let disk = ModelDisk::failing_at(call);
        let story = Story::begin(disk.clone());
        call += 1;
        let Ok(mut story) = story else { continue };
        let (mut failed, mut codes) = (Vec::<Entries>::new(), vec![story.now().code.clone()]);
        for change in changes() {
            if matches!(change, Change::Reopen) && !failed.is_empty() {
                // The refused change may be there after opening; that is looked at below.
                break;
            }
            let before = story.now().entries.clone();
            match story.make(&change) {
                Ok(()) => codes.push(story.now().code.clone()),
                // It could not be closed and opened; the vault is gone.
                Err(_) if matches!(change, Change::Reopen) => break,
                Err(_) => failed.push(after(&before, &change)),
            }
            let found = entries(story.vault());
            assert_eq!(found, story.now().entries, "what was refused is not read, at {change:?}");
        }
        let whole = call > disk.calls();
        let acknowledged = story.now().entries.clone();
        story.close();
        for cut in CUTS {
            let folder = story.empty_folder();
            let left = disk.cut_after(disk.calls(), cut);
            let opened = codes.iter().rev().find_map(|code| unlock(&left, &folder, code).ok());
            // A failed renewal of the code may have reached one copy of the header, and the caller has no code
            // for it; the other copy opens.
            let (vault, _) = opened.unwrap_or_else(|| panic!("call {call}, {cut:?}: it does not open"));
            let found = entries(&vault);
            assert!(
                found == acknowledged || failed.contains(&found),
                "call {call}, {cut:?}: {found:?} in place of {acknowledged:?}"
            );
        }
        if whole {
            return;
        }
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
