//! Filled-in instruments. The sentences of their items belong to their authors and are not here.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::{MeasurementId, MomentId, PersonId};
use crate::instrument::{self, Answers};
use crate::record::record;
use crate::validity::{Complete, Invalid, there};

record! {
    /// One filled-in instrument. Its score is computed, never stored.
    Measurement by MeasurementId, fields MeasurementField, in "measurements" {
        /// Which instrument.
        instrument / Instrument: Option<Instrument>,
        /// Who filled it in; the client herself where absent.
        person / Person: Option<PersonId>,
        /// The day.
        day / Day: Option<NaiveDate>,
        /// The measuring moment that it belongs to.
        moment / Moment: Option<MomentId>,
        /// One digit an item, in the instrument's order, a hyphen where not answered; see [`crate::instrument`].
        answers / Answers: String,
    }
}

impl Complete for Measurement {
    const NEEDS: &'static [&'static str] = &["instrument", "answers"];

    fn check_complete(&self) -> Result<(), Invalid> {
        there(&self.instrument, "instrument")?;
        let form = self.instrument.as_ref().and_then(instrument::form);
        form.map_or(Ok(()), |form| Answers::read(form, &self.answers).map(drop))
    }
}

choices! {
    /// Instruments for the load of carers and social support.
    Instrument in "instrument" {
        /// Caregiver Strain Index (Robinson 1983): 13 items.
        CaregiverStrainIndex = "caregiver_strain_index",
        /// CarerQol.
        CarerQol = "carer_qol",
        /// Caregiver Reaction Assessment.
        CaregiverReactionAssessment = "caregiver_reaction_assessment",
        /// Social support list.
        SocialSupportList = "social_support_list",
        /// Three questions of our own that point early.
        ThreeQuestions = "three_questions",
    }
}
