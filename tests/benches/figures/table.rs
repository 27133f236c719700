//! The table of figures.

use std::time::{Duration, Instant};

use anyhow::Result;

/// A subject of measurement, with its unit.
#[derive(Clone, Copy)]
pub(crate) enum Amount {
    Milliseconds(f64),
    Mebibytes(f64),
    Bytes(f64),
    Requests(f64),
}

impl Amount {
    fn number(self) -> f64 {
        match self {
            Self::Milliseconds(number)
            | Self::Mebibytes(number)
            | Self::Bytes(number)
            | Self::Requests(number) => number,
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Milliseconds(number) => write!(f, "{number:.2} ms"),
            Self::Mebibytes(number) => write!(f, "{number:.0} MiB"),
            Self::Bytes(number) => write!(f, "{number:.0} bytes"),
            Self::Requests(number) => write!(f, "{number:.0} requests"),
        }
    }
}

/// A figure: Kring beside a yardstick.
pub(crate) struct Line {
    pub(crate) what: &'static str,
    pub(crate) kring: Amount,
    pub(crate) yardstick: &'static str,
    pub(crate) theirs: Amount,
    /// The ratio that Kring aims for at most.
    pub(crate) aim: f64,
}

pub(crate) fn print(lines: &[Line]) {
    let heads = ["median of", "Kring", "yardstick", "needs", "ratio", "aim"].map(str::to_owned);
    let rows = lines.iter().map(|line| {
        let ratio = line.kring.number() / line.theirs.number();
        let aim = format!("≤ {}{}", line.aim, if ratio <= line.aim { "" } else { "  missed" });
        let (kring, theirs) = (line.kring.to_string(), line.theirs.to_string());
        let ratio = if ratio < 0.01 { format!("{ratio:.5}") } else { format!("{ratio:.2}") };
        [line.what.to_owned(), kring, line.yardstick.to_owned(), theirs, ratio, aim]
    });
    let rows: Vec<[String; 6]> = std::iter::once(heads).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    println!();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

/// Runs something and returns its result with the time it took, in milliseconds.
pub(crate) fn timed<T>(run: impl FnOnce() -> Result<T>) -> Result<f64> {
    let begun = Instant::now();
    let done = run()?;
    let took = begun.elapsed();
    drop(done);
    Ok(milliseconds(took))
}

pub(crate) fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// Returns the median.
pub(crate) fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::NAN)
}
