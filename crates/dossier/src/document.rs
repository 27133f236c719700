//! One Automerge document: loading, saving, committing.

use automerge::transaction::{CommitOptions, Transaction};
use automerge::{ActorId, Author, Automerge, ChangeHash};
use chrono::{DateTime, Utc};

use crate::bounds::{self, Size};
use crate::edit::EditError;
use crate::id::{CoachId, Id};
use crate::loading::{LoadError, guarded};
use crate::shape::{self, FORMAT};

/// The author and the stream of the changes that are written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The coach who writes.
    pub coach: CoachId,
    /// This device's actor for this document: 16 bytes that no other copy of the vault uses. Two devices that
    /// write with one actor would each make a different change in the same place of one stream, and Automerge
    /// refuses to merge these.
    pub actor: [u8; 16],
}

/// The heads of a document: the hashes of its last changes, which name everything that the document holds.
pub type Heads = Vec<ChangeHash>;

/// An Automerge document with its writer. It knows nothing about its content.
#[derive(Clone)]
pub(crate) struct Document {
    pub(crate) doc: Automerge,
    /// The heads at the time of loading, before the shape was completed.
    loaded: Heads,
}

impl Document {
    pub(crate) fn new(mut doc: Automerge, writer: &Writer) -> Self {
        set_writer(&mut doc, writer);
        Self { doc, loaded: Heads::new() }
    }

    /// Wraps a document that has its writer already.
    pub(crate) fn of(doc: Automerge) -> Self {
        Self { doc, loaded: Heads::new() }
    }

    /// Loads chunks as they were saved: a whole document, then the changes that came after it.
    pub(crate) fn load<'a>(
        chunks: impl IntoIterator<Item = &'a [u8]>,
        kind: &str,
        id: &str,
        writer: &Writer,
    ) -> Result<Self, LoadError> {
        let bytes: Vec<u8> = chunks.into_iter().flatten().copied().collect();
        let mut doc = guarded(|| Automerge::load(&bytes))?;
        if !shape::is(&doc, kind, id) {
            return Err(LoadError::WrongDocument(id.to_owned()));
        }
        let loaded = doc.get_heads();
        if kind == shape::DOSSIER {
            shape::complete(&mut doc, id).map_err(LoadError::unreadable)?;
        }
        set_writer(&mut doc, writer);
        Ok(Self { doc, loaded })
    }

    /// Returns the heads of the bytes that the document was loaded from.
    pub(crate) fn as_loaded(&self) -> &[ChangeHash] {
        &self.loaded
    }

    /// Loads bytes that somebody else wrote as a document of its own, with the same writer.
    pub(crate) fn load_apart(&self, bytes: &[u8]) -> Result<Automerge, LoadError> {
        bounds::within(bytes, Size::OfADocument)?;
        let mut doc = guarded(|| Automerge::load(bytes))?;
        doc.set_author(self.doc.get_author().cloned());
        doc.set_actor(self.doc.get_actor().clone());
        Ok(doc)
    }

    /// Returns the document with changes that somebody else wrote, and leaves this one as it is. Bytes that
    /// are not whole at the end are left out.
    ///
    /// Automerge can panic while it loads hostile bytes, so it loads them into a copy. What they make of the
    /// document must be within the bounds too: it is loaded again whenever the document is opened.
    pub(crate) fn with_changes(&self, changes: &[u8]) -> Result<Automerge, LoadError> {
        let changes = bounds::within(changes, Size::OfAddedChanges)?;
        let mut doc = self.doc.clone();
        guarded(|| doc.load_incremental(changes))?;
        let saved = guarded(|| Ok(doc.save()))?;
        bounds::within(&saved, Size::OfADocument)?;
        // Automerge accepts some changes that it then cannot save as a document that loads, or that reads otherwise
        // once it is loaded. What is shown must be what is there at the next start, and for everybody else.
        let mut again = guarded(|| Automerge::load(&saved))?;
        if again.get_heads() != doc.get_heads() {
            return Err(LoadError::unreadable("it cannot be written so that it is read again"));
        }
        again.set_author(self.doc.get_author().cloned());
        again.set_actor(self.doc.get_actor().clone());
        Ok(again)
    }

    /// Returns an error if this version must not write in the document.
    pub(crate) fn writable(&self) -> Result<(), EditError> {
        match shape::format(&self.doc) {
            Some(found) if found > FORMAT => Err(EditError::NewerFormat { found, known: FORMAT }),
            _ => Ok(()),
        }
    }

    /// Runs one transaction as one change; returns whether it wrote anything.
    pub(crate) fn commit<T>(
        &mut self,
        at: DateTime<Utc>,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<T, EditError>,
    ) -> Result<(T, bool), EditError> {
        self.writable()?;
        self.doc
            .transact_with(|_| CommitOptions::default().with_time(at.timestamp()), write)
            .map(|success| (success.result, success.hash.is_some()))
            .map_err(|failure| failure.error)
    }

    /// Commits an empty change that depends on all heads if there are more than `most`, so that one head is
    /// left. Returns whether it did.
    pub(crate) fn join_heads(&mut self, most: usize, at: DateTime<Utc>) -> Result<bool, EditError> {
        self.writable()?;
        let too_many = self.heads().len() > most;
        if too_many {
            self.doc.empty_commit(CommitOptions::default().with_time(at.timestamp()));
        }
        Ok(too_many)
    }

    /// Returns whether the document holds all of these changes.
    pub(crate) fn knows(&self, heads: &[ChangeHash]) -> bool {
        heads.iter().all(|head| self.doc.get_change_meta_by_hash(head).is_some())
    }

    pub(crate) fn save(&self) -> Vec<u8> {
        self.doc.save()
    }

    /// Returns the whole document as bytes that can replace its chunks; `None` if these bytes would not load
    /// as the same document. Automerge saves some hostile changes that it then cannot load.
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

fn set_writer(doc: &mut Automerge, writer: &Writer) {
    doc.set_author(Some(Author::from(writer.coach.as_str().as_bytes().to_vec())));
    doc.set_actor(ActorId::from(writer.actor));
}
