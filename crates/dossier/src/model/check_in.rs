//! Aftercare: a short talk on an agreed day, some time after the coaching ended.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::{CheckInId, MomentId};
use crate::record::record;
use crate::validity::{Complete, Invalid, present};
use crate::value::Prose;

record! {
    /// A check-in of the aftercare.
    CheckIn by CheckInId, fields CheckInField, in "check_ins" {
        /// The day for which it is planned.
        due / Due: Option<NaiveDate>,
        /// The day on which it was held.
        held / Held: Option<NaiveDate>,
        /// The state of things, as the client says it.
        going / Going: Option<Going>,
        /// Notes of what the client told.
        words / Words: Prose,
        /// The measuring moment that was added at the check-in.
        moment / Moment: Option<MomentId>,
    }
}

impl Complete for CheckIn {
    const NEEDS: &'static [&'static str] = &["due"];

    fn check_complete(&self) -> Result<(), Invalid> {
        present(&self.due, "due")
    }
}

choices! {
    /// The state of things since the coaching ended.
    Going in "going" {
        /// The network continues by itself.
        Well = "well",
        /// Some of it wavers.
        Wavering = "wavering",
        /// The client needs help again.
        HelpNeeded = "help_needed",
    }
}
