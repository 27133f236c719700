//! Starting other programs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::checkout::root;

/// Runs a program to its end and shows its output.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = format!("{command:?}");
    let status =
        command.stdin(Stdio::null()).status().with_context(|| format!("{name} could not be started"))?;
    if status.success() { Ok(()) } else { bail!("{name} ended with {status}") }
}

/// Runs a program to its end and returns its output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = format!("{command:?}");
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("{name} could not be started"))?;
    if !output.status.success() {
        bail!("{name} ended with {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Returns the cargo that runs this program, in the root of the checkout.
///
/// Name targets (`--bin`, `--test`) and no package. A `-p` narrows the features of all dependencies to those
/// that this package asks for, so cargo compiles a second copy of every dependency whose features differ, and
/// of all that use it.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Returns whether a program can be started and succeeds.
pub(crate) fn answers(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    let quiet = command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
