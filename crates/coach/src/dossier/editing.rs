//! Editing a dossier, and undoing and redoing the edits.

use dossier::model::ProfileField;
use dossier::{DocumentName, DossierId, Edit, EditError, UndoOutcome};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::desk::open_dossier::OpenDossier;
use crate::desk::text_steps::Step;
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

    /// Undoes what this person did last: an edit, or a piece of a note's text. Says what it was. A note stays while
    /// it has a text.
    pub fn undo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        self.step(id, Direction::Undo)
    }

    /// Redoes what was undone last, and says what it was.
    pub fn redo(&mut self, id: &DossierId) -> Result<Changed, CoachError> {
        self.step(id, Direction::Redo)
    }

    fn step(&mut self, id: &DossierId, direction: Direction) -> Result<Changed, CoachError> {
        loop {
            let steps = self.open(id)?.0.steps();
            let next = match direction {
                Direction::Undo => steps.undo(),
                Direction::Redo => steps.redo(),
            };
            match next {
                Some(Step::Text(step)) => match self.write_step(id, &step) {
                    Ok(changed) => {
                        let open = self.open(id)?.0;
                        let message = undone::text_message(open.dossier(), direction, &step.note);
                        return Ok(Changed { message: Some(message), ..changed });
                    }
                    // The note was removed, so its text can be seen no more.
                    Err(CoachError::Edit(EditError::NotFound { .. })) => {}
                    Err(error) => {
                        self.open(id)?.0.steps().put_back(direction == Direction::Undo);
                        return Err(error);
                    }
                },
                next => {
                    let changed = self.step_in_record(id, direction)?;
                    // An edit that stays, because its note has a text, lets those before it be undone.
                    if next.is_none() || changed.0 != UndoOutcome::NothingToDo {
                        return Ok(changed.1);
                    }
                }
            }
        }
    }

    /// Undoes or redoes an edit of the record.
    fn step_in_record(
        &mut self,
        id: &DossierId,
        direction: Direction,
    ) -> Result<(UndoOutcome, Changed), CoachError> {
        let (now, batch) = (self.now(), self.before_writing(id, &DocumentName::Record)?);
        let (open, mut stores) = self.open(id)?;
        let outcome = match direction {
            Direction::Undo => open.undo(now, batch, &mut stores)?,
            Direction::Redo => open.redo(now, batch, &mut stores)?,
        };
        let message = Some(says(open, direction, &outcome));
        Ok((outcome, Changed { message, ..Changed::dossier(id) }))
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
