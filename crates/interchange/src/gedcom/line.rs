//! Lines of GEDCOM, and the records they make: `level [@id@] tag [value]`, deeper levels under their parent.

use crate::draft::{Unread, UnreadReason};

/// The deepest level that the standard has.
const DEEPEST: usize = 99;

/// A line with all that stands under it.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) line: u32,
    pub(super) id: Option<String>,
    pub(super) tag: String,
    pub(super) value: String,
    pub(super) under: Vec<Record>,
}

impl Record {
    /// The first line under this one with a tag.
    pub(super) fn first(&self, tag: &str) -> Option<&Record> {
        self.under.iter().find(|record| record.tag == tag)
    }

    /// All lines under this one with a tag.
    pub(super) fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Record> {
        self.under.iter().filter(move |record| record.tag == tag)
    }

    /// The value with the lines that go on with it.
    pub(super) fn text(&self) -> String {
        let mut text = unescaped(&self.value);
        for more in &self.under {
            match more.tag.as_str() {
                "CONT" => {
                    text.push('\n');
                    text.push_str(&unescaped(&more.value));
                }
                "CONC" => text.push_str(&unescaped(&more.value)),
                _ => {}
            }
        }
        text
    }

    /// The id that the value points at.
    pub(super) fn pointer(&self) -> Option<&str> {
        let id = self.value.trim().strip_prefix('@')?.strip_suffix('@')?;
        (!id.is_empty() && id != "VOID").then_some(id)
    }
}

/// A doubled at-sign stands for one.
fn unescaped(text: &str) -> String {
    text.replace("@@", "@")
}

/// The records of a file, one at a time: memory holds one record besides the text.
pub(super) struct Records<'a> {
    lines: std::str::Lines<'a>,
    waiting: Option<Record>,
    number: u32,
}

impl<'a> Records<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { lines: text.lines(), waiting: None, number: 0 }
    }

    /// The next record of level 0.
    pub(super) fn next(&mut self, unread: &mut Unread) -> Option<Record> {
        let mut open: Vec<Record> = self.waiting.take().into_iter().collect();
        let mut before = 0;
        for raw in self.lines.by_ref() {
            let raw = raw.trim_start_matches(['\u{feff}', ' ', '\t']);
            self.number += 1;
            if raw.trim().is_empty() {
                continue;
            }
            let Some((level, record)) = parse(raw, self.number) else {
                unread.add(self.number, raw, UnreadReason::Line);
                continue;
            };
            if level == 0 {
                if open.is_empty() {
                    open.push(record);
                    before = 0;
                    continue;
                }
                self.waiting = Some(record);
                return close(open);
            }
            // A line without a parent, or one that skips a level, says nothing for sure.
            if open.is_empty() || level > before + 1 {
                unread.add(self.number, raw, UnreadReason::Line);
                continue;
            }
            open = fold(open, level);
            open.push(record);
            before = level;
        }
        close(open)
    }
}

/// Puts records that are complete under their parents until `level` are open.
fn fold(mut open: Vec<Record>, level: usize) -> Vec<Record> {
    while open.len() > level.max(1) {
        if let (Some(child), Some(parent)) = (open.pop(), open.last_mut()) {
            parent.under.push(child);
        }
    }
    open
}

fn close(open: Vec<Record>) -> Option<Record> {
    fold(open, 0).pop()
}

fn parse(raw: &str, line: u32) -> Option<(usize, Record)> {
    let (level, rest) = raw.split_once([' ', '\t'])?;
    let level: usize = level.parse().ok().filter(|level| *level <= DEEPEST)?;
    let rest = rest.trim_start();
    let (id, rest) = match rest.strip_prefix('@') {
        Some(after) => {
            let (id, rest) = after.split_once('@')?;
            (Some(id.trim().to_owned()), rest.trim_start())
        }
        None => (None, rest),
    };
    let (tag, value) = rest.split_once(' ').unwrap_or((rest, ""));
    let tag = tag.trim().to_ascii_uppercase();
    let sound = !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    sound.then(|| (level, Record { line, id, tag, value: value.to_owned(), under: Vec::new() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> (Vec<Record>, Unread) {
        let (mut unread, mut all) = (Unread::default(), Vec::new());
        let mut records = Records::of(text);
        while let Some(record) = records.next(&mut unread) {
            all.push(record);
        }
        (all, unread)
    }

    #[test]
    fn lines_stand_under_their_parents() {
        let (all, unread) = records("0 @I1@ INDI\n1 NAME Anna\n2 GIVN Anna\n1 SEX F\n0 TRLR");
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].id.as_deref(), Some("I1"));
        assert_eq!(all[0].first("NAME").and_then(|name| name.first("GIVN")).map(|name| name.line), Some(3));
        assert_eq!(all[0].first("SEX").map(|sex| sex.value.as_str()), Some("F"));
        assert_eq!(unread.count, 0);
    }

    #[test]
    fn a_long_text_goes_on_over_lines() {
        let (all, _) = records("0 @N1@ NOTE One@@home\n1 CONC .nl\n1 CONT Two");
        assert_eq!(all[0].text(), "One@home.nl\nTwo");
    }

    #[test]
    fn a_line_that_is_none_is_named_and_the_rest_is_read() {
        let (all, unread) = records("0 HEAD\nrubbish\n5 DEEP x\n0 @I1@ INDI\n1 NAME Anna");
        assert_eq!(all.len(), 2);
        assert_eq!(unread.lines.iter().map(|line| line.line).collect::<Vec<_>>(), [2, 3]);
    }
}
