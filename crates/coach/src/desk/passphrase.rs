//! How well a passphrase would hold.

use serde::Serialize;
use ts_rs::TS;
use zxcvbn::feedback::{Suggestion, Warning};

use crate::message::{MessageKind, message_kinds};

/// How well a passphrase would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseAdvice {
    /// 0 (guessed at once) to 4 (holds), as zxcvbn has it.
    pub score: u8,
    /// Whether Kring accepts it.
    pub accepted: bool,
    /// Message ids of what would make it better: `passphrase-…`.
    pub advice: Vec<String>,
}

/// The least score that Kring accepts: more than 10^8 guesses (zxcvbn, Wheeler 2016), each of which costs an Argon2id.
const ACCEPTED: u8 = 3;

/// The most characters that are looked at: guessing time grows with the square of the length.
const LOOKED_AT: usize = 100;

/// Returns how well a passphrase would hold, and what would make it better.
pub fn advise(passphrase: &str, own_words: &[&str]) -> PassphraseAdvice {
    let looked_at: String = passphrase.chars().take(LOOKED_AT).collect();
    let entropy = zxcvbn::zxcvbn(&looked_at, own_words);
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
