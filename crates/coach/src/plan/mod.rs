//! The plan of a dossier: suggestions, the progress of actions, and check-ins. The goals and actions are in
//! the record itself.

mod aftercare;
mod carrying_out;
mod progress;
mod suggestion;

use chrono::NaiveDate;
use dossier::model::CheckIn;
use dossier::{CheckInId, DossierId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;

pub use aftercare::HeldCheckIn;
pub use progress::ActionProgress;
pub use suggestion::SuggestionCard;

/// The data about a plan that is computed from the record and its history.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanView {
    /// The suggestions, the most urgent first.
    pub suggestions: Vec<SuggestionCard>,
    /// The progress of each action, in the order in which they were added.
    pub actions: Vec<ActionProgress>,
    /// The check-ins of the aftercare, by the day on which they were held or are due.
    pub check_ins: Vec<CheckInStanding>,
}

/// The state of a check-in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CheckInStanding {
    /// The id of the check-in.
    pub id: CheckInId,
    /// The day on which it was held or is due.
    pub day: Option<NaiveDate>,
    /// True if the check-in was due before today and was not held.
    pub late: bool,
}

impl Desk {
    /// Returns the computed data about a client's plan.
    pub fn plan_view(&mut self, id: &DossierId) -> Result<PlanView, CoachError> {
        let today = self.today();
        let suggestions = self.suggestions(id)?;
        let actions = self.progress(id)?;
        let mut check_ins: Vec<CheckIn> = self.read(id)?.all_as_added();
        let day = |one: &CheckIn| one.held.or(one.due);
        check_ins.sort_by_key(day);
        let standing =
            |one: CheckIn| CheckInStanding { day: day(&one), late: one.is_late(today), id: one.id };
        Ok(PlanView { suggestions, actions, check_ins: check_ins.into_iter().map(standing).collect() })
    }
}
