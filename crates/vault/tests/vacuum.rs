//! A vacuum removes replaced and deleted values from every file, and an interruption of it loses nothing.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Shelf, Vault, journal_path};

const REPLACED: DocumentId = DocumentId([1; 16]);
const DELETED: DocumentId = DocumentId([2; 16]);
const UNCHANGED: DocumentId = DocumentId([3; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

/// Returns a vault with three documents of two chunks, of which one was replaced and one deleted; also
/// returns the journal from before that.
fn replaced(home: &TempDir) -> (Vault, Vec<u8>) {
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    for chunk in [b"first", b"other"] {
        let part = |document| Append { document, chunk, summary: None };
        vault.append(&[REPLACED, DELETED, UNCHANGED].map(part), Batch::default()).unwrap();
    }
    let before = fs::read(journal_path(&folder)).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"along", b"with it");
    vault.replace_all(&[(REPLACED, Some(b"whole")), (DELETED, None)], batch).unwrap();
    (vault, before)
}

fn is_whole(vault: &Vault) {
    assert_eq!(vault.chunks(REPLACED).unwrap(), [b"whole"]);
    assert!(!vault.holds(DELETED).unwrap());
    assert_eq!(vault.chunks(UNCHANGED).unwrap(), [b"first", b"other"]);
    assert_eq!(vault.get(Shelf::Settings, b"along").unwrap().as_deref(), Some(b"with it".as_slice()));
    assert_eq!(vault.check().unwrap().problems, []);
}

/// Returns the folders of sled, the oldest first.
fn sleds(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut sleds: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    sleds.sort_by_key(|path| path.as_os_str().len());
    sleds
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in files(from) {
        let there = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::copy(file, there).unwrap();
    }
}

#[test]
fn several_documents_are_replaced_and_deleted_together() {
    let home = tempfile::tempdir().unwrap();
    let (vault, _) = replaced(&home);
    is_whole(&vault);
    let part = Append { document: REPLACED, chunk: b"behind", summary: None };
    vault.append(&[part], Batch::default()).unwrap();
    drop(vault);
    let (vault, repairs) = Vault::open(&home.path().join("anna"), &passphrase()).unwrap();
    assert_eq!(repairs, []);
    assert_eq!(vault.chunks(REPLACED).unwrap(), [b"whole".as_slice(), b"behind"]);
}

#[test]
fn no_replaced_value_is_on_the_disk_after_a_vacuum() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, before) = replaced(&home);
    vault.vacuum().unwrap();
    is_whole(&vault);
    for file in files(&folder) {
        let bytes = fs::read(&file).unwrap();
        let old = before.chunks_exact(32).any(|sealed| bytes.windows(32).any(|there| there == sealed));
        assert!(!old, "{} holds a replaced value", file.display());
    }
    assert!(sleds(&folder).iter().all(|sled| sled.to_string_lossy().ends_with("-2")));
    assert_eq!(sleds(&folder).len(), 1);
    drop(vault);
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(repairs, []);
    is_whole(&vault);
    vault.vacuum().unwrap();
    is_whole(&vault);
}

#[test]
fn a_write_after_a_vacuum_is_there_at_the_next_opening() {
    let home = tempfile::tempdir().unwrap();
    let (vault, _) = replaced(&home);
    vault.vacuum().unwrap();
    let part = Append { document: UNCHANGED, chunk: b"third", summary: None };
    vault.append(&[part], Batch::default()).unwrap();
    drop(vault);
    let (vault, repairs) = Vault::open(&home.path().join("anna"), &passphrase()).unwrap();
    assert_eq!(repairs, []);
    assert_eq!(vault.chunks(UNCHANGED).unwrap(), [b"first", b"other", b"third"]);
}

#[test]
fn a_power_cut_at_any_point_of_a_vacuum_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    drop(replaced(&home).0);
    let before = home.path().join("before");
    copy(&folder, &before);
    Vault::open(&folder, &passphrase()).unwrap().0.vacuum().unwrap();
    let (old, fresh) = (journal_path(&before), journal_path(&folder));
    // The fresh index is begun; it is whole and the journal is old; the journal is fresh; the old index is
    // half removed.
    let steps: [(&str, &Path, bool, bool); 4] = [
        ("begun", &old, false, true),
        ("index", &old, true, true),
        ("journal", &fresh, true, true),
        ("removing", &fresh, true, false),
    ];
    for (name, journal, index_is_whole, old_is_whole) in steps {
        let cut = home.path().join(name);
        copy(&before, &cut);
        fs::copy(journal, journal_path(&cut)).unwrap();
        let half = sleds(&cut).remove(0);
        let fresh = sleds(&folder).remove(0);
        let begun = cut.join(fresh.file_name().unwrap());
        fs::create_dir_all(&begun).unwrap();
        if index_is_whole {
            copy(&fresh, &begun);
        }
        if !old_is_whole {
            fs::remove_file(half.join("db")).unwrap();
        }
        let (vault, repairs) = Vault::open(&cut, &passphrase()).unwrap();
        assert_eq!(repairs, [], "{name}");
        is_whole(&vault);
        assert!(!half.exists(), "{name}");
    }
}
