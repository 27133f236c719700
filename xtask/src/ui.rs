//! Building and testing the page that the window shows.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::checkout::root;
use crate::shell::run;

fn npm(args: &[&str]) -> Result<()> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(program).args(args).current_dir(root().join("ui")))
}

/// Installs the packages of the lock file, unless they are installed already.
pub(crate) fn install() -> Result<()> {
    let lock = fs::read(root().join("ui/package-lock.json"))?;
    let stamp = root().join("ui/node_modules/.kring-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    npm(&["ci", "--no-audit", "--no-fund"])?;
    Ok(fs::write(stamp, lock)?)
}

/// Builds the page into `ui/dist`.
pub(crate) fn build() -> Result<()> {
    install()?;
    npm(&["run", "build", "--", "--logLevel", "warn"])
}

/// Checks types, accessibility, format and imports of the components, and runs their tests.
pub(crate) fn test() -> Result<()> {
    install()?;
    npm(&["run", "check"])?;
    npm(&["run", "lint"])?;
    npm(&["run", "test"])
}
