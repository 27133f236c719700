//! `cargo xtask bench`: Kring measured beside other programs, all built for release.

use anyhow::Result;

use crate::program::released;
use crate::shell::{cargo, run};
use crate::system::{For, prepare};
use crate::ui;

/// Builds the programs, measures the subjects and prints a table. Without a subject all are measured.
pub(crate) fn bench(subjects: &[&str]) -> Result<()> {
    prepare(For::Measuring)?;
    let mut figures = cargo(&["bench", "--features", "kring-tests/bench", "--bench", "figures", "--"]);
    let shown = |subject: &&str| ["map", "window"].contains(subject);
    if subjects.is_empty() || subjects.iter().any(shown) {
        ui::build()?;
        for program in ["kring-desktop", "bare-window"] {
            run(&mut cargo(&["build", "--release", "--bin", program]))?;
        }
        figures.env("KRING_DESKTOP", released("kring-desktop")?);
        figures.env("KRING_BARE_WINDOW", released("bare-window")?);
    }
    run(figures.args(subjects))
}
