//! Opening a vault: the secrets that open it, and the errors for everybody else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, RecoveryCode, Shelf, Vault, VaultError};

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

fn setting(value: &[u8]) -> Batch {
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"a telling key", value);
    batch
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_loses_nothing() {
    let home = tempfile::tempdir().unwrap();
    drop(
        Vault::create(&home.path().join("anna"), &passphrase(), KdfParams::LEAST, Batch::default()).unwrap(),
    );
    let folder = home.path().join("anna");
    let wrong = Passphrase::from("fiets paraplu maandag".to_owned());
    assert!(matches!(Vault::open(&folder, &wrong), Err(VaultError::WrongPassphrase)));
    assert!(Vault::open(&folder, &passphrase()).is_ok());
}

#[test]
fn the_name_of_a_vault_stays_free_if_creating_it_fails() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let impossible = KdfParams { lanes: 0, ..KdfParams::LEAST };
    assert!(Vault::create(&folder, &passphrase(), impossible, Batch::default()).is_err());
    assert!(Vault::create(&folder, &passphrase(), KdfParams::LEAST, setting(b"one")).is_ok());
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(vault.get(Shelf::Settings, b"a telling key").unwrap().as_deref(), Some(b"one".as_slice()));
}

#[test]
fn changing_the_passphrase_encrypts_no_entry_again() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, code) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    vault.commit(setting(b"one")).unwrap();
    let journal = fs::read(vault::journal_path(&folder)).unwrap();
    let new = Passphrase::from("trompet wolk kelder".to_owned());
    vault.change_passphrase(&new).unwrap();
    assert_eq!(fs::read(vault::journal_path(&folder)).unwrap(), journal);
    assert!(vault.matches_passphrase(&new).unwrap());
    drop(vault);
    assert!(matches!(Vault::open(&folder, &passphrase()), Err(VaultError::WrongPassphrase)));
    let (vault, repairs) = Vault::open(&folder, &new).unwrap();
    assert_eq!(repairs, []);
    assert!(vault.matches_recovery_code(&code));
}

#[test]
fn opening_by_passphrase_raises_a_cost_that_is_too_low_and_lowers_none() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, code) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, setting(b"one")).unwrap();
    drop(vault);
    let header = || fs::read_to_string(folder.join("vault.json")).unwrap();
    let first = header();
    let open = |least| Vault::open_at_cost(&folder, &passphrase(), least).unwrap().1;
    drop(Vault::open_with_recovery(&folder, &code).unwrap());
    assert_eq!((open(KdfParams::LEAST), header()), (Vec::new(), first.clone()));

    let higher = KdfParams { passes: 3, ..KdfParams::LEAST };
    assert_eq!(open(higher), []);
    let raised = header();
    assert!(raised.contains("\"passes\": 3") && raised.contains("\"memory_kib\": 19456"));
    assert_eq!(fs::read_to_string(folder.join("vault.json.bak")).unwrap(), raised);
    assert_eq!((open(higher), open(KdfParams::LEAST), header()), (Vec::new(), Vec::new(), raised));
    assert!(Vault::open_with_recovery(&folder, &code).is_ok());

    drop(Vault::open(&folder, &passphrase()).unwrap());
    assert!(header().contains(&format!("\"memory_kib\": {}", KdfParams::RECOMMENDED.memory_kib)));
    let wrong = Passphrase::from("fiets paraplu maandag".to_owned());
    assert!(matches!(Vault::open(&folder, &wrong), Err(VaultError::WrongPassphrase)));
}

#[test]
fn a_batch_that_is_too_large_for_one_frame_is_refused_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, setting(b"one")).unwrap();
    let journal = fs::read(vault::journal_path(&folder)).unwrap();
    let half = vec![0; 128 * 1024 * 1024];
    let mut batch = setting(b"two");
    for key in [b"a", b"b"] {
        batch.put(Shelf::Documents, key, &half);
    }
    assert!(matches!(vault.commit(batch), Err(VaultError::TooLarge { .. })));
    assert_eq!(fs::read(vault::journal_path(&folder)).unwrap(), journal);
    assert_eq!(vault.get(Shelf::Settings, b"a telling key").unwrap().as_deref(), Some(b"one".as_slice()));
    vault.commit(setting(b"three")).unwrap();
}

#[test]
fn a_recovery_code_opens_until_a_new_one_is_made() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, code) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    drop(vault);
    let typed: RecoveryCode = code.to_string().to_lowercase().parse().unwrap();
    let (vault, _) = Vault::open_with_recovery(&folder, &typed).unwrap();
    let fresh = vault.renew_recovery_code().unwrap();
    drop(vault);
    assert!(matches!(Vault::open_with_recovery(&folder, &code), Err(VaultError::WrongRecoveryCode)));
    assert!(Vault::open_with_recovery(&folder, &fresh).is_ok());
}

#[test]
fn a_second_opening_is_refused_while_the_vault_is_in_use() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let vault = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    assert!(matches!(Vault::open(&folder, &passphrase()), Err(VaultError::InUse { .. })));
    drop(vault);
    assert!(Vault::open(&folder, &passphrase()).is_ok());
}

#[test]
fn a_vault_of_a_newer_format_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    drop(Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap());
    for name in ["vault.json", "vault.json.bak"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        fs::write(folder.join(name), text.replace("\"format\": 2", "\"format\": 3")).unwrap();
    }
    let refused = Vault::open(&folder, &passphrase());
    assert!(matches!(refused, Err(VaultError::NewerFormat { found: 3, known: 2 })));
}

#[test]
fn a_folder_with_something_in_it_does_not_become_a_vault() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("letter.txt"), "Dear").unwrap();
    let refused = Vault::create(home.path(), &passphrase(), KdfParams::LEAST, Batch::default());
    assert!(matches!(refused, Err(VaultError::AlreadyExists { .. })));
    assert!(matches!(Vault::open(home.path(), &passphrase()), Err(VaultError::NotAVault { .. })));
}

#[test]
fn no_name_and_no_value_can_be_read_on_the_disk() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    vault.commit(setting(b"a telling value")).unwrap();
    let part = Append {
        document: DocumentId(*b"a telling name!!"),
        chunk: b"a telling chunk",
        summary: Some(b"a telling summary"),
    };
    vault.append(&[part], Batch::default()).unwrap();
    drop(vault);
    let mut looked_at = 0;
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            looked_at += bytes.len();
            for secret in ["a telling", "paraplu"] {
                let there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!there, "{secret} is in {}", path.display());
            }
        }
    }
    assert!(looked_at > 500);
}

/// This is no test by itself, but the child process that fills a small disk until a write fails. It prints
/// what was acknowledged.
#[test]
#[ignore = "the child process of another test"]
fn child_that_fills_a_disk() {
    let Ok(folder) = std::env::var("KRING_TEST_SMALL_DISK") else { return };
    let (vault, _) =
        Vault::create(Path::new(&folder), &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    for acknowledged in 0..500_usize {
        let chunk = vec![acknowledged as u8; 20_000];
        let part = Append { document: DocumentId([1; 16]), chunk: &chunk, summary: None };
        if let Err(error) = vault.append(&[part], Batch::default()) {
            let readable = vault.chunks(DocumentId([1; 16])).unwrap().len();
            println!("told {} {acknowledged} {readable}", error.code());
            let closing = Instant::now();
            drop(vault);
            assert!(closing.elapsed() < Duration::from_secs(10), "closing took {:?}", closing.elapsed());
            return;
        }
    }
}

fn mount(disk: &Path, args: &[&str]) -> bool {
    Command::new("mount").args(args).arg(disk).status().is_ok_and(|status| status.success())
}

/// Mounts a disk of 2 MiB for one test; only root may do so.
fn small_disk(home: &Path) -> Option<Unmount> {
    let disk = home.join("disk");
    fs::create_dir(&disk).unwrap();
    if mount(&disk, &["-t", "tmpfs", "-o", "size=2m", "tmpfs"]) {
        return Some(Unmount(disk));
    }
    println!("left out: this user may not mount a small disk");
    None
}

#[test]
fn a_full_disk_is_reported_and_loses_no_acknowledged_write() {
    let home = tempfile::tempdir().unwrap();
    let Some(disk) = small_disk(home.path()) else { return };
    let folder = disk.0.join("anna");
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["child_that_fills_a_disk", "--exact", "--nocapture", "--ignored"])
        .env("KRING_TEST_SMALL_DISK", &folder)
        .output()
        .unwrap();
    let said = String::from_utf8(child.stdout).unwrap();
    assert!(child.status.success(), "{said}");
    let told = said.lines().find_map(|line| Some(line.split_once("told ")?.1.to_owned()));
    let told = told.unwrap_or_else(|| panic!("the full disk was not reported: {said}"));
    let [code, acknowledged, readable] = told.split(' ').collect::<Vec<_>>()[..] else { panic!("{told}") };
    assert_eq!((code, readable), ("disk-full", acknowledged));
    assert!(mount(&disk.0, &["-o", "remount,size=64m"]));
    for _ in 0..2 {
        let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
        assert_eq!(vault.chunks(DocumentId([1; 16])).unwrap().len().to_string(), acknowledged);
        assert_eq!(vault.check().unwrap().problems, []);
    }
}

#[test]
fn a_read_only_folder_is_reported() {
    let home = tempfile::tempdir().unwrap();
    let Some(disk) = small_disk(home.path()) else { return };
    let folder = disk.0.join("anna");
    drop(Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap());
    assert!(mount(&disk.0, &["-o", "remount,ro"]));
    assert!(matches!(Vault::open(&folder, &passphrase()), Err(VaultError::ReadOnly { .. })));
}

struct Unmount(std::path::PathBuf);

impl Drop for Unmount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_journal_that_has_doubled_is_compacted() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    let document = DocumentId([1; 16]);
    vault.commit(setting(b"kept")).unwrap();
    let written: u64 = 30_000_000;
    let size = 300_000;
    for number in 0..written / size {
        vault.replace(document, &vec![number as u8; size as usize]).unwrap();
    }
    let length = fs::metadata(vault::journal_path(&folder)).unwrap().len();
    assert!(length < written / 3, "the journal still has {length} bytes");
    drop(vault);
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(repairs, []);
    assert_eq!(vault.get(Shelf::Settings, b"a telling key").unwrap().as_deref(), Some(b"kept".as_slice()));
    assert_eq!(vault.chunks(document).unwrap(), [vec![(written / size - 1) as u8; size as usize]]);
    assert_eq!(vault.check().unwrap().problems, []);
}
