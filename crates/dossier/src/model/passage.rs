//! The events in the progress through the steps of a method: begun, done, or skipped with a reason.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::PassageId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// One event with a step. The last event of a step decides its state, so a step can be begun again.
    Passage by PassageId, fields PassageField, in "passages" {
        /// The name of the method.
        method / Method: String,
        /// The name of the step in the method.
        step / Step: String,
        /// The kind of event.
        kind / Kind: Option<PassageKind>,
        /// The day of the event.
        day / Day: Option<NaiveDate>,
        /// The reason for skipping, or the result.
        words / Words: Prose,
    }
}

impl Complete for Passage {
    const NEEDS: &'static [&'static str] = &["method", "step"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.method, "method")?;
        not_blank(&self.step, "step")
    }
}

choices! {
    /// The kinds of events with a step.
    PassageKind in "passage" {
        /// The step was begun, or begun again.
        Begun = "begun",
        /// The step was done.
        Done = "done",
        /// The step was skipped, with a reason.
        Skipped = "skipped",
    }
}
