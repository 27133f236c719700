//! Aftercare: a short talk on an agreed day, some time after the coaching ended.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::{CheckInId, MomentId};
use crate::record::record;
use crate::validity::{Complete, Invalid, there};
use crate::value::Prose;

record! {
    /// A check-in of the aftercare.
    CheckIn by CheckInId, fields CheckInField, in "check_ins" {
        /// The day it is planned for.
        due / Due: Option<NaiveDate>,
        /// The day it was held.
        held / Held: Option<NaiveDate>,
        /// How it goes, as the client says it.
        going / Going: Option<Going>,
        /// What was told.
        words / Words: Prose,
        /// The measuring moment that it gave.
        moment / Moment: Option<MomentId>,
    }
}

impl Complete for CheckIn {
    const NEEDS: &'static [&'static str] = &["due"];

    fn check_complete(&self) -> Result<(), Invalid> {
        there(&self.due, "due")
    }
}

choices! {
    /// How it goes since the coaching ended.
    Going in "going" {
        /// It goes on by itself.
        Well = "well",
        /// It wavers.
        Wavering = "wavering",
        /// Help is needed again.
        HelpNeeded = "help_needed",
    }
}
