//! Copies of a vault: each is an incarnation of its own, a vault that was put back is noticed, and what two
//! copies wrote is never mixed or replaced.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use vault::{Batch, KdfParams, Passphrase, Problem, Repair, Shelf, Vault, journal_path};

fn passphrase() -> Passphrase {
    Passphrase::from("fiets paraplu zondag".to_owned())
}

fn create(folder: &Path) {
    let (vault, _) = Vault::create(folder, &passphrase(), KdfParams::LEAST, Batch::default()).unwrap();
    write(&vault, b"before");
}

fn open(folder: &Path) -> (Vault, Vec<Repair>) {
    Vault::open_at_cost(folder, &passphrase(), KdfParams::LEAST).unwrap()
}

fn write(vault: &Vault, key: &[u8]) {
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, key, b"value");
    vault.commit(batch).unwrap();
}

fn keys(vault: &Vault) -> Vec<String> {
    let entries = vault.scan(Shelf::Settings).unwrap().into_iter();
    entries.map(|(key, _)| String::from_utf8(key).unwrap()).collect()
}

/// Opens a vault, writes a key, and closes it.
fn edit(folder: &Path, key: &[u8]) {
    write(&open(folder).0, key);
}

/// Lays a folder over another, as `cp -r` does: files of one name are overwritten in place.
fn lay_over(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            lay_over(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn names(folder: &Path, beginning: &str) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(beginning)).collect();
    names.sort();
    names
}

fn home() -> (TempDir, PathBuf, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let (first, second) = (home.path().join("pc1"), home.path().join("pc2"));
    (home, first, second)
}

/// Returns two copies of a vault, each with an edit of its own.
fn two_copies() -> (TempDir, PathBuf, PathBuf) {
    let (home, first, second) = home();
    create(&first);
    lay_over(&first, &second);
    edit(&first, b"of pc1");
    edit(&second, b"of pc2");
    (home, first, second)
}

/// Returns what the journal with this name holds, opened as a vault of its own.
fn rescued(folder: &Path, name: &str) -> Vec<String> {
    let (_home, rescue, _) = home();
    fs::create_dir(&rescue).unwrap();
    for name in ["vault.json", "vault.json.bak", name] {
        fs::copy(folder.join(name), rescue.join(name)).unwrap();
    }
    keys(&open(&rescue).0)
}

#[test]
fn a_vault_that_stays_where_it_is_stays_the_same_incarnation() {
    let (_home, folder, _) = home();
    create(&folder);
    let first = open(&folder).0.incarnation();
    for _ in 0..3 {
        edit(&folder, b"key");
        let (vault, repairs) = open(&folder);
        assert_eq!((vault.incarnation(), repairs), (first, Vec::new()));
    }
    assert_eq!(names(&folder, "incarnation-").len(), 1);
}

#[test]
fn a_copied_vault_is_another_incarnation() {
    let (_home, first, second) = home();
    create(&first);
    let original = open(&first).0.incarnation();
    lay_over(&first, &second);
    let (vault, repairs) = open(&second);
    assert_ne!(vault.incarnation(), original);
    assert_eq!(repairs, []);
    assert_eq!(keys(&vault), ["before"]);
    let own = vault.incarnation();
    drop(vault);
    let (vault, repairs) = open(&second);
    assert_eq!((vault.incarnation(), repairs), (own, Vec::new()));
    assert_eq!((names(&second, "journal-").len(), names(&second, "sled-").len()), (1, 1));
    assert_eq!(open(&first).0.incarnation(), original);
}

#[test]
fn a_moved_or_renamed_folder_of_the_same_disk_is_the_same_incarnation() {
    let (_home, first, second) = home();
    create(&first);
    let original = open(&first).0.incarnation();
    fs::rename(&first, &second).unwrap();
    assert_eq!(open(&second).0.incarnation(), original);
}

#[test]
fn an_incarnation_is_renewed_on_request() {
    let (_home, folder, _) = home();
    create(&folder);
    let (vault, _) = open(&folder);
    let first = vault.incarnation();
    let renewed = vault.renew_incarnation().unwrap();
    assert_ne!(renewed, first);
    write(&vault, b"after");
    drop(vault);
    let (vault, repairs) = open(&folder);
    assert_eq!((vault.incarnation(), repairs), (renewed, Vec::new()));
    assert_eq!(keys(&vault), ["after", "before"]);
    assert_eq!(vault.check().unwrap().problems, []);
    assert_eq!((names(&folder, "journal-").len(), names(&folder, "sled-").len()), (1, 1));
}

#[test]
fn older_files_that_are_put_over_a_vault_make_it_a_new_incarnation() {
    let (home, folder, backup) = home();
    create(&folder);
    lay_over(&folder, &backup);
    edit(&folder, b"after");
    let first = open(&folder).0.incarnation();
    lay_over(&backup, &folder);
    let (vault, repairs) = open(&folder);
    assert_ne!(vault.incarnation(), first);
    assert!(
        repairs.iter().any(|repair| matches!(repair, Repair::PutBack | Repair::Journal { .. })),
        "{repairs:?}"
    );
    assert!(keys(&vault).contains(&"before".to_owned()));
    drop((vault, home));
}

#[test]
fn an_older_journal_that_is_put_back_alone_makes_a_new_incarnation() {
    let (_home, folder, backup) = home();
    create(&folder);
    lay_over(&folder, &backup);
    edit(&folder, b"after");
    let first = open(&folder).0.incarnation();
    fs::copy(journal_path(&backup), journal_path(&folder)).unwrap();
    let (vault, _) = open(&folder);
    assert_ne!(vault.incarnation(), first);
    assert_eq!(keys(&vault), ["after", "before"], "sled still had it");
    drop(vault);
    assert_eq!(open(&folder).1, []);
}

#[test]
fn files_of_one_copy_laid_over_another_replace_nothing_that_it_wrote() {
    let (_home, first, second) = two_copies();
    lay_over(&second, &first);
    for _ in 0..2 {
        let (vault, repairs) = open(&first);
        assert_eq!(keys(&vault), ["before", "of pc1"]);
        let [Repair::OtherCopy { name }] = &repairs[..] else { panic!("{repairs:?}") };
        assert_eq!(rescued(&first, name), ["before", "of pc2"]);
        let problems = vault.check().unwrap().problems;
        assert_eq!(problems, [Problem::OtherCopy { name: name.clone() }]);
        write(&vault, b"of pc1");
    }
}

#[test]
fn the_journal_of_one_copy_and_the_index_of_another_are_not_mixed() {
    let (_home, first, second) = two_copies();
    for name in names(&first, "sled-") {
        fs::remove_dir_all(first.join(name)).unwrap();
    }
    let index = names(&second, "sled-").remove(0);
    lay_over(&second.join(&index), &first.join(&index));
    let (vault, repairs) = open(&first);
    assert_eq!(keys(&vault), ["before", "of pc1"]);
    assert_eq!(repairs, [Repair::OtherCopy { name: index.clone() }]);
    assert!(first.join(index).exists());
}

#[test]
fn two_copies_that_arrive_in_a_fresh_folder_both_stay_readable() {
    let (home, first, second) = two_copies();
    let third = home.path().join("pc3");
    lay_over(&first, &third);
    lay_over(&second, &third);
    let (vault, repairs) = open(&third);
    let shown = keys(&vault);
    let [Repair::OtherCopy { name }] = &repairs[..] else { panic!("{repairs:?}") };
    let mut both = [shown, rescued(&third, name)];
    both.sort();
    assert_eq!(both, [["before", "of pc1"], ["before", "of pc2"]]);
}

#[test]
fn an_account_whose_journal_another_copy_took_over_and_removed_goes_on_from_that_copy() {
    let (_home, first, second) = home();
    create(&first);
    lay_over(&first, &second);
    edit(&second, b"of pc2");
    let index = names(&first, "sled-").remove(0);
    // A program that synchronises folders removes here what the second copy removed there.
    fs::remove_file(journal_path(&first)).unwrap();
    lay_over(&second, &first);
    let (vault, repairs) = open(&first);
    assert_eq!(keys(&vault), ["before", "of pc2"]);
    assert_eq!(repairs, [Repair::OtherCopy { name: index }]);
}

#[test]
fn a_copy_that_was_taken_in_the_middle_and_put_back_is_noticed() {
    let (_home, folder, backup) = home();
    create(&folder);
    let (vault, _) = open(&folder);
    let first = vault.incarnation();
    lay_over(&folder, &backup);
    write(&vault, b"after");
    drop(vault);
    fs::remove_dir_all(folder.join(names(&folder, "sled-").remove(0))).unwrap();
    lay_over(&backup, &folder);
    let (vault, repairs) = open(&folder);
    assert_ne!(vault.incarnation(), first);
    assert_eq!((keys(&vault), repairs), (vec!["before".to_owned()], vec![Repair::PutBack]));
}

/// Returns the frames of a journal.
fn frames(journal: &[u8]) -> Vec<Vec<u8>> {
    let starts = (0..journal.len()).filter(|at| journal[*at..].starts_with(b"KrngFrm"));
    let mut ends: Vec<usize> = starts.collect();
    ends.push(journal.len());
    ends.windows(2).map(|pair| journal[pair[0]..pair[1]].to_vec()).collect()
}

#[test]
fn a_journal_put_together_from_two_copies_is_set_aside_and_the_index_is_kept() {
    let (_home, first, second) = two_copies();
    edit(&first, b"later on pc1");
    let (ours, theirs) = (fs::read(journal_path(&first)).unwrap(), fs::read(journal_path(&second)).unwrap());
    let (ours, theirs) = (frames(&ours), frames(&theirs));
    let last = ours.len() - 1;
    let mixtures = [
        [&ours[..last], &theirs[theirs.len() - 1..]].concat(),
        [&ours[..last], &theirs[theirs.len() - 1..], &ours[last..]].concat(),
        [&theirs[..1], &ours[1..]].concat(),
        [&ours[..], &theirs[..]].concat(),
        theirs,
    ];
    for mixture in mixtures {
        let (_home, folder, _) = home();
        lay_over(&first, &folder);
        fs::write(journal_path(&folder), mixture.concat()).unwrap();
        let (vault, repairs) = open(&folder);
        assert_eq!(keys(&vault), ["before", "later on pc1", "of pc1"], "{repairs:?}");
        let aside = |repair: &Repair| matches!(repair, Repair::Mixed { name } if folder.join(name).exists());
        assert!(repairs.iter().any(aside), "{repairs:?}");
        assert_eq!(vault.check().unwrap().problems, []);
        drop(vault);
        assert_eq!(open(&folder).1, []);
    }
}

#[test]
fn a_vault_with_two_frames_of_one_number_becomes_a_new_incarnation() {
    let (_home, folder, _) = home();
    create(&folder);
    edit(&folder, b"one");
    let first = open(&folder).0.incarnation();
    let mut twice = frames(&fs::read(journal_path(&folder)).unwrap());
    twice.push(twice[1].clone());
    fs::write(journal_path(&folder), twice.concat()).unwrap();
    let (vault, repairs) = open(&folder);
    assert_ne!(vault.incarnation(), first);
    assert_eq!(repairs, [Repair::Mixed { name: "journal-damaged-1".to_owned() }]);
    assert_eq!(keys(&vault), ["before", "one"]);
    drop(vault);
    assert_eq!(open(&folder).1, []);
}

#[test]
fn a_frame_that_was_cut_out_is_noticed_and_nothing_is_deleted_for_it() {
    let (_home, original, _) = home();
    create(&original);
    for key in [b"one", b"two", b"six"] {
        edit(&original, key);
    }
    let whole = frames(&fs::read(journal_path(&original)).unwrap());
    for without in 0..whole.len() {
        let (_home, folder, _) = home();
        lay_over(&original, &folder);
        let mut fewer = whole.clone();
        fewer.remove(without);
        fs::write(journal_path(&folder), fewer.concat()).unwrap();
        let (vault, repairs) = open(&folder);
        assert_eq!(keys(&vault), ["before", "one", "six", "two"], "without {without}: {repairs:?}");
        let named = match without + 1 == whole.len() {
            // The last frame leaves no gap; sled knows a later number.
            true => Repair::Journal { bytes: 0 },
            false => Repair::FramesMissing { count: 1 },
        };
        assert_eq!(repairs, [named]);
        assert_eq!(vault.check().unwrap().problems, []);
    }
}

#[test]
fn a_gap_in_the_journal_is_repaired_in_place_and_named_by_the_check() {
    let (_home, folder, _) = home();
    create(&folder);
    let (vault, _) = open(&folder);
    let first = vault.incarnation();
    write(&vault, b"one");
    write(&vault, b"two");
    let mut fewer = frames(&fs::read(journal_path(&folder)).unwrap());
    let cut_out = fewer.len() - 2;
    fewer.remove(cut_out);
    fs::write(journal_path(&folder), fewer.concat()).unwrap();
    assert!(matches!(vault.check().unwrap().problems[..], [Problem::FramesMissing { .. }, ..]));
    assert!(vault.vacuum().is_err(), "the lost entries may be in the old index only");
    drop(vault);
    let (vault, repairs) = open(&folder);
    assert_eq!(repairs, [Repair::FramesMissing { count: 1 }]);
    assert_eq!((keys(&vault).len(), vault.incarnation()), (3, first));
    drop(vault);
    assert_eq!(open(&folder).1, []);
}

fn run(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

/// A disk in a file, mounted by way of a device; only root may do so.
struct Mounted {
    device: String,
    at: String,
}

impl Mounted {
    fn new(image: &str, at: &str) -> Option<Self> {
        let device = run("losetup", &["--find", "--show", image])?;
        let mounted = Self { device, at: at.to_owned() };
        run("mount", &[&mounted.device, at]).map(|_| mounted)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        run("umount", &[&self.at]);
        run("losetup", &["--detach", &self.device]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn another_device_number_of_the_same_disk_is_no_new_incarnation() {
    use std::os::unix::fs::MetadataExt;
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let (disk, other, at) = (path("disk"), path("other"), path("at"));
    fs::create_dir(&at).unwrap();
    for image in [&disk, &other] {
        fs::File::create(image).unwrap().set_len(16 << 20).unwrap();
    }
    let made = run("mkfs.ext4", &["-q", &disk]);
    let Some(mounted) = made.and_then(|_| Mounted::new(&disk, &at)) else {
        println!("left out: this user may not mount a disk in a file");
        return;
    };
    let folder = Path::new(&at).join("anna");
    create(&folder);
    let (first, device) = (open(&folder).0.incarnation(), fs::metadata(&folder).unwrap().dev());
    drop(mounted);
    let taken = run("losetup", &["--find", "--show", &other]).unwrap();
    let mounted = Mounted::new(&disk, &at);
    let again = fs::metadata(&folder).unwrap().dev();
    let (vault, repairs) = open(&folder);
    let incarnation = vault.incarnation();
    drop(vault);
    drop(mounted);
    run("losetup", &["--detach", &taken]);
    assert_ne!(device, again, "this test needs another device");
    assert_eq!((incarnation, repairs), (first, Vec::new()));
}
