//! Acknowledged writes survive damage to sled, to the journal and to the header, and every repair is
//! reported.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{
    Append, Batch, DocumentId, KdfParams, Passphrase, RecoveryCode, Repair, Shelf, Vault, VaultError,
    journal_path,
};

const DOCUMENT: DocumentId = DocumentId([7; 16]);

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

/// A closed vault whose chunks are filled with their number, with a setting that changed once. The tests open
/// it by its recovery code, which needs no slow derivation, because they open it thousands of times.
struct Original {
    home: TempDir,
    code: RecoveryCode,
    chunks: Vec<Vec<u8>>,
}

impl Original {
    fn new(chunks: u8, length: usize) -> Self {
        let home = tempfile::tempdir().unwrap();
        let (vault, code) =
            Vault::create(&home.path().join("anna"), &passphrase(), KdfParams::LEAST, Batch::default())
                .unwrap();
        let chunks: Vec<Vec<u8>> = (0..chunks).map(|number| vec![number; length]).collect();
        for chunk in &chunks {
            let part = Append { document: DOCUMENT, chunk, summary: Some(&chunk[..1]) };
            vault.append(&[part], Batch::default()).unwrap();
        }
        for value in [b"old", b"new"] {
            let mut batch = Batch::default();
            batch.put(Shelf::Settings, b"colour", value);
            vault.commit(batch).unwrap();
        }
        Self { home, code, chunks }
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("anna")
    }

    fn journal_length(&self) -> usize {
        fs::metadata(journal_path(&self.folder())).unwrap().len() as usize
    }

    fn is_whole(&self, vault: &Vault) {
        assert_eq!(vault.chunks(DOCUMENT).unwrap(), self.chunks);
        assert_eq!(vault.summaries(), [(DOCUMENT, vec![self.chunks.len() as u8 - 1])]);
        assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap().as_deref(), Some(b"new".as_slice()));
    }

    /// Damages a copy, opens it, checks that everything is there, and returns the repairs.
    fn survives(&self, damage: impl FnOnce(&Path)) -> Vec<Repair> {
        let copied = fast_folder();
        let folder = copied.path().join("anna");
        copy(&self.folder(), &folder);
        damage(&folder);
        let open = || {
            let (vault, repairs) = Vault::open_with_recovery(&folder, &self.code).unwrap();
            self.is_whole(&vault);
            assert_eq!(vault.check().unwrap().problems, []);
            repairs
        };
        let repairs = open();
        // A damaged sled may accept the missing entries and still not open again; the next opening builds a
        // fresh one.
        let mut again = [open(), open()].into_iter().filter(|repairs| !repairs.is_empty());
        assert!(again.next().is_none_or(|again| again == [Repair::Sled]) && again.next().is_none());
        repairs
    }
}

/// Returns a folder in memory if there is one: these tests open thousands of vaults, and a disk would sync
/// for minutes.
fn fast_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

fn a_vault_with_work_in_it() -> Original {
    Original::new(20, 200)
}

/// Returns a vault that is small enough to damage at each of its bytes.
fn a_small_vault() -> Original {
    Original::new(2, 10)
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

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x55;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, length: usize) {
    let bytes = fs::read(path).unwrap();
    fs::write(path, &bytes[..length]).unwrap();
}

/// Returns the folder of sled.
fn sled(folder: &Path) -> PathBuf {
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut sleds = folders.filter(|path| path.is_dir() && !path.ends_with("derived"));
    sleds.next().unwrap_or_else(|| panic!("there is no sled"))
}

fn sled_files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(sled(folder)).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).collect()
}

#[test]
fn without_sled_every_entry_is_read_from_the_journal() {
    let vault = a_vault_with_work_in_it();
    vault.survives(|folder| fs::remove_dir_all(sled(folder)).unwrap());
}

#[test]
fn without_the_journal_every_entry_is_read_from_sled() {
    let vault = a_vault_with_work_in_it();
    let repairs = vault.survives(|folder| fs::remove_file(journal_path(folder)).unwrap());
    assert_eq!(repairs, [Repair::JournalGone]);
}

#[test]
fn a_journal_damaged_at_any_byte_loses_nothing() {
    let vault = a_small_vault();
    for at in 0..vault.journal_length() {
        let repairs = vault.survives(|folder| flip(&journal_path(folder), at));
        assert!(matches!(repairs.as_slice(), [Repair::Journal { .. }]), "at {at}: {repairs:?}");
    }
}

#[test]
fn frames_that_overlap_are_left_out_in_a_moment() {
    let vault = a_small_vault();
    // Each of these heads claims all that follow it.
    let head = [b"KrngFrm2".as_slice(), &[1], &[0; 24], &1_500_000_u32.to_le_bytes()].concat();
    let begun = std::time::Instant::now();
    let repairs = vault.survives(|folder| {
        let journal = journal_path(folder);
        let bytes = [fs::read(&journal).unwrap(), head.repeat(60_000)].concat();
        fs::write(journal, bytes).unwrap();
    });
    assert!(matches!(repairs.as_slice(), [Repair::Journal { .. }]), "{repairs:?}");
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

#[test]
fn a_folder_of_sled_with_the_highest_number_is_left_alone() {
    let vault = a_small_vault();
    let laid = |folder: &Path| {
        let name = sled(folder).file_name().unwrap().to_string_lossy().into_owned();
        folder.join(format!("{name}-{}", u32::MAX))
    };
    vault.survives(|folder| fs::create_dir(laid(folder)).unwrap());
    vault.survives(|folder| {
        let of = laid(folder);
        fs::remove_dir_all(sled(folder)).unwrap();
        fs::create_dir(of).unwrap();
    });
}

#[test]
fn a_journal_damaged_where_the_vault_stays_is_repaired_in_place() {
    let vault = a_small_vault();
    let open = || Vault::open_with_recovery(&vault.folder(), &vault.code).unwrap();
    let incarnation = open().0.incarnation();
    // The last frame stays whole: a journal that lost its end may have been put back. The first repair makes
    // the journal shorter.
    for at in (0..).step_by(17).take_while(|at| at + 200 < vault.journal_length()) {
        flip(&journal_path(&vault.folder()), at);
        let (opened, repairs) = open();
        assert!(matches!(repairs.as_slice(), [Repair::Journal { .. }]), "at {at}: {repairs:?}");
        vault.is_whole(&opened);
        assert_eq!((opened.incarnation(), opened.check().unwrap().problems), (incarnation, Vec::new()));
    }
    assert_eq!(open().1, []);
}

#[test]
fn a_journal_cut_off_anywhere_loses_nothing() {
    let vault = a_small_vault();
    for at in 0..vault.journal_length() {
        vault.survives(|folder| cut(&journal_path(folder), at));
    }
}

#[test]
fn sled_damaged_or_cut_off_anywhere_loses_nothing() {
    let vault = a_small_vault();
    let names: Vec<PathBuf> = sled_files(&vault.folder());
    assert!(!names.is_empty());
    for name in names {
        let file = |folder: &Path| sled(folder).join(name.file_name().unwrap());
        // After the last byte that sled wrote, its files are zeros.
        let bytes = fs::read(&name).unwrap();
        let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        for at in (0..used).step_by(7) {
            vault.survives(|folder| flip(&file(folder), at));
            vault.survives(|folder| cut(&file(folder), at));
        }
    }
}

#[test]
fn a_damaged_copy_of_the_header_is_written_again_from_the_other() {
    let vault = a_vault_with_work_in_it();
    for name in ["vault.json", "vault.json.bak"] {
        let removed = vault.survives(|folder| fs::remove_file(folder.join(name)).unwrap());
        assert_eq!(removed, [Repair::Header]);
        assert_eq!(vault.survives(|folder| cut(&folder.join(name), 100)), [Repair::Header]);
        let length = fs::metadata(vault.folder().join(name)).unwrap().len() as usize;
        for at in (0..length).step_by(41) {
            vault.survives(|folder| flip(&folder.join(name), at));
        }
    }
}

#[test]
fn readable_entries_are_read_and_damage_is_reported_if_journal_and_sled_are_damaged() {
    let original = a_vault_with_work_in_it();
    let folder = original.folder();
    flip(&journal_path(&folder), original.journal_length() / 2);
    fs::remove_dir_all(sled(&folder)).unwrap();
    let (vault, repairs) = Vault::open(&folder, &passphrase()).unwrap();
    assert!(
        repairs.iter().any(|repair| matches!(repair, Repair::Journal { bytes } if *bytes > 0)),
        "{repairs:?}"
    );
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap().as_deref(), Some(b"new".as_slice()));
    assert!(!vault.chunks(DOCUMENT).unwrap().is_empty());
}

#[test]
fn an_entry_that_is_damaged_in_sled_is_read_from_the_journal() {
    let original = a_vault_with_work_in_it();
    let folder = original.folder();
    {
        let db = ::sled::open(sled(&folder)).unwrap();
        let default = db.name().to_vec();
        for tree in db.tree_names().into_iter().filter(|name| name.as_ref() != default.as_slice()) {
            let tree = db.open_tree(tree).unwrap();
            for (key, mut value) in tree.iter().map(Result::unwrap) {
                // The number of the operation stays intact, so only opening the entry shows the damage.
                let last = value.len() - 1;
                value[last] ^= 1;
                tree.insert(key, value).unwrap();
            }
        }
        db.flush().unwrap();
    }
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert!(!vault.check().unwrap().problems.is_empty());
    original.is_whole(&vault);
}

/// Does some work on a closed vault and restores sled to its state before, so that sled missed the work.
fn sled_misses(folder: &Path, work: impl FnOnce(&Vault)) {
    let before = tempfile::tempdir().unwrap();
    let sled = sled(folder);
    copy(&sled, before.path());
    let (vault, _) = Vault::open_at_cost(folder, &passphrase(), KdfParams::LEAST).unwrap();
    work(&vault);
    drop(vault);
    fs::remove_dir_all(&sled).unwrap();
    copy(before.path(), &sled);
}

#[test]
fn a_deleted_entry_that_sled_missed_does_not_come_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"colour", b"blue");
    vault.commit(batch).unwrap();
    drop(vault);
    sled_misses(&folder, |vault| {
        let mut batch = Batch::default();
        batch.delete(Shelf::Settings, b"colour");
        vault.commit(batch).unwrap();
    });
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(vault.get(Shelf::Settings, b"colour").unwrap(), None);
}

#[test]
fn an_entry_deleted_by_the_last_write_does_not_come_back_after_compaction() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("anna");
    let (vault, _) = Vault::create(&folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    for number in 0..27 {
        vault.replace(DOCUMENT, &vec![number; 300_000]).unwrap();
    }
    let key = vec![b'k'; 200_000];
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, &key, b"blue");
    vault.commit(batch).unwrap();
    drop(vault);
    sled_misses(&folder, |vault| {
        let mut batch = Batch::default();
        batch.delete(Shelf::Settings, &key);
        vault.commit(batch).unwrap();
    });
    assert!(fs::metadata(journal_path(&folder)).unwrap().len() < 1_000_000, "the journal was not compacted");
    let (vault, _) = Vault::open(&folder, &passphrase()).unwrap();
    assert_eq!(vault.get(Shelf::Settings, &key).unwrap(), None);
}

#[test]
fn a_header_that_asks_for_too_much_memory_is_refused() {
    let original = a_vault_with_work_in_it();
    let folder = original.folder();
    for name in ["vault.json", "vault.json.bak"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        fs::write(folder.join(name), text.replace("19456", "4000000000")).unwrap();
    }
    assert!(matches!(Vault::open(&folder, &passphrase()), Err(VaultError::HeaderAsksTooMuch)));
}
