//! The folder for everything that other devices handed over.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use super::carrier_error::CarrierError;
use super::folder::Folder;
use super::mailbox::Mailbox;
use super::mailbox_path::folder_of;
use super::object_name::ObjectName;
use super::storage::{Storage, StorageLocation};
use crate::signing_key::DeviceKey;

/// The callback that runs after something was saved in the tray.
pub type ArrivalBell = Arc<dyn Fn() + Send + Sync>;

/// The most envelopes in the tray.
const MOST_IN_TRAY: usize = 512;

/// The most bytes in the tray.
const MOST_BYTES_IN_TRAY: u64 = 256 * 1024 * 1024;

/// The tray of one device. It is on the disk, because what was acknowledged is not sent again soon.
pub(super) struct Tray {
    path: PathBuf,
    device: DeviceKey,
    folder: Folder,
}

impl Tray {
    pub(super) fn new(path: &Path, device: DeviceKey) -> std::io::Result<Self> {
        std::fs::create_dir_all(path)?;
        let folder = Folder::new(path, &Arc::new(AtomicU64::new(0)));
        Ok(Self { path: path.to_owned(), device, folder })
    }

    /// Returns the tray as the mailbox that the desk empties.
    pub(super) fn mailbox(&self) -> Result<Mailbox, CarrierError> {
        Mailbox::open(&Storage(StorageLocation::Folder(self.path.clone())), None)
    }

    pub(super) fn save(&self, bytes: &[u8]) -> Result<(), CarrierError> {
        if !self.has_room(bytes.len() as u64)? {
            return Err(CarrierError::Full);
        }
        // Bytes that come twice, because the answer was lost, are saved once.
        let mut name = [0; 16];
        name.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        self.folder.put(&folder_of(&self.device), &ObjectName(name).to_string(), bytes)
    }

    pub(super) fn has_room(&self, bytes: u64) -> Result<bool, CarrierError> {
        let folder = folder_of(&self.device);
        let names = self.folder.list(&folder)?.all;
        let length = |name: &String| {
            std::fs::metadata(self.path.join(&folder).join(name)).map_or(0, |file| file.len())
        };
        let there: u64 = names.iter().map(length).sum();
        Ok(names.len() < MOST_IN_TRAY && there + bytes <= MOST_BYTES_IN_TRAY)
    }
}
