//! The snippet of a result: the line that contains the most of the words, cut to the context of the
//! first of them.

use serde::Serialize;
use ts_rs::TS;

use super::texts::Text;
use super::words::{Fit, NO, Vocabulary, words};

/// The maximum number of bytes of context before the first word, and of the whole snippet.
const BEFORE: usize = 50;
const MOST: usize = 180;

/// A piece of a snippet: found words, or the context beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SnippetPiece {
    /// The text of the piece.
    pub text: String,
    /// True if the piece is one of the words.
    pub found: bool,
}

/// Returns the snippet of a text, and whether it is the title.
pub(crate) fn snippet(text: &Text, typed: &[Vec<Fit>], vocabulary: &Vocabulary) -> (Vec<SnippetPiece>, bool) {
    let marked = |line: &str| -> Vec<(usize, usize)> {
        let fits = |form: &str| typed.iter().any(|fits| vocabulary.fit(form, fits) != NO);
        words(line).filter(|(_, form)| fits(form)).map(|(place, _)| (place.start, place.end)).collect()
    };
    let lines = text.said().map(|line| (line, marked(line))).enumerate();
    // Among lines with equally many words the first one wins, and the title comes before the other lines.
    let best =
        lines.min_by_key(|(number, (_, marked))| (usize::MAX - marked.len().min(typed.len()), *number));
    let Some((number, (line, marked))) = best else { return (Vec::new(), false) };
    (pieces(line, &marked), number == 0)
}

fn pieces(line: &str, marked: &[(usize, usize)]) -> Vec<SnippetPiece> {
    let first = marked.first().map_or(0, |(begin, _)| *begin);
    let begin = if first <= BEFORE { 0 } else { after_space(line, first - BEFORE, first) };
    let end = if line.len() - begin <= MOST { line.len() } else { before_space(line, first, begin + MOST) };
    let mut pieces = Vec::new();
    let mut push = |text: &str, found: bool| {
        let text = text.replace(['\n', '\r', '\t'], " ");
        if !text.is_empty() {
            pieces.push(SnippetPiece { text, found });
        }
    };
    if begin > 0 {
        push("… ", false);
    }
    let mut at = begin;
    for (from, to) in marked.iter().filter(|(from, _)| *from >= begin && *from < end) {
        push(&line[at..*from], false);
        // A word may be longer than a snippet.
        at = end.min(*to);
        push(&line[*from..at], true);
    }
    push(&line[at..end], false);
    if end < line.len() {
        push(" …", false);
    }
    pieces
}

/// Returns the beginning of the first word after `place`, or `place` if there is no space before `latest`.
fn after_space(line: &str, place: usize, latest: usize) -> usize {
    let place = line.ceil_char_boundary(place);
    let space = line[place..latest.max(place)].find(char::is_whitespace);
    space.map_or(place, |space| line.ceil_char_boundary(place + space + 1))
}

/// Returns the end of the last word that ends after `first` and at `place` or before; `place` if no word does.
fn before_space(line: &str, first: usize, place: usize) -> usize {
    let place = line.floor_char_boundary(place);
    let space = line[first..place].rfind(char::is_whitespace).filter(|space| *space > 0);
    space.map_or(place, |space| first + space)
}
