//! What was found, in its context: the line in which most words stand, cut to what surrounds the first of them.

use serde::Serialize;
use ts_rs::TS;

use super::texts::Text;
use super::words::{Fit, NO, Vocabulary, words};

/// The bytes of context before the first word, and all in all.
const BEFORE: usize = 50;
const MOST: usize = 180;

/// A piece of text that was found, or stands beside what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it was looked for.
    pub found: bool,
}

/// The line of a text in which most of the words stand, and whether that is its name.
pub(crate) fn snippet(text: &Text, typed: &[Vec<Fit>], vocabulary: &Vocabulary) -> (Vec<Piece>, bool) {
    let marked = |line: &str| -> Vec<(usize, usize)> {
        let fits = |form: &str| typed.iter().any(|fits| vocabulary.fit(form, fits) != NO);
        words(line).filter(|(_, form)| fits(form)).map(|(place, _)| (place.start, place.end)).collect()
    };
    let lines = text.said().map(|line| (line, marked(line))).enumerate();
    // Of lines with as many words the first: a name comes before what is said.
    let best =
        lines.min_by_key(|(number, (_, marked))| (usize::MAX - marked.len().min(typed.len()), *number));
    let Some((number, (line, marked))) = best else { return (Vec::new(), false) };
    (pieces(line, &marked), number == 0)
}

fn pieces(line: &str, marked: &[(usize, usize)]) -> Vec<Piece> {
    let first = marked.first().map_or(0, |(begin, _)| *begin);
    let begin = if first <= BEFORE { 0 } else { after_space(line, first - BEFORE, first) };
    let end = if line.len() - begin <= MOST { line.len() } else { before_space(line, begin + MOST) };
    let mut pieces = Vec::new();
    let mut push = |text: &str, found: bool| {
        let text = text.replace(['\n', '\r', '\t'], " ");
        if !text.is_empty() {
            pieces.push(Piece { text, found });
        }
    };
    if begin > 0 {
        push("… ", false);
    }
    let mut at = begin;
    for (from, to) in marked.iter().filter(|(from, to)| *from >= begin && *to <= end) {
        push(&line[at..*from], false);
        push(&line[*from..*to], true);
        at = *to;
    }
    push(&line[at..end], false);
    if end < line.len() {
        push(" …", false);
    }
    pieces
}

/// The beginning of a word from `place` on, at most `latest`.
fn after_space(line: &str, place: usize, latest: usize) -> usize {
    let place = line.ceil_char_boundary(place);
    let space = line[place..latest.max(place)].find(char::is_whitespace);
    space.map_or(place, |space| line.ceil_char_boundary(place + space + 1))
}

/// The end of a word at `place` or before.
fn before_space(line: &str, place: usize) -> usize {
    let place = line.floor_char_boundary(place);
    line[..place].rfind(char::is_whitespace).unwrap_or(place)
}
