//! The sealed journal: append-only, one sync an edit. It is what an acknowledgement rests on.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::batch::{Operation, decode, encode};
use crate::durable::put_in_place;
use crate::error::VaultError;
use crate::seal::{Key, OVERHEAD};
use crate::standing::Standing;

pub(crate) const NAME: &str = "journal";
/// Begins every frame, so that reading finds the next one after damage.
const MAGIC: &[u8; 8] = b"KrngFrm1";
/// Magic, number, length.
const HEAD: usize = 8 + 8 + 4;
/// The most bytes that one frame may hold, so that a damaged length asks for no more.
pub(crate) const MOST_IN_A_FRAME: usize = 256 * 1024 * 1024;

/// The open journal.
pub(crate) struct Journal {
    path: PathBuf,
    file: File,
    /// How many bytes hold whole frames.
    length: u64,
    /// The number of the next frame.
    next: u64,
}

/// What reading the journal found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Bytes inside the journal that belong to no whole frame.
    pub(crate) unreadable: u64,
    /// Whole frames.
    pub(crate) frames: u64,
    /// Where each unreadable part begins.
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
    /// Opens the journal and hands over every operation that it holds, oldest first. An unfinished last frame, which
    /// nobody was told is saved, is cut off.
    pub(crate) fn open(
        folder: &Path,
        key: &Key,
        each: impl FnMut(Operation),
    ) -> Result<(Self, Found), VaultError> {
        let path = folder.join(NAME);
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = options.map_err(VaultError::io(&path))?;
        let (found, end, next) = read(&mut file, &path, key, each)?;
        file.set_len(end).map_err(VaultError::io(&path))?;
        file.seek(SeekFrom::Start(end)).map_err(VaultError::io(&path))?;
        Ok((Self { path, file, length: end, next }, found))
    }

    /// Appends one frame; it is durable when this returns.
    pub(crate) fn append(&mut self, key: &Key, operations: &[Operation]) -> Result<(), VaultError> {
        let frame = frame(key, self.next, operations)?;
        let written = self.file.write_all(&frame).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // Nobody is told that it is saved: take the half frame away, so that the next one begins at a whole one.
            let _ = self.file.set_len(self.length);
            let _ = self.file.seek(SeekFrom::Start(self.length));
            return Err(VaultError::io(&self.path)(error));
        }
        self.length += frame.len() as u64;
        self.next += 1;
        Ok(())
    }

    /// Writes a fresh journal with what stands and nothing else, and puts it in place of this one.
    pub(crate) fn rewrite(&mut self, key: &Key, standing: &Standing) -> Result<(), VaultError> {
        let path = self.path.with_extension("new");
        let written = Self::write(&path, key, standing).and_then(|fresh| {
            put_in_place(&path, &self.path)?;
            Ok(Self { path: self.path.clone(), ..fresh })
        });
        if written.is_err() {
            // On a full disk a half journal would take the room of the next edits.
            let _ = fs::remove_file(&path);
        }
        *self = written?;
        Ok(())
    }

    fn write(path: &Path, key: &Key, standing: &Standing) -> Result<Self, VaultError> {
        let io = || VaultError::io(path);
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(path);
        let mut fresh = Self { file: options.map_err(io())?, path: path.to_owned(), length: 0, next: 0 };
        let next = standing.next();
        for operation in standing.operations() {
            // The last one is kept even where it deletes: a higher number in sled means that the journal lost its end.
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

    /// Reads every operation again.
    pub(crate) fn read(&mut self, key: &Key, each: impl FnMut(Operation)) -> Result<Found, VaultError> {
        let read = read(&mut self.file, &self.path, key, each);
        self.file.seek(SeekFrom::Start(self.length)).map_err(VaultError::io(&self.path))?;
        read.map(|(found, ..)| found)
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }
}

/// Reads whole frames, passing over what belongs to none. Returns where the last whole frame or damage ends.
fn read(
    file: &mut File,
    path: &Path,
    key: &Key,
    mut each: impl FnMut(Operation),
) -> Result<(Found, u64, u64), VaultError> {
    let io = || VaultError::io(path);
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).map_err(io())?;
    file.read_to_end(&mut bytes).map_err(io())?;
    let (mut found, mut at, mut end, mut next) = (Found::default(), 0, 0, 0);
    while at < bytes.len() {
        match whole_frame(&bytes[at..], key) {
            Some((number, length, operations)) => {
                if at > end {
                    found.damage_at.push(end as u64);
                    found.unreadable += (at - end) as u64;
                }
                operations.into_iter().for_each(&mut each);
                found.frames += 1;
                at += length;
                end = at;
                next = next.max(number + 1);
            }
            None => at = next_magic(&bytes, at + 1),
        }
    }
    if end < bytes.len() && !is_torn(&bytes[end..]) {
        found.damage_at.push(end as u64);
        found.unreadable += (bytes.len() - end) as u64;
    }
    Ok((found, end as u64, next))
}

fn next_magic(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(MAGIC.len()).position(|window| window == MAGIC).map_or(bytes.len(), |offset| from + offset)
}

fn whole_frame(bytes: &[u8], key: &Key) -> Option<(u64, usize, Vec<Operation>)> {
    let (number, sealed) = parts(bytes)?;
    let plain = key.open(&associated(number), sealed?)?;
    Some((number, HEAD + sealed?.len(), decode(&plain)?))
}

/// The number of a frame and its sealed bytes, the latter only if they are all there.
fn parts(bytes: &[u8]) -> Option<(u64, Option<&[u8]>)> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let number = u64::from_le_bytes(crate::batch::take(&mut rest)?);
    let length = u32::from_le_bytes(crate::batch::take(&mut rest)?) as usize;
    Some((number, if length <= MOST_IN_A_FRAME { rest.get(..length) } else { None }))
}

/// Whether the end of the file is what an interrupted write leaves: the beginning of one frame, not all of it.
fn is_torn(tail: &[u8]) -> bool {
    let head = &tail[..tail.len().min(MAGIC.len())];
    MAGIC.starts_with(head) && !matches!(parts(tail), Some((_, Some(_))))
}
