//! The folders of sled: `sled`, and after it was given up `sled-2` and so on. The highest number is in use.
//!
//! A thread that was left behind may still hold the old folder, lock it and write blobs into it by name: so a fresh sled
//! never takes the old one's path.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::VaultError;

const NAME: &str = "sled";

/// The number of the folder in use, if there is one.
pub(crate) fn in_use(folder: &Path) -> Option<u32> {
    numbers(folder).into_iter().max()
}

pub(crate) fn path(folder: &Path, number: u32) -> PathBuf {
    folder.join(if number == 1 { NAME.to_owned() } else { format!("{NAME}-{number}") })
}

/// Puts a folder that is of no use aside, and says under which name.
pub(crate) fn set_aside(folder: &Path, number: u32) -> Result<String, VaultError> {
    let (path, mut aside) = (path(folder, number), 1);
    while folder.join(format!("{NAME}-damaged-{aside}")).exists() {
        aside += 1;
    }
    let name = format!("{NAME}-damaged-{aside}");
    fs::rename(&path, folder.join(&name)).map_err(VaultError::io(&path))?;
    Ok(name)
}

/// Removes the folders that came before this one. What another thread still holds goes at the next opening.
pub(crate) fn remove_before(folder: &Path, number: u32) {
    for old in numbers(folder).into_iter().filter(|old| *old < number) {
        let _ = fs::remove_dir_all(path(folder, old));
    }
}

fn numbers(folder: &Path) -> Vec<u32> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let number = |name: &str| match name.strip_prefix(NAME)? {
        "" => Some(1),
        rest => rest.strip_prefix('-')?.parse().ok(),
    };
    names.filter_map(|name| number(name.to_str()?)).collect()
}
