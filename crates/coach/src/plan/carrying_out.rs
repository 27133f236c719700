//! Carrying out the plan: actions begin, end or are dropped, on days that the record tells.

use dossier::model::{Action, ActionField, ActionStatus};
use dossier::{ActionId, DossierId, Edit, EditError, edit};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;

impl Desk {
    /// Sets the status of an action, with the days that belong to it: the day on which it began, and the day on which it ended.
    pub fn move_action(
        &mut self,
        id: &DossierId,
        action: &ActionId,
        to: &ActionStatus,
    ) -> Result<Changed, CoachError> {
        let today = Some(self.today());
        let there = self.read(id)?.one::<Action>(action);
        let there = there.ok_or_else(|| EditError::NotFound { id: action.to_string() })?;
        let mut fields = vec![ActionField::Status(Some(to.clone()))];
        match to {
            ActionStatus::Planned => {
                fields.extend([
                    ActionField::Begun(None),
                    ActionField::Ended(None),
                    ActionField::Worked(None),
                ]);
            }
            ActionStatus::Started => {
                fields.extend([ActionField::Begun(there.begun.or(today)), ActionField::Ended(None)]);
            }
            ActionStatus::Done | ActionStatus::Dropped => {
                fields.push(ActionField::Ended(there.ended.or(today)));
            }
            ActionStatus::Unknown(_) => {}
        }
        let sets = fields.into_iter().map(|to| edit::set::<Action>(action.clone(), to));
        self.edit(id, &Edit::All(sets.collect()))
    }
}
