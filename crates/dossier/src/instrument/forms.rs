//! The forms of the instruments that can be filled in.

use super::carer_qol::CARER_QOL;
use super::form::Form;
use super::strain_index::STRAIN_INDEX;
use super::three_questions::THREE_QUESTIONS;
use crate::model::Instrument;

/// The instruments that can be filled in, the shortest first.
pub const FORMS: [Instrument; 3] =
    [Instrument::ThreeQuestions, Instrument::CaregiverStrainIndex, Instrument::CarerQol];

/// Returns the form of an instrument; `None` if Kring knows the instrument by name only.
pub fn form(instrument: &Instrument) -> Option<&'static Form> {
    match instrument {
        Instrument::CaregiverStrainIndex => Some(&STRAIN_INDEX),
        Instrument::CarerQol => Some(&CARER_QOL),
        Instrument::ThreeQuestions => Some(&THREE_QUESTIONS),
        Instrument::CaregiverReactionAssessment | Instrument::SocialSupportList | Instrument::Unknown(_) => {
            None
        }
    }
}
