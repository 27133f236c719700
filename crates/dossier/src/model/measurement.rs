//! Filled-in instruments. Their sentences belong to the authors of the instruments, so they are not part of
//! Kring.

use chrono::NaiveDate;

use super::Instrument;
use crate::id::{MeasurementId, MomentId, PersonId};
use crate::instrument::{Answers, form};
use crate::record::record;
use crate::validity::{Complete, Invalid, present};

record! {
    /// One filled-in instrument. Its score is computed, never stored.
    Measurement by MeasurementId, fields MeasurementField, in "measurements" {
        /// The instrument that was filled in.
        instrument / Instrument: Option<Instrument>,
        /// The person who filled it in. If absent, this is the client herself.
        person / Person: Option<PersonId>,
        /// The day on which it was filled in.
        day / Day: Option<NaiveDate>,
        /// The measuring moment that it belongs to.
        moment / Moment: Option<MomentId>,
        /// The answers: a digit for each item in the instrument's order, or a hyphen if it was not answered;
        /// see [`crate::instrument`].
        answers / Answers: String,
    }
}

impl Complete for Measurement {
    const NEEDS: &'static [&'static str] = &["instrument", "answers"];

    fn check_complete(&self) -> Result<(), Invalid> {
        present(&self.instrument, "instrument")?;
        let form = self.instrument.as_ref().and_then(form);
        form.map_or(Ok(()), |form| Answers::read(form, &self.answers).map(drop))
    }
}
