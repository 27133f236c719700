//! The structures of GEDCOM: lines of the form `level [@id@] tag [value]`, with the lines of a deeper level
//! below them.

use std::cell::Cell;

use super::pointer::Pointer;
use crate::import::draft::{Unread, UnreadReason};

/// The deepest level that the standard allows.
const DEEPEST: usize = 99;

/// A line with all lines below it, which the standard calls its substructures.
///
/// It knows whether somebody read its value, so that whatever nobody read can be named.
#[derive(Debug, Default)]
pub(super) struct Structure {
    pub(super) line: u32,
    pub(super) id: Option<String>,
    pub(super) tag: String,
    value: String,
    pub(super) substructures: Vec<Structure>,
    is_read: Cell<bool>,
}

impl Structure {
    pub(super) fn new(line: u32, tag: &str, value: &str) -> Self {
        Self { line, tag: tag.to_owned(), value: value.to_owned(), ..Self::default() }
    }

    /// Returns the value on the line itself.
    pub(super) fn value(&self) -> &str {
        self.is_read.set(true);
        self.value.trim()
    }

    /// Returns the first substructure with a tag.
    pub(super) fn first(&self, tag: &str) -> Option<&Structure> {
        self.substructures.iter().find(|line| line.tag == tag)
    }

    /// Returns every substructure with a tag.
    pub(super) fn all<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a Structure> {
        self.substructures.iter().filter(move |line| line.tag == tag)
    }

    /// Returns whether the value on the line is as `is_known` says; otherwise it counts as not read.
    pub(super) fn is(&self, is_known: impl FnOnce(&str) -> bool) -> bool {
        let is_known = is_known(self.value.trim());
        self.is_read.set(self.is_read.get() || is_known);
        is_known
    }

    /// Returns the value with the lines that continue it.
    pub(super) fn text(&self) -> String {
        self.is_read.set(true);
        let mut text = unescaped(&self.value);
        for more in &self.substructures {
            if matches!(more.tag.as_str(), "CONT" | "CONC") {
                more.is_read.set(true);
            }
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

    /// Returns the id that the value points at.
    pub(super) fn pointer(&self) -> Option<Pointer> {
        let id = self.value.trim().strip_prefix('@')?.strip_suffix('@')?;
        (!id.is_empty() && id != "VOID").then(|| {
            self.is_read.set(true);
            Pointer { line: self.line, to: id.to_owned() }
        })
    }

    /// Names the value as one that cannot be read.
    pub(super) fn name_as_unread(&self, unread: &mut Unread) {
        unread.add(self.line, &format!("{} {}", self.tag, self.value()), UnreadReason::Value);
    }

    /// Names what nobody read below this line, each by its tags from here on.
    pub(super) fn name_the_rest(&self, unread: &mut Unread) {
        self.substructures.iter().for_each(|line| line.name_from(&line.tag, unread));
    }

    /// Names the line itself too, if nobody read it.
    pub(super) fn name_the_rest_of_all(&self, unread: &mut Unread) {
        self.name_from(&self.tag, unread);
    }

    fn name_from(&self, tags: &str, unread: &mut Unread) {
        let is_untouched = self.is_untouched();
        if is_untouched || (!self.is_read.get() && !self.value.trim().is_empty()) {
            unread.leave_out(tags, self.line);
        }
        // A whole structure that nobody touched has one name.
        if !is_untouched {
            self.substructures
                .iter()
                .for_each(|line| line.name_from(&format!("{tags}.{}", line.tag), unread));
        }
    }

    fn is_untouched(&self) -> bool {
        !self.is_read.get() && self.substructures.iter().all(Structure::is_untouched)
    }
}

/// Replaces each doubled at-sign by one.
fn unescaped(text: &str) -> String {
    text.replace("@@", "@")
}

/// Reads the structures of level 0 of a file one at a time, so that memory holds one besides the text.
pub(super) struct Structures<'a> {
    lines: std::str::Lines<'a>,
    waiting: Option<Structure>,
    number: u32,
}

impl<'a> Structures<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { lines: text.lines(), waiting: None, number: 0 }
    }

    /// Returns the next structure of level 0, and names the lines that cannot be read.
    pub(super) fn next(&mut self, unread: &mut Unread) -> Option<Structure> {
        let mut open: Vec<Structure> = self.waiting.take().into_iter().collect();
        let mut before = 0;
        for raw in self.lines.by_ref() {
            let raw = raw.trim_start_matches(['\u{feff}', ' ', '\t']);
            self.number += 1;
            if raw.trim().is_empty() {
                continue;
            }
            let Some((level, structure)) = parse(raw, self.number) else {
                unread.add(self.number, raw, UnreadReason::Line);
                continue;
            };
            if level == 0 {
                if open.is_empty() {
                    open.push(structure);
                    before = 0;
                    continue;
                }
                self.waiting = Some(structure);
                return close(open);
            }
            // A line without a parent, or one that skips a level, could belong to anything.
            if open.is_empty() || level > before + 1 {
                unread.add(self.number, raw, UnreadReason::Line);
                continue;
            }
            close_to(&mut open, level);
            open.push(structure);
            before = level;
        }
        close(open)
    }
}

/// Moves complete structures to their parents until `level` structures are open, and never closes the last
/// one.
fn close_to(open: &mut Vec<Structure>, level: usize) {
    while open.len() > level.max(1) {
        if let (Some(child), Some(parent)) = (open.pop(), open.last_mut()) {
            parent.substructures.push(child);
        }
    }
}

fn close(mut open: Vec<Structure>) -> Option<Structure> {
    close_to(&mut open, 0);
    open.pop()
}

fn parse(raw: &str, line: u32) -> Option<(usize, Structure)> {
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
    sound.then(|| (level, Structure { line, id, tag, value: value.to_owned(), ..Structure::default() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn structures(text: &str) -> (Vec<Structure>, Unread) {
        let (mut unread, mut all) = (Unread::default(), Vec::new());
        let mut structures = Structures::of(text);
        while let Some(structure) = structures.next(&mut unread) {
            all.push(structure);
        }
        (all, unread)
    }

    #[test]
    fn lines_of_a_deeper_level_belong_to_the_line_above() {
        let (all, unread) = structures("0 @I1@ INDI\n1 NAME Anna\n2 GIVN Anna\n1 SEX F\n0 TRLR");
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].id.as_deref(), Some("I1"));
        assert_eq!(all[0].first("NAME").and_then(|name| name.first("GIVN")).map(|name| name.line), Some(3));
        assert_eq!(all[0].first("SEX").map(Structure::value), Some("F"));
        assert_eq!(unread.count, 0);
    }

    #[test]
    fn a_text_continues_over_several_lines() {
        let (all, _) = structures("0 @N1@ NOTE One@@home\n1 CONC .nl\n1 CONT Two");
        assert_eq!(all[0].text(), "One@home.nl\nTwo");
    }

    #[test]
    fn what_nobody_read_is_named_by_its_tags_and_its_line() {
        let (all, mut unread) = structures(
            "0 @I1@ INDI\n1 BIRT\n2 DATE 1940\n2 PLAC Assen\n1 OBJE\n2 FILE a.jpg\n2 FORM jpg\n1 SEX",
        );
        let birth = all[0].first("BIRT").unwrap();
        assert_eq!(birth.first("DATE").map(Structure::value), Some("1940"));
        all[0].name_the_rest(&mut unread);
        let left_out: Vec<_> =
            unread.left_out.iter().map(|(tags, one)| (tags.as_str(), one.lines[0])).collect();
        assert_eq!(left_out, [("BIRT.PLAC", 4), ("OBJE", 5), ("SEX", 8)]);
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_is_read() {
        let (all, unread) = structures("0 HEAD\nrubbish\n5 DEEP x\n0 @I1@ INDI\n1 NAME Anna");
        assert_eq!(all.len(), 2);
        assert_eq!(unread.lines.iter().map(|line| line.line).collect::<Vec<_>>(), [2, 3]);
    }
}
