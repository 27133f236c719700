//! The incarnation of a vault, which tells its copies apart.
//!
//! An Automerge actor must be one linear stream. Two copies of a vault that wrote with one actor would break
//! it for good.
//!
//! The file `incarnation` holds the numbers by which the file system knows the folder and the file itself. A
//! copied or restored vault has other numbers, and takes a new incarnation before it writes. A copy of the
//! whole disk, or a restore that overwrites the very same files, is not noticed.

use std::fs::{self, File, Metadata};
use std::path::Path;

use crate::atomic_write::sync_folder;
use crate::error::VaultError;
use crate::header::{hex, unhex};
use crate::seal::random;

const NAME: &str = "incarnation";

/// Sixteen random bytes, different for every copy of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incarnation(pub [u8; 16]);

/// Returns the incarnation of a vault; makes a new one for a vault that is new, copied or restored.
pub(crate) fn find_or_make(folder: &Path) -> Result<Incarnation, VaultError> {
    let path = folder.join(NAME);
    let io = || VaultError::io(&path);
    if let (Ok(text), Ok(file)) = (fs::read_to_string(&path), fs::metadata(&path)) {
        let here = identity(&fs::metadata(folder).map_err(io())?, &file);
        let found = text.split_once(' ').filter(|(_, written)| *written == here);
        if let Some(id) = found.and_then(|(id, _)| unhex(id)?.try_into().ok()) {
            return Ok(Incarnation(id));
        }
        fs::remove_file(&path).map_err(io())?;
    }
    let id = random()?;
    let file = File::create(&path).map_err(io())?;
    let here = identity(&fs::metadata(folder).map_err(io())?, &file.metadata().map_err(io())?);
    fs::write(&path, format!("{} {here}", hex(&id))).map_err(io())?;
    file.sync_all().map_err(io())?;
    sync_folder(folder)?;
    Ok(Incarnation(id))
}

#[cfg(unix)]
fn identity(folder: &Metadata, file: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{}:{}:{}", folder.dev(), folder.ino(), file.ino())
}

#[cfg(not(unix))]
fn identity(folder: &Metadata, file: &Metadata) -> String {
    format!("{:?}:{:?}", folder.created().ok(), file.created().ok())
}
