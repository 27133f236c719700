//! The columns of a table: operations or changes.

use super::damage::damaged;
use super::inflate::inflate;
use super::limits;
use super::reader::Reader;
use super::runs::{Difference, Number, Run, Words, boolean_rows, count};
use super::spent::{Spent, at_most};
use crate::loading::LoadError;

// The kinds of columns, in the lowest three bits of a column's specification.
const BOOLEAN: u8 = 4;
const DIFFERENCES: u8 = 3;
const WORDS: u8 = 5;
const VALUE_KINDS: u8 = 6;
const VALUES: u8 = 7;

/// The column with the numbers of the operations that made the objects in which others write.
pub(super) const OBJECT_COUNTER: u8 = 2;

/// The bit of a specification that says that the column is deflated.
const DEFLATED: u8 = 8;

/// The names of columns, and how long each is, as they stand before the columns themselves.
pub(super) struct Listed {
    columns: Vec<(u8, u64)>,
}

/// A column, inflated.
pub(super) struct Column {
    /// The specification without the mark that it was deflated.
    pub(super) name: u8,
    pub(super) bytes: Vec<u8>,
}

impl Listed {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, LoadError> {
        let listed = reader.unsigned()?;
        at_most(listed, "columns", limits::COLUMNS)?;
        let mut columns: Vec<(u8, u64)> = Vec::new();
        for _ in 0..listed {
            // Automerge compares only the lowest eight bits, so a longer name could pass for another one.
            let name = u8::try_from(reader.unsigned()?).map_err(|_| damaged())?;
            if columns.last().is_some_and(|(before, _)| before & !DEFLATED >= name & !DEFLATED) {
                return Err(damaged());
            }
            columns.push((name, reader.unsigned()?));
        }
        Ok(Self { columns })
    }

    /// Takes the columns from the bytes that follow, and inflates them.
    pub(super) fn take(&self, reader: &mut Reader<'_>, spent: &mut Spent) -> Result<Vec<Column>, LoadError> {
        let columns = self.columns.iter().map(|(name, length)| {
            let bytes = reader.take(*length)?;
            let bytes = if name & DEFLATED == 0 { bytes.to_vec() } else { inflate(bytes, spent)? };
            Ok(Column { name: name & !DEFLATED, bytes })
        });
        columns.collect()
    }
}

/// Counts the rows of all columns of a table, and returns the number of rows of the longest.
pub(super) fn measure(columns: &[Column], spent: &mut Spent) -> Result<u64, LoadError> {
    let mut longest = 0;
    for (place, column) in columns.iter().enumerate() {
        let bytes = &column.bytes;
        let rows = match column.name & 7 {
            VALUES => 0,
            BOOLEAN => boolean_rows(bytes)?,
            DIFFERENCES => count::<Difference>(bytes, |_| Ok(()))?,
            WORDS => count::<Words>(bytes, |run| spent.text(repeated(&run)))?,
            VALUE_KINDS => {
                let values = columns.get(place + 1).filter(|next| next.name == column.name + 1);
                value_rows(bytes, values.map_or(0, |values| values.bytes.len()))?
            }
            // Groups, actors and integers are numbers.
            _ => count::<Number>(bytes, |_| Ok(()))?,
        };
        at_most(rows, "operations", limits::DOCUMENT_ROWS)?;
        longest = longest.max(rows);
    }
    Ok(longest)
}

/// Returns an error if a table of operations names one with too high a number.
pub(super) fn measure_counters(operations: &[Column]) -> Result<(), LoadError> {
    for column in operations {
        let mut sum = 0_i64;
        let differences = |run: Run<i64>| {
            let rows = i64::try_from(run.rows).unwrap_or(i64::MAX);
            sum = sum.saturating_add(run.value.unwrap_or(0).saturating_mul(rows));
            counter(sum.unsigned_abs())
        };
        match column.name {
            OBJECT_COUNTER => drop(count::<Number>(&column.bytes, |run| counter(run.value.unwrap_or(0)))?),
            name if name & 7 == DIFFERENCES => drop(count::<Difference>(&column.bytes, differences)?),
            _ => {}
        }
    }
    Ok(())
}

/// Returns an error if the number of an operation is too high.
pub(super) fn counter(counter: u64) -> Result<(), LoadError> {
    at_most(counter, "numbers of operations", limits::COUNTER)
}

/// Returns the bytes of the texts that a run stands for.
fn repeated(run: &Run<&[u8]>) -> u64 {
    run.rows.saturating_mul(run.value.map_or(0, |words| words.len() as u64))
}

/// Returns the number of rows of a column with the kinds and lengths of values, which must not be longer than
/// the column with the values themselves.
fn value_rows(kinds: &[u8], values: usize) -> Result<u64, LoadError> {
    let mut used = 0_u64;
    let rows = count::<Number>(kinds, |run| {
        used = used.saturating_add(run.rows.saturating_mul(run.value.unwrap_or(0) >> 4));
        Ok(())
    })?;
    if used > values as u64 { Err(damaged()) } else { Ok(rows) }
}

/// Returns the bytes of the column with this name; none if there is no such column.
pub(super) fn named(columns: &[Column], name: u8) -> &[u8] {
    columns.iter().find(|column| column.name == name).map_or(&[], |column| &column.bytes)
}
