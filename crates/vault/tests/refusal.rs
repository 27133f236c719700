//! Changes that sled has not made or refuses are read all the same, and nobody waits for sled forever.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Problem, Repair, Shelf, Vault};

const DOCUMENT: DocumentId = DocumentId([7; 16]);
/// A time longer than all bounded waits of the vault together.
const SOON: Duration = Duration::from_secs(20);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

fn colour(value: Option<&[u8]>) -> Batch {
    let mut batch = Batch::default();
    match value {
        Some(value) => batch.put(Shelf::Settings, b"colour", value),
        None => batch.delete(Shelf::Settings, b"colour"),
    }
    batch
}

fn chunk(number: usize) -> Vec<u8> {
    vec![number as u8; 20_000]
}

fn append(vault: &Vault, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let part = Append { document: DOCUMENT, chunk: &chunk(number), summary: Some(&[number as u8]) };
        vault.append(&[part], Batch::default()).unwrap();
    }
}

fn holds(vault: &Vault, chunks: usize) {
    let found = vault.chunks(DOCUMENT).unwrap();
    assert_eq!(found.len(), chunks);
    assert!(found.into_iter().eq((0..chunks).map(chunk)));
    assert_eq!(vault.summaries(), [(DOCUMENT, vec![chunks as u8 - 1])]);
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap(), None);
}

/// Returns the folder of sled.
fn sled(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).min().unwrap()
}

/// Removes the folder of sled's blobs. Without it sled cannot write a blob: as on a full disk, it fails, then
/// waits forever.
fn let_sled_fail(folder: &Path) {
    fs::remove_dir_all(sled(folder).join("blobs")).unwrap();
}

#[test]
fn a_committed_value_is_read_at_once() {
    let home = tempfile::tempdir().unwrap();
    let (vault, _) =
        Vault::create(&home.path().join("anna"), &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    for number in 0..500_u32 {
        let value = number.to_be_bytes();
        vault.commit(colour(Some(&value))).unwrap();
        assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap().as_deref(), Some(value.as_slice()));
        assert_eq!(vault.scan(Shelf::Settings).unwrap(), [(b"colour".to_vec(), value.to_vec())]);
        vault.commit(colour(None)).unwrap();
        assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap(), None);
        assert_eq!(vault.scan(Shelf::Settings).unwrap(), []);
    }
    assert_eq!(vault.check().unwrap().problems, []);
}

#[test]
fn a_sled_that_fails_blocks_no_write_no_read_no_closing_and_no_opening() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    vault.commit(colour(Some(b"blue"))).unwrap();
    append(&vault, 0..5);
    let begun = Instant::now();
    let abandoned = sled(&folder);
    let_sled_fail(&folder);
    append(&vault, 5..60);
    vault.commit(colour(None)).unwrap();
    holds(&vault, 60);
    assert!(matches!(vault.check().unwrap().problems[..], [Problem::EntryUnreadable { .. }]));
    append(&vault, 60..65);
    holds(&vault, 65);
    drop(vault);
    assert!(begun.elapsed() < SOON, "it took {:?}", begun.elapsed());

    // The abandoned thread still holds the old sled.
    let begun = Instant::now();
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(repairs, [Repair::Sled]);
    holds(&vault, 65);
    append(&vault, 65..70);
    assert_eq!(vault.check().unwrap().problems, []);
    drop(vault);
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(repairs, []);
    holds(&vault, 70);
    assert!(!abandoned.exists(), "the abandoned folder was not removed");
    assert!(begun.elapsed() < SOON, "it took {:?}", begun.elapsed());
}

#[test]
fn a_journal_is_not_compacted_while_sled_fails() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    let begun = Instant::now();
    let_sled_fail(&folder);
    for number in 0..40 {
        vault.replace(DOCUMENT, &vec![number; 300_000]).unwrap();
    }
    assert!(begun.elapsed() < SOON, "it took {:?}", begun.elapsed());
    assert!(fs::metadata(vault::journal_path(&folder)).unwrap().len() > 40 * 300_000);
    drop(vault);
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert!(vault.chunks(DOCUMENT).unwrap() == [vec![39; 300_000]]);
}
