//! The chunks that Automerge's bytes consist of.

use super::reader::Reader;

pub(super) const DOCUMENT: u8 = 0;
pub(super) const CHANGE: u8 = 1;
pub(super) const COMPRESSED: u8 = 2;

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];

/// One chunk: in Automerge's binary format ("Chunk Container"), four magic bytes, a checksum of four bytes,
/// the kind of chunk, and the content behind its length.
pub(super) struct Chunk<'a> {
    pub(super) kind: u8,
    pub(super) content: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// Splits the first chunk from `bytes`. Returns `None` if they do not begin with a whole one.
    pub(super) fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let mut reader = Reader::of(bytes.strip_prefix(&MAGIC)?);
        reader.take(4).ok()?;
        let kind = *reader.take(1).ok()?.first()?;
        let content = reader.prefixed().ok()?;
        Some((Self { kind, content }, reader.rest()))
    }
}

/// Returns whether the bytes are one document chunk and nothing else.
pub(crate) fn is_one_document(bytes: &[u8]) -> bool {
    Chunk::first(bytes).is_some_and(|(chunk, rest)| chunk.kind == DOCUMENT && rest.is_empty())
}
