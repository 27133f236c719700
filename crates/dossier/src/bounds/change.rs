//! The chunk of one change.

use super::column::{Listed, counter, measure as measure_columns, measure_counters, named};
use super::limits;
use super::reader::Reader;
use super::runs::{Number, count};
use super::spent::{Spent, at_most};
use crate::loading::LoadError;

/// The number of bytes of a hash.
const HASH: u64 = 32;

/// The column with the kinds of operations.
pub(super) const ACTIONS: u8 = 4 << 4 | 2;

/// The number that stands for a mark among the kinds of operations.
const MARK: u64 = 7;

/// Counts what a change holds.
pub(super) fn measure(content: &[u8], spent: &mut Spent) -> Result<(), LoadError> {
    spent.changes(1)?;
    let mut reader = Reader::of(content);
    let deps = reader.unsigned()?;
    at_most(deps, "dependencies of a change", limits::HEADS)?;
    reader.take(deps * HASH)?;
    spent.actor(reader.prefixed()?)?;
    let _seq = reader.unsigned()?;
    let first_operation = reader.unsigned()?;
    let _time = reader.signed()?;
    let message = reader.prefixed()?;
    spent.text(message.len() as u64)?;
    let others = reader.unsigned()?;
    at_most(others, "actors", limits::ACTORS as u64)?;
    for _ in 0..others {
        spent.actor(reader.prefixed()?)?;
    }
    let columns = Listed::read(&mut reader)?.take(&mut reader, spent)?;
    let rows = measure_columns(&columns, spent)?;
    spent.rows(rows)?;
    counter(first_operation.saturating_add(rows))?;
    measure_counters(&columns)?;
    measure_marks(named(&columns, ACTIONS), spent)?;
    spent.footer(reader.rest())
}

/// Counts the marks among operations.
pub(super) fn measure_marks(actions: &[u8], spent: &mut Spent) -> Result<(), LoadError> {
    let count_marks = |run: super::runs::Run<u64>| {
        if run.value == Some(MARK) { spent.marks(run.rows) } else { Ok(()) }
    };
    count::<Number>(actions, count_marks).map(drop)
}
