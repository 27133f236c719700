//! A method that the plan works by: who takes part in it, and what was agreed.

use chrono::NaiveDate;

use super::Method;
use crate::id::ApproachId;
use crate::record::record;
use crate::validity::{Complete, Invalid, there};
use crate::value::Prose;

record! {
    /// An approach of the plan: an Eigen Kracht Conferentie, say.
    Approach by ApproachId, fields ApproachField, in "approaches" {
        /// The method.
        method / Method: Option<Method>,
        /// The day of its meeting.
        day / Day: Option<NaiveDate>,
        /// Who takes part, one a line.
        participants / Participants: Prose,
        /// What was agreed.
        agreements / Agreements: Prose,
    }
}

impl Complete for Approach {
    const NEEDS: &'static [&'static str] = &["method"];

    fn check_complete(&self) -> Result<(), Invalid> {
        there(&self.method, "method")
    }
}
