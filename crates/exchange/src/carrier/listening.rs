//! The other end of a direct line: who is let in, and where what they hand over is laid.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use iroh::Endpoint;
use iroh::endpoint::{Connection, Incoming, RecvStream, VarInt};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::direct::Bell;
use super::error::CarrierError;
use super::folder::Folder;
use super::mailbox::{Mailbox, folder_of};
use super::name::ObjectName;
use super::storage::{self, Storage};
use crate::{DeviceKey, MOST_BYTES};

/// The answer to what lies in the tray now.
pub(super) const TAKEN: u8 = 1;
/// The answer to what is not wanted, or for which there is no room.
const NOT_TAKEN: u8 = 0;
/// How many envelopes one device may hand over at once.
pub(super) const AT_ONCE: u32 = 2;
/// How many are read at once from all devices together, and so are in memory.
const READ_AT_ONCE: usize = 4;
/// How many calls stand at once.
const MOST_CALLS: usize = 64;
/// How many envelopes the tray holds.
const MOST_IN_TRAY: usize = 512;
/// How many bytes.
const MOST_BYTES_IN_TRAY: u64 = 256 * 1024 * 1024;
/// The answer to an invitation is shorter than this.
const BYTES_OF_A_STRANGER: usize = 16 * 1024;
/// How many strangers' envelopes are taken until the desk has looked at them.
const MOST_OF_STRANGERS: u32 = 8;
/// How long a caller may take to say who it is.
const TO_GREET: Duration = Duration::from_secs(5);
/// How long a call stands on which nothing is said.
const TO_SAY_MORE: Duration = Duration::from_secs(60);
/// How long an envelope may take to come.
const TO_COME: Duration = Duration::from_secs(150);

/// Who is let in.
#[derive(Default)]
pub(super) struct Guests(Mutex<List>);

#[derive(Default)]
struct List {
    known: BTreeSet<DeviceKey>,
    strangers: u32,
}

impl Guests {
    pub(super) fn admit(&self, known: BTreeSet<DeviceKey>, strangers: bool) {
        let strangers = if strangers { MOST_OF_STRANGERS } else { 0 };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = List { known, strangers };
    }

    /// How much a device may hand over at once; nothing where it is not let in.
    fn allowance(&self, device: &DeviceKey) -> Option<usize> {
        let list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if list.known.contains(device) {
            return Some(MOST_BYTES);
        }
        (list.strangers > 0).then_some(BYTES_OF_A_STRANGER)
    }

    /// Counts an envelope; says whether it may still be taken.
    fn count(&self, device: &DeviceKey) -> bool {
        let mut list = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if list.known.contains(device) {
            return true;
        }
        let may = list.strangers > 0;
        list.strangers = list.strangers.saturating_sub(1);
        may
    }
}

/// Where what was handed over lies until it is taken in. On the disk: what was acknowledged is not sent again soon.
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

    /// The tray as the desk empties it.
    pub(super) fn mailbox(&self) -> Result<Mailbox, CarrierError> {
        Mailbox::open(&Storage(storage::Place::Folder(self.path.clone())), None)
    }

    fn lay_in(&self, bytes: &[u8]) -> Result<(), CarrierError> {
        if !self.has_room(bytes.len() as u64)? {
            return Err(CarrierError::Full);
        }
        // What comes twice, because the answer was lost, lies there once.
        let mut name = [0; 16];
        name.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        self.folder.put(&folder_of(&self.device), &ObjectName(name).to_string(), bytes)
    }

    fn has_room(&self, bytes: u64) -> Result<bool, CarrierError> {
        let folder = folder_of(&self.device);
        let names = self.folder.list(&folder)?;
        let length = |name: &String| {
            std::fs::metadata(self.path.join(&folder).join(name)).map_or(0, |file| file.len())
        };
        let there: u64 = names.iter().map(length).sum();
        Ok(names.len() < MOST_IN_TRAY && there + bytes <= MOST_BYTES_IN_TRAY)
    }
}

/// Takes calls until the line is closed.
pub(super) async fn listen(endpoint: Endpoint, guests: Arc<Guests>, tray: Arc<Tray>, bell: Bell) {
    let calls = Arc::new(Semaphore::new(MOST_CALLS));
    let reading = Arc::new(Semaphore::new(READ_AT_ONCE));
    while let Some(incoming) = endpoint.accept().await {
        let Ok(place) = calls.clone().try_acquire_owned() else {
            incoming.refuse();
            continue;
        };
        let (guests, tray, bell, reading) = (guests.clone(), tray.clone(), bell.clone(), reading.clone());
        tokio::spawn(async move {
            take_call(incoming, &guests, &tray, &bell, &reading).await;
            drop(place);
        });
    }
}

async fn take_call(incoming: Incoming, guests: &Guests, tray: &Arc<Tray>, bell: &Bell, reading: &Semaphore) {
    let Ok(greeting) = incoming.accept() else { return };
    let Ok(Ok(connection)) = timeout(TO_GREET, greeting).await else { return };
    // TLS proved that the caller holds this key.
    let caller = DeviceKey(*connection.remote_id().as_bytes());
    if guests.allowance(&caller).is_some() {
        while let Some(()) = take_one(&connection, caller, guests, tray, bell, reading).await {}
    }
    connection.close(VarInt::from_u32(0), b"");
}

/// Takes one envelope, or a knock; nothing where the call is over.
async fn take_one(
    connection: &Connection,
    caller: DeviceKey,
    guests: &Guests,
    tray: &Arc<Tray>,
    bell: &Bell,
    reading: &Semaphore,
) -> Option<()> {
    let (mut send, mut receive) = timeout(TO_SAY_MORE, connection.accept_bi()).await.ok()?.ok()?;
    let most = guests.allowance(&caller)?;
    let read = async {
        let _place = reading.acquire().await.ok()?;
        let bytes = read(&mut receive, most).await?;
        Some(take(bytes, caller, guests, tray).await)
    };
    let (answer, laid_in) = timeout(TO_COME, read).await.ok()??;
    send.write_all(&[answer]).await.ok()?;
    send.finish().ok()?;
    if laid_in {
        bell();
    }
    Some(())
}

/// Reads the length and what it announces.
async fn read(receive: &mut RecvStream, most: usize) -> Option<Vec<u8>> {
    let mut length = [0; 4];
    receive.read_exact(&mut length).await.ok()?;
    let length = u32::from_be_bytes(length) as usize;
    if length > most {
        return None;
    }
    // It grows with what comes: a length alone takes no memory.
    let bytes = receive.read_to_end(length).await.ok()?;
    (bytes.len() == length).then_some(bytes)
}

async fn take(bytes: Vec<u8>, caller: DeviceKey, guests: &Guests, tray: &Arc<Tray>) -> (u8, bool) {
    let tray = tray.clone();
    if bytes.is_empty() {
        let room = tokio::task::spawn_blocking(move || tray.has_room(0)).await;
        return (if matches!(room, Ok(Ok(true))) { TAKEN } else { NOT_TAKEN }, false);
    }
    if !guests.count(&caller) {
        return (NOT_TAKEN, false);
    }
    let laid_in = tokio::task::spawn_blocking(move || tray.lay_in(&bytes)).await;
    if matches!(laid_in, Ok(Ok(()))) { (TAKEN, true) } else { (NOT_TAKEN, false) }
}
