//! The text of a note that is open, and its way to the vault.

use chrono::{DateTime, Utc};
use dossier::{Arrival, ChangeHash, DossierId, Heads, NoteId, NoteText, Writer};
use vault::{Append, Batch, DocumentId, Shelf, Vault};

use crate::desk::document_id::note_document;
use crate::desk::open_dossier::put_heads;
use crate::error::CoachError;

/// How many chunks a text may have when it is opened before it is saved whole.
const MOST_CHUNKS: usize = 16;
/// The characters of a note that lists show.
const EXCERPT: usize = 160;

#[derive(Clone)]
pub(crate) struct OpenNote {
    pub(crate) id: NoteId,
    /// Where it stands.
    pub(crate) document: DocumentId,
    pub(crate) text: NoteText,
    /// What the vault has of it; empty where it has nothing.
    pub(crate) saved: Heads,
    /// What somebody wrote and the vault refused. It is in the text, and what they write next is made of it.
    refused: Option<String>,
}

impl OpenNote {
    /// Loads a text, or begins it where there is none.
    pub(crate) fn load(
        vault: &Vault,
        dossier: &DossierId,
        id: &NoteId,
        writer: &Writer,
    ) -> Result<Self, CoachError> {
        let document = note_document(dossier, id);
        let chunks = vault.chunks(document)?;
        if chunks.is_empty() {
            let text = NoteText::create(id.clone(), writer)?;
            return Ok(Self { id: id.clone(), document, text, saved: Heads::new(), refused: None });
        }
        let text = NoteText::load(id.clone(), chunks.iter().map(Vec::as_slice), writer)
            .map_err(|source| CoachError::Document { document: id.to_string(), source })?;
        if chunks.len() > MOST_CHUNKS
            && let Some(whole) = text.compacted()
        {
            // What finds no room is tried again at the next opening: reading needs no room.
            let _ = vault.replace(document, &whole);
        }
        Ok(Self { id: id.clone(), document, saved: text.heads(), text, refused: None })
    }

    /// A text with what came for it, where that was laid beside the text as it stands in the vault and nobody has it open.
    pub(crate) fn arrived(id: NoteId, document: DocumentId, arrival: Arrival, saved: Heads) -> Self {
        let text = NoteText::from_arrival(id.clone(), arrival);
        Self { id, document, text, saved, refused: None }
    }

    /// What a text that is not open holds, without loading it; `None` where that was not kept beside it.
    pub(crate) fn heads_at_rest(vault: &Vault, document: DocumentId) -> Result<Option<Heads>, CoachError> {
        let Some(bytes) = vault.get(Shelf::Heads, &document.0)? else { return Ok(None) };
        let (heads, rest) = bytes.as_chunks::<32>();
        Ok(rest.is_empty().then(|| heads.iter().copied().map(ChangeHash).collect()))
    }

    /// Whether there is anything that the vault does not have.
    pub(crate) fn is_saved(&self) -> bool {
        // A text that was only begun is the same everywhere, and need not be kept.
        self.saved.is_empty() && self.refused.is_none() || self.text.heads() == self.saved
    }

    /// What the vault does not have.
    pub(crate) fn unsaved(&self) -> Vec<u8> {
        if self.saved.is_empty() { self.text.save() } else { self.text.save_since(&self.saved) }
    }

    /// What is kept beside the text, for a batch: the line that lists show, and what the text holds.
    pub(crate) fn describe_into(&self, batch: &mut Batch) {
        put_heads(self.document, &self.text.heads(), batch);
        let words: Vec<String> = self.text.text().split_whitespace().map(str::to_owned).collect();
        let excerpt: String = words.join(" ").chars().take(EXCERPT).collect();
        batch.put(Shelf::Excerpts, &self.document.0, excerpt.as_bytes());
    }

    /// Writes what somebody made of `shown`, or the whole text where they saw none.
    pub(crate) fn write(
        &mut self,
        shown: Option<&str>,
        text: &str,
        at: DateTime<Utc>,
        batch: Batch,
        vault: &Vault,
    ) -> Result<(), CoachError> {
        let wrote = match self.refused.as_deref().or(shown) {
            Some(shown) => self.text.write_over(shown, text, at)?,
            None => self.text.write(text, at)?,
        };
        if !wrote && self.text.heads() == self.saved {
            return Ok(());
        }
        self.refused = Some(text.to_owned());
        self.save(batch, vault)
    }

    /// Makes durable what is not yet.
    pub(crate) fn save(&mut self, mut batch: Batch, vault: &Vault) -> Result<(), CoachError> {
        self.describe_into(&mut batch);
        vault.append(&[Append { document: self.document, chunk: &self.unsaved(), summary: None }], batch)?;
        self.now_saved();
        Ok(())
    }

    /// Notes that the vault has all of it.
    pub(crate) fn now_saved(&mut self) {
        self.saved = self.text.heads();
        self.refused = None;
    }
}
