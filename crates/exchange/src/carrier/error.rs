//! What can go wrong with a storage and its mailboxes. Nothing of one's own is lost by any of it.

use thiserror::Error;

use super::name::ObjectName;

/// Why a text names no storage. The faces say it under `error-<code>`, with what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The text is neither a folder nor an address.
    #[error("{text} is neither a folder nor an address")]
    NotAnAddress {
        /// What was given.
        text: String,
    },
    /// The folder's path does not begin at the root, so it would mean another folder elsewhere.
    #[error("the path {text} does not begin at the root")]
    RelativePath {
        /// What was given.
        text: String,
    },
    /// The address begins with something that Kring does not know.
    #[error("{scheme}: is no kind of storage that is known here")]
    UnknownKind {
        /// What it begins with.
        scheme: String,
    },
    /// Without https the password would travel in the open.
    #[error("the address of {host} does not begin with https")]
    InsecureHttp {
        /// The server.
        host: String,
    },
    /// The name and the password do not belong in the address: addresses are shown and passed on.
    #[error("there is a password in the address")]
    CredentialsInAddress,
    /// It is the address of a page in a browser, not that of WebDAV.
    #[error("the address has a part after ? or #: it is that of a page")]
    PageAddress,
    /// The address names no bucket.
    #[error("the address names no bucket")]
    NoBucket,
    /// The name cannot be that of a bucket.
    #[error("{bucket} cannot be the name of a bucket")]
    BadBucket {
        /// The name.
        bucket: String,
    },
    /// There is neither a region nor an endpoint.
    #[error("the address names neither a region nor an endpoint")]
    NoRegion,
    /// The address has a setting that Kring does not know.
    #[error("{setting} is no setting of a storage")]
    UnknownSetting {
        /// The setting.
        setting: String,
    },
}

impl StorageError {
    /// Every code that [`StorageError::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "storage-not-an-address",
        "storage-relative-path",
        "storage-unknown-kind",
        "storage-insecure-http",
        "storage-credentials-in-address",
        "storage-page-address",
        "storage-no-bucket",
        "storage-bad-bucket",
        "storage-no-region",
        "storage-unknown-setting",
    ];

    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
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
        }
    }

    /// What the message shows; empty where there is nothing to show.
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

/// Why a mailbox could not be read or written. The faces say it under `error-<code>`, with what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CarrierError {
    /// The storage gives no answer now: no network, the server is away, busy or broken, the stick was pulled
    /// out.
    #[error("the storage gives no answer: {detail}")]
    Unreachable {
        /// What the system or the server said.
        detail: String,
    },
    /// The server cannot prove who it is.
    #[error("the server cannot prove who it is: {detail}")]
    Untrusted {
        /// What is wrong with its certificate.
        detail: String,
    },
    /// The storage does not accept the name or the secret.
    #[error("the storage does not accept the name or the password")]
    Refused,
    /// The storage knows who comes, but allows too little: no reading, or no writing.
    #[error("the storage does not allow this")]
    NotAllowed,
    /// The storage has no room.
    #[error("the storage is full")]
    Full,
    /// The folder or bucket is not there: a stick not plugged in, or a name mistyped.
    #[error("the folder or bucket is not there")]
    NotThere,
    /// An object is larger than an envelope may be, or than the storage takes.
    #[error("the object {name} is too large")]
    TooLarge {
        /// The object.
        name: ObjectName,
    },
    /// There is something at the address that answers, but not as storage of this kind does.
    #[error("what is at this address is no storage of this kind: {detail}")]
    NotAMailbox {
        /// What it answered.
        detail: String,
    },
    /// This computer could not even ask.
    #[error("the storage could not be asked: {detail}")]
    Unexpected {
        /// What the system said.
        detail: String,
    },
}

impl CarrierError {
    /// Every code that [`CarrierError::code`] gives.
    pub const CODES: &'static [&'static str] = &[
        "mailbox-unreachable",
        "mailbox-untrusted",
        "mailbox-refused",
        "mailbox-not-allowed",
        "mailbox-full",
        "mailbox-not-there",
        "mailbox-too-large",
        "mailbox-not-a-mailbox",
        "mailbox-unexpected",
    ];

    /// The stable name of the error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "mailbox-unreachable",
            Self::Untrusted { .. } => "mailbox-untrusted",
            Self::Refused => "mailbox-refused",
            Self::NotAllowed => "mailbox-not-allowed",
            Self::Full => "mailbox-full",
            Self::NotThere => "mailbox-not-there",
            Self::TooLarge { .. } => "mailbox-too-large",
            Self::NotAMailbox { .. } => "mailbox-not-a-mailbox",
            Self::Unexpected { .. } => "mailbox-unexpected",
        }
    }

    /// Whether trying again later may help without anybody doing anything about it. Where not, going on would
    /// lock an account for too many wrong passwords, or fill a log.
    pub fn passes_by_itself(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Full | Self::NotThere => true,
            Self::Untrusted { .. }
            | Self::Refused
            | Self::NotAllowed
            | Self::TooLarge { .. }
            | Self::NotAMailbox { .. }
            | Self::Unexpected { .. } => false,
        }
    }

    /// What the message shows, technical and in English; empty where the sentence says all.
    pub fn detail(&self) -> String {
        match self {
            Self::Unreachable { detail }
            | Self::Untrusted { detail }
            | Self::NotAMailbox { detail }
            | Self::Unexpected { detail } => detail.clone(),
            Self::TooLarge { name } => name.to_string(),
            Self::Refused | Self::NotAllowed | Self::Full | Self::NotThere => String::new(),
        }
    }
}
