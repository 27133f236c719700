//! Figures: the time, bytes or memory that Kring needs, beside what another program needs for the same in the
//! same run.
//!
//! `cargo xtask bench` builds the programs and runs this. Nothing here passes or fails: the figures are there
//! to be read.

mod caseload;
mod crowd;
mod edit;
mod exchange;
mod map;
mod measures;
mod opening;
mod record;
mod search;
mod sqlcipher;
mod table;
mod then;
mod window;

use std::path::PathBuf;

use anyhow::Result;
use table::Line;

/// Measures one subject in a folder of its own.
type Subject = (&'static str, fn(&std::path::Path) -> Result<Vec<Line>>);

const SUBJECTS: &[Subject] = &[
    ("edit", edit::measure),
    ("caseload", caseload::measure),
    ("opening", opening::measure),
    ("exchange", exchange::measure),
    ("then", then::measure),
    ("measures", measures::measure),
    ("search", search::measure),
    ("map", map::measure),
    ("window", window::measure),
];

fn main() -> Result<()> {
    // `cargo bench` adds words of its own that begin with a dash.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let mut lines = Vec::new();
    for (name, measure) in SUBJECTS {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            println!("measuring: {name} …");
            // The system's folder for temporary files may be in memory, where nothing waits for a disk.
            let home = tempfile::tempdir_in(PathBuf::from(env!("CARGO_TARGET_TMPDIR")))?;
            lines.extend(measure(home.path())?);
        }
    }
    table::print(&lines);
    Ok(())
}
