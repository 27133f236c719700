//! The formats, frozen in fixtures: the first one, of a test version, is refused, and every later version must
//! open the second.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Repair, Shelf, Vault, VaultError};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

/// Copies the files of a vault. sled is left out, because it is built again from the journal.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let files = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path());
    for file in files.filter(|path| path.is_file() && !path.ends_with("lock")) {
        fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
    }
}

#[test]
fn a_vault_of_a_test_version_is_refused_and_left_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    copy(&Path::new(FIXTURES).join("format-1"), home.path());
    let names = || {
        let entries = fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap());
        let mut names: Vec<_> =
            entries.map(|entry| (entry.file_name(), fs::read(entry.path()).unwrap())).collect();
        names.retain(|(name, _)| name != "lock");
        names.sort();
        names
    };
    let before = names();
    let refused = Vault::open(home.path(), &passphrase());
    assert!(matches!(refused, Err(VaultError::OlderFormat { found: 1, known: 2 })));
    assert_eq!(names(), before);
}

#[test]
fn a_vault_of_the_second_format_opens() {
    let home = tempfile::tempdir().unwrap();
    copy(&Path::new(FIXTURES).join("format-2"), home.path());
    let (vault, repairs) = Vault::open(home.path(), &passphrase()).unwrap();
    assert_eq!(repairs, Vec::<Repair>::new(), "a missing sled is built from the journal, which is no repair");
    assert_eq!(vault.chunks(DOCUMENT).unwrap(), [b"one".to_vec(), b"two".to_vec()]);
    assert_eq!(vault.summaries(), [(DOCUMENT, b"summary".to_vec())]);
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap(), None);
}

#[test]
#[ignore = "writes the frozen fixture of a format; run once when a format is made"]
fn write_the_fixture() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    let mut colour = Batch::default();
    colour.put(Shelf::Settings, b"colour", b"blue");
    vault.append(&[Append { document: DOCUMENT, chunk: b"one", summary: None }], colour).unwrap();
    let mut colour = Batch::default();
    colour.delete(Shelf::Settings, b"colour");
    vault.append(&[Append { document: DOCUMENT, chunk: b"two", summary: Some(b"summary") }], colour).unwrap();
    drop(vault);
    copy(&folder, &Path::new(FIXTURES).join("format-2"));
}
