//! The only way to save a document: all documents that one use case writes, and the entries that belong with
//! them, go into one journal frame.
//!
//! The vault stores data beside a document that must agree with it: its heads, the dossier's card of the
//! caseload, and the excerpt of a note. Data in memory about all dossiers must agree too: the caseload and
//! the index for searching. Code that saves without this type would forget one of them.

use dossier::{ChangeHash, Dossier, DossierId, NoteText, PrivateNotes};
use vault::{Append, Batch, DocumentId, Shelf, Vault};

use crate::caseload::card::{self, CaseCard, Caseload, Counts};
use crate::desk::document_id::dossier_document;
use crate::desk::excerpt::excerpt;
use crate::desk::stored_document::{Stored, StoredDocument};
use crate::dossier::news::News;
use crate::error::CoachError;
use crate::search::state::Search;

/// The vault, with the data in memory about all dossiers.
pub(crate) struct Stores<'a> {
    pub(crate) vault: &'a Vault,
    pub(crate) caseload: &'a mut Caseload,
    pub(crate) search: &'a mut Search,
}

/// Everything that one use case writes.
pub(crate) struct Saving {
    batch: Batch,
    chunks: Vec<Chunk>,
    cards: Vec<CaseCard>,
}

/// A chunk to write to one document.
struct Chunk {
    document: DocumentId,
    bytes: Vec<u8>,
    /// The dossier's card of the caseload, if the document is a record.
    summary: Option<Vec<u8>>,
}

impl Saving {
    /// Begins a save with other entries that belong in the same frame.
    pub(crate) fn with(batch: Batch) -> Self {
        Self { batch, chunks: Vec::new(), cards: Vec::new() }
    }

    /// Adds a chunk of a record, with its heads and its card of the caseload.
    pub(crate) fn record(
        &mut self,
        record: &StoredDocument<Dossier>,
        chunk: Vec<u8>,
        counts: &Counts,
        news: &News,
    ) {
        let card = card::card(record.content(), counts.clone(), news.count());
        self.document(record, chunk, Some(card::encode(&card)));
        self.cards.push(card);
    }

    /// Adds the card of a dossier whose record does not change.
    pub(crate) fn card(&mut self, dossier: &Dossier, counts: &Counts, news: &News) {
        let card = card::card(dossier, counts.clone(), news.count());
        self.batch.put(Shelf::Summaries, &dossier_document(dossier.id()).0, &card::encode(&card));
        self.cards.push(card);
    }

    /// Adds the changes from others that have not been seen yet.
    pub(crate) fn news(&mut self, id: &DossierId, news: &News) {
        news.put(id, &mut self.batch);
    }

    /// Adds a chunk of a note's text, with its heads and its excerpt.
    pub(crate) fn note(&mut self, text: &StoredDocument<NoteText>, chunk: Vec<u8>) {
        let excerpt = excerpt(&text.content().text());
        self.batch.put(Shelf::Excerpts, &text.id().0, excerpt.as_bytes());
        self.document(text, chunk, None);
    }

    /// Adds a chunk of private notes, with its heads.
    pub(crate) fn private(&mut self, notes: &StoredDocument<PrivateNotes>, chunk: Vec<u8>) {
        self.document(notes, chunk, None);
    }

    fn document<D: Stored>(&mut self, stored: &StoredDocument<D>, chunk: Vec<u8>, summary: Option<Vec<u8>>) {
        put_heads(stored.id(), &stored.content().heads(), &mut self.batch);
        self.chunks.push(Chunk { document: stored.id(), bytes: chunk, summary });
    }

    /// Appends the chunks to their documents. If the vault refuses, nothing is written.
    pub(crate) fn append(self, stores: &mut Stores<'_>) -> Result<(), CoachError> {
        if self.chunks.is_empty() {
            if !self.batch.is_empty() {
                stores.vault.commit(self.batch)?;
            }
        } else {
            let appends = self.chunks.iter().map(|Chunk { document, bytes, summary }| Append {
                document: *document,
                chunk: bytes,
                summary: summary.as_deref(),
            });
            stores.vault.append(&appends.collect::<Vec<_>>(), self.batch)?;
        }
        follow(self.cards, stores);
        Ok(())
    }

    /// Replaces all chunks of the documents by the added ones, and removes the texts of notes with their heads
    /// and their excerpts. If the vault refuses, nothing is written.
    pub(crate) fn replace(
        mut self,
        removed_notes: &[DocumentId],
        stores: &mut Stores<'_>,
    ) -> Result<(), CoachError> {
        for chunk in &self.chunks {
            if let Some(summary) = &chunk.summary {
                self.batch.put(Shelf::Summaries, &chunk.document.0, summary);
            }
        }
        for note in removed_notes {
            [Shelf::Heads, Shelf::Excerpts].into_iter().for_each(|shelf| self.batch.delete(shelf, &note.0));
        }
        let replaced = self.chunks.iter().map(|chunk| (chunk.document, Some(chunk.bytes.as_slice())));
        let removed = removed_notes.iter().map(|note| (*note, None));
        let documents: Vec<(DocumentId, Option<&[u8]>)> = replaced.chain(removed).collect();
        stores.vault.replace_all(&documents, self.batch)?;
        follow(self.cards, stores);
        Ok(())
    }
}

/// Updates the data in memory about all dossiers to what is durable now.
fn follow(cards: Vec<CaseCard>, stores: &mut Stores<'_>) {
    for card in cards {
        stores.search.touch(&card.id);
        stores.caseload.replace(card);
    }
}

/// Adds the heads of a document, so that a caller can compare them without loading the document.
fn put_heads(document: DocumentId, heads: &[ChangeHash], batch: &mut Batch) {
    let heads: Vec<u8> = heads.iter().flat_map(|head| head.0).collect();
    batch.put(Shelf::Heads, &document.0, &heads);
}
