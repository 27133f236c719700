//! Derived data is outside the journal: sealed, under blinded names, and never needed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use vault::{Batch, KdfParams, Passphrase, Vault, journal_path};

const TEXT: &[u8] = b"Fatima kwam koffie drinken.";

fn files(vault: &Path) -> Vec<PathBuf> {
    fs::read_dir(vault.join("derived")).unwrap().map(|file| file.unwrap().path()).collect()
}

#[test]
fn derived_data_is_sealed_and_damage_to_it_does_not_damage_the_vault() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let passphrase = Passphrase::from("fiets paraplu zondag".to_owned());
    let (vault, _) = Vault::create(&folder, &passphrase, KdfParams::LEAST, Batch::default()).unwrap();
    let journal = fs::metadata(journal_path(&folder)).unwrap().len();
    assert_eq!(vault.derived(b"words"), None);
    vault.save_derived(b"words", b"what stood there before").unwrap();
    vault.save_derived(b"words", TEXT).unwrap();
    vault.save_derived(b"others", b"of another").unwrap();
    assert_eq!(fs::metadata(journal_path(&folder)).unwrap().len(), journal);
    drop(vault);

    let (vault, repairs) = Vault::open(&folder, &passphrase).unwrap();
    assert!(repairs.is_empty());
    assert_eq!(vault.derived(b"words").as_deref(), Some(TEXT));
    let all = files(&folder);
    assert_eq!(all.len(), 2);
    for path in &all {
        assert!(!path.to_string_lossy().contains("words"));
        assert!(!fs::read(path).unwrap().windows(6).any(|part| part == b"Fatima"));
    }
    // A file under the name of another is refused too.
    let (one, other) = (fs::read(&all[0]).unwrap(), fs::read(&all[1]).unwrap());
    fs::write(&all[0], other).unwrap();
    fs::write(&all[1], &one[..one.len() - 1]).unwrap();
    assert_eq!((vault.derived(b"words"), vault.derived(b"others")), (None, None));
    assert_eq!(vault.check().unwrap().problems, []);

    vault.save_derived(b"words", TEXT).unwrap();
    vault.remove_derived(b"words").unwrap();
    vault.remove_derived(b"words").unwrap();
    assert_eq!(vault.derived(b"words"), None);
    assert_eq!(files(&folder).len(), 1);
}
