//! Documents: a growing list of chunks, and a summary that is read without them.

use crate::batch::{Batch, Place, Shelf};
use crate::error::VaultError;
use crate::vault::Vault;

/// A document's id; the vault knows nothing more about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub [u8; 16]);

/// How many chunks are asked for at first, and at most: most documents have one or two.
const AT_FIRST: u32 = 2;
const AT_ONCE: u32 = 64;

impl DocumentId {
    fn chunk(self, number: u32) -> Vec<u8> {
        [self.0.as_slice(), &number.to_be_bytes()].concat()
    }
}

/// What a document gets in one batch.
#[derive(Clone, Copy)]
pub struct Append<'a> {
    /// Which document.
    pub document: DocumentId,
    /// What comes after the chunks that it has.
    pub chunk: &'a [u8],
    /// Its new summary, if that changes.
    pub summary: Option<&'a [u8]>,
}

impl Vault {
    /// Adds a chunk to each of several documents together with `batch`: one journal frame, one sync, all or nothing.
    pub fn append(&self, parts: &[Append<'_>], mut batch: Batch) -> Result<(), VaultError> {
        for part in parts {
            let count = self.chunk_count(part.document)?;
            batch.put(Shelf::Documents, &part.document.chunk(count), part.chunk);
            if let Some(summary) = part.summary {
                batch.put(Shelf::Summaries, &part.document.0, summary);
            }
        }
        self.commit(batch)?;
        parts.iter().for_each(|part| self.count_one_more(part.document));
        Ok(())
    }

    /// Puts one chunk in place of all that a document has.
    pub fn replace(&self, document: DocumentId, snapshot: &[u8]) -> Result<(), VaultError> {
        self.replace_all(&[(document, Some(snapshot))], Batch::default())
    }

    /// Puts one chunk in place of all that each of several documents has, or nothing, together with `batch`: one journal frame,
    /// all or nothing.
    pub fn replace_all(
        &self,
        parts: &[(DocumentId, Option<&[u8]>)],
        mut batch: Batch,
    ) -> Result<(), VaultError> {
        for (document, snapshot) in parts {
            let kept = u32::from(snapshot.is_some());
            let count = self.chunk_count(*document)?;
            (kept..count).for_each(|number| batch.delete(Shelf::Documents, &document.chunk(number)));
            if let Some(snapshot) = snapshot {
                batch.put(Shelf::Documents, &document.chunk(0), snapshot);
            }
        }
        self.commit(batch)?;
        parts.iter().for_each(|(document, _)| self.forget_count(*document));
        Ok(())
    }

    /// Whether there is such a document.
    pub fn holds(&self, document: DocumentId) -> Result<bool, VaultError> {
        Ok(self.chunk_count(document)? > 0)
    }

    /// Gives a document another id, all of it or nothing; `batch` is written along. Nothing happens where there is none.
    pub fn rename(&self, from: DocumentId, to: DocumentId, mut batch: Batch) -> Result<(), VaultError> {
        let chunks = self.chunks(from)?;
        for (number, chunk) in (0..).zip(&chunks) {
            batch.delete(Shelf::Documents, &from.chunk(number));
            batch.put(Shelf::Documents, &to.chunk(number), chunk);
        }
        self.commit(batch)?;
        [from, to].into_iter().for_each(|document| self.forget_count(document));
        Ok(())
    }

    /// All chunks of a document, oldest first; none where there is no such document.
    pub fn chunks(&self, document: DocumentId) -> Result<Vec<Vec<u8>>, VaultError> {
        let mut chunks = Vec::new();
        let (mut more, mut count) = (true, AT_FIRST);
        while more {
            let from = chunks.len() as u32;
            let numbers = (from..from + count).map(|number| document.chunk(number));
            count = (4 * count).min(AT_ONCE);
            for chunk in self.get_many(Shelf::Documents, numbers)? {
                match chunk? {
                    Some(chunk) if more => chunks.push(chunk),
                    _ => more = false,
                }
            }
        }
        self.know_count(document, chunks.len());
        Ok(chunks)
    }

    /// Every document that has a summary, with it.
    pub fn summaries(&self) -> Vec<(DocumentId, Vec<u8>)> {
        let state = self.state();
        let entries = state.resident.iter().filter(|((shelf, _), _)| *shelf == Shelf::Summaries);
        let summary = |(_, key): &Place, value: &[u8]| {
            Some((DocumentId(key.as_slice().try_into().ok()?), value.to_vec()))
        };
        entries.filter_map(|(place, value)| summary(place, value)).collect()
    }
}
