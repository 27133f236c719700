//! `init`, `recover`, `passphrase`, `recovery-code`, `check` and `other-copy`: the account and its vault.

use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use coach::desk::account::{CoachRole, NewAccount};
use coach::{Desk, Environment, KdfParams};

use crate::failure::{Exit, Failure};
use crate::passphrase::read;
use crate::print::Printer;
use crate::unlock::unlock_again;

#[derive(Args)]
pub(crate) struct InitArguments {
    /// The coach's name.
    #[arg(long)]
    name: String,
    /// The coach's role.
    #[arg(long)]
    role: RoleArgument,
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleArgument {
    Professional,
    Volunteer,
    Trainee,
}

impl From<RoleArgument> for CoachRole {
    fn from(role: RoleArgument) -> Self {
        match role {
            RoleArgument::Professional => Self::Professional,
            RoleArgument::Volunteer => Self::Volunteer,
            RoleArgument::Trainee => Self::Trainee,
        }
    }
}

/// Creates a vault and prints its recovery code.
pub(crate) fn init(vault: &Path, arguments: &InitArguments, printer: &Printer) -> Result<(), Failure> {
    let passphrase = read(&printer.text("create-passphrase"), 0)?;
    let new = NewAccount { name: &arguments.name, role: arguments.role.into(), passphrase: &passphrase };
    let (_, code) = Desk::create(vault, &new, KdfParams::RECOMMENDED, Environment::COMPUTER)?;
    printer.value("recovery_code", &code.to_string());
    Ok(())
}

/// Opens a vault with its recovery code and sets a new passphrase.
pub(crate) fn recover(vault: &Path, printer: &Printer) -> Result<(), Failure> {
    let code = read(&printer.text("unlock-code"), 0)?;
    let new = read(&printer.text("unlock-new-passphrase"), 1)?;
    Desk::recover(vault, &code, &new, Environment::COMPUTER)?;
    printer.done();
    Ok(())
}

/// Replaces the passphrase.
pub(crate) fn change_passphrase(vault: &Path, printer: &Printer) -> Result<(), Failure> {
    let old = read(&printer.text("settings-old"), 0)?;
    let desk = Desk::unlock(vault, &old, Environment::COMPUTER)?;
    desk.change_passphrase(&old, &read(&printer.text("settings-new"), 1)?)?;
    printer.done();
    Ok(())
}

/// Makes a new recovery code and prints it.
pub(crate) fn renew_recovery_code(vault: &Path, printer: &Printer) -> Result<(), Failure> {
    let (mut desk, passphrase) = unlock_again(vault, printer)?;
    printer.value("recovery_code", &desk.renew_recovery_code(&passphrase)?);
    Ok(())
}

/// Makes an account from what another copy of this one wrote, and prints its label.
pub(crate) fn save_other_copy(desk: &Desk, name: &str, printer: &Printer) -> Result<(), Failure> {
    printer.value("account", &desk.save_other_copy(name)?);
    Ok(())
}

/// Authenticates every entry of the vault and prints what is damaged.
pub(crate) fn check(desk: &Desk, printer: &Printer) -> Result<ExitCode, Failure> {
    let report = desk.check()?;
    if printer.is_json() {
        printer.json(&report);
    } else {
        desk.check_messages()?.iter().for_each(|message| printer.line(printer.say(message)));
    }
    Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { Exit::Damaged.into() })
}
