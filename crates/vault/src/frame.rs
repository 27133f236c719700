//! The frames of a journal, each sealed and bound to the one before it.

use zeroize::Zeroizing;

use crate::error::VaultError;
use crate::incarnation::Incarnation;
use crate::operation::{Operation, decode, encode, take};
use crate::seal::{Key, OVERHEAD};

/// The first bytes of every frame, by which a reader finds the next frame after damage.
const MAGIC: &[u8; 8] = b"KrngFrm2";
/// The size of a frame before its sealed bytes: magic, kind, journal, number and length.
const HEAD: usize = 8 + 1 + 16 + 8 + 4;
/// The largest frame in bytes, so that a damaged length cannot ask for more.
pub(crate) const MOST_IN_A_FRAME: usize = 256 * 1024 * 1024;

/// Sixteen random bytes, different for every file of a journal.
pub(crate) type JournalId = [u8; 16];

/// The BLAKE3 hash of a whole frame, which the next frame holds.
pub(crate) type Link = [u8; 32];

/// The place of a frame: its journal, its number, and the frame before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) journal: JournalId,
    pub(crate) number: u64,
    pub(crate) before: Link,
}

/// The contents of a frame.
#[derive(Debug, PartialEq)]
pub(crate) enum Contents {
    /// The first frame of a journal: the incarnation that writes it. The frame before it is the last one of
    /// the journal from which this one was made.
    Beginning(Incarnation),
    Operations(Vec<Operation>),
}

/// A frame that was read and authenticated.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) place: Place,
    pub(crate) contents: Contents,
    /// The size of the frame in bytes.
    pub(crate) length: usize,
    pub(crate) link: Link,
}

/// Returns the bytes of a frame that holds operations.
pub(crate) fn of_operations(
    key: &Key,
    place: &Place,
    operations: &[Operation],
) -> Result<Vec<u8>, VaultError> {
    check_size(operations)?;
    write(key, 1, place, &Zeroizing::new(encode(operations)))
}

/// Refuses operations that are too large for one frame.
pub(crate) fn check_size(operations: &[Operation]) -> Result<(), VaultError> {
    let bytes = operations.iter().map(Operation::encoded_size).sum();
    let fits = bytes <= MOST_IN_A_FRAME - OVERHEAD - size_of::<Link>();
    if fits { Ok(()) } else { Err(VaultError::TooLarge { bytes }) }
}

/// Returns the bytes of the first frame of a journal.
pub(crate) fn of_beginning(key: &Key, place: &Place, writer: Incarnation) -> Result<Vec<u8>, VaultError> {
    write(key, 0, place, &writer.0)
}

/// Returns the hash that the next frame must hold.
pub(crate) fn link(frame: &[u8]) -> Link {
    *blake3::hash(frame).as_bytes()
}

fn write(key: &Key, kind: u8, place: &Place, body: &[u8]) -> Result<Vec<u8>, VaultError> {
    let plain = Zeroizing::new([place.before.as_slice(), body].concat());
    let length = (plain.len() + OVERHEAD) as u32;
    let number = place.number.to_le_bytes();
    let head = [MAGIC.as_slice(), &[kind], &place.journal, &number, &length.to_le_bytes()].concat();
    let sealed = key.seal(&associated(&head), &plain)?;
    Ok([head, sealed].concat())
}

fn associated(head: &[u8]) -> Vec<u8> {
    [b"kring vault 2 journal ".as_slice(), head].concat()
}

impl Frame {
    /// Returns the frame at the beginning of the bytes; `None` unless it is whole and authentic.
    pub(crate) fn open(bytes: &[u8], key: &Key) -> Option<Self> {
        let (head, sealed) = parts(bytes)?;
        let sealed = sealed?;
        let plain = key.open(&associated(head), sealed)?;
        let mut rest = &head[MAGIC.len()..];
        let [kind] = take(&mut rest)?;
        let (journal, number) = (take(&mut rest)?, u64::from_le_bytes(take(&mut rest)?));
        let mut body = plain.as_slice();
        let before = take(&mut body)?;
        let contents = match kind {
            0 => Contents::Beginning(Incarnation(body.try_into().ok()?)),
            1 => Contents::Operations(decode(body)?),
            _ => return None,
        };
        let length = HEAD + sealed.len();
        let place = Place { journal, number, before };
        Some(Self { place, contents, length, link: link(&bytes[..length]) })
    }
}

/// Returns the head of a frame, and its sealed bytes if all of them are there.
fn parts(bytes: &[u8]) -> Option<(&[u8], Option<&[u8]>)> {
    let (head, rest) = bytes.split_at_checked(HEAD)?;
    let length = u32::from_le_bytes(*head.last_chunk()?) as usize;
    let whole = head.starts_with(MAGIC) && length <= MOST_IN_A_FRAME;
    head.starts_with(MAGIC).then_some((head, if whole { rest.get(..length) } else { None }))
}

/// Returns the number of sealed bytes that the frame at the beginning of the bytes has, if it is one.
pub(crate) fn sealed_length(bytes: &[u8]) -> usize {
    parts(bytes).and_then(|(_, sealed)| sealed).map_or(0, <[u8]>::len)
}

/// Returns the offset of the next frame that may begin at or after `from`.
pub(crate) fn next_magic(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(MAGIC.len()).position(|window| window == MAGIC).map_or(bytes.len(), |offset| from + offset)
}

/// Returns whether the end of the file is what an interrupted write leaves: the beginning of one frame, not
/// all of it.
pub(crate) fn is_torn(tail: &[u8]) -> bool {
    let head = &tail[..tail.len().min(MAGIC.len())];
    MAGIC.starts_with(head) && !matches!(parts(tail), Some((_, Some(_))))
}
