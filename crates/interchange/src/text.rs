//! Texts in the forms in which they are compared and saved.

use unicode_normalization::UnicodeNormalization;

/// Returns a name in the form in which two names are compared: composed, in small letters.
pub(crate) fn comparable(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

/// Returns a text on one line: control characters, line breaks included, become spaces, and runs of spaces
/// become one.
pub(crate) fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_whether_its_accents_are_composed_or_not() {
        assert_eq!(comparable("Zoe\u{308} "), comparable("ZOË"));
    }
}
