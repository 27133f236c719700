//! A mailbox: one folder per recipient device, into which everybody writes and from which the recipient
//! takes.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use super::credentials::Credentials;
use super::error::CarrierError;
use super::folder::Folder;
use super::mark::Mark;
use super::name::ObjectName;
use super::storage::{self, Storage};
use super::store::Store;
use crate::outside::Randomness;
use crate::{DeviceKey, MOST_BYTES};

/// The folder that holds the folders of all devices. Its number is that of this arrangement.
pub(super) const ROOT: &str = "kring1";
/// How long a folder may take: a network drive that is away answers never.
const TO_ANSWER: Duration = Duration::from_secs(60);

type Result<T> = std::result::Result<T, CarrierError>;

/// The mailboxes on one storage. Calls wait for the answer and may be made from any thread; nothing is tried
/// twice here: who polls tries again by polling.
#[derive(Clone)]
pub struct Mailbox(Arc<Inside>);

struct Inside {
    storage: Storage,
    place: Place,
    runtime: Option<Runtime>,
    requests: Arc<AtomicU64>,
}

#[derive(Clone)]
enum Place {
    Folder(Folder),
    Store(Store),
}

impl Mailbox {
    /// Prepares to use a storage, and asks it nothing yet.
    pub fn open(storage: &Storage, credentials: Option<&Credentials>) -> Result<Self> {
        let requests = Arc::new(AtomicU64::new(0));
        let place = match &storage.0 {
            storage::Place::Folder(path) => Place::Folder(Folder::new(path, &requests)),
            storage::Place::WebDav(address) => Place::Store(Store::webdav(address, credentials, &requests)?),
            storage::Place::S3(bucket) => Place::Store(Store::s3(bucket, credentials, &requests)?),
        };
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            // Reading a folder that hangs holds a thread: not more than a few.
            .max_blocking_threads(4)
            .thread_name("mailbox")
            .enable_all()
            .build()
            .map_err(|error| CarrierError::Unexpected { detail: error.to_string() })?;
        Ok(Self(Arc::new(Inside { storage: storage.clone(), place, runtime: Some(runtime), requests })))
    }

    /// Where the mailboxes stand.
    pub fn storage(&self) -> &Storage {
        &self.0.storage
    }

    /// The names of what waits for a device: one request, up to 1,000 objects on S3 and any number elsewhere.
    /// What others put there is left out; a folder that is not there yet is empty.
    pub fn list(&self, device: &DeviceKey) -> Result<Vec<ObjectName>> {
        let names = self.names(device)?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// The same request, with the newest mark that lies there.
    pub fn look(&self, device: &DeviceKey) -> Result<(Vec<ObjectName>, Option<Mark>)> {
        let names = self.names(device)?;
        let mark = names.iter().filter_map(|name| name.parse().ok()).max();
        Ok((names.iter().filter_map(|name| name.parse().ok()).collect(), mark))
    }

    /// Leaves a mark in a device's own mailbox, and takes an earlier one away.
    pub fn leave(&self, own: &DeviceKey, mark: Mark, earlier: Option<Mark>) -> Result<()> {
        self.write(own, mark.to_string(), Vec::new())?;
        match earlier.filter(|earlier| *earlier != mark) {
            Some(earlier) => self.delete(own, earlier.to_string()),
            None => Ok(()),
        }
    }

    /// What an object holds; none if it is gone meanwhile. Never more than [`MOST_BYTES`].
    pub fn get(&self, device: &DeviceKey, name: &ObjectName) -> Result<Option<Vec<u8>>> {
        self.read(device, name.to_string())
    }

    /// Puts an object into a device's folder: one request where the folder exists.
    pub fn put(&self, device: &DeviceKey, name: &ObjectName, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let bytes = bytes.into();
        if bytes.len() > MOST_BYTES {
            return Err(CarrierError::TooLarge { name: *name });
        }
        self.write(device, name.to_string(), bytes)
    }

    /// Removes an object; gone already is as good.
    pub fn remove(&self, device: &DeviceKey, name: &ObjectName) -> Result<()> {
        self.delete(device, name.to_string())
    }

    /// Tries all that a mailbox needs, in the folder of `own` device, with a file of its own that no listing
    /// shows. The folder is there afterwards, so that nobody who writes has to make it.
    pub fn check(&self, own: &DeviceKey, random: &mut Randomness) -> Result<()> {
        let name = format!("check-{}", ObjectName::random(random));
        let bytes: [u8; 32] = random.bytes();
        self.write(own, name.clone(), bytes.to_vec())?;
        let listed = self.names(own);
        let read = self.read(own, name.clone());
        self.delete(own, name.clone())?;
        let unlike = |detail: &str| Err(CarrierError::NotAMailbox { detail: detail.to_owned() });
        if !listed?.contains(&name) {
            return unlike("a file that was written is not in the listing");
        }
        if read?.as_deref() != Some(&bytes) {
            return unlike("a file that was written is read back as another");
        }
        if self.read(own, name)?.is_some() {
            return unlike("a file that was removed is still there");
        }
        Ok(())
    }

    /// How many requests were made: HTTP requests that left for a server, or operations on a folder.
    pub fn requests(&self) -> u64 {
        self.0.requests.load(Ordering::Relaxed)
    }

    fn names(&self, device: &DeviceKey) -> Result<Vec<String>> {
        let folder = folder_of(device);
        match self.0.place.clone() {
            Place::Folder(place) => self.on_the_side(move || place.list(&folder)),
            Place::Store(place) => self.wait(async move { place.list(&folder).await }),
        }
    }

    fn read(&self, device: &DeviceKey, file: String) -> Result<Option<Vec<u8>>> {
        let folder = folder_of(device);
        match self.0.place.clone() {
            Place::Folder(place) => self.on_the_side(move || place.get(&folder, &file)),
            Place::Store(place) => self.wait(async move { place.get(&folder, &file).await }),
        }
    }

    fn write(&self, device: &DeviceKey, file: String, bytes: Vec<u8>) -> Result<()> {
        let folder = folder_of(device);
        match self.0.place.clone() {
            Place::Folder(place) => self.on_the_side(move || place.put(&folder, &file, &bytes)),
            Place::Store(place) => self.wait(async move { place.put(&folder, &file, bytes).await }),
        }
    }

    fn delete(&self, device: &DeviceKey, file: String) -> Result<()> {
        let folder = folder_of(device);
        match self.0.place.clone() {
            Place::Folder(place) => self.on_the_side(move || place.remove(&folder, &file)),
            Place::Store(place) => self.wait(async move { place.remove(&folder, &file).await }),
        }
    }

    /// Does what may hang on a thread that can be left behind.
    fn on_the_side<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        self.wait(async {
            match tokio::time::timeout(TO_ANSWER, tokio::task::spawn_blocking(work)).await {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(broken)) => Err(CarrierError::Unexpected { detail: broken.to_string() }),
                Err(late) => Err(CarrierError::Unreachable { detail: late.to_string() }),
            }
        })
    }

    /// Waits without `block_on`, which panics where the caller has a runtime of its own.
    fn wait<T: Send + 'static>(&self, work: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
        let broken_off = || CarrierError::Unexpected { detail: "the work was broken off".to_owned() };
        let (tell, outcome) = sync_channel(1);
        let runtime = self.0.runtime.as_ref().ok_or_else(broken_off)?;
        runtime.spawn(async move {
            // Nobody is there to hear it only if the caller's thread is gone.
            let _ = tell.send(work.await);
        });
        outcome.recv().map_err(|_| broken_off())?
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Waiting for it would panic within another runtime, and hang with a network drive that hangs.
            runtime.shutdown_background();
        }
    }
}

pub(super) fn folder_of(device: &DeviceKey) -> String {
    format!("{ROOT}/{device}")
}
