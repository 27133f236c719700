//! A document in memory, with how much of it the vault has.
//!
//! The vault stores a document in chunks. The first chunk holds the whole document at that time, and each
//! later chunk holds the changes since. A document with many chunks loads slowly, so it is sometimes
//! saved whole again.

use dossier::{ChangeHash, Dossier, Heads, LoadError, NoteText, PrivateNotes};
use vault::{DocumentId, Vault};

use crate::error::CoachError;

/// The maximum number of chunks that a document may have when it is loaded. A document with more is saved
/// whole, because each chunk must be merged.
const MOST_CHUNKS: usize = 16;
/// The maximum number of chunks that a document may have while it is open. Saving it whole takes as long as
/// a dozen edits.
const MOST_CHUNKS_OPEN: usize = 128;

/// A kind of document that the vault stores in chunks.
pub(crate) trait Stored {
    /// Returns the heads of the document as it is in memory.
    fn heads(&self) -> Heads;

    /// Returns the heads of the chunks that the document was loaded from. Loading may add changes of its own.
    fn heads_as_loaded(&self) -> Heads {
        self.heads()
    }

    /// Returns the whole document as one chunk.
    fn whole(&self) -> Vec<u8>;

    /// Returns the changes since `heads` as one chunk.
    fn since(&self, heads: &[ChangeHash]) -> Vec<u8>;

    /// Returns the whole document as one chunk, or `None` if a strict reader would refuse the chunk.
    fn compacted(&self) -> Option<Vec<u8>>;
}

/// A document in memory, with how much of it the vault has.
#[derive(Clone)]
pub(crate) struct StoredDocument<D> {
    id: DocumentId,
    content: D,
    /// The heads of what the vault has. They are empty if it has nothing.
    saved: Heads,
    chunks: usize,
}

impl<D: Stored> StoredDocument<D> {
    /// Creates a document of which the vault has nothing yet.
    pub(crate) fn new(id: DocumentId, content: D) -> Self {
        Self { id, content, saved: Heads::new(), chunks: 0 }
    }

    /// Creates a document of which the vault has the changes up to `saved`.
    pub(crate) fn saved_up_to(id: DocumentId, content: D, saved: Heads) -> Self {
        Self { id, content, saved, chunks: 0 }
    }

    /// Loads a document, or returns `None` if the vault has nothing of it. `called` is the name of the
    /// document in errors.
    pub(crate) fn load(
        vault: &Vault,
        id: DocumentId,
        called: &str,
        read: impl FnOnce(Vec<&[u8]>) -> Result<D, LoadError>,
    ) -> Result<Option<Self>, CoachError> {
        let chunks = vault.chunks(id)?;
        if chunks.is_empty() {
            return Ok(None);
        }
        let content = read(chunks.iter().map(Vec::as_slice).collect())
            .map_err(|source| CoachError::Document { document: called.to_owned(), source })?;
        let saved = content.heads_as_loaded();
        let mut loaded = Self { id, content, saved, chunks: chunks.len() };
        if loaded.chunks > MOST_CHUNKS && loaded.save_whole(vault) {
            loaded.saved = loaded.content.heads();
        }
        Ok(Some(loaded))
    }

    /// Returns the id of the document in the vault.
    pub(crate) fn id(&self) -> DocumentId {
        self.id
    }

    /// Returns the document.
    pub(crate) fn content(&self) -> &D {
        &self.content
    }

    /// Returns the document as a mutable reference. The vault has a change only after it was saved and
    /// [`mark_saved`](Self::mark_saved) was called.
    pub(crate) fn content_mut(&mut self) -> &mut D {
        &mut self.content
    }

    /// Converts this into the document.
    pub(crate) fn into_content(self) -> D {
        self.content
    }

    /// Returns whether the vault has nothing of the document.
    pub(crate) fn is_new(&self) -> bool {
        self.saved.is_empty()
    }

    /// Returns whether the vault has the whole document.
    pub(crate) fn is_saved(&self) -> bool {
        self.content.heads() == self.saved
    }

    /// Returns the changes that the vault does not have yet, as one chunk.
    pub(crate) fn unsaved(&self) -> Vec<u8> {
        if self.is_new() { self.content.whole() } else { self.content.since(&self.saved) }
    }

    /// Records that the vault has the whole document, in one more chunk.
    pub(crate) fn mark_saved(&mut self, vault: &Vault) {
        self.saved = self.content.heads();
        self.chunks += 1;
        if self.chunks > MOST_CHUNKS_OPEN {
            self.save_whole(vault);
        }
    }

    /// Replaces the chunks by one, and returns whether that succeeded. If there is no space, the chunks stay,
    /// with the same contents, and this is tried again later.
    fn save_whole(&mut self, vault: &Vault) -> bool {
        let whole = self.content.compacted();
        let done = whole.is_some_and(|bytes| vault.replace(self.id, &bytes).is_ok());
        if done {
            self.chunks = 1;
        }
        done
    }
}

impl Stored for Dossier {
    fn heads(&self) -> Heads {
        self.heads()
    }

    fn heads_as_loaded(&self) -> Heads {
        self.as_loaded().to_vec()
    }

    fn whole(&self) -> Vec<u8> {
        self.save()
    }

    fn since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.save_since(heads)
    }

    fn compacted(&self) -> Option<Vec<u8>> {
        self.compacted()
    }
}

impl Stored for NoteText {
    fn heads(&self) -> Heads {
        self.heads()
    }

    fn whole(&self) -> Vec<u8> {
        self.save()
    }

    fn since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.save_since(heads)
    }

    fn compacted(&self) -> Option<Vec<u8>> {
        self.compacted()
    }
}

impl Stored for PrivateNotes {
    fn heads(&self) -> Heads {
        self.heads()
    }

    fn whole(&self) -> Vec<u8> {
        self.save().for_the_vault().to_vec()
    }

    fn since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.save_since(heads).for_the_vault().to_vec()
    }

    fn compacted(&self) -> Option<Vec<u8>> {
        Some(self.compacted()?.for_the_vault().to_vec())
    }
}
