//! One compilation of each dependency, whatever is built.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::builds;
use crate::shell::{cargo, output};

/// Refuses features or profiles by which two of the project's builds compile a dependency differently.
///
/// Compiling one more copy of Automerge, typst and all that uses them takes ten minutes of a first build.
pub(crate) fn check() -> Result<()> {
    let mut copies: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for command in builds::ALL {
        let mut plan = cargo(&builds::only_build(command));
        // Only the plan of a build says which features it has. Stable cargo prints the plan when it may act
        // as nightly.
        plan.args(["--unit-graph", "-Zunstable-options"]).env("RUSTC_BOOTSTRAP", "1");
        let plan: Value =
            serde_json::from_str(&output(&mut plan)?).context("the plan of a build is not JSON")?;
        for unit in plan["units"].as_array().context("the plan of a build has no units")? {
            let package = unit["pkg_id"].as_str().unwrap_or_default();
            if package.starts_with("registry+") && unit["mode"] == "build" {
                let optimised = &unit["profile"]["opt_level"];
                let name = format!("{package} {}", unit["target"]["name"]);
                let copy = format!("opt-level {optimised}, features {}", unit["features"]);
                copies.entry(name).or_default().insert(copy);
            }
        }
    }
    let twice: Vec<_> = copies.iter().filter(|(_, copies)| copies.len() > 1).collect();
    for (package, copies) in &twice {
        println!("{package}:");
        for copy in *copies {
            println!("  {copy}");
        }
    }
    if !twice.is_empty() {
        bail!(
            "{} dependencies are compiled more than once: see “Build once” in ARCHITECTURE.md",
            twice.len()
        );
    }
    Ok(())
}
