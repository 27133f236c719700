//! The words of texts, without capitals and accents, and their Dutch stems.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The degree to which a form fits a typed word. Higher is better.
pub(crate) type Fit = u8;
/// The degree of a form that does not fit.
pub(crate) const NO: Fit = 0;
const BEGINS: Fit = 1;
const SAME_STEM: Fit = 2;
const SAME: Fit = 3;

/// Returns the words of a text in folded form, each with its place in the text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let begin = rest + text[rest..].find(char::is_alphanumeric)?;
        let belongs = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
        let end = text[begin..].find(|letter| !belongs(letter)).map_or(text.len(), |length| begin + length);
        rest = end;
        Some((begin..end, fold(&text[begin..end])))
    })
}

/// Removes capitals and accents: “Geëvalueerd” becomes “geevalueerd”, “ĳs” becomes “ijs”.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in word.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            letter => folded.push(letter),
        }
    }
    folded
}

/// All forms of words that occur, each with a number and its stem.
pub(crate) struct Vocabulary {
    forms: Vec<(Arc<str>, u32)>,
    numbers: HashMap<Arc<str>, u32>,
    stems: HashMap<Box<str>, u32>,
    stemmer: Stemmer,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let stemmer = Stemmer::create(Algorithm::Dutch);
        Self { forms: Vec::new(), numbers: HashMap::new(), stems: HashMap::new(), stemmer }
    }
}

impl Vocabulary {
    /// Returns the number of a form. A new form gets a new number.
    pub(crate) fn number(&mut self, form: &str) -> u32 {
        if let Some(number) = self.numbers.get(form) {
            return *number;
        }
        let stem = self.stemmer.stem(form);
        let next = self.stems.len() as u32;
        let stem = match self.stems.get(&*stem) {
            Some(stem) => *stem,
            None => *self.stems.entry(stem.into()).or_insert(next),
        };
        let (number, form) = (self.forms.len() as u32, Arc::<str>::from(form));
        self.forms.push((form.clone(), stem));
        self.numbers.insert(form, number);
        number
    }

    /// Returns how well each form fits a typed word. An unfinished word also fits the forms that
    /// begin with it.
    pub(crate) fn fits(&self, typed: &str, unfinished: bool) -> Vec<Fit> {
        let stem = self.stems.get(&*self.stemmer.stem(typed)).copied();
        let fit = |(form, its_stem): &(Arc<str>, u32)| match () {
            () if **form == *typed => SAME,
            () if Some(*its_stem) == stem => SAME_STEM,
            () if unfinished && form.starts_with(typed) => BEGINS,
            () => NO,
        };
        self.forms.iter().map(fit).collect()
    }

    /// Returns how well a word of a text fits.
    pub(crate) fn fit(&self, form: &str, fits: &[Fit]) -> Fit {
        let number = self.numbers.get(form).map(|number| *number as usize);
        number.and_then(|number| fits.get(number).copied()).unwrap_or(NO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(text: &str, typed: &str, unfinished: bool) -> Vec<(String, Fit)> {
        let mut vocabulary = Vocabulary::default();
        let forms: Vec<String> = words(text).map(|(_, form)| form).collect();
        for form in &forms {
            vocabulary.number(form);
        }
        let fits = vocabulary.fits(&fold(typed), unfinished);
        let all = forms.into_iter().map(|form| (vocabulary.fit(&form, &fits), form));
        all.filter(|(fit, _)| *fit != NO).map(|(fit, form)| (form, fit)).collect()
    }

    fn found(text: &str, typed: &str) -> Vec<String> {
        fits(text, typed, false).into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn words_are_found_by_their_dutch_stem_without_accents_and_capitals() {
        let text = "Samen Wandelingen gemaakt; twee cliënten belden. Ideeën! De buurvrouwen én Zoë.";
        assert_eq!(found(text, "wandeling"), ["wandelingen"]);
        assert_eq!(found(text, "CLIENT"), ["clienten"]);
        assert_eq!(found(text, "buurvrouw"), ["buurvrouwen"]);
        assert_eq!(found(text, "zoe"), ["zoe"]);
        assert_eq!(found(text, "ideeen"), ["ideeen"]);
        assert_eq!(found("Zoe\u{308} kwam", "zoë"), ["zoe"]);
        assert_eq!(found(text, "wandelstok"), Vec::<String>::new());
    }

    #[test]
    fn the_same_word_fits_better_than_its_stem_and_a_stem_fits_better_than_a_beginning() {
        let text = "wandel wandelen wandelstok";
        let expected = [("wandel", SAME), ("wandelen", SAME_STEM), ("wandelstok", BEGINS)];
        assert_eq!(fits(text, "wandel", true), expected.map(|(form, fit)| (form.to_owned(), fit)));
        assert_eq!(
            fits(text, "wandel", false),
            expected[..2].iter().map(|(form, fit)| ((*form).to_owned(), *fit)).collect::<Vec<_>>()
        );
    }

    #[test]
    fn each_word_comes_with_its_position_in_the_text() {
        let text = "Oma's idee: 3 × één.";
        let places: Vec<&str> = words(text).map(|(place, _)| &text[place]).collect();
        assert_eq!(places, ["Oma", "s", "idee", "3", "één"]);
    }
}
