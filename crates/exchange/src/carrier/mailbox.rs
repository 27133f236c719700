//! Mailboxes: one folder for each recipient device, into which everybody writes and from which only the
//! recipient deletes.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use super::carrier_error::CarrierError;
use super::credentials::Credentials;
use super::folder::Folder;
use super::listing::{Listing, Names};
use super::mailbox_path::folder_of;
use super::mark::Mark;
use super::object_name::ObjectName;
use super::object_store::ObjectStore;
use super::storage::{Storage, StorageLocation};
use crate::header::MAX_ENVELOPE_BYTES;
use crate::randomness::Randomness;
use crate::signing_key::DeviceKey;

/// The time in which a folder must answer. A network drive that is not connected never answers.
const TO_ANSWER: Duration = Duration::from_secs(60);

/// The contents of a mark. Nobody reads them.
const MARK_CONTENTS: &[u8] = b"Kring\n";

type Result<T> = std::result::Result<T, CarrierError>;

/// The mailboxes on one storage. Calls wait for the answer and may be made from any thread. Nothing is tried
/// twice, because the caller tries again at the next poll. The exception is a request whose connection was
/// closed before an answer came: it is sent once more.
#[derive(Clone)]
pub struct Mailbox(Arc<Inside>);

struct Inside {
    storage: Storage,
    backend: Backend,
    runtime: Option<Runtime>,
    requests: Arc<AtomicU64>,
}

#[derive(Clone)]
enum Backend {
    Folder(Folder),
    ObjectStore(ObjectStore),
}

impl Mailbox {
    /// Prepares to use a storage, without a request.
    pub fn open(storage: &Storage, credentials: Option<&Credentials>) -> Result<Self> {
        let requests = Arc::new(AtomicU64::new(0));
        let backend = match &storage.0 {
            StorageLocation::Folder(path) => Backend::Folder(Folder::new(path, &requests)),
            StorageLocation::WebDav(address) => {
                Backend::ObjectStore(ObjectStore::webdav(address, credentials, &requests)?)
            }
            StorageLocation::S3(bucket) => {
                Backend::ObjectStore(ObjectStore::s3(bucket, credentials, &requests)?)
            }
        };
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            // A folder that hangs blocks a thread while it is read, so there may be only a few.
            .max_blocking_threads(4)
            .thread_name("mailbox")
            .enable_all()
            .build()
            .map_err(|error| CarrierError::Unexpected { detail: error.to_string() })?;
        Ok(Self(Arc::new(Inside { storage: storage.clone(), backend, runtime: Some(runtime), requests })))
    }

    /// Returns the storage of the mailboxes.
    pub fn storage(&self) -> &Storage {
        &self.0.storage
    }

    /// Lists the objects for a device. This takes one request for any number of objects, and on S3 one for
    /// each 1,000. Names that others put there are left out; a folder that does not exist yet is empty.
    pub fn list(&self, device: &DeviceKey) -> Result<Vec<ObjectName>> {
        Ok(self.list_with_mark(device)?.names)
    }

    /// Lists the objects in the same request, together with the newest mark.
    pub fn list_with_mark(&self, device: &DeviceKey) -> Result<Listing> {
        Ok(self.names(device)?.into())
    }

    /// Writes a mark into this device's own mailbox, and removes an earlier one.
    pub fn leave_mark(&self, own: &DeviceKey, mark: Mark, earlier: Option<Mark>) -> Result<()> {
        // Some servers refuse files without contents.
        self.write(own, mark.to_string(), MARK_CONTENTS.to_vec())?;
        match earlier.filter(|earlier| *earlier != mark) {
            Some(earlier) => self.delete(own, earlier.to_string()),
            None => Ok(()),
        }
    }

    /// Returns the bytes of an object, or `None` if it was removed meanwhile. They are never more than
    /// [`MAX_ENVELOPE_BYTES`].
    pub fn get(&self, device: &DeviceKey, name: &ObjectName) -> Result<Option<Vec<u8>>> {
        self.read(device, name.to_string())
    }

    /// Writes an object into a device's folder, with one request if the folder exists.
    pub fn put(&self, device: &DeviceKey, name: &ObjectName, bytes: impl Into<Vec<u8>>) -> Result<()> {
        let bytes = bytes.into();
        if bytes.len() > MAX_ENVELOPE_BYTES {
            return Err(CarrierError::TooLarge { name: *name });
        }
        self.write(device, name.to_string(), bytes)
    }

    /// Removes an object. It is no error if the object is gone already.
    pub fn remove(&self, device: &DeviceKey, name: &ObjectName) -> Result<()> {
        self.delete(device, name.to_string())
    }

    /// Removes objects, with one request for each 1,000 of them on S3 and one for each of them elsewhere. It is
    /// no error if some are gone already.
    pub fn remove_all(&self, device: &DeviceKey, names: &[ObjectName]) -> Result<()> {
        let folder = folder_of(device);
        let files: Vec<String> = names.iter().map(ObjectName::to_string).collect();
        match self.0.backend.clone() {
            Backend::Folder(place) => {
                self.run_blocking(move || files.iter().try_for_each(|file| place.remove(&folder, file)))
            }
            Backend::ObjectStore(place) => self.wait(async move { place.remove_all(&folder, &files).await }),
        }
    }

    /// Returns whether the mailboxes are on a server, which answers each call after the time that a request
    /// takes.
    pub fn is_on_server(&self) -> bool {
        matches!(self.0.backend, Backend::ObjectStore(_))
    }

    /// Tries everything that a mailbox needs, in the folder of this device, with a file that no listing
    /// shows. The folder exists afterwards, so that writers do not have to create it.
    pub fn check(&self, own: &DeviceKey, random: &mut Randomness) -> Result<()> {
        let name = format!("check-{}", ObjectName(random.bytes()));
        let bytes: [u8; 32] = random.bytes();
        if let Err(error) = self.write(own, name.clone(), bytes.to_vec()) {
            // A write that failed may have left something too. A storage that does not answer is not waited for again,
            // and a wrong password is not tried twice.
            let is_hopeless = matches!(
                error,
                CarrierError::Unreachable { .. } | CarrierError::NotThere | CarrierError::Refused
            );
            if !is_hopeless {
                let _ = self.delete(own, name);
            }
            return Err(error);
        }
        let listed = self.names(own);
        let read = self.read(own, name.clone());
        self.delete(own, name.clone())?;
        let unlike = |detail: &str| Err(CarrierError::NotAMailbox { detail: detail.to_owned() });
        if !listed?.all.contains(&name) {
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

    /// Returns the number of requests: HTTP requests that left for a server, or operations on a folder.
    pub fn requests(&self) -> u64 {
        self.0.requests.load(Ordering::Relaxed)
    }

    fn names(&self, device: &DeviceKey) -> Result<Names> {
        let folder = folder_of(device);
        match self.0.backend.clone() {
            Backend::Folder(place) => self.run_blocking(move || place.list(&folder)),
            Backend::ObjectStore(place) => self.wait(async move { place.list(&folder).await }),
        }
    }

    fn read(&self, device: &DeviceKey, file: String) -> Result<Option<Vec<u8>>> {
        let folder = folder_of(device);
        match self.0.backend.clone() {
            Backend::Folder(place) => self.run_blocking(move || place.get(&folder, &file)),
            Backend::ObjectStore(place) => self.wait(async move { place.get(&folder, &file).await }),
        }
    }

    fn write(&self, device: &DeviceKey, file: String, bytes: Vec<u8>) -> Result<()> {
        let folder = folder_of(device);
        match self.0.backend.clone() {
            Backend::Folder(place) => self.run_blocking(move || place.put(&folder, &file, &bytes)),
            Backend::ObjectStore(place) => self.wait(async move { place.put(&folder, &file, bytes).await }),
        }
    }

    fn delete(&self, device: &DeviceKey, file: String) -> Result<()> {
        let folder = folder_of(device);
        match self.0.backend.clone() {
            Backend::Folder(place) => self.run_blocking(move || place.remove(&folder, &file)),
            Backend::ObjectStore(place) => self.wait(async move { place.remove(&folder, &file).await }),
        }
    }

    /// Runs work that may hang on a thread that can be left behind.
    fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.wait(async {
            match tokio::time::timeout(TO_ANSWER, tokio::task::spawn_blocking(work)).await {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(broken)) => Err(CarrierError::Unexpected { detail: broken.to_string() }),
                Err(late) => Err(CarrierError::Unreachable { detail: late.to_string() }),
            }
        })
    }

    /// Waits without `block_on`, which panics if the caller has a runtime of its own.
    fn wait<T: Send + 'static>(&self, work: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
        let broken_off = || CarrierError::Unexpected { detail: "the work was broken off".to_owned() };
        let (tell, outcome) = sync_channel(1);
        let runtime = self.0.runtime.as_ref().ok_or_else(broken_off)?;
        runtime.spawn(async move {
            // This fails only if the caller's thread is gone, and then nobody waits for the answer.
            let _ = tell.send(work.await);
        });
        outcome.recv().map_err(|_| broken_off())?
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Waiting for the runtime would panic within another runtime, and would hang with a network drive
            // that hangs.
            runtime.shutdown_background();
        }
    }
}
