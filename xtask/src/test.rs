//! `cargo xtask test`: all checks and tests.

use std::time::Instant;

use anyhow::{Context, Result};

use crate::program::built;
use crate::run::build_desktop;
use crate::shell::{cargo, run};
use crate::system::{For, prepare};
use crate::{advisories, build_once, builds, circles, codegen, directions, public_names, ui};

type Stage = (&'static str, fn() -> Result<()>);

const STAGES: &[Stage] = &[
    ("system packages", || prepare(For::Testing)),
    ("format", || run(&mut cargo(&["fmt", "--all", "--check"]))),
    ("directions of dependencies", directions::check),
    ("circles of files", || circles::check(None)),
    ("public names", public_names::check),
    ("one compilation of each dependency", build_once::check),
    ("advisories and licences of dependencies", advisories::check),
    // The desktop program embeds the page, so the page is built before it.
    ("the window's page", ui::build),
    ("the window's components", ui::test),
    ("clippy", || {
        let all = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "kring-tests/journeys,kring-tests/bench",
        ];
        run(&mut cargo(&[&all[..], &["--", "-D", "warnings"]].concat()))
    }),
    ("the window's types", codegen::check),
    ("tests", || run(&mut cargo(builds::TESTS))),
    ("simulated years of exchange", || simulate(&["--seeds", "200"])),
    ("simulated years with malicious members", || simulate(&["--malicious", "--seeds", "300"])),
    ("journeys through the real window", || {
        let program = build_desktop()?;
        run(&mut cargo(builds::TERMINAL))?;
        let mut journeys = cargo(builds::JOURNEYS);
        run(journeys.env("KRING_DESKTOP", program).env("KRING_TERMINAL", built("kring")?))
    }),
];

/// Plays simulated years of exchange.
pub(crate) fn simulate(arguments: &[&str]) -> Result<()> {
    run(cargo(builds::SIMULATION).arg("--").args(arguments))
}

/// Runs the stages in order and stops at the first that fails.
pub(crate) fn test() -> Result<()> {
    for (number, (name, stage)) in STAGES.iter().enumerate() {
        println!("\n── {name}");
        let begun = Instant::now();
        if let Err(error) = stage().with_context(|| format!("{name} failed")) {
            println!("\n{number} passed, 1 failed");
            return Err(error);
        }
        println!("── {name}: passed in {} s", begun.elapsed().as_secs());
    }
    println!("\n{} passed, 0 failed", STAGES.len());
    Ok(())
}
