//! The errors of a vault, none of which loses data, and the repairs that opening makes.

use std::path::{Path, PathBuf};

use codes::codes;
use thiserror::Error;

/// The reason why a request to the vault failed. The message `error-<code>` tells the user what to do next.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The passphrase does not open this vault.
    #[error("the passphrase does not open this vault")]
    WrongPassphrase,
    /// The recovery code does not open this vault, or was mistyped.
    #[error("the recovery code does not open this vault")]
    WrongRecoveryCode,
    /// Both copies of the header are damaged.
    #[error("both copies of the header in {path} are damaged")]
    HeaderDamaged {
        /// The vault's folder.
        path: PathBuf,
    },
    /// The header asks for more memory or time than any real vault does.
    #[error("the header asks for more memory or time than is allowed")]
    HeaderAsksTooMuch,
    /// A newer version of Kring made this vault.
    #[error("the vault has format {found}; this version knows {known}")]
    NewerFormat {
        /// The format that was found.
        found: u32,
        /// The newest format that this version knows.
        known: u32,
    },
    /// A test version of Kring made this vault, before the first release. This version cannot open it.
    #[error("the vault has format {found} of a test version; this version knows {known}")]
    OlderFormat {
        /// The format that was found.
        found: u32,
        /// The oldest format that this version knows.
        known: u32,
    },
    /// An earlier write failed, or another program removed or replaced the journal. Nobody can tell what a
    /// further write would leave on the disk, so there is none until the vault is opened again.
    #[error("the vault takes no more writes until it is opened again: {path}")]
    WritesStopped {
        /// The journal.
        path: PathBuf,
    },
    /// Another program has the vault open.
    #[error("another program has {path} open")]
    InUse {
        /// The vault's folder.
        path: PathBuf,
    },
    /// There is no room on the disk.
    #[error("the disk that holds {path} is full")]
    DiskFull {
        /// The vault's folder.
        path: PathBuf,
    },
    /// The folder cannot be written.
    #[error("{path} cannot be written")]
    ReadOnly {
        /// The vault's folder.
        path: PathBuf,
    },
    /// There is no vault here.
    #[error("there is no vault in {path}")]
    NotAVault {
        /// The folder that was named.
        path: PathBuf,
    },
    /// The folder is not empty.
    #[error("the folder {path} is not empty")]
    AlreadyExists {
        /// The folder that was named.
        path: PathBuf,
    },
    /// The value is larger than one entry may be.
    #[error("a value of {bytes} bytes is too large for one entry")]
    TooLarge {
        /// The size of the value.
        bytes: usize,
    },
    /// An entry can be read neither from sled nor from the journal. The rest stays readable.
    #[error("the entry {entry} is damaged")]
    Damaged {
        /// The blinded name of the entry.
        entry: String,
    },
    /// The index, sled, failed or did not answer.
    #[error("the index could not be used: {0}")]
    Index(#[from] sled::Error),
    /// The operating system provided no randomness.
    #[error("the operating system provided no randomness")]
    NoRandomness,
    /// A file operation failed.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
}

codes!(VaultError {
    Self::WrongPassphrase => "wrong-passphrase",
    Self::WrongRecoveryCode => "wrong-recovery-code",
    Self::HeaderDamaged { .. } => "header-damaged",
    Self::HeaderAsksTooMuch => "header-asks-too-much",
    Self::NewerFormat { .. } => "newer-format",
    Self::OlderFormat { .. } => "older-format",
    Self::WritesStopped { .. } => "writes-stopped",
    Self::InUse { .. } => "in-use",
    Self::DiskFull { .. } => "disk-full",
    Self::ReadOnly { .. } => "read-only",
    Self::NotAVault { .. } => "not-a-vault",
    Self::AlreadyExists { .. } => "already-exists",
    Self::TooLarge { .. } => "too-large",
    Self::Damaged { .. } => "entry-damaged",
    Self::Index(_) => "index",
    Self::NoRandomness => "no-randomness",
    Self::Io { .. } => "io",
});

impl VaultError {
    /// Returns the file, folder or entry that the error is about, for the message; empty if there is none.
    pub fn location(&self) -> String {
        match self {
            Self::HeaderDamaged { path }
            | Self::WritesStopped { path }
            | Self::InUse { path }
            | Self::DiskFull { path }
            | Self::ReadOnly { path }
            | Self::NotAVault { path }
            | Self::AlreadyExists { path }
            | Self::Io { path, .. } => path.display().to_string(),
            Self::Damaged { entry } => entry.clone(),
            Self::WrongPassphrase
            | Self::WrongRecoveryCode
            | Self::HeaderAsksTooMuch
            | Self::NewerFormat { .. }
            | Self::OlderFormat { .. }
            | Self::TooLarge { .. }
            | Self::Index(_)
            | Self::NoRandomness => String::new(),
        }
    }

    /// Returns a function that converts the error of a file operation. A full disk and a read-only folder
    /// become errors of their own, because the user can do something about them.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull
            | std::io::ErrorKind::QuotaExceeded
            | std::io::ErrorKind::FileTooLarge => Self::DiskFull { path },
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            _ => Self::Io { path, source },
        }
    }
}

/// A repair that opening made, or could not make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// One copy of the header was damaged or missing; it was written again from the other.
    Header,
    /// Parts of the journal could not be read; their entries were taken from sled if sled has them.
    Journal {
        /// The number of bytes that could not be read.
        bytes: u64,
    },
    /// Frames were cut out of the journal; their entries were taken from sled if sled has them.
    FramesMissing {
        /// The number of frames.
        count: u64,
    },
    /// The journal was missing; it was written again from sled.
    JournalGone,
    /// sled could not be opened; it was built again from the journal.
    Sled,
    /// Entries of sled were missing or behind; they were taken from the journal.
    Entries {
        /// The number of entries.
        count: u64,
    },
    /// The folder holds what another copy of this vault wrote. None of it was merged or removed: it is under
    /// this name.
    OtherCopy {
        /// The name of the file or folder.
        name: String,
    },
    /// The journal held frames of two copies of this vault. The file was renamed, and none of the other copy's
    /// frames was merged.
    Mixed {
        /// The new name of the file.
        name: String,
    },
    /// An earlier state was put over this vault, which goes on from there as a new incarnation.
    PutBack,
    /// Both were damaged: the readable entries were saved, and the damaged files were moved to this name.
    SetAside {
        /// The name of the folder or file.
        name: String,
    },
}

codes!(Repair {
    Self::Header => "header",
    Self::Journal { .. } => "journal",
    Self::FramesMissing { .. } => "frames-missing",
    Self::JournalGone => "journal-gone",
    Self::Sled => "sled",
    Self::Entries { .. } => "entries",
    Self::OtherCopy { .. } => "other-copy",
    Self::Mixed { .. } => "mixed",
    Self::PutBack => "put-back",
    Self::SetAside { .. } => "set-aside",
});

impl Repair {
    /// Returns the number or name that the message shows.
    pub fn detail(&self) -> String {
        match self {
            Self::Journal { bytes } => bytes.to_string(),
            Self::Entries { count } | Self::FramesMissing { count } => count.to_string(),
            Self::SetAside { name } | Self::OtherCopy { name } | Self::Mixed { name } => name.clone(),
            Self::Header | Self::JournalGone | Self::Sled | Self::PutBack => String::new(),
        }
    }
}
