//! The load of carers in sentences: the outcome of each filled-in instrument, with a question that
//! opens the talk.

use dossier::instrument::{self, FilledIn, LoadWarning, Outcome};
use serde::Serialize;
use ts_rs::TS;

use crate::message::{Message, MessageKind, QuestionKind, message_kinds};

message_kinds! {
    /// A sentence about a filled-in instrument, with its question.
    enum LoadSentence {
        Incomplete => "load-incomplete",
        Strain => "load-strain",
        StrainHigh => "load-strain-high",
        StrainRising => "load-strain-rising",
        Care => "load-care",
        CareHeavy => "load-care-heavy",
        Talk => "load-talk",
        Nothing => "load-nothing",
        Kept => "load-kept",
        Unfit => "load-unfit",
    }
    ask
    test every_load_has_a_message_and_a_question_in_both_languages
}

/// An instrument that was filled in on one day, in sentences.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FilledInCard {
    /// The answers and their outcome.
    #[serde(flatten)]
    pub filled_in: FilledIn,
    /// The sentence that describes the outcome.
    pub says: Message,
    /// A question that opens the talk.
    pub asks: Message,
}

/// Returns a card for each time that an instrument was filled in, in the same order. `name` is
/// the carer's name.
pub(super) fn cards(name: &str, filled_in: Vec<FilledIn>) -> Vec<FilledInCard> {
    let mut scores = Vec::new();
    let cards = filled_in.into_iter().map(|filled_in| {
        let outcome = filled_in.scored.as_ref().and_then(|scored| scored.outcome.as_ref());
        if let Some(Outcome::Strain { score, .. }) = outcome {
            scores.push(*score);
        }
        let (sentence, count) = sentence(&filled_in, &scores);
        let args = || [("name", name.to_owned()), ("count", count.to_string())];
        FilledInCard { says: sentence.message(args()), asks: sentence.question(args()), filled_in }
    });
    cards.collect()
}

/// Returns the sentence about a filled-in instrument, with the number that the sentence contains. `scores`
/// are the scores on the Caregiver Strain Index so far.
fn sentence(filled_in: &FilledIn, scores: &[u8]) -> (LoadSentence, usize) {
    use LoadSentence as S;
    let Some(scored) = &filled_in.scored else { return (S::Unfit, 0) };
    match &scored.outcome {
        Some(Outcome::Strain { score, .. }) => match instrument::load_warning(scores) {
            Some(LoadWarning::High) => (S::StrainHigh, usize::from(*score)),
            Some(LoadWarning::Rising) => (S::StrainRising, usize::from(*score)),
            None => (S::Strain, usize::from(*score)),
        },
        Some(Outcome::CareQuality { sum, heavy, .. }) if heavy.is_empty() => (S::Care, usize::from(*sum)),
        Some(Outcome::CareQuality { sum, .. }) => (S::CareHeavy, usize::from(*sum)),
        Some(Outcome::Signal { talk_about }) if talk_about.is_empty() => (S::Nothing, 0),
        Some(Outcome::Signal { talk_about }) => (S::Talk, talk_about.len()),
        None if scored.missing.is_empty() => (S::Kept, 0),
        None => (S::Incomplete, scored.missing.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_warning_about_a_load_has_a_message_in_both_languages() {
        for warning in [LoadWarning::High, LoadWarning::Rising] {
            let name = serde_json::to_value(warning).unwrap_or_default();
            let id = format!("load-hand-{}", name.as_str().unwrap_or_default());
            crate::message::assert_all_said(&[&id]);
        }
    }
}
