//! Writing anew what was written here in the stream of a device that this one was, after the vault was put
//! back to an older state. Others have other changes with the same numbers, and both must be merged.

use dossier::{DocumentName, DossierId, Writer};
use vault::Batch;

use crate::caseload::card::Counts;
use crate::desk::Desk;
use crate::desk::document_id::{dossier_document, note_document};
use crate::desk::saving::Saving;
use crate::desk::stored_document::StoredDocument;
use crate::error::CoachError;

impl Desk {
    /// Writes anew, in the stream of this device, what stands here in the stream of `actor` although
    /// `changes` contain other changes with the same numbers. Returns whether there was anything to write
    /// anew, which is durable then.
    pub(crate) fn reauthor(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        actor: &[u8; 16],
        changes: &[u8],
    ) -> Result<bool, CoachError> {
        if !self.has_document(id, name)? {
            return Ok(false);
        }
        let (writer, mut saving) = (self.writer(id, name), Saving::with(Batch::default()));
        let found = match name {
            DocumentName::Record => self.reauthor_record(id, actor, changes, &writer, &mut saving)?,
            DocumentName::Note(_) => self.reauthor_note(id, name, actor, changes, &writer, &mut saving)?,
        };
        if found {
            saving.replace(&[], &mut self.stores())?;
            // What is open belongs to the old documents.
            self.close(id);
        }
        Ok(found)
    }

    fn reauthor_record(
        &mut self,
        id: &DossierId,
        actor: &[u8; 16],
        changes: &[u8],
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<bool, CoachError> {
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let record = open.dossier();
        let first = record.first_forked(actor, changes).ok().flatten();
        let Some(again) = first.and_then(|first| record.reauthored(actor, first, writer).ok()) else {
            return Ok(false);
        };
        let counts = Counts::of(&again);
        let again = StoredDocument::new(dossier_document(id), again);
        saving.record(&again, again.unsaved(), &counts, open.news());
        Ok(true)
    }

    fn reauthor_note(
        &mut self,
        id: &DossierId,
        name: &DocumentName,
        actor: &[u8; 16],
        changes: &[u8],
        writer: &Writer,
        saving: &mut Saving,
    ) -> Result<bool, CoachError> {
        let DocumentName::Note(note) = name else { return Ok(false) };
        let (open, mut stores) = self.open(id)?;
        open.save_all(&mut stores)?;
        let text = open.saved_note(note, writer, &mut stores)?.into_text();
        let first = text.first_forked(actor, changes).ok().flatten();
        let Some(again) = first.and_then(|first| text.reauthored(actor, first, writer).ok()) else {
            return Ok(false);
        };
        let again = StoredDocument::new(note_document(id, note), again);
        saving.note(&again, again.unsaved());
        Ok(true)
    }
}
