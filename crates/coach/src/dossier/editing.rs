//! Editing a dossier, and undoing and redoing the edits.

use dossier::model::ProfileField;
use dossier::{DocumentName, DossierId, Edit, UndoOutcome};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::open_dossier::OpenDossier;
use crate::dossier::undone::{self, Direction};
use crate::error::CoachError;
use crate::message::Message;

impl Desk {
    /// Creates a dossier for a new client.
    pub fn new_dossier(&mut self, name: &str) -> Result<DossierId, CoachError> {
        self.begin(&Edit::Profile(ProfileField::Name(name.trim().to_owned())))
    }

    /// Applies an edit, which is durable when this returns.
    pub fn edit(&mut self, id: &DossierId, edit: &Edit) -> Result<Changed, CoachError> {
        let (now, batch) = (self.now(), self.before_writing(id, &DocumentName::Record)?);
        let (open, mut stores) = self.open(id)?;
        open.edit(edit, now, batch, &mut stores)?;
        Ok(Changed::dossier(id))
    }

    /// Undoes the last edit of this person, and says what it was. The note of a text stays.
    pub fn undo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        let (now, batch) = (self.now(), self.before_writing(id, &DocumentName::Record)?);
        let (open, mut stores) = self.open(id)?;
        let outcome = open.undo(now, batch, &mut stores)?;
        Ok(Changed { message: Some(says(open, Direction::Undo, &outcome)), ..Changed::dossier(id) })
    }

    /// Redoes the edit that was last undone, and says what it was.
    pub fn redo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        let (now, batch) = (self.now(), self.before_writing(id, &DocumentName::Record)?);
        let (open, mut stores) = self.open(id)?;
        let outcome = open.redo(now, batch, &mut stores)?;
        Ok(Changed { message: Some(says(open, Direction::Redo, &outcome)), ..Changed::dossier(id) })
    }
}

fn says(open: &OpenDossier, direction: Direction, outcome: &UndoOutcome) -> Message {
    let verb = direction.verb();
    match outcome {
        UndoOutcome::Done(by) => undone::message(open.dossier(), direction, by),
        UndoOutcome::NothingToDo => Message::plain(&format!("{verb}-nothing")),
        UndoOutcome::ChangedByAnother => Message::plain(&format!("{verb}-changed-by-another")),
    }
}
