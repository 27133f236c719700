//! The text of a note in memory.

use chrono::{DateTime, Utc};
use dossier::{Arrival, ChangeHash, DossierId, Heads, Id as _, LoadError, NoteId, NoteText, Writer};
use vault::{Batch, DocumentId, Shelf, Vault};

use crate::desk::document_id::note_document;
use crate::desk::saving::{Saving, Stores};
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

/// The text of a note in memory.
#[derive(Clone)]
pub(crate) struct OpenNote {
    id: NoteId,
    text: StoredDocument<NoteText>,
    /// The words that somebody wrote and the vault refused. They are in the text, and what she writes next follows on them.
    refused: Option<String>,
}

impl OpenNote {
    /// Loads a text, or begins it if there is none.
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

    /// Makes a text of what arrived, when that was examined beside all that the vault has and nobody has the note open.
    pub(crate) fn arrived(id: NoteId, document: DocumentId, arrival: Arrival, saved: Heads) -> Self {
        let text = NoteText::from_arrival(id.clone(), arrival);
        Self { id, text: StoredDocument::saved_up_to(document, text, saved), refused: None }
    }

    /// Returns the heads of a text that is not open, without loading it; `None` if they are not beside it.
    pub(crate) fn heads_at_rest(vault: &Vault, document: DocumentId) -> Result<Option<Heads>, CoachError> {
        let Some(bytes) = vault.get(Shelf::Heads, &document.0)? else { return Ok(None) };
        let (heads, rest) = bytes.as_chunks::<32>();
        Ok(rest.is_empty().then(|| heads.iter().copied().map(ChangeHash).collect()))
    }

    /// Returns the note's id.
    pub(crate) fn id(&self) -> &NoteId {
        &self.id
    }

    /// Returns the text as the vault stores it.
    pub(crate) fn stored(&self) -> &StoredDocument<NoteText> {
        &self.text
    }

    /// Returns the text as the caller's own.
    pub(crate) fn into_text(self) -> NoteText {
        self.text.into_content()
    }

    /// Returns the words.
    pub(crate) fn words(&self) -> String {
        self.text.content().text()
    }

    /// Returns whether the vault has everything.
    pub(crate) fn is_saved(&self) -> bool {
        // A text that was only begun is the same on every device and need not be saved.
        self.text.is_new() && self.refused.is_none() || self.text.is_saved()
    }

    /// Merges what arrived.
    pub(crate) fn merge(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        self.text.content_mut().merge(arrival)
    }

    /// Puts a condensed text in the place of this one, to be saved whole.
    pub(crate) fn condense(&mut self, writer: &Writer, now: DateTime<Utc>) -> Result<(), CoachError> {
        let condensed = self.text.content().condensed(writer, now)?;
        self.text = StoredDocument::new(self.text.id(), condensed);
        Ok(())
    }

    /// Writes what somebody made of `shown`, or the whole text if she saw none.
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

    /// Saves what the vault lacks.
    pub(crate) fn save(&mut self, batch: Batch, stores: &mut Stores<'_>) -> Result<(), CoachError> {
        let mut saving = Saving::with(batch);
        saving.note(&self.text, self.text.unsaved());
        saving.append(stores)?;
        self.mark_saved(stores.vault);
        Ok(())
    }

    /// Notes that the vault has everything.
    pub(crate) fn mark_saved(&mut self, vault: &Vault) {
        self.text.mark_saved(vault);
        self.refused = None;
    }
}
