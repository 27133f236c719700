//! Unlocking the vault that a command works on.

use std::path::Path;

use coach::{Desk, Environment};

use crate::failure::Failure;
use crate::passphrase;
use crate::print::Printer;

/// Asks for the passphrase and opens the vault. Prints on standard error what had to be repaired.
pub(crate) fn unlock(vault: &Path, printer: &Printer) -> Result<Desk, Failure> {
    unlock_again(vault, printer).map(|(desk, _)| desk)
}

/// Opens the vault as [`unlock`] does. Returns the passphrase too, for a command that gives another way into
/// the account.
pub(crate) fn unlock_again(vault: &Path, printer: &Printer) -> Result<(Desk, String), Failure> {
    let passphrase = passphrase::read(&printer.text("unlock-passphrase"), 0)?;
    let desk = Desk::unlock(vault, &passphrase, Environment::COMPUTER)?;
    for repair in desk.session().repairs {
        printer.aside(printer.say(&repair));
    }
    Ok((desk, passphrase))
}
