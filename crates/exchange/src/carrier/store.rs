//! Mailboxes on a server: WebDAV and S3, through OpenDAL.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use futures::StreamExt;
use opendal::services::{S3, Webdav};
use opendal::{ErrorKind, HttpTransporter, OperationContext, Operator};
use url::Url;

use super::credentials::Credentials;
use super::error::CarrierError;
use super::name::ObjectName;
use super::storage::{Bucket, is_this_computer, without_slash};
use super::transport::{Refusal, Transport};

/// A listing is not followed further: nobody has that many envelopes waiting, and a hostile server could go
/// on for ever.
const MOST_NAMES: usize = 100_000;

#[derive(Clone)]
pub(super) struct Store {
    operator: Operator,
    /// WebDAV knows folders, which someone has to make; S3 knows names alone.
    has_folders: bool,
}

type Result<T> = std::result::Result<T, CarrierError>;

impl Store {
    pub(super) fn webdav(
        address: &Url,
        credentials: Option<&Credentials>,
        requests: &Arc<AtomicU64>,
    ) -> Result<Self> {
        let mut webdav = Webdav::default().endpoint(without_slash(address)).disable_create_dir(true);
        if let Some(credentials) = credentials {
            webdav = webdav.username(credentials.user()).password(credentials.for_the_vault());
        }
        let operator = Operator::new(webdav).map_err(|error| explain(&error))?;
        Self::new(operator, true, is_this_computer(address), requests)
    }

    pub(super) fn s3(
        bucket: &Bucket,
        credentials: Option<&Credentials>,
        requests: &Arc<AtomicU64>,
    ) -> Result<Self> {
        // Keys of this computer's own, in its environment or its cloud, are not for this storage.
        let mut s3 = S3::default().disable_config_load().disable_ec2_metadata();
        s3 = s3.bucket(&bucket.name).root(&bucket.prefix).region(&bucket.region);
        if let Some(endpoint) = &bucket.endpoint {
            s3 = s3.endpoint(without_slash(endpoint));
        }
        s3 = match credentials {
            Some(credentials) => {
                s3.access_key_id(credentials.user()).secret_access_key(credentials.for_the_vault())
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

    /// The names in a folder, one request a page (1,000 on S3, all on WebDAV). A folder that is not there is
    /// empty.
    pub(super) async fn list(&self, folder: &str) -> Result<Vec<String>> {
        let lister = self.operator.lister(&format!("{folder}/")).await.map_err(|error| explain(&error))?;
        let mut entries = lister.take(MOST_NAMES);
        let mut names = Vec::new();
        while let Some(entry) = entries.next().await {
            let entry = entry.map_err(|error| explain(&error))?;
            if entry.metadata().is_file() {
                names.push(entry.name().to_owned());
            }
        }
        Ok(names)
    }

    /// What an object holds; none if it is not there.
    pub(super) async fn get(&self, folder: &str, file: &str) -> Result<Option<Vec<u8>>> {
        match self.operator.read(&format!("{folder}/{file}")).await {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(explain_of(file, &error)),
        }
    }

    /// Writes an object; makes the folder only when it turns out not to be there.
    pub(super) async fn put(&self, folder: &str, file: &str, bytes: Vec<u8>) -> Result<()> {
        let path = format!("{folder}/{file}");
        let bytes = opendal::Buffer::from(bytes);
        // Where two make a folder at once, apache2 tells the later one that it may not: writing again tells
        // whether it is there, and each further try comes one folder deeper.
        let mut tries_left = folder.split('/').count();
        loop {
            let error = match self.operator.write(&path, bytes.clone()).await {
                Ok(_) => return Ok(()),
                Err(error) => error,
            };
            if !self.has_folders || !lacks_its_folder(&error) {
                return Err(explain_of(file, &error));
            }
            match self.operator.create_dir(&format!("{folder}/")).await {
                // Where the folder above is not there either, nobody meant it to be made.
                Err(error) if lacks_its_folder(&error) => return Err(CarrierError::NotThere),
                Err(error) if tries_left == 0 => return Err(explain(&error)),
                Ok(()) if tries_left == 0 => return Err(explain_of(file, &error)),
                _ => tries_left -= 1,
            }
        }
    }

    /// Removes an object; gone already is as good.
    pub(super) async fn remove(&self, folder: &str, file: &str) -> Result<()> {
        self.operator.delete(&format!("{folder}/{file}")).await.map_err(|error| explain_of(file, &error))
    }
}

/// RFC 4918 asks for 409; Nextcloud says 404.
fn lacks_its_folder(error: &opendal::Error) -> bool {
    error.kind() == ErrorKind::NotFound
        || matches!(refusal(error), Some(Refusal::Answered { status: 409, .. }))
}

fn refusal(error: &opendal::Error) -> Option<&Refusal> {
    error.source()?.downcast_ref()
}

/// Says why an object could not be read or written.
fn explain_of(file: &str, error: &opendal::Error) -> CarrierError {
    let too_large =
        matches!(refusal(error), Some(Refusal::Oversized(_) | Refusal::Answered { status: 413, .. }));
    match file.parse::<ObjectName>() {
        Ok(name) if too_large => CarrierError::TooLarge { name },
        _ => explain(error),
    }
}

/// Says what a server's answer, or its silence, means to a person.
fn explain(error: &opendal::Error) -> CarrierError {
    let detail = innermost(error);
    match refusal(error) {
        Some(Refusal::Answered { status, code }) => return explain_answer(*status, code, detail),
        Some(Refusal::Late(_) | Refusal::BrokenOff(_)) => return CarrierError::Unreachable { detail },
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
        // The server was content, its answer is none of WebDAV's or S3's.
        _ => CarrierError::NotAMailbox { detail },
    }
}

fn explain_answer(status: u16, code: &str, detail: String) -> CarrierError {
    match (status, code) {
        // What S3 servers call a wrong key, or one that is no more.
        (_, "InvalidAccessKeyId" | "SignatureDoesNotMatch" | "InvalidToken" | "ExpiredToken")
        | (401 | 407, _) => CarrierError::Refused,
        (507, _) | (_, "QuotaExceeded" | "XMinioStorageFull" | "InsufficientStorage") => CarrierError::Full,
        (_, "RequestTimeTooSkewed") => CarrierError::Unexpected { detail },
        (403, _) => CarrierError::NotAllowed,
        (408 | 423 | 425 | 429 | 500 | 502..=599, _) => CarrierError::Unreachable { detail },
        _ => CarrierError::NotAMailbox { detail },
    }
}

/// What is wrong with the server's certificate, if that is what broke the connection.
fn certificate(error: &opendal::Error) -> Option<String> {
    let mut next = error.source();
    while let Some(source) = next {
        if let Some(rustls::Error::InvalidCertificate(why)) = source.downcast_ref() {
            return Some(why.to_string());
        }
        // An error of input and output names as its source what comes after the one that it holds.
        next = match source.downcast_ref::<std::io::Error>() {
            Some(io) => io.get_ref().map(|held| held as &(dyn std::error::Error + 'static)),
            None => source.source(),
        };
    }
    None
}

/// What is at the bottom of it: that tells a helpdesk most, and names no address.
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost
        .downcast_ref::<opendal::Error>()
        .map_or_else(|| innermost.to_string(), |error| error.kind().to_string())
}
