//! Measuring moments: named points of the record's history.

use chrono::NaiveDate;

use crate::id::MomentId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};

record! {
    /// A measuring moment: “start”, “na drie maanden”.
    Moment by MomentId, fields MomentField, in "moments" {
        /// The name of the moment.
        name / Name: String,
        /// The day of the moment.
        day / Day: Option<NaiveDate>,
        /// The heads of the record at that moment, in hexadecimal, separated by spaces.
        heads / Heads: Option<String>,
    }
}

impl Complete for Moment {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.name, "name")
    }
}
