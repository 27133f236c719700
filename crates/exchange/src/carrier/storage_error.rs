//! The error of a text that names no storage.

use codes::codes;
use thiserror::Error;

/// The reason why a text names no storage. The programs explain it under `error-<code>`, with what to write
/// instead.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The text is neither a folder nor an address.
    #[error("{text} is neither a folder nor an address")]
    NotAnAddress {
        /// The given text.
        text: String,
    },
    /// The folder's path does not begin at the root, so it would mean another folder elsewhere.
    #[error("the path {text} does not begin at the root")]
    RelativePath {
        /// The given path.
        text: String,
    },
    /// Kring does not know the scheme of the address.
    #[error("{scheme}: is not a known kind of storage")]
    UnknownKind {
        /// The scheme of the address.
        scheme: String,
    },
    /// Without https, everybody on the way could read the password.
    #[error("the address of {host} does not begin with https")]
    InsecureHttp {
        /// The server in the address.
        host: String,
    },
    /// The address contains a name or a password. They do not belong there, because addresses are shown and
    /// passed on.
    #[error("the address contains a name or a password")]
    CredentialsInAddress,
    /// The address is that of a page in a browser, not that of WebDAV.
    #[error("the address is that of a page, because it has a part after ? or #")]
    PageAddress,
    /// The address names no bucket.
    #[error("the address names no bucket")]
    NoBucket,
    /// The name cannot be that of a bucket.
    #[error("{bucket} cannot be the name of a bucket")]
    BadBucket {
        /// The given name.
        bucket: String,
    },
    /// The address has neither a region nor an endpoint.
    #[error("the address names neither a region nor an endpoint")]
    NoRegion,
    /// The address has a setting that Kring does not know.
    #[error("{setting} is not a setting of a storage")]
    UnknownSetting {
        /// The name of the setting.
        setting: String,
    },
}

codes!(StorageError {
    Self::NotAnAddress { .. } => "storage-not-an-address",
    Self::RelativePath { .. } => "storage-relative-path",
    Self::UnknownKind { .. } => "storage-unknown-kind",
    Self::InsecureHttp { .. } => "storage-insecure-http",
    Self::CredentialsInAddress => "storage-credentials-in-address",
    Self::PageAddress => "storage-page-address",
    Self::NoBucket => "storage-no-bucket",
    Self::BadBucket { .. } => "storage-bad-bucket",
    Self::NoRegion => "storage-no-region",
    Self::UnknownSetting { .. } => "storage-unknown-setting",
});

impl StorageError {
    /// Returns the detail for the message; empty if there is none.
    pub fn detail(&self) -> &str {
        match self {
            Self::NotAnAddress { text } | Self::RelativePath { text } => text,
            Self::UnknownKind { scheme } => scheme,
            Self::InsecureHttp { host } => host,
            Self::BadBucket { bucket } => bucket,
            Self::UnknownSetting { setting } => setting,
            Self::CredentialsInAddress | Self::PageAddress | Self::NoBucket | Self::NoRegion => "",
        }
    }
}
