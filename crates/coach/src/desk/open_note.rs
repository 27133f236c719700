//! The text of a note in memory.

use chrono::{DateTime, Utc};
use dossier::{Arrival, ChangeHash, DossierId, Heads, Id as _, LoadError, NoteId, NoteText, Writer};
use vault::{Batch, DocumentId, Shelf, Vault};

use crate::desk::document_id::note_document;
use crate::desk::saving::{Saving, Stores};
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

/// The text of a note in memory, with how much of it the vault has.
#[derive(Clone)]
pub(crate) struct OpenNote {
    id: NoteId,
    text: StoredDocument<NoteText>,
    /// The text that somebody wrote and the vault refused. It is part of `text`, and her next text is
    /// based on it.
    refused: Option<String>,
}

impl OpenNote {
    /// Loads the text of a note, or creates it if there is none.
    pub(crate) fn load(
        vault: &Vault,
        dossier: &DossierId,
        id: &NoteId,
        writer: &Writer,
    ) -> Result<Self, CoachError> {
        let document = note_document(dossier, id);
        let read = |chunks: Vec<&[u8]>| NoteText::load(id.clone(), chunks, writer);
        let text = match StoredDocument::load(vault, document, id.as_str(), read)? {
            Some(text) => text,
            None => StoredDocument::new(document, NoteText::create(id.clone(), writer)?),
        };
        Ok(Self { id: id.clone(), text, refused: None })
    }

    /// Creates a text from an arrival that was examined against everything that the vault has. The note must
    /// not be open.
    pub(crate) fn arrived(id: NoteId, document: DocumentId, arrival: Arrival, saved: Heads) -> Self {
        let text = NoteText::from_arrival(id.clone(), arrival);
        Self { id, text: StoredDocument::saved_up_to(document, text, saved), refused: None }
    }

    /// Returns the heads of a text that is not open, without loading it. Returns `None` if the vault has no
    /// heads of it.
    pub(crate) fn saved_heads(vault: &Vault, document: DocumentId) -> Result<Option<Heads>, CoachError> {
        let Some(bytes) = vault.get(Shelf::Heads, &document.0)? else { return Ok(None) };
        let (heads, rest) = bytes.as_chunks::<32>();
        Ok(rest.is_empty().then(|| heads.iter().copied().map(ChangeHash).collect()))
    }

    /// Returns the note's id.
    pub(crate) fn id(&self) -> &NoteId {
        &self.id
    }

    /// Returns the text, with how much of it the vault has.
    pub(crate) fn stored(&self) -> &StoredDocument<NoteText> {
        &self.text
    }

    /// Converts the note into its text.
    pub(crate) fn into_text(self) -> NoteText {
        self.text.into_content()
    }

    /// Returns the text as a string.
    pub(crate) fn words(&self) -> String {
        self.text.content().text()
    }

    /// Returns whether the vault has the whole text.
    pub(crate) fn is_saved(&self) -> bool {
        // An empty new text is the same on every device and need not be saved.
        self.text.is_new() && self.refused.is_none() || self.text.is_saved()
    }

    /// Merges changes that arrived.
    pub(crate) fn merge(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        self.text.content_mut().merge(arrival)
    }

    /// Replaces this text by one without its old history, which must be saved whole.
    pub(crate) fn condense(&mut self, writer: &Writer, now: DateTime<Utc>) -> Result<(), CoachError> {
        let condensed = self.text.content().condensed(writer, now)?;
        self.text = StoredDocument::new(self.text.id(), condensed);
        Ok(())
    }

    /// Merges what somebody made of the text `shown`, or writes the whole text if `shown` is absent.
    pub(crate) fn write(
        &mut self,
        shown: Option<&str>,
        text: &str,
        at: DateTime<Utc>,
        batch: Batch,
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        let wrote = match self.refused.as_deref().or(shown) {
            Some(shown) => self.text.content_mut().write_over(shown, text, at)?,
            None => self.text.content_mut().write(text, at)?,
        };
        if !wrote && self.text.is_saved() {
            return Ok(());
        }
        self.refused = Some(text.to_owned());
        self.save(batch, stores)
    }

    /// Saves the changes that the vault does not have yet.
    pub(crate) fn save(&mut self, batch: Batch, stores: &mut Stores<'_>) -> Result<(), CoachError> {
        let mut saving = Saving::with(batch);
        saving.note(&self.text, self.text.unsaved());
        saving.append(stores)?;
        self.mark_saved(stores.vault);
        Ok(())
    }

    /// Records that the vault has the whole text.
    pub(crate) fn mark_saved(&mut self, vault: &Vault) {
        self.text.mark_saved(vault);
        self.refused = None;
    }
}
