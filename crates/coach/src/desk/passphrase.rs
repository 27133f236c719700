//! The strength of a passphrase, and advice on a stronger one.

use serde::Serialize;
use ts_rs::TS;
use zxcvbn::feedback::{Suggestion, Warning};

use crate::message::{MessageKind, message_kinds};

/// The strength of a passphrase, with advice on a stronger one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseAdvice {
    /// The score of zxcvbn, from 0 (easy to guess) to 4 (hard to guess).
    pub score: u8,
    /// True if Kring accepts the passphrase.
    pub accepted: bool,
    /// The ids of the messages with advice: `passphrase-…`.
    pub advice: Vec<String>,
}

/// The lowest score that Kring accepts: more than 10^8 guesses (zxcvbn, Wheeler 2016), each of which costs
/// one computation of Argon2id.
const ACCEPTED: u8 = 3;

/// The maximum number of characters that are examined, because the time that this takes grows with the square
/// of the length.
const MAX_EXAMINED: usize = 100;

/// Returns the strength of a passphrase, with advice on a stronger one.
pub fn advise(passphrase: &str, own_words: &[&str]) -> PassphraseAdvice {
    let examined: String = passphrase.chars().take(MAX_EXAMINED).collect();
    let entropy = zxcvbn::zxcvbn(&examined, own_words);
    let score = u8::from(entropy.score());
    let mut advice: Vec<Advice> = Vec::new();
    if let Some(feedback) = entropy.feedback() {
        advice.extend(feedback.warning().map(on_warning));
        advice.extend(feedback.suggestions().iter().copied().map(on_suggestion));
    }
    advice.dedup();
    let advice = advice.into_iter().map(|one| one.message_id().to_owned()).collect();
    PassphraseAdvice { score, accepted: score >= ACCEPTED, advice }
}

message_kinds! {
    /// A piece of advice on a passphrase.
    enum Advice {
        Common => "passphrase-common",
        Name => "passphrase-name",
        Keyboard => "passphrase-keyboard",
        Repeats => "passphrase-repeats",
        Sequence => "passphrase-sequence",
        Date => "passphrase-date",
        MoreWords => "passphrase-more-words",
        Tricks => "passphrase-tricks",
    }
    test every_piece_of_advice_has_a_message_in_both_languages
}

fn on_warning(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            Advice::Keyboard
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Advice::Repeats
        }
        Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequence,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Advice::Date,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => Advice::Name,
        _ => Advice::Common,
    }
}

fn on_suggestion(suggestion: Suggestion) -> Advice {
    match suggestion {
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Advice::Tricks,
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou
        | Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou => Advice::Date,
        Suggestion::AvoidRepeatedWordsAndCharacters => Advice::Repeats,
        Suggestion::AvoidSequences => Advice::Sequence,
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => Advice::Keyboard,
        _ => Advice::MoreWords,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_by_chance_are_accepted_and_a_birthday_is_not() {
        assert!(advise("fiets paraplu zondag kachel", &[]).accepted);
        assert!(!advise("welkom01", &[]).accepted);
        assert!(
            !advise("anna 3 mei 1956", &["anna"]).accepted || advise("anna1956", &["anna"]).score < ACCEPTED
        );
    }
}
