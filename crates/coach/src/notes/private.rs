//! What a coach writes about a client for herself: one document a dossier, in her own vault and nowhere else.
//!
//! Nothing here gives a document's name, heads or changes to the exchange: `DocumentName` has no word for it, and
//! [`PrivateNotes`] gives out bytes for the vault alone.

use dossier::model::{Note, NoteField};
use dossier::{DocumentName, DossierId, EditError, NoteId, PrivateNotes, Writer, edit};
use serde::Serialize;
use ts_rs::TS;
use vault::{Append, Batch};

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::document_id::private_document;
use crate::desk::open_dossier::put_heads;
use crate::error::CoachError;
use crate::outside::day;

/// How many chunks the document may have when it is opened before it is saved whole.
const MOST_CHUNKS: usize = 16;
/// The characters of a note that lists show.
const EXCERPT: usize = 160;

/// A private note as the logbook lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PrivateCard {
    /// Its id.
    pub id: NoteId,
    /// The day on which it was begun, as calendars say it here.
    pub day: chrono::NaiveDate,
    /// The beginning of the text, at most 160 characters.
    pub excerpt: String,
}

impl Desk {
    /// The private notes on a dossier, the one that was begun last first.
    pub fn private_notes(&mut self, id: &DossierId) -> Result<Vec<PrivateCard>, CoachError> {
        if !self.has_private_notes(id)? {
            return Ok(Vec::new());
        }
        let notes = self.private(id)?.notes().into_iter();
        let card = |note: dossier::PrivateNote| PrivateCard {
            day: day(note.begun),
            excerpt: beginning(&note.text),
            id: note.id,
        };
        Ok(notes.map(card).collect())
    }

    /// The text of a private note; empty where nothing was written yet.
    pub fn private_text(&mut self, id: &DossierId, note: &NoteId) -> Result<String, CoachError> {
        if !self.has_private_notes(id)? {
            return Ok(String::new());
        }
        Ok(self.private(id)?.text(note).unwrap_or_default())
    }

    /// Writes a private note; it is durable when this returns. An empty text takes the note away.
    pub fn write_private(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        text: &str,
    ) -> Result<Changed, CoachError> {
        let now = (self.outside.now)();
        let notes = self.private(id)?;
        let wrote = notes.write(note, text, now)?;
        let (chunk, heads) = (notes.unsaved(), notes.heads());
        if wrote {
            let mut batch = Batch::default();
            let document = private_document(id);
            put_heads(document, &heads, &mut batch);
            let chunk = chunk.for_the_vault();
            if let Err(error) = self.vault.append(&[Append { document, chunk, summary: None }], batch) {
                // What is kept nowhere must not look as if it were: it is read again from what is durable.
                self.forget_loaded_private(id);
                return Err(error.into());
            }
            self.private(id)?.saved();
        }
        let topic = Topic::Note { id: id.clone(), note: note.clone() };
        Ok(Changed { topics: vec![topic], message: None })
    }

    /// Makes a shared note of a private one: a copy of its text under the id `as_note`. The private note stays.
    pub fn share_private(
        &mut self,
        id: &DossierId,
        private: &NoteId,
        as_note: &NoteId,
    ) -> Result<Changed, CoachError> {
        let all = self.private(id)?.notes().into_iter();
        let found = all.into_iter().find(|note| note.id == *private);
        let found = found.ok_or_else(|| EditError::NotFound { id: private.to_string() })?;
        let day = NoteField::Day(Some(day(found.begun)));
        self.edit(id, &edit::add::<Note>(as_note.clone(), [day]))?;
        let mut changed = self.write_note(id, as_note, &found.text)?;
        changed.topics.push(Topic::Caseload);
        Ok(changed)
    }

    /// Whether there is anything private on a dossier, without loading it.
    pub(crate) fn has_private_notes(&self, id: &DossierId) -> Result<bool, CoachError> {
        let loaded = self.open.get(id).is_some_and(|open| open.private.is_some());
        Ok(loaded || self.vault.holds(private_document(id))?)
    }

    /// The private notes on a dossier, kept in memory for as long as it is open.
    pub(crate) fn private(&mut self, id: &DossierId) -> Result<&mut PrivateNotes, CoachError> {
        let writer = self.private_writer(id);
        let at = self.open(id)?;
        let notes = match at.open.private.take() {
            Some(notes) => notes,
            None => {
                let document = private_document(id);
                let chunks = at.vault.chunks(document)?;
                let notes = match chunks.is_empty() {
                    true => PrivateNotes::create(id, &writer)?,
                    false => PrivateNotes::load(id, chunks.iter().map(Vec::as_slice), &writer)
                        .map_err(|source| CoachError::Document { document: id.to_string(), source })?,
                };
                if chunks.len() > MOST_CHUNKS {
                    // What finds no room is tried again at the next opening: reading needs no room.
                    let _ = at.vault.replace(document, notes.whole().for_the_vault());
                }
                notes
            }
        };
        Ok(at.open.private.insert(notes))
    }

    fn forget_loaded_private(&mut self, id: &DossierId) {
        if let Some(open) = self.open.get_mut(id) {
            open.private = None;
        }
    }

    /// Who writes privately here: a stream of its own, which no other copy of the vault has.
    pub(crate) fn private_writer(&self, id: &DossierId) -> Writer {
        let Writer { coach, actor } = self.writer(id, &DocumentName::Record);
        let own = vault::fingerprint("kring 2026 actor of private notes", &actor);
        let mut actor = [0; 16];
        actor.copy_from_slice(&own[..16]);
        Writer { coach, actor }
    }
}

fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(EXCERPT).collect()
}
