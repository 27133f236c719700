//! How much of each limit the chunks have used so far.

use std::collections::HashSet;

use super::limits;
use crate::loading::LoadError;

/// The size that bytes may have.
#[derive(Clone, Copy)]
pub(crate) enum Size {
    /// They are loaded as a document of their own.
    OfADocument,
    /// They are added to a document, which costs more.
    OfAddedChanges,
}

/// Sums over all chunks of one arrival.
pub(super) struct Spent {
    inflated: usize,
    rows: u64,
    most_rows: u64,
    changes: u64,
    text: u64,
    marks: u64,
    actors: HashSet<Vec<u8>>,
    footers: HashSet<Vec<u8>>,
}

impl Spent {
    pub(super) fn nothing(of: Size) -> Self {
        let most_rows = match of {
            Size::OfADocument => limits::DOCUMENT_ROWS,
            Size::OfAddedChanges => limits::ADDED_ROWS,
        };
        Self {
            inflated: 0,
            rows: 0,
            most_rows,
            changes: 0,
            text: 0,
            marks: 0,
            actors: HashSet::new(),
            footers: HashSet::new(),
        }
    }

    /// Counts the bytes of a chunk as they are.
    pub(super) fn chunk(&mut self, bytes: usize) -> Result<(), LoadError> {
        self.inflated = self.inflated.saturating_add(bytes);
        at_most(self.inflated as u64, "bytes", limits::INFLATED as u64)
    }

    /// Returns how many more bytes may be inflated.
    pub(super) fn left(&self) -> usize {
        limits::INFLATED.saturating_sub(self.inflated)
    }

    /// Counts the rows of the longest column of a table.
    pub(super) fn rows(&mut self, rows: u64) -> Result<(), LoadError> {
        add(&mut self.rows, rows, "operations", self.most_rows)
    }

    pub(super) fn changes(&mut self, changes: u64) -> Result<(), LoadError> {
        add(&mut self.changes, changes, "changes", limits::CHANGES)
    }

    pub(super) fn text(&mut self, bytes: u64) -> Result<(), LoadError> {
        add(&mut self.text, bytes, "bytes of keys and messages", limits::TEXT)
    }

    pub(super) fn marks(&mut self, marks: u64) -> Result<(), LoadError> {
        add(&mut self.marks, marks, "marks", limits::MARKS)
    }

    pub(super) fn actor(&mut self, actor: &[u8]) -> Result<(), LoadError> {
        at_most(actor.len() as u64, "bytes of an actor", limits::ACTOR as u64)?;
        remember(&mut self.actors, actor, "actors", limits::ACTORS)
    }

    /// Counts the bytes that follow a change, in which an actor names its author.
    pub(super) fn footer(&mut self, footer: &[u8]) -> Result<(), LoadError> {
        remember(&mut self.footers, footer, "authors", limits::FOOTERS)
    }
}

/// Returns an error if there is more of something than its limit.
pub(super) fn at_most(count: u64, what: &'static str, most: u64) -> Result<(), LoadError> {
    if count > most { Err(LoadError::TooLarge { what, most }) } else { Ok(()) }
}

fn add(sum: &mut u64, count: u64, what: &'static str, most: u64) -> Result<(), LoadError> {
    *sum = sum.saturating_add(count);
    at_most(*sum, what, most)
}

fn remember(
    known: &mut HashSet<Vec<u8>>,
    bytes: &[u8],
    what: &'static str,
    most: usize,
) -> Result<(), LoadError> {
    if !known.contains(bytes) {
        known.insert(bytes.to_vec());
    }
    at_most(known.len() as u64, what, most as u64)
}
