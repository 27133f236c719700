//! Texts of others, made safe for a terminal.
//!
//! A terminal obeys control characters: they can clear the screen, change the title of the window, or type a
//! command. Characters that set the direction of text can make a name read as another one. Names, notes and
//! files come from others, so each of these characters is shown as `�`.

/// The character that is shown instead of one that a terminal obeys.
const SHOWN: char = '\u{fffd}';

/// Returns a text on one line. Line breaks become spaces, so that no text can look like two answers.
pub(crate) fn one_line(text: &str) -> String {
    visible(&text.replace("\r\n", " ").replace(['\n', '\r'], " "))
}

/// Returns a text of several lines, which end as they ended.
pub(crate) fn several_lines(text: &str) -> String {
    let clean = |line: &str| line.split('\n').map(visible).collect::<Vec<_>>().join("\n");
    text.split("\r\n").map(clean).collect::<Vec<_>>().join("\r\n")
}

/// Returns JSON in which each such character is an escape, so that it means the same to a program.
pub(crate) fn json(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if is_obeyed(c) { clean.push_str(&format!("\\u{:04x}", u32::from(c))) } else { clean.push(c) }
    }
    clean
}

fn visible(line: &str) -> String {
    line.chars().map(|c| if c != '\t' && is_obeyed(c) { SHOWN } else { c }).collect()
}

/// Returns whether a terminal obeys a character instead of showing it: control characters, separators of
/// lines, and characters that set the direction of the text after them.
fn is_obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name that sets the title of the window, clears the screen in two ways, deletes a letter and turns
    /// the direction around.
    const NAME: &str = "Jan\u{1b}]0;mail\u{7}\u{1b}[2J\u{9b}2J\u{7f}\u{8}\u{202e}nna\u{2069}\u{2028}.";

    #[test]
    fn no_character_that_a_terminal_obeys_is_left() {
        for clean in [one_line(NAME), several_lines(NAME), json(NAME)] {
            assert!(!clean.contains(is_obeyed), "{clean:?}");
            assert!(clean.contains("Jan") && clean.contains("nna"), "{clean:?}");
        }
    }

    #[test]
    fn a_text_cannot_begin_a_line_of_its_own() {
        assert_eq!(one_line("Jan\r\nd-1  Piet\rKees"), "Jan d-1  Piet Kees");
        assert_eq!(several_lines("Jan\r\n\tPiet\rKees"), "Jan\r\n\tPiet\u{fffd}Kees");
    }

    #[test]
    fn words_of_any_language_stay_as_they_are() {
        for name in ["Anaïs de Wit-'s Gravesande", "محمد", "שרה", "李小龍 👩‍👧"] {
            assert_eq!((one_line(name), several_lines(name)), (name.to_owned(), name.to_owned()));
        }
    }

    #[test]
    fn json_means_the_same_to_a_program() {
        let written = json(&serde_json::to_string(NAME).unwrap());
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), NAME);
    }
}
