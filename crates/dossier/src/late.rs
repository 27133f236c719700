//! Open and late parts of a plan.

use chrono::NaiveDate;

use crate::model::{Action, ActionStatus, CheckIn};

impl Action {
    /// Returns whether the action is still to be done, or going on. A status of a newer version counts as
    /// open.
    pub fn is_open(&self) -> bool {
        !matches!(self.status, Some(ActionStatus::Done | ActionStatus::Dropped))
    }

    /// Returns whether the action should have been done before today.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}

impl CheckIn {
    /// Returns whether the check-in should have been held before today.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.held.is_none() && self.due.is_some_and(|due| due < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ActionId, CheckInId, Id};
    use crate::record::Record;

    fn day(day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(2026, 11, day)
    }

    #[test]
    fn an_action_is_late_from_the_day_after_it_was_due_until_it_is_over() {
        let mut action = Action::blank(ActionId::from_random([1; 10]));
        assert!(!action.is_late(day(25).unwrap()), "nobody said by when");
        action.due = day(24);
        assert!(!action.is_late(day(24).unwrap()));
        assert!(action.is_late(day(25).unwrap()));
        action.status = Some(ActionStatus::Started);
        assert!(action.is_late(day(25).unwrap()));
        for over in [ActionStatus::Done, ActionStatus::Dropped] {
            action.status = Some(over);
            assert!(!action.is_late(day(25).unwrap()));
        }
    }

    #[test]
    fn a_check_in_is_late_until_it_is_held() {
        let mut check_in = CheckIn::blank(CheckInId::from_random([1; 10]));
        check_in.due = day(24);
        assert!(!check_in.is_late(day(24).unwrap()));
        assert!(check_in.is_late(day(25).unwrap()));
        check_in.held = day(25);
        assert!(!check_in.is_late(day(26).unwrap()));
    }
}
