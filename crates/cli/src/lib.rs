//! `kring`, the terminal program for application managers, scripts and tests. It calls the same use cases as
//! the window.
//!
//! Each command is one file in `commands`, with its arguments and the function that runs it. The program is
//! [`main`]; [`printed`] runs a command on a desk that is open already, for tests.
//!
//! # Invariants
//!
//! - Only `print.rs` prints. Names, notes and files come from others, so it removes all that a terminal would
//!   obey.
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod choice;
mod clean;
mod commands;
mod failure;
mod messages;
mod passphrase;
mod print;
mod unlock;

use std::cell::RefCell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use coach::Desk;

use commands::Command;
use messages::Messages;
use print::Printer;

/// Kring: the record of network coaches, at the terminal.
///
/// Exit codes: 0 success · 1 refused, with a sentence on standard error · 2 the command is not written
/// correctly · 3 the passphrase or recovery code is wrong · 4 the vault is open elsewhere · 5 the vault is
/// damaged.
#[derive(Parser)]
#[command(name = "kring", version)]
struct Arguments {
    /// The folder of the vault, which holds one account.
    #[arg(long, value_name = "DIR", global = true, env = "KRING_VAULT")]
    vault: Option<PathBuf>,
    /// Prints the answer as JSON, for programs.
    #[arg(long, global = true)]
    json: bool,
    /// The language of the sentences: nl or en. Without it, Dutch.
    #[arg(long, global = true, env = "KRING_LANGUAGE")]
    language: Option<String>,
    #[command(subcommand)]
    command: Command,
}

/// Runs the command that the program was started with.
pub fn main() -> ExitCode {
    let Arguments { vault, json, language, command } = Arguments::parse();
    let printer = Printer::new(json, Messages::of(language.as_deref()));
    match commands::run(&command, vault.as_deref(), &printer) {
        Ok(code) => code,
        Err(failure) => {
            printer.aside(failure.explain(printer.messages()));
            failure.exit_code()
        }
    }
}

/// Returns what a command prints for people, or the sentence with which it fails. `command` has the words after
/// `kring`, and must be one that needs no passphrase.
pub fn printed(desk: &RefCell<Desk>, command: &[&str], language: Option<&str>) -> String {
    let words = ["kring"].iter().chain(command);
    let Arguments { json, command, .. } = match Arguments::try_parse_from(words) {
        Ok(arguments) => arguments,
        Err(error) => return error.to_string(),
    };
    let printer = Printer::keeping(json, Messages::of(language));
    if let Err(failure) = commands::run_on(&command, desk, &printer) {
        printer.aside(failure.explain(printer.messages()));
    }
    printer.into_kept()
}
