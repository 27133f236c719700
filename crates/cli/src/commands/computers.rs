//! `computers`: the other computers of the account's owner, and what to do if one of them is lost.

use std::path::Path;

use clap::{Args, Subcommand};
use coach::people::views::People;

use crate::commands::people::say_if_reported_lost;
use crate::failure::Failure;
use crate::print::Printer;
use crate::unlock::unlock_again;

#[derive(Args)]
pub(crate) struct ComputersArguments {
    #[command(subcommand)]
    command: Option<ComputersCommand>,
}

#[derive(Subcommand)]
enum ComputersCommand {
    /// Reports computers as lost, after asking for the passphrase. They receive nothing more. This cannot be
    /// undone.
    Lost {
        /// The marks of the computers, as `computers` prints them.
        #[arg(required = true, value_name = "MARK")]
        computers: Vec<String>,
    },
}

/// Lists the computers of the account's owner, or reports some as lost.
pub(crate) fn run(vault: &Path, arguments: &ComputersArguments, printer: &Printer) -> Result<(), Failure> {
    let (mut desk, passphrase) = unlock_again(vault, printer)?;
    if let Some(ComputersCommand::Lost { computers }) = &arguments.command {
        desk.report_lost(computers, &passphrase)?;
        printer.done();
        return Ok(());
    }
    let people = desk.people()?;
    say_if_reported_lost(&people, printer);
    let People { computer_mark, own_computers, .. } = people;
    printer.either(&serde_json::json!({ "this": computer_mark, "others": own_computers }), |_| {
        printer.line(format_args!("{computer_mark}  {}", printer.text("own-this")));
        for one in &own_computers {
            let heard = one.last_heard.map(|at| at.format("%d-%m-%Y").to_string());
            printer.line(format_args!("{}  {}", one.mark, heard.unwrap_or_default()));
        }
    });
    Ok(())
}
