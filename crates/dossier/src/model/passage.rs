//! The way through the steps of a method: what was done with each, and why one was passed over.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::PassageId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// One thing that happened with a step. The last one of a step says how it stands, so a step can be taken up again.
    Passage by PassageId, fields PassageField, in "passages" {
        /// The method, by its name.
        method / Method: String,
        /// The step, by its name in the method.
        step / Step: String,
        /// What happened.
        kind / Kind: Option<PassageKind>,
        /// The day.
        day / Day: Option<NaiveDate>,
        /// Why, or what it brought.
        words / Words: Prose,
    }
}

impl Complete for Passage {
    const NEEDS: &'static [&'static str] = &["method", "step"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.method, "method")?;
        filled_in(&self.step, "step")
    }
}

choices! {
    /// What can happen with a step.
    PassageKind in "passage" {
        /// It was begun, or taken up again.
        Begun = "begun",
        /// It was done.
        Done = "done",
        /// It was passed over, with a reason.
        Skipped = "skipped",
    }
}
