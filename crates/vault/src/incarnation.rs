//! The incarnation of a vault, which tells its copies apart.
//!
//! An Automerge actor must be one linear stream. Two copies of a vault that wrote with one actor would break
//! it for good. So a vault that finds itself copied or put back takes a new incarnation before it writes.
//!
//! A vault cannot see a copy of itself, so it looks for three signs that it is still where and what it was.
//!
//! - **The mark.** The file `incarnation-<incarnation>-<count>` holds, sealed, by what the file system knows
//!   the folder and that file (`Disk::identity`). In a copied folder, and where
//!   a backup was put into an empty folder, both are other files. The number of the device is no part of it,
//!   so a restart, another mount and another port leave the incarnation as it is.
//! - **The count.** Each opening, and each closing after a write, makes a mark with the next count and then
//!   removes the one before. Older files that are laid over the vault bring back an older mark and leave the
//!   newest in place: two marks of one incarnation.
//! - **The journal.** The mark holds the number of the journal's next frame. Frame numbers only ever rise, so
//!   a journal that ends before that number was put back alone, or lost its end.
//!
//! Not noticed: a disk, a virtual machine or a snapshot of a file system that goes back as a whole, because
//! every sign goes back with it; and files put back into a vault that was not opened since they were taken.
//! Others notice it in what they received, and then [`Vault::renew_incarnation`](crate::Vault::renew_incarnation)
//! helps. A folder that is moved to another disk becomes a new incarnation, as after a copy.

use std::fmt;
use std::path::Path;

use crate::disk::{Disk, SharedDisk};
use crate::error::VaultError;
use crate::operation::take;
use crate::seal::{Key, random};

const NAME: &str = "incarnation-";

/// Sixteen random bytes, different for every copy of a vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Incarnation(pub [u8; 16]);

impl Incarnation {
    pub(crate) fn random() -> Result<Self, VaultError> {
        random().map(Self)
    }

    /// Reads the digits that `Display` writes; returns `None` for another text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u128::from_str_radix(text, 16).ok().filter(|_| digits)?;
        Some(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for Incarnation {
    /// Writes the 32 hexadecimal digits that are a part of file names.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// The newest mark of this copy of the vault.
pub(crate) struct Mark {
    pub(crate) incarnation: Incarnation,
    count: u64,
    /// The number of the journal's next frame when the mark was made.
    frames: u64,
}

/// The marks that were found in a folder.
#[derive(Default)]
pub(crate) struct FoundMarks {
    /// The newest mark that this copy made.
    pub(crate) own: Option<Mark>,
    /// True if an older mark of the same incarnation was laid beside it.
    put_back: bool,
}

impl FoundMarks {
    /// Returns whether the vault was put back to an earlier state, whose next frame has this number.
    pub(crate) fn put_back(&self, next: u64) -> bool {
        self.put_back || self.own.as_ref().is_some_and(|own| own.frames > next)
    }

    /// Returns the number of the next frame that this copy knows of.
    pub(crate) fn frames(&self) -> u64 {
        self.own.as_ref().map_or(0, |own| own.frames)
    }
}

/// A mark that was read.
struct ReadMark {
    mark: Mark,
    /// True if the folder and the file are those in which the mark was made.
    is_here: bool,
}

/// Reads the marks in a folder.
pub(crate) fn find(disk: &dyn Disk, folder: &Path, key: &Key) -> Result<FoundMarks, VaultError> {
    let names = disk.names(folder).map_err(VaultError::io(folder))?;
    let marks: Vec<ReadMark> = names.iter().filter_map(|name| read(disk, folder, name, key)).collect();
    let here = marks.iter().filter(|read| read.is_here);
    let Some(own) = here.max_by_key(|read| read.mark.count).map(|read| &read.mark) else {
        return Ok(FoundMarks::default());
    };
    let put_back = marks.iter().any(|read| {
        let interrupted = read.is_here && read.mark.count + 1 >= own.count;
        read.mark.incarnation == own.incarnation && !interrupted
    });
    Ok(FoundMarks { own: Some(Mark { ..*own }), put_back })
}

/// Returns the mark in a file; `None` for another file, and for a mark that was not written to its end.
fn read(disk: &dyn Disk, folder: &Path, name: &str, key: &Key) -> Option<ReadMark> {
    let (incarnation, count) = parts(name)?;
    let path = folder.join(name);
    let sealed = disk.open(&path).ok()?.read().ok()?;
    let plain = key.open(&associated(incarnation, count), &sealed)?;
    let mut rest = plain.as_slice();
    let frames = u64::from_le_bytes(take(&mut rest)?);
    let is_here = identity(disk, folder, &path).is_ok_and(|here| here == rest);
    Some(ReadMark { mark: Mark { incarnation, count, frames }, is_here })
}

impl Mark {
    /// Makes the first mark of an incarnation, which counts on from that of the one before.
    pub(crate) fn first(
        disk: &SharedDisk,
        folder: &Path,
        key: &Key,
        incarnation: Incarnation,
        (before, frames): (Option<&Self>, u64),
    ) -> Result<Self, VaultError> {
        let mark = Self { incarnation, count: before.map_or(1, |before| before.count + 1), frames };
        mark.write(&**disk, folder, key)?;
        Ok(mark)
    }

    /// Makes the next mark, and removes those before it.
    pub(crate) fn advance(
        &mut self,
        disk: &SharedDisk,
        folder: &Path,
        key: &Key,
        frames: u64,
    ) -> Result<(), VaultError> {
        let next = Self { count: self.count + 1, frames, ..*self };
        next.write(&**disk, folder, key)?;
        *self = next;
        remove(&**disk, folder, |incarnation, count| incarnation == self.incarnation && count < self.count);
        Ok(())
    }

    /// Returns whether the journal has grown since the mark was made.
    pub(crate) fn is_behind(&self, frames: u64) -> bool {
        self.frames < frames
    }

    fn write(&self, disk: &dyn Disk, folder: &Path, key: &Key) -> Result<(), VaultError> {
        let path = folder.join(format!("{NAME}{}-{}", self.incarnation, self.count));
        let io = || VaultError::io(&path);
        let mut file = disk.create(&path).map_err(io())?;
        let here = identity(disk, folder, &path).map_err(io())?;
        let plain = [self.frames.to_le_bytes().as_slice(), &here].concat();
        let sealed = key.seal(&associated(self.incarnation, self.count), &plain)?;
        file.append(&sealed).map_err(io())?;
        file.sync().map_err(io())?;
        disk.sync_folder(folder).map_err(VaultError::io(folder))
    }
}

/// Removes the marks of an incarnation that another one has replaced.
pub(crate) fn remove_of(disk: &dyn Disk, folder: &Path, replaced: Incarnation) {
    remove(disk, folder, |incarnation, _| incarnation == replaced);
}

/// Removes marks as far as possible: one that stays is removed by the next opening, and is no danger.
fn remove(disk: &dyn Disk, folder: &Path, which: impl Fn(Incarnation, u64) -> bool) {
    for name in disk.names(folder).unwrap_or_default() {
        if parts(&name).is_some_and(|(incarnation, count)| which(incarnation, count)) {
            let _ = disk.remove(&folder.join(name));
        }
    }
}

fn parts(name: &str) -> Option<(Incarnation, u64)> {
    let (incarnation, count) = name.strip_prefix(NAME)?.split_once('-')?;
    Some((Incarnation::parse(incarnation)?, count.parse().ok()?))
}

fn associated(incarnation: Incarnation, count: u64) -> Vec<u8> {
    [b"kring vault 2 incarnation".as_slice(), &incarnation.0, &count.to_le_bytes()].concat()
}

fn identity(disk: &dyn Disk, folder: &Path, file: &Path) -> std::io::Result<Vec<u8>> {
    let (folder, file) = (disk.identity(folder)?, disk.identity(file)?);
    Ok([(folder.len() as u32).to_le_bytes().as_slice(), &folder, &file].concat())
}
