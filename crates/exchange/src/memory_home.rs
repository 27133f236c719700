//! A home in memory: real records, and entries that are lost with the process. For tests and simulations.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dossier::{
    Arrival, ChangeHash, CoachId, DocumentName, Dossier, DossierId, Edit, EditError, Heads, LoadError,
    NoteId, NoteText, PrivateNotes, Writer,
};

use crate::exchange::Exchange;
use crate::home::{Home, Key, Step};
use crate::key::DeviceKey;
use crate::notice::Notice;

/// A home in memory.
#[derive(Clone)]
pub struct MemoryHome {
    /// The person who writes here.
    pub coach: CoachId,
    /// The device that writes here.
    pub device: DeviceKey,
    entries: BTreeMap<Vec<u8>, Vec<u8>>,
    dossiers: BTreeMap<DossierId, Documents>,
    /// They stand beside the rest, as in a vault, and nothing that the exchange asks for gives them.
    private: BTreeMap<DossierId, PrivateNotes>,
}

#[derive(Clone)]
struct Documents {
    record: Dossier,
    notes: BTreeMap<NoteId, NoteText>,
}

/// Nothing goes wrong in memory.
#[derive(Debug)]
pub enum Never {}

impl MemoryHome {
    /// An empty home.
    pub fn new(coach: CoachId, device: DeviceKey) -> Self {
        Self { coach, device, entries: BTreeMap::new(), dossiers: BTreeMap::new(), private: BTreeMap::new() }
    }

    /// The entries that an exchange is loaded from.
    pub fn entries(&self) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> + '_ {
        self.entries.iter().map(|(key, value)| (key.clone(), value.clone()))
    }

    /// Makes a step durable.
    pub fn commit(&mut self, step: Step) {
        for notice in &step.notices {
            if let Notice::Joined { coach, .. } = notice {
                self.coach = coach.clone();
            }
        }
        for (key, value) in step.writes {
            match value {
                Some(value) => drop(self.entries.insert(key.to_bytes(), value)),
                None => drop(self.entries.remove(&key.to_bytes())),
            }
        }
        for (dossier, arrivals) in step.arrivals {
            for (name, verified) in arrivals {
                self.accept(&dossier, &name, verified.into_arrival());
            }
        }
    }

    fn accept(&mut self, dossier: &DossierId, name: &DocumentName, arrival: Arrival) {
        let Ok(()) = self.prepare(dossier, name) else { return };
        if let Some(documents) = self.dossiers.get_mut(dossier) {
            let accepted = match name {
                DocumentName::Record => documents.record.accept(arrival),
                DocumentName::Note(id) => {
                    documents.notes.get_mut(id).is_some_and(|text| text.accept(arrival))
                }
            };
            debug_assert!(accepted, "something was written between looking and taking in");
        }
    }

    fn writer(&self, dossier: &DossierId, name: &DocumentName) -> Writer {
        Writer { coach: self.coach.clone(), actor: Exchange::actor(&self.device, dossier, name) }
    }

    fn prepare(&mut self, dossier: &DossierId, name: &DocumentName) -> Result<(), EditError> {
        if !self.dossiers.contains_key(dossier) {
            let record = Dossier::create(dossier.clone(), &self.writer(dossier, &DocumentName::Record))?;
            self.dossiers.insert(dossier.clone(), Documents { record, notes: BTreeMap::new() });
        }
        let writer = self.writer(dossier, name);
        if let (DocumentName::Note(id), Some(documents)) = (name, self.dossiers.get_mut(dossier))
            && !documents.notes.contains_key(id)
        {
            documents.notes.insert(id.clone(), NoteText::create(id.clone(), &writer)?);
        }
        Ok(())
    }

    /// Edits a record, which is begun where there is none.
    pub fn edit(&mut self, dossier: &DossierId, edit: &Edit, now: DateTime<Utc>) -> Result<(), EditError> {
        self.prepare(dossier, &DocumentName::Record)?;
        match self.dossiers.get_mut(dossier) {
            Some(documents) => documents.record.apply(edit, now).map(drop),
            None => Ok(()),
        }
    }

    /// Writes a note's text.
    pub fn write_note(
        &mut self,
        dossier: &DossierId,
        note: &NoteId,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), EditError> {
        self.prepare(dossier, &DocumentName::Note(note.clone()))?;
        match self.dossiers.get_mut(dossier).and_then(|documents| documents.notes.get_mut(note)) {
            Some(there) => there.write(text, now).map(drop),
            None => Ok(()),
        }
    }

    /// Writes a note that is this person's own.
    pub fn write_private(
        &mut self,
        dossier: &DossierId,
        note: &NoteId,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), EditError> {
        let writer = Writer { coach: self.coach.clone(), actor: [0; 16] };
        let mut notes = match self.private.remove(dossier) {
            Some(notes) => notes,
            None => PrivateNotes::create(dossier, &writer)?,
        };
        notes.write(note, text, now)?;
        self.private.insert(dossier.clone(), notes);
        Ok(())
    }

    /// The notes in a dossier that are this person's own.
    pub fn private_notes(&self, dossier: &DossierId) -> Vec<(NoteId, String)> {
        self.private.get(dossier).map(PrivateNotes::all).unwrap_or_default()
    }

    /// A record.
    pub fn record(&self, dossier: &DossierId) -> Option<&Dossier> {
        self.dossiers.get(dossier).map(|documents| &documents.record)
    }

    /// A note's text.
    pub fn note(&self, dossier: &DossierId, note: &NoteId) -> Option<String> {
        self.dossiers.get(dossier)?.notes.get(note).map(NoteText::text)
    }

    /// Goes on as another device: each document gets another stream.
    pub fn become_device(&mut self, device: DeviceKey) -> Result<(), LoadError> {
        self.device = device;
        let saved: Vec<_> =
            self.dossiers.iter().map(|(id, documents)| (id.clone(), documents.clone())).collect();
        for (id, documents) in saved {
            let writer = self.writer(&id, &DocumentName::Record);
            let record = Dossier::load(id.clone(), [documents.record.save().as_slice()], &writer)?;
            let notes = documents.notes.iter().map(|(note, text)| {
                let writer = self.writer(&id, &DocumentName::Note(note.clone()));
                Ok((note.clone(), NoteText::load(note.clone(), [text.save().as_slice()], &writer)?))
            });
            let notes = notes.collect::<Result<_, LoadError>>()?;
            self.dossiers.insert(id, Documents { record, notes });
        }
        Ok(())
    }
}

impl Home for MemoryHome {
    type Error = Never;

    fn get(&mut self, key: &Key) -> Result<Option<Vec<u8>>, Never> {
        Ok(self.entries.get(&key.to_bytes()).cloned())
    }

    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, Never> {
        let Some(documents) = self.dossiers.get(dossier) else { return Ok(Vec::new()) };
        let notes = documents.notes.keys().cloned().map(DocumentName::Note);
        Ok([DocumentName::Record].into_iter().chain(notes).collect())
    }

    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, Never> {
        let Some(documents) = self.dossiers.get(dossier) else { return Ok(Heads::new()) };
        Ok(match document {
            DocumentName::Record => documents.record.heads(),
            DocumentName::Note(id) => documents.notes.get(id).map(NoteText::heads).unwrap_or_default(),
        })
    }

    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, Never> {
        let Some(documents) = self.dossiers.get(dossier) else { return Ok(heads.is_empty()) };
        Ok(match document {
            DocumentName::Record => documents.record.knows(heads),
            DocumentName::Note(id) => documents.notes.get(id).is_some_and(|text| text.knows(heads)),
        })
    }

    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, Never> {
        let Some(documents) = self.dossiers.get(dossier) else { return Ok(Vec::new()) };
        let whole = heads.is_empty();
        Ok(match document {
            DocumentName::Record if whole => documents.record.save(),
            DocumentName::Record => documents.record.save_since(heads),
            DocumentName::Note(id) => documents
                .notes
                .get(id)
                .map_or_else(Vec::new, |text| if whole { text.save() } else { text.save_since(heads) }),
        })
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Never> {
        // A document that is not here yet is laid out on a copy: nothing stands here before it is taken in.
        let mut there = MemoryHome {
            dossiers: self
                .dossiers
                .get(dossier)
                .map(|one| (dossier.clone(), one.clone()))
                .into_iter()
                .collect(),
            entries: BTreeMap::new(),
            ..self.clone_without()
        };
        let unreadable = |error: EditError| LoadError::Unreadable(error.to_string());
        if let Err(error) = there.prepare(dossier, document) {
            return Ok(Err(unreadable(error)));
        }
        let Some(documents) = there.dossiers.get(dossier) else {
            return Ok(Err(LoadError::Another(dossier.to_string())));
        };
        Ok(match document {
            DocumentName::Record => documents.record.examine(changes),
            DocumentName::Note(id) => match documents.notes.get(id) {
                Some(text) => text.examine(changes),
                None => Err(LoadError::Another(id.to_string())),
            },
        })
    }
}

impl MemoryHome {
    fn clone_without(&self) -> Self {
        Self::new(self.coach.clone(), self.device)
    }
}
