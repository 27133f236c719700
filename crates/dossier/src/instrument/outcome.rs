//! The outcome of an instrument.

use serde::Serialize;

/// The outcome of an instrument, computed from its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Outcome {
    /// The outcome of the Caregiver Strain Index.
    Strain {
        /// The number of items that apply, 0 to 13.
        score: u8,
        /// True if the score is high.
        high: bool,
    },
    /// The outcome of the CarerQol instrument.
    CareQuality {
        /// The unweighted sum of the seven dimensions, 0 to 14, where more is better.
        sum: u8,
        /// The happiness of the carer, 0 to 10; absent if it was not answered.
        happiness: Option<u8>,
        /// The names of the dimensions with the heaviest answer.
        heavy: Vec<String>,
    },
    /// The outcome of the three questions.
    Signal {
        /// The names of the questions to talk about; none if nothing stands out.
        talk_about: Vec<String>,
    },
}
