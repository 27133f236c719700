//! Mailboxes in a folder: on this computer, on a stick, or synchronised by a Nextcloud client.
//!
//! This uses the system's own calls and not OpenDAL, which would create the folder if a stick is not plugged
//! in, and would leave half a file behind on a full disk.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::carrier_error::CarrierError;
use super::listing::{MOST_NAMES, Names};
use super::object_name::ObjectName;
use crate::header::MAX_ENVELOPE_BYTES;

/// The folder for files that are not whole yet. Nextcloud's client ignores names with this ending.
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

    /// Returns the names of the files in a folder. A folder that does not exist is empty.
    pub(super) fn list(&self, folder: &str) -> Result<Names> {
        self.begin()?;
        let entries = match fs::read_dir(self.root.join(folder)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Names { all: Vec::new(), is_whole: true });
            }
            entries => entries.map_err(explain)?,
        };
        let mut names = Vec::new();
        for entry in entries {
            if names.len() >= MOST_NAMES {
                return Ok(Names { all: names, is_whole: false });
            }
            let entry = entry.map_err(explain)?;
            // Reading a pipe would wait forever, and a link could lead elsewhere.
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            names.extend(entry.file_name().into_string().ok().filter(|_| is_file));
        }
        Ok(Names { all: names, is_whole: true })
    }

    /// Returns the bytes of a file, or `None` if it does not exist.
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
        opened.take(MAX_ENVELOPE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(explain)?;
        match file.parse::<ObjectName>() {
            Ok(name) if bytes.len() > MAX_ENVELOPE_BYTES => Err(CarrierError::TooLarge { name }),
            _ => Ok(Some(bytes)),
        }
    }

    /// Writes a file that becomes visible only once it is whole and on the disk.
    pub(super) fn put(&self, folder: &str, file: &str, bytes: &[u8]) -> Result<()> {
        self.begin()?;
        let folder = self.root.join(folder);
        let unfinished = self.root.join(super::mailbox_path::ROOT).join(UNFINISHED);
        fs::create_dir_all(&folder).and_then(|()| fs::create_dir_all(&unfinished)).map_err(explain)?;
        // Two writers of the same name must not write into the same file.
        static TURN: AtomicU64 = AtomicU64::new(0);
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let unfinished = unfinished.join(format!("{file}.{}.{turn}", std::process::id()));
        let written = write_whole(&unfinished, bytes)
            .and_then(|()| fs::rename(&unfinished, folder.join(file)))
            .and_then(|()| sync_folder(&folder));
        written.map_err(|error| {
            // Otherwise a full disk would fill further with bytes that nobody reads.
            let _ = fs::remove_file(&unfinished);
            explain(error)
        })
    }

    /// Removes a file. It is no error if the file is gone already.
    pub(super) fn remove(&self, folder: &str, file: &str) -> Result<()> {
        self.begin()?;
        match fs::remove_file(self.root.join(folder).join(file)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(explain(error)),
            _ => Ok(()),
        }
    }

    /// Counts the request, and checks that the storage exists. An empty place where a stick would be is not
    /// an empty mailbox.
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

/// Makes a new name durable. Windows does so by itself and opens no folder. CIFS and some FUSE file systems cannot,
/// and say so although the file is there.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
        synced => synced,
    }
}

/// Explains an error of the system to a person.
fn explain(error: io::Error) -> CarrierError {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => CarrierError::NotAllowed,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => CarrierError::Full,
        ErrorKind::NotFound => CarrierError::NotThere,
        ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
            CarrierError::NotAMailbox { detail: error.to_string() }
        }
        // The stick was pulled out, or the network drive is not connected.
        _ => CarrierError::Unreachable { detail: error.to_string() },
    }
}
