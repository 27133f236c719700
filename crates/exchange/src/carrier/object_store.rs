//! Mailboxes on a server: WebDAV and S3, through OpenDAL.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use futures::StreamExt;
use opendal::services::{S3, Webdav};
use opendal::{ErrorKind, HttpTransporter, OperationContext, Operator};
use url::Url;

use super::carrier_error::CarrierError;
use super::credentials::Credentials;
use super::http_transport::{Refusal, Transport};
use super::listing::{MOST_NAMES, Names};
use super::object_name::ObjectName;
use super::storage::{Bucket, is_this_computer, without_slash};

#[derive(Clone)]
pub(super) struct ObjectStore {
    operator: Operator,
    /// True for WebDAV, which has folders that somebody must create; S3 has names alone.
    has_folders: bool,
}

type Result<T> = std::result::Result<T, CarrierError>;

impl ObjectStore {
    pub(super) fn webdav(
        address: &Url,
        credentials: Option<&Credentials>,
        requests: &Arc<AtomicU64>,
    ) -> Result<Self> {
        let mut webdav = Webdav::default().endpoint(without_slash(address)).disable_create_dir(true);
        if let Some(credentials) = credentials {
            webdav = webdav.username(credentials.user()).password(credentials.expose_secret());
        }
        let operator = Operator::new(webdav).map_err(|error| explain(&error))?;
        Self::new(operator, true, is_this_computer(address), requests)
    }

    pub(super) fn s3(
        bucket: &Bucket,
        credentials: Option<&Credentials>,
        requests: &Arc<AtomicU64>,
    ) -> Result<Self> {
        // The keys that this computer has in its environment or its cloud are not for this storage.
        let mut s3 = S3::default().disable_config_load().disable_ec2_metadata();
        s3 = s3.bucket(&bucket.name).root(&bucket.prefix).region(&bucket.region);
        if let Some(endpoint) = &bucket.endpoint {
            s3 = s3.endpoint(without_slash(endpoint));
        }
        s3 = match credentials {
            Some(credentials) => {
                s3.access_key_id(credentials.user()).secret_access_key(credentials.expose_secret())
            }
            None => s3.skip_signature(),
        };
        let operator = Operator::new(s3).map_err(|error| explain(&error))?;
        Self::new(operator, false, bucket.endpoint.as_ref().is_some_and(is_this_computer), requests)
    }

    fn new(operator: Operator, has_folders: bool, direct: bool, requests: &Arc<AtomicU64>) -> Result<Self> {
        let transport = Transport::new(direct, requests.clone())
            .map_err(|error| CarrierError::Unexpected { detail: innermost(&error) })?;
        let context = OperationContext::new().with_http_transport(HttpTransporter::new(transport));
        Ok(Self { operator: operator.with_context(context), has_folders })
    }

    /// Lists the names in a folder, with one request for each page (1,000 names on S3, all on WebDAV). A
    /// folder that does not exist is empty.
    pub(super) async fn list(&self, folder: &str) -> Result<Names> {
        let lister =
            self.operator.lister(&format!("{folder}/")).await.map_err(|error| explain_list(&error))?;
        let mut entries = lister;
        let mut names = Vec::new();
        while let Some(entry) = entries.next().await {
            if names.len() >= MOST_NAMES {
                return Ok(Names { all: names, is_whole: false });
            }
            let entry = entry.map_err(|error| explain_list(&error))?;
            if entry.metadata().is_file() {
                names.push(entry.name().to_owned());
            }
        }
        Ok(Names { all: names, is_whole: true })
    }

    /// Returns the bytes of an object, or `None` if it does not exist.
    pub(super) async fn get(&self, folder: &str, file: &str) -> Result<Option<Vec<u8>>> {
        match self.operator.read(&format!("{folder}/{file}")).await {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(explain_of(file, &error)),
        }
    }

    /// Writes an object, and creates the folder only if it turns out not to exist.
    pub(super) async fn put(&self, folder: &str, file: &str, bytes: Vec<u8>) -> Result<()> {
        let path = format!("{folder}/{file}");
        let bytes = opendal::Buffer::from(bytes);
        // If two devices create a folder at once, apache2 refuses the later one. Writing again shows whether
        // the folder exists, and each further try comes one folder deeper.
        let mut tries_left = folder.split('/').count();
        loop {
            let error = match self.operator.write(&path, bytes.clone()).await {
                Ok(_) => return Ok(()),
                Err(error) => error,
            };
            let is_broken = is_broken(&error);
            if is_broken && self.holds(&path, &bytes).await {
                return Ok(());
            }
            let lacks_folder = lacks_its_folder(&error) || is_broken && self.lacks(folder).await;
            if !self.has_folders || !lacks_folder {
                if may_leave_something(&error) {
                    let _ = self.remove(folder, file).await;
                }
                return Err(explain_put(&error));
            }
            match self.operator.create_dir(&format!("{folder}/")).await {
                // If the folder above does not exist either, nobody meant it to be created.
                Err(error) if lacks_its_folder(&error) => return Err(CarrierError::NotThere),
                Err(error) if tries_left == 0 => return Err(explain(&error)),
                Ok(()) if tries_left == 0 => return Err(explain_put(&error)),
                _ => tries_left -= 1,
            }
        }
    }

    /// Returns whether an object has exactly these bytes.
    async fn holds(&self, path: &str, bytes: &opendal::Buffer) -> bool {
        self.operator.read(path).await.is_ok_and(|there| there.to_bytes() == bytes.to_bytes())
    }

    /// Returns whether there is no such folder.
    async fn lacks(&self, folder: &str) -> bool {
        let found = self.operator.stat(&format!("{folder}/")).await;
        self.has_folders && found.is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }

    /// Removes an object. It is no error if the object is gone already.
    pub(super) async fn remove(&self, folder: &str, file: &str) -> Result<()> {
        self.operator.delete(&format!("{folder}/{file}")).await.map_err(|error| explain_of(file, &error))
    }

    /// Removes objects, with one request for each 1,000 on S3 and one for each object on WebDAV.
    pub(super) async fn remove_all(&self, folder: &str, files: &[String]) -> Result<()> {
        if !self.has_folders {
            let paths: Vec<String> = files.iter().map(|file| format!("{folder}/{file}")).collect();
            match self.operator.delete_iter(paths).await.map_err(|error| explain(&error)) {
                // Some servers do not know this request. Others refuse the objects and not the request, so
                // their reason shows only when one of them is removed.
                Err(CarrierError::NotAMailbox { .. }) => {}
                done => return done,
            }
        }
        for file in files {
            self.remove(folder, file).await?;
        }
        Ok(())
    }
}

/// Returns whether a server says that it failed, and not why. It may have done what it was asked, if a server in
/// between did not wait for its answer; and nginx answers so where the folder does not exist.
fn is_broken(error: &opendal::Error) -> bool {
    matches!(refusal(error), Some(Refusal::Answered { status: 500 | 502 | 504, .. }))
}

/// Returns whether a server that refused an object may have kept a part of it, as some do whose disk is full.
fn may_leave_something(error: &opendal::Error) -> bool {
    matches!(refusal(error), Some(Refusal::Answered { status: 405 | 500 | 502 | 504 | 507, .. }))
}

/// Returns whether a write failed because its folder does not exist. RFC 4918 asks for 409; Nextcloud says
/// 404.
fn lacks_its_folder(error: &opendal::Error) -> bool {
    error.kind() == ErrorKind::NotFound
        || matches!(refusal(error), Some(Refusal::Answered { status: 409, .. }))
}

fn refusal(error: &opendal::Error) -> Option<&Refusal> {
    error.source()?.downcast_ref()
}

/// Explains an error about one object.
fn explain_of(file: &str, error: &opendal::Error) -> CarrierError {
    match file.parse::<ObjectName>() {
        Ok(name) if matches!(refusal(error), Some(Refusal::Oversized(_))) => CarrierError::TooLarge { name },
        _ => explain(error),
    }
}

/// Explains why an object was not written.
fn explain_put(error: &opendal::Error) -> CarrierError {
    match refusal(error) {
        Some(Refusal::Answered { status: 413, .. }) => CarrierError::TakesNoLarge,
        _ => explain(error),
    }
}

/// Explains an error of a listing.
fn explain_list(error: &opendal::Error) -> CarrierError {
    match refusal(error) {
        Some(Refusal::Oversized(_)) => CarrierError::Crowded,
        _ => explain(error),
    }
}

/// Explains a server's answer, or its silence, to a person.
fn explain(error: &opendal::Error) -> CarrierError {
    let detail = innermost(error);
    match refusal(error) {
        Some(Refusal::Answered { status, said, again_in }) => {
            return explain_answer(*status, said, detail, *again_in);
        }
        Some(Refusal::Late(_) | Refusal::BrokenOff(_)) => return CarrierError::Unreachable { detail },
        Some(Refusal::InPart) => return CarrierError::Busy { detail, again_in: None },
        Some(Refusal::Oversized(_)) => return CarrierError::NotAMailbox { detail },
        None => {}
    }
    if error.source().is_some_and(|source| source.is::<reqwest::Error>()) {
        return match certificate(error) {
            Some(detail) => CarrierError::Untrusted { detail },
            None => CarrierError::Unreachable { detail },
        };
    }
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::ConfigInvalid => CarrierError::NotThere,
        // The server accepted the request, but its answer is not one of WebDAV or S3.
        _ => CarrierError::NotAMailbox { detail },
    }
}

fn explain_answer(status: u16, said: &str, detail: String, again_in: Option<Duration>) -> CarrierError {
    match (status, said) {
        (300..=399, to) if !to.is_empty() => CarrierError::Moved { to: to.to_owned() },
        // S3 servers use these codes for a wrong key, or for one that has expired.
        (_, "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" | "ExpiredToken")
        | (401 | 407, _) => CarrierError::Refused,
        (507, _) | (_, "QuotaExceeded" | "XMinioStorageFull" | "InsufficientStorage") => CarrierError::Full,
        (_, "RequestTimeTooSkewed") => CarrierError::Unexpected { detail },
        (403, _) => CarrierError::NotAllowed,
        (408 | 423 | 425 | 429 | 500 | 502..=599, _) => CarrierError::Busy { detail, again_in },
        _ => CarrierError::NotAMailbox { detail },
    }
}

/// Returns the problem with the server's certificate, if that is what ended the connection.
fn certificate(error: &opendal::Error) -> Option<String> {
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(rustls::Error::InvalidCertificate(why)) = source.downcast_ref() {
            return Some(why.to_string());
        }
        // The source of an I/O error is the error after the one that it contains.
        next = match source.downcast_ref::<std::io::Error>() {
            Some(io) => io.get_ref().map(|held| held as &(dyn std::error::Error + 'static)),
            None => source.source(),
        };
    }
    None
}

/// Returns the innermost error, which tells a helpdesk most and names no address.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost
        .downcast_ref::<opendal::Error>()
        .map_or_else(|| innermost.to_string(), |error| error.kind().to_string())
}
