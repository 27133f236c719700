//! Programs from the registry that the project's commands use.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::program::target_folder;
use crate::shell::{cargo, run};

/// Returns the path of a program. Installs it beside the builds if it is not there: it takes a few minutes, and
/// once for all checkouts that share a build folder.
pub(crate) fn installed(name: &str, version: &str) -> Result<PathBuf> {
    let tools = target_folder()?.join("tools");
    let program = tools.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let found = Command::new(&program).arg("--version").output();
    if found.is_ok_and(|found| String::from_utf8_lossy(&found.stdout).trim().ends_with(version)) {
        return Ok(program);
    }
    println!("{name} {version} is built. This takes a few minutes, once.");
    let mut install = cargo(&["install", name, "--version", version, "--locked", "--root"]);
    install.arg(&tools).env_remove("CARGO_TARGET_DIR");
    // Optimising it would take longer than it ever runs.
    install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    run(install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))?;
    Ok(program)
}
