//! A home in memory, for tests and simulations: the documents are real, and everything is lost with the
//! process.

use std::collections::BTreeMap;
use std::convert::Infallible;

use chrono::{DateTime, Utc};
use dossier::{
    Arrival, ChangeHash, CoachId, DocumentName, Dossier, DossierId, Edit, EditError, Fork, Heads, LoadError,
    NoteId, NoteText, PrivateNotes, Writer,
};

use crate::entry::EntryKey;
use crate::exchange::Exchange;
use crate::home::{Home, Step};
use crate::memory_documents::MemoryDocuments;
use crate::notice::Notice;
use crate::signing_key::DeviceKey;

/// A home in memory.
#[derive(Clone)]
pub struct MemoryHome {
    /// The person who writes here.
    pub coach: CoachId,
    /// The device that writes here.
    pub device: DeviceKey,
    /// The number of times that the exchange asked for changes to be unpacked, which costs time and memory.
    pub unpacked: usize,
    /// The number of times that the exchange looked changes up.
    pub looked_up: usize,
    /// The number of times that a charter was read.
    pub charters: usize,
    /// The number of times that documents or their heads were asked for.
    pub listed: usize,
    entries: BTreeMap<Vec<u8>, Vec<u8>>,
    dossiers: BTreeMap<DossierId, MemoryDocuments>,
    /// The private notes, apart from the documents as in a vault: no request of the exchange returns them.
    private: BTreeMap<DossierId, PrivateNotes>,
}

impl MemoryHome {
    /// Returns an empty home.
    pub fn new(coach: CoachId, device: DeviceKey) -> Self {
        let (entries, dossiers, private) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { coach, device, entries, dossiers, private, unpacked: 0, looked_up: 0, charters: 0, listed: 0 }
    }

    /// Returns the entries from which an exchange is loaded.
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
            let accepted = documents.accept(name, arrival);
            debug_assert!(accepted, "the document changed after the changes were staged");
        }
    }

    fn writer(&self, dossier: &DossierId, name: &DocumentName) -> Writer {
        Writer { coach: self.coach.clone(), actor: Exchange::actor(&self.device, dossier, name) }
    }

    /// Begins a document, unless it exists.
    fn prepare(&mut self, dossier: &DossierId, name: &DocumentName) -> Result<(), EditError> {
        if !self.dossiers.contains_key(dossier) {
            let writer = self.writer(dossier, &DocumentName::Record);
            self.dossiers.insert(dossier.clone(), MemoryDocuments::begin(dossier, &writer)?);
        }
        let writer = self.writer(dossier, name);
        match (name, self.dossiers.get_mut(dossier)) {
            (DocumentName::Note(id), Some(documents)) => documents.begin_note(id, &writer),
            (DocumentName::Note(_) | DocumentName::Record, _) => Ok(()),
        }
    }

    /// Edits a record, which is begun if it does not exist.
    pub fn edit(&mut self, dossier: &DossierId, edit: &Edit, now: DateTime<Utc>) -> Result<(), EditError> {
        self.prepare(dossier, &DocumentName::Record)?;
        match self.dossiers.get_mut(dossier) {
            Some(documents) => documents.record.apply(edit, now).map(drop),
            None => Ok(()),
        }
    }

    /// Writes the text of a note.
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

    /// Writes a private note.
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

    /// Returns the private notes in a dossier.
    pub fn private_notes(&self, dossier: &DossierId) -> Vec<(NoteId, String)> {
        self.private.get(dossier).map(PrivateNotes::all).unwrap_or_default()
    }

    /// Returns the record of a dossier.
    pub fn record(&self, dossier: &DossierId) -> Option<&Dossier> {
        self.dossiers.get(dossier).map(|documents| &documents.record)
    }

    /// Returns the text of a note.
    pub fn note(&self, dossier: &DossierId, note: &NoteId) -> Option<String> {
        self.dossiers.get(dossier)?.notes.get(note).map(NoteText::text)
    }

    /// Becomes another device, which writes each document in a stream of its own.
    pub fn become_device(&mut self, device: DeviceKey) -> Result<(), LoadError> {
        self.device = device;
        let reload = |(id, documents): (&DossierId, &MemoryDocuments)| {
            Ok((id.clone(), documents.reload(id, |name| self.writer(id, name))?))
        };
        self.dossiers = self.dossiers.iter().map(reload).collect::<Result<_, LoadError>>()?;
        Ok(())
    }
}

impl Home for MemoryHome {
    type Error = Infallible;

    fn get(&mut self, key: &EntryKey) -> Result<Option<Vec<u8>>, Infallible> {
        self.charters += usize::from(matches!(key, EntryKey::Charter(_)));
        Ok(self.entries.get(&key.to_bytes()).cloned())
    }

    fn documents(&mut self, dossier: &DossierId) -> Result<Vec<DocumentName>, Infallible> {
        self.listed += 1;
        Ok(self.dossiers.get(dossier).map(MemoryDocuments::names).unwrap_or_default())
    }

    fn heads(&mut self, dossier: &DossierId, document: &DocumentName) -> Result<Heads, Infallible> {
        self.listed += 1;
        Ok(self.dossiers.get(dossier).map(|documents| documents.heads(document)).unwrap_or_default())
    }

    fn knows(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<bool, Infallible> {
        self.looked_up += 1;
        let documents = self.dossiers.get(dossier);
        Ok(documents.map_or(heads.is_empty(), |documents| documents.knows(document, heads)))
    }

    fn changes_since(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        heads: &[ChangeHash],
    ) -> Result<Vec<u8>, Infallible> {
        let documents = self.dossiers.get(dossier);
        Ok(documents.map(|documents| documents.changes_since(document, heads)).unwrap_or_default())
    }

    fn examine_ahead(&mut self, changes: &[(&DossierId, &DocumentName, &[u8])]) -> Result<(), Infallible> {
        self.unpacked += changes.len();
        Ok(())
    }

    fn examine(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        changes: &[u8],
    ) -> Result<Result<Arrival, LoadError>, Infallible> {
        self.unpacked += 1;
        // A document that does not exist here yet is begun in a copy: nothing exists here before the step is
        // committed.
        let mut copy = Self::new(self.coach.clone(), self.device);
        copy.dossiers.extend(self.dossiers.get_key_value(dossier).map(|(id, one)| (id.clone(), one.clone())));
        if let Err(error) = copy.prepare(dossier, document) {
            return Ok(Err(LoadError::Unreadable(error.to_string())));
        }
        Ok(match copy.dossiers.get(dossier) {
            Some(documents) => documents.examine(document, changes),
            None => Err(LoadError::WrongDocument(dossier.to_string())),
        })
    }

    fn reauthor(
        &mut self,
        dossier: &DossierId,
        document: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
    ) -> Result<Vec<ChangeHash>, Infallible> {
        let writer = self.writer(dossier, document);
        let documents = self.dossiers.get_mut(dossier);
        Ok(documents
            .and_then(|documents| documents.reauthor(document, fork, own, &writer))
            .unwrap_or_default())
    }
}
