//! What is acknowledged survives damage to sled, to the journal and to the header; what was mended is told.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{
    Append, Batch, DocumentId, KdfParams, Passphrase, Repair, Shelf, Vault, VaultError, journal_path,
};

const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

/// A vault with twenty chunks and a setting that changed once, closed.
fn a_vault_with_work_in_it() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let (vault, _) = Vault::create(&home.path().join("anna"), &passphrase(), KdfParams::LEAST).unwrap();
    for number in 0..20_u8 {
        let chunk = [number; 200];
        let part = Append { document: DOCUMENT, chunk: &chunk, summary: Some(&[number]) };
        vault.append(&[part], Batch::default()).unwrap();
    }
    for value in [b"old", b"new"] {
        let mut batch = Batch::default();
        batch.put(Shelf::Settings, b"colour", value);
        vault.commit(batch).unwrap();
    }
    home
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target)
        } else {
            assert!(fs::copy(entry.path(), target).is_ok())
        }
    }
}

fn is_whole(vault: &Vault) {
    let chunks = vault.chunks(DOCUMENT).unwrap();
    assert_eq!(chunks, (0..20_u8).map(|number| vec![number; 200]).collect::<Vec<_>>());
    assert_eq!(vault.summaries().unwrap(), [(DOCUMENT, vec![19])]);
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap().as_deref(), Some(b"new".as_slice()));
}

/// Damages a copy, opens it, and hands over what was repaired once everything proved to be there.
fn survives(original: &TempDir, damage: impl FnOnce(&Path)) -> Vec<Repair> {
    let copied = tempfile::tempdir().unwrap();
    let folder = copied.path().join("anna");
    copy(&original.path().join("anna"), &folder);
    damage(&folder);
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    is_whole(&vault);
    assert_eq!(vault.check().unwrap().problems, []);
    drop(vault);
    let (vault, again) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(again, [], "a repair lasts");
    is_whole(&vault);
    repairs
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x55;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, length: usize) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, &bytes[..length]).unwrap();
}

fn sled_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.join("sled")).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).collect()
}

#[test]
fn without_sled_everything_comes_from_the_journal() {
    let vault = a_vault_with_work_in_it();
    survives(&vault, |folder| fs::remove_dir_all(folder.join("sled")).unwrap());
}

#[test]
fn without_the_journal_everything_comes_from_sled() {
    let vault = a_vault_with_work_in_it();
    let repairs = survives(&vault, |folder| fs::remove_file(journal_path(folder)).unwrap());
    assert_eq!(repairs, [Repair::JournalGone]);
}

#[test]
fn a_journal_damaged_at_any_byte_loses_nothing() {
    let vault = a_vault_with_work_in_it();
    let length = fs::metadata(journal_path(&vault.path().join("anna"))).unwrap().len() as usize;
    for at in (0..length).step_by(211) {
        let repairs = survives(&vault, |folder| flip(&journal_path(folder), at));
        assert!(matches!(repairs.as_slice(), [Repair::Journal { .. }]), "at {at}: {repairs:?}");
    }
}

#[test]
fn a_journal_cut_off_anywhere_loses_nothing() {
    let vault = a_vault_with_work_in_it();
    let length = fs::metadata(journal_path(&vault.path().join("anna"))).unwrap().len() as usize;
    for at in (0..length).step_by(307) {
        survives(&vault, |folder| cut(&journal_path(folder), at));
    }
}

#[test]
fn sled_damaged_or_cut_off_anywhere_loses_nothing() {
    let vault = a_vault_with_work_in_it();
    let names: Vec<PathBuf> = sled_files(&vault.path().join("anna"));
    assert!(!names.is_empty());
    for name in names {
        let name = name.file_name().unwrap();
        let length = fs::metadata(vault.path().join("anna/sled").join(name)).unwrap().len() as usize;
        for at in (0..length.min(40_000)).step_by(length.min(40_000).div_ceil(25).max(1)) {
            survives(&vault, |folder| flip(&folder.join("sled").join(name), at));
            survives(&vault, |folder| cut(&folder.join("sled").join(name), at));
        }
    }
}

#[test]
fn one_damaged_header_is_written_again_from_the_other() {
    let vault = a_vault_with_work_in_it();
    for name in ["vault.json", "vault.json.bak"] {
        assert_eq!(survives(&vault, |folder| fs::remove_file(folder.join(name)).unwrap()), [Repair::Header]);
        assert_eq!(survives(&vault, |folder| cut(&folder.join(name), 100)), [Repair::Header]);
        let length = fs::metadata(vault.path().join("anna").join(name)).unwrap().len() as usize;
        for at in (0..length).step_by(41) {
            survives(&vault, |folder| flip(&folder.join(name), at));
        }
    }
}

#[test]
fn with_both_damaged_what_can_be_read_is_read_and_the_rest_is_named() {
    let original = a_vault_with_work_in_it();
    let folder = original.path().join("anna");
    let length = fs::metadata(journal_path(&folder)).unwrap().len() as usize;
    flip(&journal_path(&folder), length / 2);
    fs::remove_dir_all(folder.join("sled")).unwrap();
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert!(
        repairs.iter().any(|repair| matches!(repair, Repair::Journal { bytes } if *bytes > 0)),
        "{repairs:?}"
    );
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap().as_deref(), Some(b"new".as_slice()));
    assert!(!vault.chunks(DOCUMENT).unwrap().is_empty());
}

#[test]
fn an_entry_that_sled_damages_while_open_is_read_from_the_journal() {
    let original = a_vault_with_work_in_it();
    let folder = original.path().join("anna");
    {
        let db = sled::open(folder.join("sled")).unwrap();
        let default = db.name().to_vec();
        for tree in db.tree_names().into_iter().filter(|name| name.as_ref() != default.as_slice()) {
            let tree = db.open_tree(tree).unwrap();
            for (key, mut value) in tree.iter().map(Result::unwrap) {
                // The number that orders the entry stays: only opening it shows the damage.
                let last = value.len() - 1;
                value[last] ^= 1;
                tree.insert(key, value).unwrap();
            }
        }
        db.flush().unwrap();
    }
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert!(!vault.check().unwrap().problems.is_empty());
    is_whole(&vault);
}

#[test]
fn what_was_deleted_does_not_come_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"colour", b"blue");
    vault.commit(batch).unwrap();
    drop(vault);
    let before = tempfile::tempdir().unwrap();
    copy(&folder.join("sled"), &before.path().join("sled"));
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    let mut batch = Batch::default();
    batch.delete(Shelf::Settings, b"colour");
    vault.commit(batch).unwrap();
    drop(vault);
    fs::remove_dir_all(folder.join("sled")).unwrap();
    copy(&before.path().join("sled"), &folder.join("sled"));
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap(), None);
}

#[test]
fn a_header_that_asks_for_all_memory_is_refused() {
    let original = a_vault_with_work_in_it();
    let folder = original.path().join("anna");
    for name in ["vault.json", "vault.json.bak"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        fs::write(folder.join(name), text.replace("19456", "4000000000")).unwrap();
    }
    assert!(matches!(Vault::open(&folder, &passphrase()), Err(VaultError::HeaderAsksTooMuch)));
}
