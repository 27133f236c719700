//! The documents of a dossier as other devices see them: their heads, their changes, and the
//! changes that arrive.
//!
//! The caller has verified what arrives. Changes are durable here before they are given out: if
//! another device held a change that this device lost, this device would reuse its number, and its own
//! history would fork.

use std::collections::BTreeMap;

use dossier::model::Note;
use dossier::{Arrival, ChangeHash, DocumentName, Dossier, DossierId, Heads, NoteId, NoteText, Writer};
use vault::{Batch, DocumentId};

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::open_dossier::OpenDossier;
use crate::desk::open_note::OpenNote;
use crate::desk::saving::Saving;
use crate::error::CoachError;
use crate::transport::arrivals::{DocumentArrival, StagedArrivals};

/// The changes that arrived, by dossier and document.
pub(crate) type Arrivals = BTreeMap<DossierId, BTreeMap<DocumentName, Arrival>>;

/// A document, open or as the vault stores it.
enum Replica<'a> {
    Record(&'a Dossier),
    Note(Box<NoteText>),
}

impl Desk {
    /// Returns the names of the documents of a dossier: the record, and every note that has a text, also of
    /// removed notes. Returns no names if there is no such dossier.
    pub(crate) fn documents_of(&mut self, id: &DossierId) -> Result<Vec<DocumentName>, CoachError> {
        if !self.has(id)? {
            return Ok(Vec::new());
        }
        let notes = self.read(id)?.ids_and_removed::<Note>();
        let mut names = vec![DocumentName::Record];
        for note in notes {
            if self.vault().holds(note_document(id, &note))? {
                names.push(DocumentName::Note(note));
            }
        }
        Ok(names)
    }

    /// Returns the heads of a document, or none if the document does not exist.
    pub(crate) fn heads_of(&mut self, id: &DossierId, name: &DocumentName) -> Result<Heads, CoachError> {
        if let Some(document) = self.closed_note(id, name)
            && let Some(heads) = OpenNote::saved_heads(self.vault(), document)?
        {
            return Ok(heads);
        }
        Ok(self.replica(id, name)?.map(|replica| replica.heads()).unwrap_or_default())
    }

    /// Returns whether a document contains all of these changes.
    pub(crate) fn knows(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, CoachError> {
        if let Some(document) = self.closed_note(id, name)
            && let Some(there) = OpenNote::saved_heads(self.vault(), document)?
            && heads.iter().all(|head| there.contains(head))
        {
            return Ok(true);
        }
        Ok(match self.replica(id, name)? {
            None => heads.is_empty(),
            Some(Replica::Record(record)) => record.knows(heads),
            Some(Replica::Note(text)) => text.knows(heads),
        })
    }

    /// Returns the changes after `heads`, or all changes if `heads` is empty.
    pub(crate) fn changes_since(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, CoachError> {
        let whole = heads.is_empty();
        if whole && let Some(document) = self.closed_note(id, name) {
            // A text that was written in one go is stored in the same form in which it is sent.
            let mut chunks = self.vault().chunks(document)?;
            if chunks.len() == 1 {
                return Ok(chunks.remove(0));
            }
        }
        Ok(match self.replica(id, name)? {
            None => Vec::new(),
            Some(Replica::Record(record)) if whole => record.save(),
            Some(Replica::Record(record)) => record.save_since(heads),
            Some(Replica::Note(text)) if whole => text.save(),
            Some(Replica::Note(text)) => text.save_since(heads),
        })
    }

    /// Examines changes against a document, which may not exist here yet. Merges nothing.
    pub(crate) fn examine(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        changes: &[u8],
    ) -> Result<Arrival, CoachError> {
        let writer = self.writer(id, name);
        let examined = match self.replica(id, name)? {
            Some(Replica::Record(record)) => record.examine(changes),
            Some(Replica::Note(text)) => text.examine(changes),
            None => return examine_new(id, name, changes, &writer),
        };
        examined.map_err(|source| CoachError::Document { document: format!("{id}/{name}"), source })
    }

    /// Merges what the exchange has verified. The changes and `batch` become durable in one journal frame. If
    /// the vault refuses, nothing has changed here.
    pub(crate) fn merge(&mut self, arrivals: Arrivals, batch: Batch) -> Result<Vec<Topic>, CoachError> {
        let (mut begun, mut staged, mut saving) = (Vec::new(), Vec::new(), Saving::with(batch));
        let merged = self.stage(arrivals, &mut saving, &mut begun, &mut staged).and_then(|topics| {
            saving.append(&mut self.stores())?;
            Ok(topics)
        });
        if merged.is_ok() {
            for (id, staged) in staged {
                let (open, stores) = self.open(&id)?;
                open.commit_staged(staged, &stores);
            }
        }
        // A dossier whose record is not in the vault must not stay open: a note may arrive before its record.
        for id in begun {
            if !self.vault().holds(dossier_document(&id))? {
                self.close(&id);
            }
        }
        merged
    }

    /// Stages what arrived, dossier by dossier, and adds the dossiers that are new here to `begun`.
    fn stage(
        &mut self,
        arrivals: Arrivals,
        saving: &mut Saving,
        begun: &mut Vec<DossierId>,
        staged: &mut Vec<(DossierId, StagedArrivals)>,
    ) -> Result<Vec<Topic>, CoachError> {
        let (me, mut topics) = (self.exchange()?.own_coaches(), Vec::new());
        for (id, arrivals) in arrivals {
            if !self.has(&id)? {
                let dossier = Dossier::create(id.clone(), &self.writer(&id, &DocumentName::Record))?;
                self.put_open(id.clone(), OpenDossier::new(dossier));
                begun.push(id.clone());
            }
            topics.extend(Changed::dossier(&id).topics);
            let mut of_one = Vec::new();
            for (name, arrival) in arrivals {
                let note = note_of(&name).map(|note| (note.clone(), self.writer(&id, &name)));
                topics
                    .extend(note.iter().map(|(note, _)| Topic::Note { id: id.clone(), note: note.clone() }));
                of_one.push(DocumentArrival { note, arrival });
            }
            let (open, mut stores) = self.open(&id)?;
            let one = open.stage(of_one, &me, saving, &mut stores)?;
            staged.push((id, one));
        }
        Ok(topics)
    }

    /// Returns the document of a note's text, if the name is a note's and nobody is writing in it here.
    fn closed_note(&self, id: &DossierId, name: &DocumentName) -> Option<DocumentId> {
        let note = note_of(name)?;
        let open = self.if_open(id).and_then(|open| open.note());
        open.is_none_or(|open| open.id() != note).then(|| note_document(id, note))
    }

    /// Returns whether any part of a document exists here.
    pub(crate) fn has_document(&self, id: &DossierId, name: &DocumentName) -> Result<bool, CoachError> {
        match self.closed_note(id, name) {
            Some(document) => Ok(self.vault().holds(document)?),
            None => self.has(id),
        }
    }

    fn has(&self, id: &DossierId) -> Result<bool, CoachError> {
        Ok(self.if_open(id).is_some() || self.vault().holds(dossier_document(id))?)
    }

    /// Makes a document durable and returns it, or `None` if it does not exist.
    fn replica(&mut self, id: &DossierId, name: &DocumentName) -> Result<Option<Replica<'_>>, CoachError> {
        if let DocumentName::Note(note) = name {
            let writer = self.writer(id, name);
            if !self.has_document(id, name)? {
                return Ok(None);
            }
            let open = match self.has(id)? {
                true => {
                    let (open, mut stores) = self.open(id)?;
                    open.saved_note(note, &writer, &mut stores)?
                }
                false => OpenNote::load(self.vault(), id, note, &writer)?,
            };
            return Ok((!open.stored().is_new()).then(|| Replica::Note(Box::new(open.into_text()))));
        }
        if !self.has(id)? {
            return Ok(None);
        }
        let (open, mut stores) = self.open(id)?;
        open.save(Batch::default(), &mut stores)?;
        Ok(Some(Replica::Record(self.read(id)?)))
    }
}

/// Examines changes of a document that does not exist here yet. It needs no desk, so it can run
/// on any thread.
pub(crate) fn examine_new(
    id: &DossierId,
    name: &DocumentName,
    changes: &[u8],
    writer: &Writer,
) -> Result<Arrival, CoachError> {
    let examined = match name {
        DocumentName::Record => Dossier::create(id.clone(), writer)?.examine(changes),
        DocumentName::Note(note) => NoteText::create(note.clone(), writer)?.examine(changes),
    };
    examined.map_err(|source| CoachError::Document { document: format!("{id}/{name}"), source })
}

impl Replica<'_> {
    fn heads(&self) -> Heads {
        match self {
            Self::Record(record) => record.heads(),
            Self::Note(text) => text.heads(),
        }
    }
}

fn note_of(name: &DocumentName) -> Option<&NoteId> {
    match name {
        DocumentName::Record => None,
        DocumentName::Note(note) => Some(note),
    }
}
