//! `history`: removes the old history of a dossier.

use std::io;

use clap::Subcommand;
use coach::Desk;
use coach::dossier::DossierId;

use crate::failure::Failure;
use crate::print::Printer;

/// The answers that confirm, in Dutch and English.
const YES: [&str; 4] = ["ja", "j", "yes", "y"];

#[derive(Subcommand)]
pub(crate) enum HistoryCommand {
    /// Removes the old history for good, after asking. The record as it is now and as it was at each
    /// measuring moment remains.
    Forget {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
        /// Removes it without asking.
        #[arg(long)]
        yes: bool,
    },
}

/// Runs a command on the history of a dossier.
pub(crate) fn run(desk: &mut Desk, command: &HistoryCommand, printer: &Printer) -> Result<(), Failure> {
    let HistoryCommand::Forget { id, yes } = command;
    let id: DossierId = id.parse()?;
    let count = desk.moments_to_keep(&id)?;
    if !yes {
        let name = desk.dossier(&id)?.profile.name;
        // Standard output may be a file, so the question goes to standard error.
        printer.aside(printer.with("history-forget", &[("name", &name), ("count", &count.to_string())]));
        printer.aside(printer.text("history-forget-ask"));
        let mut answer = String::new();
        let read = io::stdin().read_line(&mut answer);
        if read.is_err() || !YES.contains(&answer.trim().to_lowercase().as_str()) {
            return Err(Failure::RemovalNotConfirmed);
        }
    }
    desk.forget_history(&id)?;
    if printer.is_json() {
        printer.done();
    } else {
        printer.line(printer.text("history-forgotten"));
    }
    Ok(())
}
