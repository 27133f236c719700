//! The run lengths that columns consist of.

use super::reader::Reader;
use crate::loading::LoadError;

/// The kinds of values in a column of run lengths.
pub(super) trait Kind {
    /// One value.
    type Value<'a>: Copy;

    fn read<'a>(reader: &mut Reader<'a>) -> Result<Self::Value<'a>, LoadError>;
}

/// Numbers.
pub(super) struct Number;

impl Kind for Number {
    type Value<'a> = u64;

    fn read<'a>(reader: &mut Reader<'a>) -> Result<u64, LoadError> {
        reader.unsigned()
    }
}

/// Differences to the number before.
pub(super) struct Difference;

impl Kind for Difference {
    type Value<'a> = i64;

    fn read<'a>(reader: &mut Reader<'a>) -> Result<i64, LoadError> {
        reader.signed()
    }
}

/// Texts, which are not checked to be UTF-8.
pub(super) struct Words;

impl Kind for Words {
    type Value<'a> = &'a [u8];

    fn read<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], LoadError> {
        reader.prefixed()
    }
}

/// Some rows with the same value; absent if it is null.
pub(super) struct Run<V> {
    pub(super) rows: u64,
    pub(super) value: Option<V>,
}

/// The runs of a column. Values that are written out are runs of one row.
pub(super) struct Runs<'a, K: Kind> {
    reader: Reader<'a>,
    /// The number of values that are still to come as they are.
    literal: u64,
    kind: std::marker::PhantomData<K>,
}

impl<'a, K: Kind> Runs<'a, K> {
    pub(super) fn of(column: &'a [u8]) -> Self {
        Self { reader: Reader::of(column), literal: 0, kind: std::marker::PhantomData }
    }

    fn read(&mut self) -> Result<Run<K::Value<'a>>, LoadError> {
        loop {
            if self.literal > 0 {
                self.literal -= 1;
                return Ok(Run { rows: 1, value: Some(K::read(&mut self.reader)?) });
            }
            match self.reader.signed()? {
                0 => return Ok(Run { rows: self.reader.unsigned()?, value: None }),
                rows if rows > 0 => {
                    return Ok(Run { rows: rows.unsigned_abs(), value: Some(K::read(&mut self.reader)?) });
                }
                literal => self.literal = literal.unsigned_abs(),
            }
        }
    }
}

impl<'a, K: Kind> Iterator for Runs<'a, K> {
    type Item = Result<Run<K::Value<'a>>, LoadError>;

    fn next(&mut self) -> Option<Self::Item> {
        (self.literal > 0 || !self.reader.is_done()).then(|| self.read())
    }
}

/// Returns the rows of a column one by one, as Automerge reads them. Call it only with a column whose rows
/// were counted.
pub(super) fn rows<K: Kind>(column: &[u8]) -> impl Iterator<Item = Option<K::Value<'_>>> {
    Runs::<K>::of(column).map_while(Result::ok).flat_map(|run| (0..run.rows).map(move |_| run.value))
}

/// Returns the numbers of a column of differences.
pub(super) fn sums(column: &[u8]) -> impl Iterator<Item = Option<u64>> {
    rows::<Difference>(column).scan(0_i64, |sum, difference| {
        *sum = sum.wrapping_add(difference.unwrap_or(0));
        Some(difference.map(|_| sum.unsigned_abs()))
    })
}

/// Returns the number of rows of a column of booleans, which is the lengths of runs of false and true by
/// turns.
pub(super) fn boolean_rows(column: &[u8]) -> Result<u64, LoadError> {
    let mut reader = Reader::of(column);
    let mut rows = 0_u64;
    while !reader.is_done() {
        rows = rows.saturating_add(reader.unsigned()?);
    }
    Ok(rows)
}

/// Returns the number of rows that all runs of a column have, as `each` counts something else of them.
pub(super) fn count<'a, K: Kind>(
    column: &'a [u8],
    mut each: impl FnMut(Run<K::Value<'a>>) -> Result<(), LoadError>,
) -> Result<u64, LoadError> {
    let mut rows = 0_u64;
    for run in Runs::<K>::of(column) {
        let run = run?;
        rows = rows.saturating_add(run.rows);
        each(run)?;
    }
    Ok(rows)
}
