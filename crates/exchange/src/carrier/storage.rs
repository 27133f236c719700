//! The storage for mailboxes: one that an organisation already has, named by one line of text.

use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::storage_error::StorageError;

/// The address of a storage, without credentials. Its text form is stable, so that an invitation can contain
/// it:
///
/// ```
/// use exchange::carrier::Storage;
/// let storage: Storage = "davs://cloud.example/remote.php/dav/files/anna/Kring/".parse()?;
/// assert_eq!(storage.to_string(), "https://cloud.example/remote.php/dav/files/anna/Kring");
/// # Ok::<(), exchange::carrier::StorageError>(())
/// ```
///
/// A folder is written as a path or `file:///…`, WebDAV as `https://…` or `webdav+https://…`, S3 as
/// `s3://bucket/prefix?endpoint=https://…&region=…`. Plain http is for servers on this computer only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Storage(pub(super) StorageLocation);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum StorageLocation {
    Folder(PathBuf),
    /// The address without a slash at the end.
    WebDav(Url),
    S3(Bucket),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Bucket {
    pub(super) name: String,
    /// The path segments with slashes between them; empty for the whole bucket.
    pub(super) prefix: String,
    /// The address of the server; `None` for Amazon's own.
    pub(super) endpoint: Option<Url>,
    pub(super) region: String,
}

/// The region for signing if none is given; servers other than Amazon's accept it.
const USUAL_REGION: &str = "us-east-1";

impl Storage {
    /// Returns the storage in a folder on this computer.
    pub fn folder(path: &Path) -> Result<Self, StorageError> {
        let text = || path.display().to_string();
        if !path.is_absolute() {
            return Err(StorageError::RelativePath { text: text() });
        }
        if path.to_str().is_none() || path.components().any(|part| part == Component::ParentDir) {
            return Err(StorageError::NotAnAddress { text: text() });
        }
        Ok(Self(StorageLocation::Folder(path.components().collect())))
    }
}

impl FromStr for Storage {
    type Err = StorageError;

    fn from_str(text: &str) -> Result<Self, StorageError> {
        let text = text.trim();
        let not_an_address = || StorageError::NotAnAddress { text: text.to_owned() };
        if text.is_empty() {
            return Err(not_an_address());
        }
        let Some((scheme, rest)) = text.split_once("://") else { return Self::folder(Path::new(text)) };
        let Some(scheme) = Scheme::of(scheme) else {
            return Err(StorageError::UnknownKind { scheme: scheme.to_ascii_lowercase() });
        };
        let address = Url::parse(&format!("{}://{rest}", scheme.as_str())).map_err(|_| match scheme {
            Scheme::S3 => StorageError::NoBucket,
            Scheme::File | Scheme::Http | Scheme::Https => not_an_address(),
        })?;
        // The error must not repeat the text, which contains a secret.
        if has_credentials(&address) {
            return Err(StorageError::CredentialsInAddress);
        }
        match scheme {
            Scheme::File => Self::folder(&address.to_file_path().map_err(|()| not_an_address())?),
            Scheme::S3 => bucket(&address).map(|bucket| Self(StorageLocation::S3(bucket))),
            Scheme::Http | Scheme::Https => {
                web(address).map(|address| Self(StorageLocation::WebDav(address)))
            }
        }
    }
}

/// The schemes of the addresses of storages.
#[derive(Clone, Copy)]
enum Scheme {
    File,
    Http,
    Https,
    S3,
}

impl Scheme {
    /// Returns the scheme with this name, or with the name by which some file managers know it.
    fn of(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "file" => Some(Self::File),
            "http" | "webdav+http" | "webdav" | "dav" => Some(Self::Http),
            "https" | "webdav+https" | "webdavs" | "davs" => Some(Self::Https),
            "s3" => Some(Self::S3),
            _ => None,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Http => "http",
            Self::Https => "https",
            Self::S3 => "s3",
        }
    }
}

impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            StorageLocation::Folder(path) => {
                let address = Url::from_file_path(path).map_err(|()| fmt::Error)?;
                f.write_str(address.as_str())
            }
            StorageLocation::WebDav(address) => f.write_str(without_slash(address)),
            StorageLocation::S3(bucket) => {
                let mut address = Url::parse(&format!("s3://{}", bucket.name)).map_err(|_| fmt::Error)?;
                if !bucket.prefix.is_empty() {
                    let mut segments = address.path_segments_mut().map_err(|()| fmt::Error)?;
                    segments.extend(bucket.prefix.split('/'));
                }
                let mut settings = address.query_pairs_mut();
                if let Some(endpoint) = &bucket.endpoint {
                    settings.append_pair("endpoint", without_slash(endpoint));
                }
                f.write_str(settings.append_pair("region", &bucket.region).finish().as_str())
            }
        }
    }
}

pub(super) fn without_slash(address: &Url) -> &str {
    address.as_str().trim_end_matches('/')
}

fn has_credentials(address: &Url) -> bool {
    !address.username().is_empty() || address.password().is_some()
}

/// Checks the address of a server. The address of a page in a browser is refused.
fn web(mut address: Url) -> Result<Url, StorageError> {
    if address.query().is_some() || address.fragment().is_some() {
        return Err(StorageError::PageAddress);
    }
    if has_credentials(&address) {
        return Err(StorageError::CredentialsInAddress);
    }
    if address.scheme() != "https" && !is_this_computer(&address) {
        return Err(StorageError::InsecureHttp { host: address.host_str().unwrap_or_default().to_owned() });
    }
    let path = address.path().trim_end_matches('/').to_owned();
    address.set_path(&path);
    Ok(address)
}

/// Returns whether an address is one of this computer itself, so that the traffic uses no network.
pub(super) fn is_this_computer(address: &Url) -> bool {
    match address.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn bucket(address: &Url) -> Result<Bucket, StorageError> {
    let name = address.host_str().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Err(StorageError::NoBucket);
    }
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    if !(3..=63).contains(&name.len()) || !name.bytes().all(fits) || address.port().is_some() {
        return Err(StorageError::BadBucket { bucket: name });
    }
    let (endpoint, region) = settings(address)?;
    if endpoint.is_none() && region.is_none() {
        return Err(StorageError::NoRegion);
    }
    let region = region.unwrap_or_else(|| USUAL_REGION.to_owned());
    Ok(Bucket { name, prefix: prefix(address)?, endpoint, region })
}

fn prefix(address: &Url) -> Result<String, StorageError> {
    let not_an_address = || StorageError::NotAnAddress { text: address.path().to_owned() };
    let segments = address.path().split('/').filter(|segment| !segment.is_empty());
    let segments: Result<Vec<_>, _> = segments.map(|it| percent_decode_str(it).decode_utf8()).collect();
    let segments = segments.map_err(|_| not_an_address())?;
    // An address cannot hold a line end or a tab: it would be written as another one.
    let is_odd = |segment: &str| segment.contains(|one: char| one == '/' || one.is_control());
    if segments.iter().any(|segment| is_odd(segment) || *segment == "." || *segment == "..") {
        return Err(not_an_address());
    }
    Ok(segments.join("/"))
}

/// Returns the endpoint and the region of a bucket.
fn settings(address: &Url) -> Result<(Option<Url>, Option<String>), StorageError> {
    let (mut endpoint, mut region) = (None, None);
    for (setting, value) in address.query_pairs() {
        match setting.as_ref() {
            "endpoint" => {
                let text = value.into_owned();
                let server = Url::parse(&text).ok().filter(|it| matches!(it.scheme(), "http" | "https"));
                endpoint = Some(web(server.ok_or(StorageError::NotAnAddress { text })?)?);
            }
            "region" if !value.is_empty() => region = Some(value.into_owned()),
            other if ["key", "secret", "token", "password"].iter().any(|word| other.contains(word)) => {
                return Err(StorageError::CredentialsInAddress);
            }
            other => return Err(StorageError::UnknownSetting { setting: other.to_owned() }),
        }
    }
    Ok((endpoint, region))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> String {
        let storage: Storage = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let written = storage.to_string();
        assert_eq!(written.parse(), Ok(storage), "{written} is read back as another storage");
        written
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_has_one_canonical_text() {
        for text in ["/media/anna/stick one", " /media/anna//stick one/ ", "file:///media/anna/stick%20one"] {
            assert_eq!(canonical(text), "file:///media/anna/stick%20one");
        }
    }

    #[test]
    fn a_webdav_server_has_one_canonical_text() {
        for text in [
            "https://cloud.example/dav/files/anna",
            "webdav+https://cloud.example/dav/files/anna/",
            "DAVS://Cloud.Example:443/dav/files/anna",
        ] {
            assert_eq!(canonical(text), "https://cloud.example/dav/files/anna");
        }
        assert_eq!(canonical("https://cloud.example/"), "https://cloud.example");
        assert_eq!(canonical("http://127.0.0.1:8080/a b"), "http://127.0.0.1:8080/a%20b");
        assert_eq!(canonical("http://[::1]:8080"), "http://[::1]:8080");
    }

    #[test]
    fn a_bucket_has_one_canonical_text() {
        for text in [
            "s3://kring-team/noord?region=us-east-1&endpoint=https://s3.example/",
            "s3://kring-team//noord/?endpoint=https%3A%2F%2Fs3.example",
        ] {
            let written = "s3://kring-team/noord?endpoint=https%3A%2F%2Fs3.example&region=us-east-1";
            assert_eq!(canonical(text), written);
        }
        assert_eq!(canonical("s3://kring?region=eu-west-1"), "s3://kring?region=eu-west-1");
        let accented = canonical("s3://kring/één map/50%25?region=eu-west-1");
        assert_eq!(accented, "s3://kring/%C3%A9%C3%A9n%20map/50%25?region=eu-west-1");
    }

    #[test]
    fn each_bad_text_is_refused_with_its_own_error() {
        for (text, code) in [
            ("", "storage-not-an-address"),
            ("https://", "storage-not-an-address"),
            ("s3://kring?endpoint=s3.example", "storage-not-an-address"),
            ("/media/../etc", "storage-not-an-address"),
            ("s3://kring/%2e%2e/%2f?region=x", "storage-not-an-address"),
            ("s3://kring/noord%0A%C?region=x", "storage-not-an-address"),
            ("kring", "storage-relative-path"),
            ("cloud.example/dav", "storage-relative-path"),
            ("ftp://files.example/", "storage-unknown-kind"),
            ("http://cloud.example/dav", "storage-insecure-http"),
            ("http://127.0.0.1.example/dav", "storage-insecure-http"),
            ("s3://kring?endpoint=http://s3.example", "storage-insecure-http"),
            ("https://anna:geheim@cloud.example/dav", "storage-credentials-in-address"),
            ("s3://key:geheim@kring?region=x", "storage-credentials-in-address"),
            ("s3://kring?region=x&secret_access_key=geheim", "storage-credentials-in-address"),
            ("s3://kring?endpoint=https://a:geheim@s3.example", "storage-credentials-in-address"),
            ("https://cloud.example/apps/files/?dir=/Kring", "storage-page-address"),
            ("s3:///noord?region=x", "storage-no-bucket"),
            ("s3://", "storage-no-bucket"),
            ("s3://Kring?region=x", "storage-bad-bucket"),
            ("s3://kring/noord", "storage-no-region"),
            ("s3://kring?region=x&storage_class=cold", "storage-unknown-setting"),
        ] {
            let error = text.parse::<Storage>().expect_err(text);
            assert_eq!(error.code(), code, "{text}: {error}");
            assert!(StorageError::codes().contains(&code));
            assert!(!format!("{error:?} {error} {}", error.detail()).contains("geheim"), "{text}");
        }
    }
}
