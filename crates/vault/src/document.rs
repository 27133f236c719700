//! Documents: a list of chunks that grows, and a summary that is read without them.

use crate::batch::{Batch, EntryAddress, Shelf};
use crate::document_id::DocumentId;
use crate::error::VaultError;
use crate::vault::Vault;

/// The number of chunks in the first read: most documents have one or two.
const FIRST_READ: u32 = 2;
/// The most chunks in one read.
const LARGEST_READ: u32 = 64;

/// A chunk to append to a document.
#[derive(Clone, Copy)]
pub struct Append<'a> {
    /// The document to append to.
    pub document: DocumentId,
    /// The chunk that follows on those of the document.
    pub chunk: &'a [u8],
    /// The new summary of the document, if it changes.
    pub summary: Option<&'a [u8]>,
}

impl Vault {
    /// Appends a chunk to each of several documents, and writes `batch` with them: one journal frame, one
    /// sync, all or nothing.
    pub fn append(&self, parts: &[Append<'_>], mut batch: Batch) -> Result<(), VaultError> {
        for part in parts {
            let count = self.chunk_count(part.document)?;
            batch.put(Shelf::Documents, &part.document.chunk_key(count), part.chunk);
            if let Some(summary) = part.summary {
                batch.put(Shelf::Summaries, &part.document.0, summary);
            }
        }
        self.commit(batch)?;
        parts.iter().for_each(|part| self.count_one_more(part.document));
        Ok(())
    }

    /// Replaces all chunks of a document by one.
    pub fn replace(&self, document: DocumentId, snapshot: &[u8]) -> Result<(), VaultError> {
        self.replace_all(&[(document, Some(snapshot))], Batch::default())
    }

    /// Replaces all chunks of each of several documents by one chunk or by none, and writes `batch` with
    /// them: one journal frame, all or nothing.
    pub fn replace_all(
        &self,
        parts: &[(DocumentId, Option<&[u8]>)],
        mut batch: Batch,
    ) -> Result<(), VaultError> {
        for (document, snapshot) in parts {
            let fresh = u32::from(snapshot.is_some());
            let count = self.chunk_count(*document)?;
            (fresh..count).for_each(|number| batch.delete(Shelf::Documents, &document.chunk_key(number)));
            if let Some(snapshot) = snapshot {
                batch.put(Shelf::Documents, &document.chunk_key(0), snapshot);
            }
        }
        self.commit(batch)?;
        parts.iter().for_each(|(document, _)| self.forget_count(*document));
        Ok(())
    }

    /// Returns whether there is such a document.
    pub fn holds(&self, document: DocumentId) -> Result<bool, VaultError> {
        Ok(self.chunk_count(document)? > 0)
    }

    /// Gives a document another id and writes `batch` with it, all or nothing. Writes only `batch` if there
    /// is no such document.
    pub fn rename(&self, from: DocumentId, to: DocumentId, mut batch: Batch) -> Result<(), VaultError> {
        let chunks = self.chunks(from)?;
        for (number, chunk) in (0..).zip(&chunks) {
            batch.delete(Shelf::Documents, &from.chunk_key(number));
            batch.put(Shelf::Documents, &to.chunk_key(number), chunk);
        }
        self.commit(batch)?;
        [from, to].into_iter().for_each(|document| self.forget_count(document));
        Ok(())
    }

    /// Returns all chunks of a document, oldest first; none if there is no such document.
    pub fn chunks(&self, document: DocumentId) -> Result<Vec<Vec<u8>>, VaultError> {
        let mut chunks = Vec::new();
        let (mut more, mut count) = (true, FIRST_READ);
        while more {
            let from = chunks.len() as u32;
            let numbers = (from..from + count).map(|number| document.chunk_key(number));
            count = (4 * count).min(LARGEST_READ);
            for chunk in self.get_many(Shelf::Documents, numbers)? {
                match chunk? {
                    Some(chunk) if more => chunks.push(chunk),
                    _ => more = false,
                }
            }
        }
        self.remember_count(document, chunks.len());
        Ok(chunks)
    }

    /// Returns every document that has a summary, with the summary.
    pub fn summaries(&self) -> Vec<(DocumentId, Vec<u8>)> {
        let state = self.state();
        let entries = state.resident.iter().filter(|((shelf, _), _)| *shelf == Shelf::Summaries.number());
        let summary = |(_, key): &EntryAddress, value: &[u8]| {
            Some((DocumentId(key.as_slice().try_into().ok()?), value.to_vec()))
        };
        entries.filter_map(|(address, value)| summary(address, value)).collect()
    }
}
