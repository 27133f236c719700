//! `action` and `check-in`: the plan, its progress and the aftercare.

use clap::Subcommand;
use coach::Desk;
use coach::dossier::model::{Action, ActionStatus, CheckIn, Going};
use coach::dossier::{Choice, DossierId};
use coach::plan::HeldCheckIn;

use super::record::{self, RecordCommand};
use crate::choice::choice;
use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum ActionCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Suggests actions, each with its reason. Adds nothing.
    Suggest {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
    },
    /// Prints each action with what changed on the map since it began.
    Progress {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
    },
    /// Begins an action: sets its status and its first day.
    Begin {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The action's id, as `action list` prints it.
        id: String,
    },
    /// Ends an action: sets its status and its last day.
    End {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The action's id, as `action list` prints it.
        id: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum CheckInCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Plans check-ins 1, 3, 6 and 12 months after a day.
    Plan {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The day to count from, such as 2026-11-24.
        #[arg(value_name = "DAY")]
        start: chrono::NaiveDate,
    },
    /// Records a check-in that took place.
    Hold {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The check-in's id, as `check-in list` prints it.
        id: String,
        /// The day on which it took place, such as 2026-12-24.
        #[arg(long, value_name = "DAY")]
        on: chrono::NaiveDate,
        /// The state of the client, as the check-in found it.
        #[arg(long, value_parser = choice::<Going>())]
        going: Option<Going>,
        /// The client's own words.
        #[arg(long, default_value = "")]
        words: String,
        /// Also adds a measuring moment with this name.
        #[arg(long, value_name = "NAME")]
        moment: Option<String>,
    },
}

/// Runs a command on the actions of a plan.
pub(crate) fn action(desk: &mut Desk, command: &ActionCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        ActionCommand::Record(command) => record::run::<Action>(desk, command, printer)?,
        ActionCommand::Suggest { dossier } => suggest(desk, &dossier.parse()?, printer)?,
        ActionCommand::Progress { dossier } => progress(desk, &dossier.parse()?, printer)?,
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

/// Runs a command on the check-ins of the aftercare.
pub(crate) fn check_in(desk: &mut Desk, command: &CheckInCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        CheckInCommand::Record(command) => record::run::<CheckIn>(desk, command, printer)?,
        CheckInCommand::Plan { dossier, start } => {
            desk.plan_aftercare(&dossier.parse()?, *start)?;
            printer.done();
        }
        CheckInCommand::Hold { dossier, id, on, going, words, moment } => {
            let held =
                HeldCheckIn { on: *on, going: going.clone(), words: words.clone(), moment: moment.clone() };
            desk.hold_check_in(&dossier.parse()?, &id.parse()?, &held)?;
            printer.done();
        }
    }
    Ok(())
}

fn suggest(desk: &mut Desk, id: &DossierId, printer: &Printer) -> Result<(), Failure> {
    printer.either(&desk.suggestions(id)?, |suggestions| {
        for one in suggestions {
            printer.line(printer.say(&one.says));
            printer.line(format_args!("    {}", printer.say(&one.asks)));
            // The fields with which `action add` adds this action.
            let member = one.member.as_ref().map(|member| format!("  member={member}")).unwrap_or_default();
            let intervention = one.intervention.as_str();
            printer.line(format_args!(
                "    title={}  intervention={intervention}{member}",
                printer.say(&one.title)
            ));
        }
    });
    Ok(())
}

fn progress(desk: &mut Desk, id: &DossierId, printer: &Printer) -> Result<(), Failure> {
    let progress = desk.progress(id)?;
    let actions: Vec<Action> = desk.read(id)?.all_as_added();
    printer.either(&progress, |progress| {
        for (action, one) in actions.iter().zip(progress) {
            printer.line(format_args!("{}  {}", action.id, action.title));
            for change in one.changes.iter().flatten() {
                printer.line(format_args!("    {}", printer.say(&change.says)));
            }
        }
    });
    Ok(())
}
