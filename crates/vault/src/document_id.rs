//! The id of a document.

/// The id of a document; the vault knows nothing more about its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub [u8; 16]);

impl DocumentId {
    /// Returns the key of a chunk, so that keys sort in the order of the chunks.
    pub(crate) fn chunk_key(self, number: u32) -> Vec<u8> {
        [self.0.as_slice(), &number.to_be_bytes()].concat()
    }
}
