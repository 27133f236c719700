//! Unlocking the vault that a command works on.

use std::path::Path;

use coach::{Desk, Environment};

use crate::failure::Failure;
use crate::passphrase;
use crate::print::Printer;

/// Asks for the passphrase and opens the vault. Prints on standard error what had to be repaired.
pub(crate) fn unlock(vault: &Path, printer: &Printer) -> Result<Desk, Failure> {
    let passphrase = passphrase::read(&printer.text("unlock-passphrase"), 0)?;
    let desk = Desk::unlock(vault, &passphrase, Environment::COMPUTER)?;
    for repair in desk.session().repairs {
        printer.aside(printer.say(&repair));
    }
    Ok(desk)
}
