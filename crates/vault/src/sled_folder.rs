//! The folders of sled: `sled`, and `sled-2` and so on after it was abandoned. The highest number is in use.
//!
//! An abandoned thread may still hold the old folder, lock it and write blobs into it by path, so a fresh
//! sled never uses the path of an old one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::VaultError;

const NAME: &str = "sled";

/// Returns the number of the folder in use, if there is one.
pub(crate) fn in_use(folder: &Path) -> Option<u32> {
    numbers(folder).into_iter().max()
}

/// Returns the path of the folder with a number.
pub(crate) fn path(folder: &Path, number: u32) -> PathBuf {
    folder.join(if number == 1 { NAME.to_owned() } else { format!("{NAME}-{number}") })
}

/// Renames a damaged folder, so that a person can still examine it. Returns the new name.
pub(crate) fn set_aside(folder: &Path, number: u32) -> Result<String, VaultError> {
    let (path, mut aside) = (path(folder, number), 1);
    while folder.join(format!("{NAME}-damaged-{aside}")).exists() {
        aside += 1;
    }
    let name = format!("{NAME}-damaged-{aside}");
    fs::rename(&path, folder.join(&name)).map_err(VaultError::io(&path))?;
    Ok(name)
}

/// Removes the folders with a lower number. A folder that an abandoned thread still holds is removed at the
/// next opening.
pub(crate) fn remove_before(folder: &Path, number: u32) {
    for old in numbers(folder).into_iter().filter(|old| *old < number) {
        let _ = fs::remove_dir_all(path(folder, old));
    }
}

/// Returns the numbers of all folders of sled.
fn numbers(folder: &Path) -> Vec<u32> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let number = |name: &str| match name.strip_prefix(NAME)? {
        "" => Some(1),
        rest => rest.strip_prefix('-')?.parse().ok(),
    };
    names.filter_map(|name| number(name.to_str()?)).collect()
}
