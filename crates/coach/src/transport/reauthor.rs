//! Writing anew what was written here in the stream of a device that this one was, after the vault was put
//! back to an older state. Others have other changes with the same numbers, and both must be merged.

use dossier::{DocumentName, DossierId, NoteId, Writer};
use exchange::{ForkedStream, Reauthored};
use vault::Batch;

use crate::caseload::card::Counts;
use crate::desk::Desk;
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::saving::Saving;
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

impl Desk {
    /// Writes the end of a stream anew in the stream of this device, and makes that durable.
    pub(crate) fn reauthor(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        stream: &ForkedStream<'_>,
    ) -> Result<Reauthored, CoachError> {
        if !self.has_document(id, name)? {
            return Ok(Reauthored::Nothing);
        }
        let (writer, mut saving) = (self.writer(id, name), Saving::with(Batch::default()));
        let done = match name {
            DocumentName::Record => self.reauthor_record(id, stream, &writer, &mut saving)?,
            DocumentName::Note(note) => self.reauthor_note(id, note, stream, &writer, &mut saving)?,
        };
        if done == Reauthored::Done {
            saving.replace(&[], &mut self.stores())?;
            // What is open belongs to the old documents.
            self.close(id);
        }
        Ok(done)
    }

    fn reauthor_record(
        &mut self,
        id: &DossierId,
        ForkedStream { actor, own, changes }: &ForkedStream<'_>,
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<Reauthored, CoachError> {
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let record = open.dossier();
        let Ok(Some(first)) = record.first_forked(actor, changes) else { return Ok(Reauthored::Nothing) };
        let again = match record.reauthored(actor, first, own, writer) {
            Ok(again) => again,
            Err(error) => return Ok(Some(error).into()),
        };
        let counts = Counts::of(&again);
        let again = StoredDocument::new(dossier_document(id), again);
        saving.record(&again, again.unsaved(), &counts, open.news());
        Ok(Reauthored::Done)
    }

    fn reauthor_note(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        ForkedStream { actor, own, changes }: &ForkedStream<'_>,
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<Reauthored, CoachError> {
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let text = open.saved_note(note, writer, &mut stores)?.into_text();
        let Ok(Some(first)) = text.first_forked(actor, changes) else { return Ok(Reauthored::Nothing) };
        let again = match text.reauthored(actor, first, own, writer) {
            Ok(again) => again,
            Err(error) => return Ok(Some(error).into()),
        };
        let again = StoredDocument::new(note_document(id, note), again);
        saving.note(&again, again.unsaved());
        Ok(Reauthored::Done)
    }
}
