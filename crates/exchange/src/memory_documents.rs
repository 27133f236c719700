//! The documents of one dossier in memory: its record and its notes.

use std::collections::BTreeMap;

use dossier::{
    Arrival, ChangeHash, DocumentName, Dossier, DossierId, EditError, Fork, Heads, LoadError, NoteId,
    NoteText, Writer,
};

/// A record with the texts of its notes.
#[derive(Clone)]
pub(crate) struct MemoryDocuments {
    pub(crate) record: Dossier,
    pub(crate) notes: BTreeMap<NoteId, NoteText>,
}

impl MemoryDocuments {
    /// Begins a dossier without notes.
    pub(crate) fn begin(dossier: &DossierId, writer: &Writer) -> Result<Self, EditError> {
        Ok(Self { record: Dossier::create(dossier.clone(), writer)?, notes: BTreeMap::new() })
    }

    /// Begins a note, unless it exists.
    pub(crate) fn begin_note(&mut self, note: &NoteId, writer: &Writer) -> Result<(), EditError> {
        if !self.notes.contains_key(note) {
            self.notes.insert(note.clone(), NoteText::create(note.clone(), writer)?);
        }
        Ok(())
    }

    /// Loads the same documents for a device that writes them in streams of its own.
    pub(crate) fn reload(
        &self,
        dossier: &DossierId,
        writer: impl Fn(&DocumentName) -> Writer,
    ) -> Result<Self, LoadError> {
        let saved = self.record.save();
        let record = Dossier::load(dossier.clone(), [saved.as_slice()], &writer(&DocumentName::Record))?;
        let notes = self.notes.iter().map(|(note, text)| {
            let writer = writer(&DocumentName::Note(note.clone()));
            Ok((note.clone(), NoteText::load(note.clone(), [text.save().as_slice()], &writer)?))
        });
        Ok(Self { record, notes: notes.collect::<Result<_, LoadError>>()? })
    }

    /// Returns the names of the documents.
    pub(crate) fn names(&self) -> Vec<DocumentName> {
        let notes = self.notes.keys().cloned().map(DocumentName::Note);
        [DocumentName::Record].into_iter().chain(notes).collect()
    }

    /// Returns the heads of a document.
    pub(crate) fn heads(&self, document: &DocumentName) -> Heads {
        match document {
            DocumentName::Record => self.record.heads(),
            DocumentName::Note(id) => self.notes.get(id).map(NoteText::heads).unwrap_or_default(),
        }
    }

    /// Returns whether a document contains all of these changes.
    pub(crate) fn knows(&self, document: &DocumentName, heads: &[ChangeHash]) -> bool {
        match document {
            DocumentName::Record => self.record.knows(heads),
            DocumentName::Note(id) => self.notes.get(id).is_some_and(|text| text.knows(heads)),
        }
    }

    /// Returns the changes after `heads`, or the whole document if there are no heads.
    pub(crate) fn changes_since(&self, document: &DocumentName, heads: &[ChangeHash]) -> Vec<u8> {
        let whole = heads.is_empty();
        match document {
            DocumentName::Record if whole => self.record.save(),
            DocumentName::Record => self.record.save_since(heads),
            DocumentName::Note(id) => self
                .notes
                .get(id)
                .map_or_else(Vec::new, |text| if whole { text.save() } else { text.save_since(heads) }),
        }
    }

    /// Stages changes on a copy of a document.
    pub(crate) fn examine(&self, document: &DocumentName, changes: &[u8]) -> Result<Arrival, LoadError> {
        match document {
            DocumentName::Record => self.record.examine(changes),
            DocumentName::Note(id) => match self.notes.get(id) {
                Some(text) => text.examine(changes),
                None => Err(LoadError::WrongDocument(id.to_string())),
            },
        }
    }

    /// Writes the end of a forked stream anew; returns whether there was one.
    pub(crate) fn reauthor(
        &mut self,
        document: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
        writer: &Writer,
    ) -> Option<Vec<ChangeHash>> {
        let Self { record, notes } = self;
        match document {
            DocumentName::Record => {
                let first = record.first_forked(fork).ok()??;
                let (again, written) = record.reauthored(fork.actor, first, own, writer).ok()?;
                *record = again;
                Some(written)
            }
            DocumentName::Note(id) => {
                let text = notes.get_mut(id)?;
                let first = text.first_forked(fork).ok()??;
                let (again, written) = text.reauthored(fork.actor, first, own, writer).ok()?;
                *text = again;
                Some(written)
            }
        }
    }

    /// Merges staged changes; returns false if the document changed since they were staged.
    pub(crate) fn accept(&mut self, document: &DocumentName, arrival: Arrival) -> bool {
        match document {
            DocumentName::Record => self.record.fast_forward(arrival),
            DocumentName::Note(id) => self.notes.get_mut(id).is_some_and(|text| text.fast_forward(arrival)),
        }
    }
}
