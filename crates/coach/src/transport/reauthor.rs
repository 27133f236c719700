//! Writing anew what was written here in the stream of a device that this one was, after the vault was put
//! back to an older state. Others have other changes with the same numbers, and both must be merged.

use dossier::{ChangeHash, DocumentName, DossierId, Fork, NoteId, Writer};
use vault::Batch;

use crate::caseload::card::Counts;
use crate::desk::Desk;
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::saving::Saving;
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

impl Desk {
    /// Writes the end of a stream anew in the stream of this device, with what the actors in `own` wrote after it,
    /// and makes that durable. Returns the changes that were written anew.
    pub(crate) fn reauthor(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
    ) -> Result<Vec<ChangeHash>, CoachError> {
        if !self.has_document(id, name)? {
            return Ok(Vec::new());
        }
        let (writer, mut saving) = (self.writer(id, name), Saving::with(Batch::default()));
        let written = match name {
            DocumentName::Record => self.reauthor_record(id, fork, own, &writer, &mut saving)?,
            DocumentName::Note(note) => self.reauthor_note(id, note, fork, own, &writer, &mut saving)?,
        };
        if !written.is_empty() {
            saving.replace(&[], &mut self.stores())?;
            // What is open belongs to the old documents.
            self.close(id);
        }
        Ok(written)
    }

    fn reauthor_record(
        &mut self,
        id: &DossierId,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<Vec<ChangeHash>, CoachError> {
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let record = open.dossier();
        let Ok(Some(first)) = record.first_forked(fork) else { return Ok(Vec::new()) };
        let Ok((again, written)) = record.reauthored(fork.actor, first, own, writer) else {
            return Ok(Vec::new());
        };
        let counts = Counts::of(&again);
        let again = StoredDocument::new(dossier_document(id), again);
        saving.record(&again, again.unsaved(), &counts, open.news());
        Ok(written)
    }

    fn reauthor_note(
        &mut self,
        id: &DossierId,
        note: &NoteId,
        fork: &Fork<'_>,
        own: &[[u8; 16]],
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<Vec<ChangeHash>, CoachError> {
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let text = open.saved_note(note, writer, &mut stores)?.into_text();
        let Ok(Some(first)) = text.first_forked(fork) else { return Ok(Vec::new()) };
        let Ok((again, written)) = text.reauthored(fork.actor, first, own, writer) else {
            return Ok(Vec::new());
        };
        let again = StoredDocument::new(note_document(id, note), again);
        saving.note(&again, again.unsaved());
        Ok(written)
    }
}
