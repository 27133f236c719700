//! How well a passphrase would hold.

use serde::Serialize;
use ts_rs::TS;
use zxcvbn::feedback::{Suggestion, Warning};

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
    let mut advice: Vec<String> = Vec::new();
    if let Some(feedback) = entropy.feedback() {
        advice.extend(feedback.warning().map(|warning| warning_id(warning).to_owned()));
        advice.extend(feedback.suggestions().iter().map(|suggestion| suggestion_id(*suggestion).to_owned()));
    }
    advice.dedup();
    PassphraseAdvice { score, accepted: score >= ACCEPTED, advice }
}

/// Every message id that [`advise`] can give.
pub const ADVICE: &[&str] = &[
    "passphrase-common",
    "passphrase-name",
    "passphrase-keyboard",
    "passphrase-repeats",
    "passphrase-sequence",
    "passphrase-date",
    "passphrase-more-words",
    "passphrase-tricks",
];

fn warning_id(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "passphrase-keyboard"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "passphrase-repeats"
        }
        Warning::SequencesLikeAbcAreEasyToGuess => "passphrase-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "passphrase-date",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "passphrase-name",
        _ => "passphrase-common",
    }
}

fn suggestion_id(suggestion: Suggestion) -> &'static str {
    match suggestion {
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => "passphrase-tricks",
        Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou
        | Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou => "passphrase-date",
        Suggestion::AvoidRepeatedWordsAndCharacters => "passphrase-repeats",
        Suggestion::AvoidSequences => "passphrase-sequence",
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => "passphrase-keyboard",
        _ => "passphrase-more-words",
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

    #[test]
    fn every_advice_has_a_message() {
        for text in ["password", "qwerty", "aaaaaa", "abcdef", "3-5-1956", "Anna", "P4ssw0rd", "drowssap"] {
            for id in advise(text, &[]).advice {
                assert!(ADVICE.contains(&id.as_str()), "{id}");
            }
        }
    }
}
