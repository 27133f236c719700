//! Reading the texts of a dossier for searching.

use std::collections::BTreeMap;

use dossier::model::Note;
use dossier::{DossierId, NoteId, RecordKind};

use super::texts::{FORM, Text, Texts, mark, note_of, of_note, of_record, stamp};
use crate::desk::Desk;
use crate::desk::document_id::note_document;
use crate::desk::open_note::OpenNote;
use crate::error::CoachError;

impl Desk {
    /// Computes the texts of a dossier. A note that did not change since `before` is not loaded.
    pub(crate) fn texts(&mut self, id: &DossierId, before: Option<Texts>) -> Result<Texts, CoachError> {
        let before = before.map(|texts| texts.all).unwrap_or_default();
        let known: BTreeMap<NoteId, &Text> = before
            .iter()
            .filter(|text| !text.private)
            .filter_map(|text| Some((note_of(&text.place)?, text)))
            .collect();
        let record = self.read(id)?;
        let (client, mut all) = (record.profile().name, of_record(record));
        let notes: Vec<Note> = record.all();
        for note in &notes {
            let mark = mark(self.vault(), note_document(id, &note.id))?;
            let unchanged = known.get(&note.id).filter(|text| text.mark == mark);
            let words = match unchanged.and_then(|text| text.says.first()) {
                Some(words) => words.clone(),
                None => {
                    let writer = self.writer(id, &dossier::DocumentName::Note(note.id.clone()));
                    OpenNote::load(self.vault(), id, &note.id, &writer)?.words()
                }
            };
            all.push(Text { mark, ..of_note(note, words) });
        }
        for card in self.private_notes(id)? {
            all.push(Text {
                private: true,
                day: Some(card.day),
                ..Text::at(RecordKind::Note, &card.id, "", [&self.private_text(id, &card.id)?])
            });
        }
        let stamp = stamp(self.vault(), id, notes.into_iter().map(|note| note.id))?;
        Ok(Texts { form: FORM, stamp, client, all })
    }
}
