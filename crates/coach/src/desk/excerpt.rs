//! The excerpt of a note.

/// The characters of a note that lists show.
const LONGEST: usize = 160;

/// Returns the beginning of a note's words on one line, as lists show it.
pub(crate) fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST).collect()
}
