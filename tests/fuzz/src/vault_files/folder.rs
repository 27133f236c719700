//! The files of an undamaged vault, and the folder in which they are damaged.

use std::fs;
use std::io::{Error, Result};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use vault::{Append, Batch, DocumentId, KdfParams, Passphrase, RecoveryCode, Shelf, Vault};

/// The document in the vault.
pub(super) const DOCUMENT: DocumentId = DocumentId([7; 16]);
/// The passphrase of the vault.
pub(super) const PASSPHRASE: &str = "fiets paraplu zondag";

/// A file of the vault.
pub(super) struct VaultFile {
    /// The path in the folder of the vault.
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    /// The length up to the last byte that is not zero. sled makes its files longer than they need to be.
    pub(super) used: usize,
}

/// An undamaged vault, and another copy of it that went its own way.
pub(super) struct Original {
    /// The files, the most interesting first.
    pub(super) files: Vec<VaultFile>,
    /// The files of the other copy that this one does not have.
    pub(super) foreign: Vec<VaultFile>,
    folder: PathBuf,
    /// The folder of the second names of the marks. A mark counts only if it is the same file as before.
    marks: PathBuf,
    code: String,
    home: TempDir,
}

/// Calls `run` with the vault, which is made once.
pub(super) fn with_original(run: impl FnOnce(&Original)) {
    thread_local! {
        #[allow(clippy::expect_used, reason = "without a vault there is nothing to damage")]
        static ORIGINAL: Original = Original::make().expect("a vault is made as the program makes it");
    }
    ORIGINAL.with(run);
}

fn refused(error: impl std::fmt::Display) -> Error {
    Error::other(error.to_string())
}

impl Original {
    fn make() -> Result<Self> {
        let home = TempDir::new()?;
        let folder = home.path().join("anna");
        let passphrase = Passphrase::from(PASSPHRASE.to_owned());
        let made = Vault::create(&folder, &passphrase, KdfParams::LEAST, Batch::default());
        let (vault, code) = made.map_err(refused)?;
        fill(&vault).map_err(refused)?;
        drop(vault);
        let marks = home.path().join("marks");
        fs::create_dir(&marks)?;
        let mut files = files(&folder, &folder)?;
        files.sort_by_key(|file| (rank(&file.path), file.path.clone()));
        for mark in files.iter().filter(|file| is_mark(&file.path)) {
            fs::hard_link(folder.join(&mark.path), marks.join(&mark.path))?;
        }

        let copied = home.path().join("copied");
        write_all(&copied, &files, |_| false)?;
        let (vault, _) = Vault::open_with_recovery(&copied, &code).map_err(refused)?;
        let part = Append { document: DOCUMENT, chunk: b"by the other copy", summary: None };
        vault.append(&[part], Batch::default()).map_err(refused)?;
        drop(vault);
        let is_here = |file: &VaultFile| files.iter().any(|own| own.path == file.path);
        let foreign = self::files(&copied, &copied)?.into_iter().filter(|file| !is_here(file)).collect();
        Ok(Self { files, foreign, folder, marks, code: code.to_string(), home })
    }

    /// Returns the recovery code, which opens the vault without a slow derivation of a key.
    pub(super) fn code(&self) -> RecoveryCode {
        #[allow(clippy::expect_used, reason = "the vault itself made this code")]
        self.code.parse().expect("a code is read as it was written")
    }

    /// Lays the undamaged files where they were, or in another folder, where the vault becomes another copy.
    pub(super) fn lay(&self, moved: bool) -> Result<PathBuf> {
        let folder = if moved { self.home.path().join("moved") } else { self.folder.clone() };
        if folder.exists() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
            }
        }
        write_all(&folder, &self.files, |path| !moved && is_mark(path))?;
        if !moved {
            for mark in self.files.iter().filter(|file| is_mark(&file.path)) {
                fs::hard_link(self.marks.join(&mark.path), folder.join(&mark.path))?;
            }
        }
        Ok(folder)
    }

    /// Returns whether a header in the folder asks for no more work than the original one. A header may ask
    /// for up to a gibibyte, which is a rule of the vault and no finding.
    pub(super) fn is_cheap(&self, folder: &Path) -> bool {
        let cost = |path: &PathBuf| {
            let header: serde_json::Value =
                serde_json::from_slice(&fs::read(folder.join(path)).ok()?).ok()?;
            let part = |key: &str| header["kdf"][key].as_u64();
            Some(part("memory_kib")? <= 19 * 1024 && part("passes")? <= 2 && part("lanes")? <= 1)
        };
        let headers = ["vault.json", "vault.json.bak"].map(PathBuf::from);
        headers.iter().all(|path| cost(path).unwrap_or(true))
    }
}

fn fill(vault: &Vault) -> std::result::Result<(), vault::VaultError> {
    for number in 0..6_u8 {
        let chunk = vec![number; 40 << number];
        let mut batch = Batch::default();
        batch.put(Shelf::Heads, &[number], &[number; 32]);
        batch.put(Shelf::Excerpts, b"gone", b"soon");
        vault.append(&[Append { document: DOCUMENT, chunk: &chunk, summary: Some(&[number]) }], batch)?;
    }
    for value in [b"old", b"new"] {
        let mut batch = Batch::default();
        batch.put(Shelf::Settings, b"colour", value);
        batch.delete(Shelf::Excerpts, b"gone");
        vault.commit(batch)?;
    }
    vault.log_access(b"exported")?;
    vault.save_derived(b"index", b"some words")
}

fn is_mark(path: &Path) -> bool {
    path.to_string_lossy().starts_with("incarnation-")
}

/// Returns the place of a file in the list, so that a decision means the same file in every vault.
fn rank(path: &Path) -> usize {
    let name = path.to_string_lossy();
    let order = ["journal-", "incarnation-", "vault.json.bak", "vault.json"];
    let ends = ["/db", "/conf", "/snap"];
    let begins = order.iter().position(|begin| name.starts_with(begin));
    begins.or_else(|| ends.iter().position(|end| name.contains(end)).map(|end| 10 + end)).unwrap_or(20)
}

fn files(root: &Path, folder: &Path) -> Result<Vec<VaultFile>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(root, &path)?);
            continue;
        }
        let bytes = fs::read(&path)?;
        let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        let path = path.strip_prefix(root).map_err(refused)?.to_owned();
        // The lock is made anew by each opening.
        if path != Path::new("lock") {
            found.push(VaultFile { path, bytes, used });
        }
    }
    Ok(found)
}

fn write_all(folder: &Path, files: &[VaultFile], but: impl Fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(folder)?;
    for VaultFile { path, bytes, used } in files {
        if but(path) {
            continue;
        }
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, &bytes[..*used])?;
        // The zeros at the end take no room and no time.
        fs::OpenOptions::new().write(true).open(&path)?.set_len(bytes.len() as u64)?;
    }
    Ok(())
}
