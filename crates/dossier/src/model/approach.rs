//! Approaches of the plan: the methods by which it works, who takes part, and what was agreed.

use chrono::NaiveDate;

use super::Method;
use crate::id::ApproachId;
use crate::record::record;
use crate::validity::{Complete, Invalid, present};
use crate::value::Prose;

record! {
    /// An approach of the plan, such as an Eigen Kracht Conferentie.
    Approach by ApproachId, fields ApproachField, in "approaches" {
        /// The method of the approach.
        method / Method: Option<Method>,
        /// The day of its meeting.
        day / Day: Option<NaiveDate>,
        /// The people who take part, one per line.
        participants / Participants: Prose,
        /// The agreements that were made.
        agreements / Agreements: Prose,
    }
}

impl Complete for Approach {
    const NEEDS: &'static [&'static str] = &["method"];

    fn check_complete(&self) -> Result<(), Invalid> {
        present(&self.method, "method")
    }
}
