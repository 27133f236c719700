//! Shared notes. Each note has a text of its own, which is loaded when it is shown.

use dossier::{DocumentName, DossierId, NoteId};

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::text_steps::TextStep;
use crate::error::CoachError;

impl Desk {
    /// Returns the text of a note.
    pub fn note_text(&mut self, id: &DossierId, note: &NoteId) -> Result<String, CoachError> {
        let writer = self.writer(id, &DocumentName::Note(note.clone()));
        let (open, mut stores) = self.open(id)?;
        open.note_text(note, &writer, &mut stores)
    }

    /// Writes a note's text, which is durable when this returns.
    pub fn write_note(&mut self, id: &DossierId, note: &NoteId, text: &str) -> Result<Changed, CoachError> {
        let before = self.note_text(id, note)?;
        let changed = self.write_text(id, note, None, text)?;
        self.wrote(id, note, &before, text)?;
        Ok(changed)
    }

    /// Merges what the coach made of `shown` into a note. `shown` is the text that was on her screen, so what
    /// colleagues wrote since then stays.
    pub fn write_note_over(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        shown: &str,
        text: &str,
    ) -> Result<Changed, CoachError> {
        let changed = self.write_text(id, note, Some(shown), text)?;
        self.wrote(id, note, shown, text)?;
        Ok(changed)
    }

    /// Undoes or redoes a change of a note's text. What colleagues wrote since then stays.
    pub(crate) fn write_step(&mut self, id: &DossierId, step: &TextStep) -> Result<Changed, CoachError> {
        self.write_text(id, &step.note, Some(&step.before), &step.after)
    }

    fn wrote(&mut self, id: &DossierId, note: &NoteId, before: &str, after: &str) -> Result<(), CoachError> {
        let (note, before, after) = (note.clone(), before.to_owned(), after.to_owned());
        self.open(id)?.0.wrote(TextStep { note, before, after });
        Ok(())
    }

    /// Writes a text as above, without a step to undo.
    pub(crate) fn write_text(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        shown: Option<&str>,
        text: &str,
    ) -> Result<Changed, CoachError> {
        let name = DocumentName::Note(note.clone());
        let (now, writer) = (self.now(), self.writer(id, &name));
        let batch = self.before_writing(id, &name)?;
        let (open, mut stores) = self.open(id)?;
        open.write_note(note, (shown, text), &writer, now, batch, &mut stores)?;
        let note = Topic::Note { id: id.clone(), note: note.clone() };
        Ok(Changed { topics: vec![note, Topic::Dossier { id: id.clone() }], message: None })
    }
}
