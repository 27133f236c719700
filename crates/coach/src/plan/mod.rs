//! The plan, carrying it out and the aftercare: what there is to know beside what the record itself holds.

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

pub use aftercare::Held;
pub use progress::{ActionProgress, PROGRESS};
pub use suggestion::{SUGGESTIONS, SuggestionCard};

/// What there is to know about a plan, computed from the record and its history.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PlanView {
    /// What might be done, most pressing first.
    pub suggestions: Vec<SuggestionCard>,
    /// How each action goes, as they were added.
    pub actions: Vec<ActionProgress>,
    /// The check-ins of the aftercare by their day, the held ones by the day on which they were.
    pub check_ins: Vec<CheckInStanding>,
}

/// How a check-in stands.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CheckInStanding {
    /// Which.
    pub id: CheckInId,
    /// The day it was held, or is planned for.
    pub day: Option<NaiveDate>,
    /// Whether it should have been held before today.
    pub late: bool,
}

impl Desk {
    /// What there is to know about a client's plan.
    pub fn plan_view(&mut self, id: &DossierId) -> Result<PlanView, CoachError> {
        let today = self.outside.today();
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
