//! Carrying out the plan: actions begin, end or are dropped, and the record stores the days of this.

use dossier::model::{Action, ActionField, ActionStatus};
use dossier::{ActionId, DossierId, Edit, EditError, edit};

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;

impl Desk {
    /// Sets the status of an action, and the days on which it began and ended.
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
