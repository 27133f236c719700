//! The directions in which our own crates may depend on each other.

use anyhow::{Context, Result, bail};

use crate::program::metadata;

/// The crates of ours that each crate may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("codes", &[]),
    ("dossier", &["codes"]),
    ("vault", &["codes"]),
    ("exchange", &["codes", "dossier"]),
    ("interchange", &["codes", "dossier"]),
    ("words", &[]),
    ("coach", &["codes", "dossier", "exchange", "vault", "interchange", "words"]),
    ("cli", &["coach", "codes", "words"]),
    ("kring-desktop", &["coach"]),
    ("kring-tests", &["coach", "dossier", "exchange"]),
    ("bare-window", &[]),
    ("fuzzing", &["cli", "coach", "dossier", "exchange", "interchange", "vault"]),
    ("readers", &[]),
    ("simulation", &["dossier", "exchange"]),
    ("xtask", &[]),
];

/// The crates that the tests of every crate may use, and that nothing else may use.
const FOR_TESTS: &[&str] = &["readers"];

/// Refuses a crate that uses one of ours that it must not know.
pub(crate) fn check() -> Result<()> {
    let metadata = metadata()?;
    for package in metadata["packages"].as_array().context("cargo names no packages")? {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = ALLOWED.iter().find(|(crate_name, _)| *crate_name == name) else {
            bail!("{name} is new: say in xtask/src/directions.rs what it may use");
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = dependency["name"].as_str().unwrap_or_default();
            let ours = ALLOWED.iter().any(|(crate_name, _)| *crate_name == other);
            let in_tests = dependency["kind"] == "dev" && FOR_TESTS.contains(&other);
            // The tests of a crate may use the crate itself with more features.
            if ours && other != name && !in_tests && !allowed.contains(&other) {
                bail!("{name} must not use {other}: see ARCHITECTURE.md");
            }
        }
    }
    Ok(())
}
