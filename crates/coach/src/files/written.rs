//! Files written outside the vault.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::CoachError;

/// Returns a path in a folder where no file is yet, named after what the file is about.
pub(crate) fn free_name(folder: &Path, about: &str, ending: &str) -> PathBuf {
    let plain: String = about.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let name = |number| match number {
        1 => folder.join(format!("kring-{plain}.{ending}")),
        number => folder.join(format!("kring-{plain}-{number}.{ending}")),
    };
    (1..u32::MAX).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(u32::MAX))
}

/// Writes a file whole or not at all. On Unix only this user can read it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<PathBuf, CoachError> {
    let file = |source| CoachError::File { path: path.to_owned(), source };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&part)
        .and_then(|mut open| {
            open.write_all(bytes)?;
            open.sync_all()
        })
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(file)?;
    Ok(path.to_owned())
}
