//! A storage that both coaches use, and that can be unreachable.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use kring_tests::{Allows, S3Server};
use tempfile::TempDir;

pub(crate) enum Storage {
    Folder(TempDir),
    S3(S3Server),
}

impl Storage {
    pub(crate) fn folder() -> Result<Self> {
        Ok(Self::Folder(tempfile::tempdir()?))
    }

    pub(crate) fn s3() -> Result<Self> {
        Ok(Self::S3(S3Server::start(Allows::Writing)?))
    }

    pub(crate) fn address(&self) -> String {
        match self {
            Self::Folder(home) => home.path().display().to_string(),
            Self::S3(server) => server.address(),
        }
    }

    pub(crate) fn go_away(&mut self) -> Result<()> {
        match self {
            Self::Folder(home) => fs::rename(home.path(), away(home))?,
            Self::S3(server) => server.stop(),
        }
        Ok(())
    }

    pub(crate) fn come_back(&mut self) -> Result<()> {
        match self {
            Self::Folder(home) => fs::rename(away(home), home.path())?,
            Self::S3(server) => server.serve(Allows::Writing)?,
        }
        Ok(())
    }

    /// Returns the number of envelopes in all mailboxes, counted on the disk of the server. The mark that
    /// each device leaves in its own mailbox is not an envelope.
    pub(crate) fn envelopes(&self) -> usize {
        count(&match self {
            Self::Folder(home) => home.path().to_owned(),
            Self::S3(server) => server.files(),
        })
    }
}

fn away(home: &TempDir) -> PathBuf {
    home.path().with_extension("away")
}

fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_mark = |name: std::ffi::OsString| name.to_string_lossy().starts_with("mark-");
    let counts = entries.map(|entry| match entry.path() {
        path if path.is_dir() => count(&path),
        _ => usize::from(!is_mark(entry.file_name())),
    });
    counts.sum()
}
