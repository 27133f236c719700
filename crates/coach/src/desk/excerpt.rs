//! The excerpt of a note, which lists of notes show.

/// The maximum number of characters in an excerpt.
const LONGEST: usize = 160;

/// Returns the beginning of a note's text on one line.
pub(crate) fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST).collect()
}
