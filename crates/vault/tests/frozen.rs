//! The first format, frozen in a fixture that every later version must open.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;

use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, Repair, Shelf, Vault};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/format-1");
const FILES: [&str; 3] = ["vault.json", "vault.json.bak", "journal"];
const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for name in FILES {
        assert!(fs::copy(from.join(name), to.join(name)).is_ok());
    }
}

#[test]
fn a_vault_of_the_first_format_opens() {
    let home = tempfile::tempdir().unwrap();
    copy(Path::new(FIXTURE), home.path());
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
    copy(&folder, Path::new(FIXTURE));
}
