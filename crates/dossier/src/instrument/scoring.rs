//! Scoring: from the answers to an instrument to its outcome.

use serde::Serialize;

use super::answers::Answers;
use super::forms::form;
use super::outcome::Outcome;
use super::{carer_qol, strain_index, three_questions};
use crate::model::Instrument;

/// Scored answers: the outcome, and the items without an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Scored {
    /// The names of the items that were not answered.
    pub missing: Vec<String>,
    /// The outcome; absent if an answer is missing that it needs.
    pub outcome: Option<Outcome>,
}

/// Scores the answers to an instrument; returns `None` if Kring has no form for it, or the answers do not fit
/// the form.
pub fn scored(instrument: &Instrument, answers: &str) -> Option<Scored> {
    let form = form(instrument)?;
    let answers = Answers::read(form, answers).ok()?;
    let outcome = match instrument {
        Instrument::CaregiverStrainIndex => strain_index::score(&answers),
        Instrument::CarerQol => carer_qol::score(&answers),
        Instrument::ThreeQuestions => three_questions::score(&answers),
        Instrument::CaregiverReactionAssessment | Instrument::SocialSupportList | Instrument::Unknown(_) => {
            return None;
        }
    };
    Some(Scored { missing: answers.missing().map(str::to_owned).collect(), outcome })
}
