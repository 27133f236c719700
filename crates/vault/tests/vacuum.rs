//! What was replaced or deleted is on no file any more, and what stands is whole wherever that is interrupted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Shelf, Vault, journal_path};

const REPLACED: DocumentId = DocumentId([1; 16]);
const TAKEN_AWAY: DocumentId = DocumentId([2; 16]);
const STANDS: DocumentId = DocumentId([3; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

/// A vault with three documents of two chunks, of which one was replaced and one taken away; and what its journal held
/// before that.
fn replaced(home: &TempDir) -> (Vault, Vec<u8>) {
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    for chunk in [b"first", b"other"] {
        let part = |document| Append { document, chunk, summary: None };
        vault.append(&[REPLACED, TAKEN_AWAY, STANDS].map(part), Batch::default()).unwrap();
    }
    let before = fs::read(journal_path(&folder)).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"along", b"with it");
    vault.replace_all(&[(REPLACED, Some(b"whole")), (TAKEN_AWAY, None)], batch).unwrap();
    (vault, before)
}

fn is_whole(vault: &Vault) {
    assert_eq!(vault.chunks(REPLACED).unwrap(), [b"whole"]);
    assert!(!vault.holds(TAKEN_AWAY).unwrap());
    assert_eq!(vault.chunks(STANDS).unwrap(), [b"first", b"other"]);
    assert_eq!(vault.get(Shelf::Settings, b"along").unwrap().as_deref(), Some(b"with it".as_slice()));
    assert_eq!(vault.check().unwrap().problems, []);
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
fn several_documents_are_replaced_and_taken_away_at_once() {
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
fn nothing_of_what_was_replaced_is_on_disk() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, before) = replaced(&home);
    vault.vacuum().unwrap();
    is_whole(&vault);
    for file in files(&folder) {
        let bytes = fs::read(&file).unwrap();
        let old = before.chunks_exact(32).any(|sealed| bytes.windows(32).any(|there| there == sealed));
        assert!(!old, "{} holds what was sealed before", file.display());
    }
    assert!(!folder.join("sled").exists() && folder.join("sled-2").exists());
    drop(vault);
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(repairs, []);
    is_whole(&vault);
    vault.vacuum().unwrap();
    is_whole(&vault);
}

#[test]
fn what_is_written_afterwards_is_there_after_closing() {
    let home = tempfile::tempdir().unwrap();
    let (vault, _) = replaced(&home);
    vault.vacuum().unwrap();
    let part = Append { document: STANDS, chunk: b"third", summary: None };
    vault.append(&[part], Batch::default()).unwrap();
    drop(vault);
    let (vault, repairs) = Vault::open(&home.path().join("anna"), &passphrase()).unwrap();
    assert_eq!(repairs, []);
    assert_eq!(vault.chunks(STANDS).unwrap(), [b"first", b"other", b"third"]);
}

#[test]
fn wherever_the_power_goes_what_stands_is_whole() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    drop(replaced(&home).0);
    let before = home.path().join("before");
    copy(&folder, &before);
    Vault::open(&folder, &passphrase()).unwrap().0.vacuum().unwrap();
    let (old, fresh) = (before.join("journal"), folder.join("journal"));
    // The fresh index begun; whole beside the old journal; beside the fresh one; and the old index half removed.
    let steps: [(&str, &Path, bool, bool); 4] = [
        ("begun", &old, false, true),
        ("index", &old, true, true),
        ("journal", &fresh, true, true),
        ("removing", &fresh, true, false),
    ];
    for (name, journal, index_is_whole, old_is_whole) in steps {
        let cut = home.path().join(name);
        copy(&before, &cut);
        fs::copy(journal, cut.join("journal")).unwrap();
        fs::create_dir_all(cut.join("sled-2")).unwrap();
        if index_is_whole {
            copy(&folder.join("sled-2"), &cut.join("sled-2"));
        }
        if !old_is_whole {
            fs::remove_file(cut.join("sled").join("db")).unwrap();
        }
        let (vault, _) = Vault::open(&cut, &passphrase()).unwrap();
        is_whole(&vault);
        assert!(!cut.join("sled").exists(), "{name}");
    }
}
