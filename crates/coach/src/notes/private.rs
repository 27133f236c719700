//! A coach's private notes on a client: one document per dossier, in her own vault and nowhere else.
//!
//! Nothing here gives a document's name, heads or changes to the exchange: `DocumentName` has no variant for
//! it, and [`PrivateNotes`] gives its bytes to the vault alone.

use dossier::model::{Note, NoteField};
use dossier::{DocumentName, DossierId, EditError, Id as _, NoteId, PrivateNotes, Writer, edit};
use serde::Serialize;
use ts_rs::TS;
use vault::Batch;

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::document_id::private_document;
use crate::desk::excerpt::excerpt;
use crate::desk::saving::Saving;
use crate::desk::stored_document::StoredDocument;
use crate::environment::day;
use crate::error::CoachError;

/// A private note in the list of notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PrivateCard {
    /// The id of the note.
    pub id: NoteId,
    /// The day on which it was begun, in this computer's time zone.
    pub day: chrono::NaiveDate,
    /// The beginning of the text, at most 160 characters.
    pub excerpt: String,
}

impl Desk {
    /// Returns the private notes on a dossier, the most recently begun one first.
    pub fn private_notes(&mut self, id: &DossierId) -> Result<Vec<PrivateCard>, CoachError> {
        if !self.has_private_notes(id)? {
            return Ok(Vec::new());
        }
        let notes = self.private(id)?.content().notes().into_iter();
        let card = |note: dossier::PrivateNote| PrivateCard {
            day: day(note.begun),
            excerpt: excerpt(&note.text),
            id: note.id,
        };
        Ok(notes.map(card).collect())
    }

    /// Returns the text of a private note, or an empty text if nothing was written yet.
    pub fn private_text(&mut self, id: &DossierId, note: &NoteId) -> Result<String, CoachError> {
        if !self.has_private_notes(id)? {
            return Ok(String::new());
        }
        Ok(self.private(id)?.content().text(note).unwrap_or_default())
    }

    /// Writes a private note, which is durable when this returns. An empty text removes the note.
    pub fn write_private(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        text: &str,
    ) -> Result<Changed, CoachError> {
        let now = self.now();
        let notes = self.private(id)?;
        if notes.content_mut().write(note, text, now)? {
            let mut saving = Saving::with(Batch::default());
            saving.private(notes, notes.unsaved());
            if let Err(error) = saving.append(&mut self.stores()) {
                // Words that were not saved must not look saved, so the notes are read again from the vault.
                *self.open(id)?.0.private() = None;
                return Err(error);
            }
            let (open, stores) = self.open(id)?;
            open.private().as_mut().into_iter().for_each(|notes| notes.mark_saved(stores.vault));
        }
        let topic = Topic::Note { id: id.clone(), note: note.clone() };
        Ok(Changed { topics: vec![topic], message: None })
    }

    /// Copies the text of a private note to a shared note with the id `as_note`. The private note stays.
    pub fn share_private(
        &mut self,
        id: &DossierId,
        private: &NoteId,
        as_note: &NoteId,
    ) -> Result<Changed, CoachError> {
        let all = self.private(id)?.content().notes().into_iter();
        let found = all.into_iter().find(|note| note.id == *private);
        let found = found.ok_or_else(|| EditError::NotFound { id: private.to_string() })?;
        let day = NoteField::Day(Some(day(found.begun)));
        self.edit(id, &edit::add::<Note>(as_note.clone(), [day]))?;
        let mut changed = self.write_note(id, as_note, &found.text)?;
        changed.topics.push(Topic::Caseload);
        Ok(changed)
    }

    /// Returns whether a dossier has any private notes, without loading them.
    pub(crate) fn has_private_notes(&self, id: &DossierId) -> Result<bool, CoachError> {
        let loaded = self.if_open(id).is_some_and(|open| open.has_private());
        Ok(loaded || self.vault().holds(private_document(id))?)
    }

    /// Returns the private notes on a dossier. They stay in memory as long as the dossier is open.
    pub(crate) fn private(
        &mut self,
        id: &DossierId,
    ) -> Result<&mut StoredDocument<PrivateNotes>, CoachError> {
        let writer = self.private_writer(id);
        let (open, stores) = self.open(id)?;
        let notes = match open.private().take() {
            Some(notes) => notes,
            None => {
                let document = private_document(id);
                let read = |chunks: Vec<&[u8]>| PrivateNotes::load(id, chunks, &writer);
                match StoredDocument::load(stores.vault, document, id.as_str(), read)? {
                    Some(notes) => notes,
                    None => StoredDocument::new(document, PrivateNotes::create(id, &writer)?),
                }
            }
        };
        Ok(open.private().insert(notes))
    }

    /// Returns the author of private changes: an actor of its own, which no other copy of the vault has.
    pub(crate) fn private_writer(&self, id: &DossierId) -> Writer {
        let Writer { coach, actor } = self.writer(id, &DocumentName::Record);
        let own = vault::fingerprint("kring 2026 actor of private notes", &actor);
        let mut actor = [0; 16];
        actor.copy_from_slice(&own[..16]);
        Writer { coach, actor }
    }
}
