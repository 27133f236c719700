//! The folders of sled: `sled-` and the incarnation, then `-2` and so on after it was abandoned or written
//! afresh. The highest number is in use.
//!
//! An abandoned thread may still hold the old folder, lock it and write blobs into it by path, so a fresh
//! sled never uses the path of an old one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::VaultError;
use crate::incarnation::Incarnation;

const NAME: &str = "sled-";

/// Returns the number of the folder that an incarnation uses, if there is one.
pub(crate) fn in_use(folder: &Path, of: Incarnation) -> Option<u32> {
    numbers(folder, of).max()
}

/// Returns the path of the folder with a number.
pub(crate) fn path(folder: &Path, of: Incarnation, number: u32) -> PathBuf {
    folder.join(if number == 1 { format!("{NAME}{of}") } else { format!("{NAME}{of}-{number}") })
}

/// Renames a damaged folder, so that a person can still examine it. Returns the new name.
pub(crate) fn set_aside(folder: &Path, of: Incarnation, number: u32) -> Result<String, VaultError> {
    let path = path(folder, of, number);
    let mut names = (1..).map(|aside| format!("{NAME}damaged-{aside}"));
    let name = names.find(|name| !folder.join(name).exists()).unwrap_or_default();
    fs::rename(&path, folder.join(&name)).map_err(VaultError::io(&path))?;
    Ok(name)
}

/// Removes the folders of an incarnation with a lower number. A folder that an abandoned thread still holds is
/// removed at the next opening.
pub(crate) fn remove_before(folder: &Path, of: Incarnation, number: u32) {
    for old in numbers(folder, of).filter(|old| *old < number) {
        let _ = fs::remove_dir_all(path(folder, of, old));
    }
}

/// Returns the incarnations that have a folder of sled.
pub(crate) fn incarnations(folder: &Path) -> BTreeSet<Incarnation> {
    folders(folder).map(|(of, _)| of).collect()
}

fn numbers(folder: &Path, of: Incarnation) -> impl Iterator<Item = u32> {
    folders(folder).filter(move |(found, _)| *found == of).map(|(_, number)| number)
}

/// Returns the incarnations and numbers of all folders of sled.
fn folders(folder: &Path) -> impl Iterator<Item = (Incarnation, u32)> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    names.filter_map(|name| {
        let rest = name.to_str()?.strip_prefix(NAME)?;
        let (of, number) = match rest.split_once('-') {
            Some((of, number)) => (of, number.parse().ok()?),
            None => (rest, 1),
        };
        // No vault gets that far, and a higher number must exist for a fresh sled.
        (number < u32::MAX).then_some((Incarnation::parse(of)?, number))
    })
}
