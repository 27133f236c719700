//! Measuring moments: a name on the record's history.

use chrono::NaiveDate;

use crate::id::MomentId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};

record! {
    /// A measuring moment: “start”, “na drie maanden”.
    Moment by MomentId, fields MomentField, in "moments" {
        /// Its name.
        name / Name: String,
        /// The day.
        day / Day: Option<NaiveDate>,
        /// The heads of the record then, in hexadecimal, with spaces between.
        heads / Heads: Option<String>,
    }
}

impl Complete for Moment {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.name, "name")
    }
}
