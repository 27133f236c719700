//! One Automerge document: loading, saving, committing.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::transaction::{CommitOptions, Transaction};
use automerge::{ActorId, Author, Automerge, AutomergeError, ChangeHash};
use chrono::{DateTime, Utc};
use thiserror::Error;

use crate::arrival::Arrival;
use crate::id::{CoachId, Id};
use crate::shape::{self, FORMAT};

/// Who writes here: the coach, and the linear stream of this copy of the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The person.
    pub coach: CoachId,
    /// This device's stream for this document: 16 bytes that no other copy of the vault uses.
    pub actor: [u8; 16],
}

/// Why a document could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The bytes are not an Automerge document, or not a whole one.
    #[error("the document cannot be read: {0}")]
    Unreadable(String),
    /// The document is another one than was asked for.
    #[error("this is not the document {0}")]
    Another(String),
}

/// The heads of a document: what it holds, in 32 bytes a head.
pub type Heads = Vec<ChangeHash>;

/// An Automerge document with its writer. It knows nothing of what stands in it.
#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) doc: Automerge,
    /// What it held when it was loaded, before its beginning was completed.
    loaded: Heads,
}

impl Document {
    pub(crate) fn new(mut doc: Automerge, writer: &Writer) -> Self {
        sign_in(&mut doc, writer);
        Self { doc, loaded: Heads::new() }
    }

    /// Loads chunks as they were saved: a whole document, then what came since.
    pub(crate) fn load<'a>(
        chunks: impl IntoIterator<Item = &'a [u8]>,
        kind: &str,
        id: &str,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        let bytes: Vec<u8> = chunks.into_iter().flatten().copied().collect();
        let mut doc = guarded(|| Automerge::load(&bytes))?;
        if !shape::is(&doc, kind, id) {
            return Err(LoadError::Another(id.to_owned()));
        }
        let loaded = doc.get_heads();
        if kind == shape::DOSSIER {
            shape::complete(&mut doc, id).map_err(unreadable)?;
        }
        sign_in(&mut doc, writer);
        Ok(Self { doc, loaded })
    }

    /// What the bytes held that it was loaded from.
    pub(crate) fn as_loaded(&self) -> &[ChangeHash] {
        &self.loaded
    }

    /// What stands in `bytes` and nothing else, with the same writer.
    pub(crate) fn load_apart(&self, bytes: &[u8]) -> Result<Automerge, LoadError> {
        let mut doc = guarded(|| Automerge::load(bytes))?;
        doc.set_author(self.doc.get_author().cloned());
        doc.set_actor(self.doc.get_actor().clone());
        Ok(doc)
    }

    /// Whether this version may write in the document.
    pub(crate) fn writable(&self) -> Result<(), crate::EditError> {
        match shape::format(&self.doc) {
            Some(found) if found > FORMAT => Err(crate::EditError::NewerFormat { found, known: FORMAT }),
            _ => Ok(()),
        }
    }

    /// Runs one transaction as one change; returns whether it wrote anything.
    pub(crate) fn commit<T>(
        &mut self,
        at: DateTime<Utc>,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<T, crate::EditError>,
    ) -> Result<(T, bool), crate::EditError> {
        self.writable()?;
        self.doc
            .transact_with(|_| CommitOptions::default().with_time(at.timestamp()), write)
            .map(|success| (success.result, success.hash.is_some()))
            .map_err(|failure| failure.error)
    }

    /// Writes a change that says nothing and follows on all heads, so that one is left.
    pub(crate) fn join_heads(&mut self, at: DateTime<Utc>) {
        self.doc.empty_commit(CommitOptions::default().with_time(at.timestamp()));
    }

    /// Takes in another replica's changes of the same document.
    pub(crate) fn merge(&mut self, changes: &[u8], kind: &str, id: &str) -> Result<usize, LoadError> {
        // Loading can panic on hostile bytes: on a scratch copy, so that what is here stays whole.
        let mut scratch = self.doc.clone();
        let count = guarded(|| scratch.load_incremental(changes))?;
        if !shape::is(&scratch, kind, id) {
            return Err(LoadError::Another(id.to_owned()));
        }
        self.doc = scratch;
        Ok(count)
    }

    /// Takes in what was looked at and found good, if the document is still as it was then.
    pub(crate) fn accept(&mut self, arrival: Arrival) -> bool {
        let still = self.doc.get_heads() == arrival.before();
        if still {
            self.doc = arrival.into_document();
        }
        still
    }

    /// The document as it stands with what was looked at and found good.
    pub(crate) fn arrived(arrival: Arrival) -> Self {
        Self { doc: arrival.into_document(), loaded: Heads::new() }
    }

    /// Takes in what was looked at and found good, whatever was written here since.
    pub(crate) fn take_in(&mut self, arrival: Arrival) -> Result<(), LoadError> {
        if self.doc.get_heads() == arrival.before() {
            self.doc = arrival.into_document();
            return Ok(());
        }
        let mut theirs = arrival.into_document();
        guarded(|| self.doc.merge(&mut theirs)).map(drop)
    }

    /// Whether all of these changes are here.
    pub(crate) fn knows(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.doc.get_change_meta_by_hash(head).is_some())
    }

    pub(crate) fn save(&self) -> Vec<u8> {
        self.doc.save()
    }

    /// The whole document, to stand in place of its chunks; `None` where that would not be read again as it is. Of what hostile
    /// changes made, Automerge writes some that it does not load.
    pub(crate) fn compacted(&self) -> Option<Vec<u8>> {
        let bytes = guarded(|| Ok(self.doc.save())).ok()?;
        let again = guarded(|| Automerge::load(&bytes)).ok()?;
        (again.get_heads() == self.heads()).then_some(bytes)
    }

    pub(crate) fn save_since(&self, heads: &[ChangeHash]) -> Vec<u8> {
        self.doc.save_after(heads)
    }

    pub(crate) fn heads(&self) -> Heads {
        self.doc.get_heads()
    }
}

fn sign_in(doc: &mut Automerge, writer: &Writer) {
    doc.set_author(Some(Author::from(writer.coach.as_str().as_bytes().to_vec())));
    doc.set_actor(ActorId::from(writer.actor));
}

fn unreadable(error: impl std::fmt::Display) -> LoadError {
    LoadError::Unreadable(error.to_string())
}

pub(crate) fn guarded<T>(load: impl FnOnce() -> Result<T, AutomergeError>) -> Result<T, LoadError> {
    match catch_unwind(AssertUnwindSafe(load)) {
        Ok(result) => result.map_err(unreadable),
        Err(_) => Err(unreadable("it is damaged in a way that stopped the reader")),
    }
}
