//! The aftercare. Its check-ins are planned all at once, and each is held in a short talk.

use chrono::NaiveDate;
use dossier::model::{CheckIn, CheckInField, Going, Moment, MomentField};
use dossier::{CheckInId, DossierId, Edit, EditError, MomentId, Prose, aftercare, edit};
use serde::Deserialize;
use ts_rs::TS;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;

/// A check-in as it was held.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
pub struct HeldCheckIn {
    /// The day on which it was held.
    pub on: NaiveDate,
    /// The client's own judgement of how it goes.
    pub going: Option<Going>,
    /// The notes of the talk.
    pub words: String,
    /// The name of the measuring moment that the check-in adds, if it adds one.
    pub moment: Option<String>,
}

impl Desk {
    /// Plans the check-ins after a day, with the intervals of [`dossier::AFTERCARE_MONTHS`]. A day that
    /// already has a check-in gets no other.
    pub fn plan_aftercare(&mut self, id: &DossierId, start: NaiveDate) -> Result<Changed, CoachError> {
        let there: Vec<CheckIn> = self.read(id)?.all();
        let is_free = |day: &NaiveDate| there.iter().all(|one| one.due != Some(*day));
        let mut edits = Vec::new();
        for day in aftercare(start).into_iter().filter(is_free) {
            let new: CheckInId = self.new_id()?;
            edits.push(edit::add::<CheckIn>(new, [CheckInField::Due(Some(day))]));
        }
        self.edit(id, &Edit::All(edits))
    }

    /// Records a check-in that was held, with the measuring moment that it adds, as one edit that
    /// can be undone.
    pub fn hold_check_in(
        &mut self,
        id: &DossierId,
        check_in: &CheckInId,
        held: &HeldCheckIn,
    ) -> Result<Changed, CoachError> {
        let there = self.read(id)?.one::<CheckIn>(check_in);
        let there = there.ok_or_else(|| EditError::NotFound { id: check_in.to_string() })?;
        let mut edits = Vec::new();
        let mut set = vec![
            CheckInField::Held(Some(held.on)),
            CheckInField::Going(held.going.clone()),
            CheckInField::Words(Prose(held.words.trim().to_owned())),
        ];
        // A check-in adds one moment only, however often its words are corrected.
        if let (Some(name), None) = (&held.moment, &there.moment) {
            let moment: MomentId = self.new_id()?;
            let named = [MomentField::Name(name.trim().to_owned()), MomentField::Day(Some(held.on))];
            edits.push(edit::add::<Moment>(moment.clone(), named));
            set.push(CheckInField::Moment(Some(moment)));
        }
        edits.extend(set.into_iter().map(|to| edit::set::<CheckIn>(check_in.clone(), to)));
        self.edit(id, &Edit::All(edits))
    }
}
