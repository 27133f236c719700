//! Instruments for the load of carers: how each is answered, and what its answers come to. The sentences of the items belong
//! to their authors; here are names, for which the message files have short labels of our own.
//!
//! Nothing is guessed: where an answer is missing there is no score, and where a published weight or cutoff is not at hand
//! there is none here. An instrument that Kring knows by name only has no [`Form`]: its answers are kept as they are.

mod answers;
mod carer_qol;
mod load;
mod strain_index;
mod three_questions;

use serde::Serialize;

pub use answers::Answers;
pub use carer_qol::{BEST_CARE, CARER_QOL};
pub use load::{CarerLoad, FilledIn, InstrumentSeries, LoadWarning, NOTABLE_RISE, carers, load_warning};
pub use strain_index::{HIGH_STRAIN, STRAIN_INDEX};
pub use three_questions::THREE_QUESTIONS;

use crate::model::Instrument;

/// How an instrument is answered: its items in their order.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// The items.
    pub items: &'static [Item],
}

/// One item of an instrument.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, for the message files: `item-<instrument>-<name>`.
    pub name: &'static str,
    /// What can be answered.
    pub scale: Scale,
}

/// What can be answered to an item. A digit means the same in every item with the same scale, whether it is good or bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// 0 no, 1 yes.
    YesNo,
    /// 0 no, 1 some, 2 a lot.
    HowMuch,
    /// 0 yes, 1 sometimes, 2 no.
    Sometimes,
    /// 0 to 10; it takes two places in the answers.
    Ladder,
}

impl Scale {
    /// The highest answer.
    pub fn most(self) -> u8 {
        match self {
            Self::YesNo => 1,
            Self::HowMuch | Self::Sometimes => 2,
            Self::Ladder => 10,
        }
    }

    /// How many characters an answer takes.
    pub fn places(self) -> usize {
        if self == Self::Ladder { 2 } else { 1 }
    }
}

impl Form {
    /// How many characters the answers take.
    pub fn places(&self) -> usize {
        self.items.iter().map(|item| item.scale.places()).sum()
    }
}

/// The instruments that can be filled in, the shortest first.
pub const FORMS: [Instrument; 3] =
    [Instrument::ThreeQuestions, Instrument::CaregiverStrainIndex, Instrument::CarerQol];

/// How an instrument is answered; absent where Kring knows it by name only.
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

/// What answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Scored {
    /// The names of the items that were not answered.
    pub missing: Vec<String>,
    /// The outcome; absent where something is missing that it needs, or the instrument is not scored here.
    pub outcome: Option<Outcome>,
}

/// The outcome of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Outcome {
    /// Of the Caregiver Strain Index.
    Strain {
        /// How many items hold, 0 to 13.
        score: u8,
        /// Whether that is high.
        high: bool,
    },
    /// Of CarerQol.
    CareQuality {
        /// The unweighted sum of the seven dimensions, 0 to 14; more is better.
        sum: u8,
        /// The happiness of the carer, 0 to 10, where it was answered.
        happiness: Option<u8>,
        /// The names of the dimensions that are as heavy as they can be.
        heavy: Vec<String>,
    },
    /// Of the three questions.
    Signal {
        /// The names of the questions to talk about; none where nothing stands out.
        talk_about: Vec<String>,
    },
}

/// What the answers to an instrument come to; absent where Kring does not know it, or they do not fit it.
pub fn scored(instrument: &Instrument, answers: &str) -> Option<Scored> {
    let form = form(instrument)?;
    let answers = Answers::read(form, answers).ok()?;
    let outcome = match instrument {
        Instrument::CaregiverStrainIndex => strain_index::score(&answers),
        Instrument::CarerQol => carer_qol::score(&answers),
        _ => three_questions::score(&answers),
    };
    Some(Scored { missing: answers.missing().map(str::to_owned).collect(), outcome })
}
