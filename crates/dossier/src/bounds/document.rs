//! The chunk of a whole document: all its changes in one table, and all their operations in another.

use super::change::{ACTIONS, measure_marks};
use super::column::{Column, Listed, measure as measure_columns, measure_counters, named};
use super::damage::damaged;
use super::depth::measure_depth;
use super::limits;
use super::reader::Reader;
use super::runs::{Number, count, rows};
use super::spent::{Spent, at_most};
use crate::loading::LoadError;

/// The number of bytes of a hash.
const HASH: u64 = 32;

// Columns of the table of changes.
const ACTOR: u8 = 1;
const DEPENDENCIES: u8 = 4 << 4;
const FOOTER_LENGTHS: u8 = 5 << 4 | 6;
const FOOTERS: u8 = 5 << 4 | 7;

/// Counts what a document holds.
pub(super) fn measure(content: &[u8], spent: &mut Spent) -> Result<(), LoadError> {
    let mut reader = Reader::of(content);
    let actors = reader.unsigned()?;
    at_most(actors, "actors", limits::ACTORS as u64)?;
    for _ in 0..actors {
        spent.actor(reader.prefixed()?)?;
    }
    let heads = reader.unsigned()?;
    at_most(heads, "heads", limits::HEADS)?;
    reader.take(heads * HASH)?;
    let (changes, operations) = (Listed::read(&mut reader)?, Listed::read(&mut reader)?);
    measure_changes(&changes.take(&mut reader, spent)?, spent)?;
    let operations = operations.take(&mut reader, spent)?;
    let count = measure_columns(&operations, spent)?;
    spent.rows(count)?;
    measure_counters(&operations)?;
    measure_marks(named(&operations, ACTIONS), spent)?;
    measure_depth(&operations)
}

fn measure_changes(columns: &[Column], spent: &mut Spent) -> Result<(), LoadError> {
    // The longest column may be that with all dependencies of all changes.
    let longest = measure_columns(columns, spent)?;
    spent.rows(longest)?;
    spent.changes(count::<Number>(named(columns, ACTOR), |_| Ok(()))?)?;
    count::<Number>(named(columns, DEPENDENCIES), |run| {
        at_most(run.value.unwrap_or(0), "dependencies of a change", limits::HEADS)
    })?;
    let mut footers = Reader::of(named(columns, FOOTERS));
    for length in rows::<Number>(named(columns, FOOTER_LENGTHS)) {
        let footer = footers.take(length.unwrap_or(0) >> 4).map_err(|_| damaged())?;
        spent.footer(footer)?;
    }
    Ok(())
}
