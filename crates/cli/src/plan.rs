//! The plan at the terminal: what might be done, how it goes, and the aftercare.

use coach::Desk;
use coach::dossier::model::{Action, ActionStatus, CheckIn, Going};
use coach::dossier::{Choice, DossierId};
use coach::message::Message;
use coach::plan::Held;

use crate::arguments::plan::{ActionCommand, CheckInCommand};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::records;

pub(crate) fn action(
    desk: &mut Desk,
    command: &ActionCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    match command {
        ActionCommand::Record(command) => printer.answer(records::run::<Action>(desk, command)?),
        ActionCommand::Suggest { dossier } => suggest(desk, &dossier.parse()?, printer, messages)?,
        ActionCommand::Progress { dossier } => progress(desk, &dossier.parse()?, printer, messages)?,
        ActionCommand::Begin { dossier, id } => {
            desk.move_action(&dossier.parse()?, &id.parse()?, &ActionStatus::Started)?;
            printer.done();
        }
        ActionCommand::End { dossier, id } => {
            desk.move_action(&dossier.parse()?, &id.parse()?, &ActionStatus::Done)?;
            printer.done();
        }
    }
    Ok(())
}

pub(crate) fn check_in(desk: &mut Desk, command: &CheckInCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        CheckInCommand::Record(command) => printer.answer(records::run::<CheckIn>(desk, command)?),
        CheckInCommand::Plan { dossier, start } => {
            desk.plan_aftercare(&dossier.parse()?, *start)?;
            printer.done();
        }
        CheckInCommand::Hold { dossier, id, on, going, words, moment } => {
            let going = going.as_deref().map(Going::read);
            let held = Held { on: *on, going, words: words.clone(), moment: moment.clone() };
            desk.hold_check_in(&dossier.parse()?, &id.parse()?, &held)?;
            printer.done();
        }
    }
    Ok(())
}

fn suggest(desk: &mut Desk, id: &DossierId, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let suggestions = desk.suggestions(id)?;
    if printer.json {
        printer.json(&suggestions);
        return Ok(());
    }
    let say = |message: &Message| messages.say(&message.id, &message.args);
    for one in &suggestions {
        println!("{}", say(&one.says));
        println!("    {}", say(&one.asks));
        // What an action would be added with.
        let member = one.member.as_ref().map(|member| format!("  member={member}")).unwrap_or_default();
        println!("    title={}  intervention={}{member}", say(&one.title), one.intervention.as_str());
    }
    Ok(())
}

fn progress(desk: &mut Desk, id: &DossierId, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let progress = desk.progress(id)?;
    if printer.json {
        printer.json(&progress);
        return Ok(());
    }
    let actions: Vec<Action> = desk.read(id)?.all_as_added();
    for (action, one) in actions.iter().zip(&progress) {
        println!("{}  {}", action.id, action.title);
        for change in one.changes.iter().flatten() {
            println!("    {}", messages.say(&change.says.id, &change.says.args));
        }
    }
    Ok(())
}
