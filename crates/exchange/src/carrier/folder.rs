//! Mailboxes in a folder: on this computer, on a stick, or kept alike elsewhere by a Nextcloud client.
//!
//! The system's own calls serve here, and not OpenDAL's: it would make the folder where a stick is not
//! plugged in, and leave half a file behind on a full disk.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::error::CarrierError;
use super::name::ObjectName;
use crate::MOST_BYTES;

/// Where a file is until it is whole. Nextcloud's client leaves alone what ends like this.
const UNFINISHED: &str = "unfinished.part";

#[derive(Clone)]
pub(super) struct Folder {
    root: PathBuf,
    requests: Arc<AtomicU64>,
}

type Result<T> = std::result::Result<T, CarrierError>;

impl Folder {
    pub(super) fn new(root: &Path, requests: &Arc<AtomicU64>) -> Self {
        Self { root: root.to_owned(), requests: requests.clone() }
    }

    /// The names of the files in a folder. A folder that is not there is empty.
    pub(super) fn list(&self, folder: &str) -> Result<Vec<String>> {
        self.begin()?;
        let entries = match fs::read_dir(self.root.join(folder)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(explain)?,
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(explain)?;
            // A pipe or a link that somebody put here would be waited for, or lead elsewhere.
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            names.extend(entry.file_name().into_string().ok().filter(|_| is_file));
        }
        Ok(names)
    }

    /// What a file holds; none if it is not there.
    pub(super) fn get(&self, folder: &str, file: &str) -> Result<Option<Vec<u8>>> {
        self.begin()?;
        let path = self.root.join(folder).join(file);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(explain(error)),
            Ok(found) if !found.is_file() => return Ok(None),
            Ok(_) => {}
        }
        let opened = match File::open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(explain)?,
        };
        let mut bytes = Vec::new();
        opened.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(explain)?;
        match file.parse::<ObjectName>() {
            Ok(name) if bytes.len() > MOST_BYTES => Err(CarrierError::TooLarge { name }),
            _ => Ok(Some(bytes)),
        }
    }

    /// Writes a file that is seen only once it is whole and on the disk.
    pub(super) fn put(&self, folder: &str, file: &str, bytes: &[u8]) -> Result<()> {
        self.begin()?;
        let folder = self.root.join(folder);
        let unfinished = self.root.join(super::mailbox::ROOT).join(UNFINISHED);
        fs::create_dir_all(&folder).and_then(|()| fs::create_dir_all(&unfinished)).map_err(explain)?;
        // Two that write the same name do not write into the same file.
        static TURN: AtomicU64 = AtomicU64::new(0);
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let unfinished = unfinished.join(format!("{file}.{}.{turn}", std::process::id()));
        let written = write_whole(&unfinished, bytes)
            .and_then(|()| fs::rename(&unfinished, folder.join(file)))
            .and_then(|()| sync_folder(&folder));
        written.map_err(|error| {
            // Otherwise a full disk fills further with what nobody will read.
            let _ = fs::remove_file(&unfinished);
            explain(error)
        })
    }

    /// Removes a file; gone already is as good.
    pub(super) fn remove(&self, folder: &str, file: &str) -> Result<()> {
        self.begin()?;
        match fs::remove_file(self.root.join(folder).join(file)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(explain(error)),
            _ => Ok(()),
        }
    }

    /// Counts, and looks whether the storage is there: an empty place where a stick would be is no empty
    /// mailbox.
    fn begin(&self) -> Result<()> {
        self.requests.fetch_add(1, Ordering::Relaxed);
        match fs::metadata(&self.root) {
            Ok(root) if root.is_dir() => Ok(()),
            Ok(_) => Err(CarrierError::NotAMailbox { detail: "a file, not a folder".to_owned() }),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(CarrierError::NotThere),
            Err(error) => Err(explain(error)),
        }
    }
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes a new name last; Windows does so by itself and opens no folder.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) { Ok(()) } else { File::open(folder)?.sync_all() }
}

/// Says what the system's refusal means to a person.
fn explain(error: io::Error) -> CarrierError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => CarrierError::NotAllowed,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => CarrierError::Full,
        ErrorKind::NotFound => CarrierError::NotThere,
        ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            CarrierError::NotAMailbox { detail: error.to_string() }
        }
        // A stick that was pulled out, a network drive that is away.
        _ => CarrierError::Unreachable { detail: error.to_string() },
    }
}
