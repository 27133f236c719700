//! A storage of one kind, and the failures to put on it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use exchange::DeviceKey;
use exchange::carrier::{Credentials, Mailbox, ObjectName, Storage};
use kring_tests::{Allows, PASSWORD, S3Server, USER, WebdavServer};
use tempfile::TempDir;

/// The device of the recipient.
pub(crate) const BRAM: DeviceKey = DeviceKey([0xb2; 32]);

pub(crate) enum Scene {
    Folder(TempDir),
    Webdav(Box<WebdavServer>),
    S3(S3Server),
}

impl Scene {
    pub(crate) fn folder() -> Self {
        Self::Folder(tempfile::tempdir().unwrap())
    }

    pub(crate) fn webdav() -> Self {
        Self::Webdav(Box::new(WebdavServer::start(Allows::Writing).unwrap()))
    }

    pub(crate) fn s3() -> Self {
        Self::S3(S3Server::start(Allows::Writing).unwrap())
    }

    pub(crate) fn address(&self) -> String {
        match self {
            Self::Folder(home) => home.path().display().to_string(),
            Self::Webdav(server) => server.address(),
            Self::S3(server) => server.address(),
        }
    }

    /// Returns the mailboxes for a user with the right password.
    pub(crate) fn open(&self) -> Mailbox {
        self.open_with(PASSWORD)
    }

    pub(crate) fn open_with(&self, password: &str) -> Mailbox {
        let credentials = Credentials::new(USER, password.to_owned());
        open_at(&self.address(), Some(&credentials))
    }

    /// Returns the folder with the objects for Bram, on the disk of the server.
    pub(crate) fn behind(&self) -> PathBuf {
        let root = match self {
            Self::Folder(home) => home.path().to_owned(),
            Self::Webdav(server) => server.files(),
            Self::S3(server) => server.files(),
        };
        root.join("kring1").join(BRAM.to_string())
    }

    /// Returns the number of requests that the server has seen; `None` for a folder.
    pub(crate) fn seen(&self) -> Option<u64> {
        match self {
            Self::Folder(_) => None,
            Self::Webdav(server) => Some(server.requests()),
            Self::S3(server) => Some(server.requests()),
        }
    }

    pub(crate) fn go_away(&mut self) {
        match self {
            Self::Folder(home) => fs::rename(home.path(), away(home)).unwrap(),
            Self::Webdav(server) => server.stop(),
            Self::S3(server) => server.stop(),
        }
    }

    pub(crate) fn come_back(&mut self) {
        match self {
            Self::Folder(home) => fs::rename(away(home), home.path()).unwrap(),
            _ => self.serve(Allows::Writing),
        }
    }

    /// Starts the server again with another access. A folder has none.
    pub(crate) fn serve(&mut self, allows: Allows) {
        match self {
            Self::Folder(_) => {}
            Self::Webdav(server) => server.serve(allows).unwrap(),
            Self::S3(server) => server.serve(allows).unwrap(),
        }
    }

    /// Allows reading alone. Returns false if this user may not arrange that.
    pub(crate) fn refuse_writing(&mut self) -> bool {
        match self {
            Self::Folder(_) => change_attributes("+i", &self.behind()),
            _ => {
                self.serve(Allows::ReadingOnly);
                true
            }
        }
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if let Self::Folder(_) = self {
            change_attributes("-i", &self.behind());
        }
    }
}

fn away(home: &TempDir) -> PathBuf {
    home.path().with_extension("away")
}

/// Root may write into any folder that is not marked as immutable.
fn change_attributes(how: &str, folder: &std::path::Path) -> bool {
    let status = Command::new("chattr").arg(how).arg(folder).stderr(std::process::Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

pub(crate) fn open_at(address: &str, credentials: Option<&Credentials>) -> Mailbox {
    let storage: Storage = address.parse().unwrap();
    Mailbox::open(&storage, credentials).unwrap()
}

pub(crate) fn name(number: u64) -> ObjectName {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    ObjectName(bytes)
}
