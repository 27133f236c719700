//! The history of a dossier at the terminal: what is old of it can be removed.

use std::collections::BTreeMap;
use std::io;

use coach::Desk;
use coach::dossier::DossierId;

use crate::arguments::history::HistoryCommand;
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

/// What a person types to go on, in either language.
const YES: [&str; 4] = ["ja", "j", "yes", "y"];

pub(crate) fn run(
    desk: &mut Desk,
    command: &HistoryCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let HistoryCommand::Forget { id, yes } = command;
    let id: DossierId = id.parse()?;
    let count = desk.moments_to_keep(&id)?;
    if !yes {
        let name = desk.dossier(&id)?.profile.name;
        let args = BTreeMap::from([("name".to_owned(), name), ("count".to_owned(), count.to_string())]);
        // What is asked goes where it does not end up in a file with the answer.
        eprintln!("{}", messages.say("history-forget", &args));
        eprintln!("{}", messages.say("history-forget-ask", &BTreeMap::new()));
        let mut answer = String::new();
        let read = io::stdin().read_line(&mut answer);
        if read.is_err() || !YES.contains(&answer.trim().to_lowercase().as_str()) {
            return Err(Failure::HistoryKept);
        }
    }
    desk.forget_history(&id)?;
    if printer.json {
        printer.done();
    } else {
        println!("{}", messages.say("history-forgotten", &BTreeMap::new()));
    }
    Ok(())
}
