//! The sealed journal: append-only, one sync for each edit. An edit is acknowledged once the journal has it.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::atomic_write::replace_atomically;
use crate::batch::{Operation, decode, encode};
use crate::error::VaultError;
use crate::latest_operations::LatestOperations;
use crate::seal::{Key, OVERHEAD};

pub(crate) const NAME: &str = "journal";
/// The first bytes of every frame, by which a reader finds the next frame after damage.
const MAGIC: &[u8; 8] = b"KrngFrm1";
/// The size of a frame before its sealed bytes: magic, number and length.
const HEAD: usize = 8 + 8 + 4;
/// The largest frame in bytes, so that a damaged length cannot ask for more.
pub(crate) const MOST_IN_A_FRAME: usize = 256 * 1024 * 1024;

/// The open journal.
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
    /// The length of all whole frames in bytes.
    length: u64,
    /// The number of the next frame.
    next: u64,
}

/// The result of reading a journal.
#[derive(Debug, Default)]
pub(crate) struct JournalReport {
    /// The number of bytes inside the journal that belong to no whole frame.
    pub(crate) unreadable: u64,
    /// The number of whole frames.
    pub(crate) frames: u64,
    /// The offset at which each unreadable part begins.
    pub(crate) damage_at: Vec<u64>,
}

fn associated(number: u64) -> Vec<u8> {
    [b"kring vault 1 journal".as_slice(), &number.to_le_bytes()].concat()
}

fn frame(key: &Key, number: u64, operations: &[Operation]) -> Result<Vec<u8>, VaultError> {
    let plain = zeroize::Zeroizing::new(encode(operations));
    if plain.len() > MOST_IN_A_FRAME - OVERHEAD {
        return Err(VaultError::TooLarge { bytes: plain.len() });
    }
    let sealed = key.seal(&associated(number), &plain)?;
    let mut frame = Vec::with_capacity(HEAD + sealed.len());
    frame.extend(MAGIC);
    frame.extend(number.to_le_bytes());
    frame.extend((sealed.len() as u32).to_le_bytes());
    frame.extend(sealed);
    Ok(frame)
}

impl Journal {
    /// Opens the journal and passes every operation in it to `each`, oldest first.
    ///
    /// An unfinished last frame is cut off: nobody was told that it is saved.
    pub(crate) fn open(
        folder: &Path,
        key: &Key,
        each: impl FnMut(Operation),
    ) -> Result<(Self, JournalReport), VaultError> {
        let path = folder.join(NAME);
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = options.map_err(VaultError::io(&path))?;
        let (report, end, next) = read(&mut file, &path, key, each)?;
        file.set_len(end).map_err(VaultError::io(&path))?;
        file.seek(SeekFrom::Start(end)).map_err(VaultError::io(&path))?;
        Ok((Self { path, file, length: end, next }, report))
    }

    /// Appends one frame; it is durable when this returns.
    pub(crate) fn append(&mut self, key: &Key, operations: &[Operation]) -> Result<(), VaultError> {
        let frame = frame(key, self.next, operations)?;
        let written = self.file.write_all(&frame).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // Nobody is told that it is saved. Remove the half frame, so that the next one follows on a whole
            // one.
            let _ = self.file.set_len(self.length);
            let _ = self.file.seek(SeekFrom::Start(self.length));
            return Err(VaultError::io(&self.path)(error));
        }
        self.length += frame.len() as u64;
        self.next += 1;
        Ok(())
    }

    /// Replaces this journal by a fresh one that holds the latest operations and nothing else.
    pub(crate) fn rewrite(&mut self, key: &Key, latest: &LatestOperations) -> Result<(), VaultError> {
        let path = self.path.with_extension("new");
        let written = Self::write(&path, key, latest).and_then(|fresh| {
            replace_atomically(&path, &self.path)?;
            Ok(Self { path: self.path.clone(), ..fresh })
        });
        if written.is_err() {
            // On a full disk, half a journal would take the space of the next edits.
            let _ = fs::remove_file(&path);
        }
        *self = written?;
        Ok(())
    }

    fn write(path: &Path, key: &Key, latest: &LatestOperations) -> Result<Self, VaultError> {
        let io = || VaultError::io(path);
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path);
        let mut fresh = Self { file: options.map_err(io())?, path: path.to_owned(), length: 0, next: 0 };
        let next = latest.next_number();
        for operation in latest.operations() {
            // The last operation is written even if it deletes. Otherwise sled could hold a higher number
            // than the journal, which is the sign of a journal that lost its end.
            if operation.value.is_some() || operation.number + 1 == next {
                let frame = frame(key, fresh.next, std::slice::from_ref(operation))?;
                fresh.file.write_all(&frame).map_err(io())?;
                fresh.length += frame.len() as u64;
                fresh.next += 1;
            }
        }
        fresh.file.sync_all().map_err(io())?;
        Ok(fresh)
    }

    /// Passes every operation to `each` again.
    pub(crate) fn read(
        &mut self,
        key: &Key,
        each: impl FnMut(Operation),
    ) -> Result<JournalReport, VaultError> {
        let read = read(&mut self.file, &self.path, key, each);
        self.file.seek(SeekFrom::Start(self.length)).map_err(VaultError::io(&self.path))?;
        read.map(|(report, ..)| report)
    }

    /// Returns the length in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }
}

/// Reads all whole frames and skips bytes that belong to none. Returns the report, the offset at which the
/// last whole frame ends, and the number of the next frame.
fn read(
    file: &mut File,
    path: &Path,
    key: &Key,
    mut each: impl FnMut(Operation),
) -> Result<(JournalReport, u64, u64), VaultError> {
    let io = || VaultError::io(path);
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).map_err(io())?;
    file.read_to_end(&mut bytes).map_err(io())?;
    let (mut report, mut at, mut end, mut next) = (JournalReport::default(), 0, 0, 0);
    while at < bytes.len() {
        match whole_frame(&bytes[at..], key) {
            Some((number, length, operations)) => {
                if at > end {
                    report.damage_at.push(end as u64);
                    report.unreadable += (at - end) as u64;
                }
                operations.into_iter().for_each(&mut each);
                report.frames += 1;
                at += length;
                end = at;
                next = next.max(number + 1);
            }
            None => at = next_magic(&bytes, at + 1),
        }
    }
    if end < bytes.len() && !is_torn(&bytes[end..]) {
        report.damage_at.push(end as u64);
        report.unreadable += (bytes.len() - end) as u64;
    }
    Ok((report, end as u64, next))
}

/// Returns the offset of the next frame that may begin at or after `from`.
fn next_magic(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(MAGIC.len()).position(|window| window == MAGIC).map_or(bytes.len(), |offset| from + offset)
}

/// Returns the number, the length and the operations of the frame at the beginning of the bytes.
fn whole_frame(bytes: &[u8], key: &Key) -> Option<(u64, usize, Vec<Operation>)> {
    let (number, sealed) = parts(bytes)?;
    let plain = key.open(&associated(number), sealed?)?;
    Some((number, HEAD + sealed?.len(), decode(&plain)?))
}

/// Returns the number of a frame, and its sealed bytes if all of them are there.
fn parts(bytes: &[u8]) -> Option<(u64, Option<&[u8]>)> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let number = u64::from_le_bytes(crate::batch::take(&mut rest)?);
    let length = u32::from_le_bytes(crate::batch::take(&mut rest)?) as usize;
    Some((number, if length <= MOST_IN_A_FRAME { rest.get(..length) } else { None }))
}

/// Returns whether the end of the file is what an interrupted write leaves: the beginning of one frame, not
/// all of it.
fn is_torn(tail: &[u8]) -> bool {
    let head = &tail[..tail.len().min(MAGIC.len())];
    MAGIC.starts_with(head) && !matches!(parts(tail), Some((_, Some(_))))
}
