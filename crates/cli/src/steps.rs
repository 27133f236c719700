//! The steps of a method at the terminal.

use std::collections::BTreeMap;

use coach::Desk;
use coach::dossier::DossierId;
use coach::dossier::method::{MethodPath, StageState};
use coach::method::course::Walk;
use coach::method::methods::MethodFrom;

use crate::arguments::steps::{MethodCommand, StepCommand};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

pub(crate) fn run(
    desk: &mut Desk,
    command: &StepCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    match command {
        StepCommand::List { dossier } => list(desk, &dossier.parse()?, printer, messages)?,
        StepCommand::Go { dossier, step } => {
            desk.walk(&dossier.parse()?, step, Walk::Go, "")?;
            printer.done();
        }
        StepCommand::Done { dossier, step, words } => {
            walk(desk, &dossier.parse()?, step.as_deref(), Walk::Done, words, printer)?;
        }
        StepCommand::Skip { dossier, step, reason } => {
            walk(desk, &dossier.parse()?, step.as_deref(), Walk::Skip, reason, printer)?;
        }
        StepCommand::Method(command) => method(desk, command, printer, messages)?,
    }
    Ok(())
}

fn walk(
    desk: &mut Desk,
    id: &DossierId,
    step: Option<&str>,
    walk: Walk,
    words: &str,
    printer: &Printer,
) -> Result<(), Failure> {
    let here = desk.course(id)?.here;
    desk.walk(id, step.unwrap_or(&here), walk, words)?;
    printer.value("step", &desk.course(id)?.here);
    Ok(())
}

fn list(desk: &mut Desk, id: &DossierId, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let course = desk.course(id)?;
    if printer.json {
        printer.json(&course);
        return Ok(());
    }
    let path = desk.dossier(id)?.method;
    for step in &course.steps {
        let stage = &step.stage;
        let state = match stage.state {
            StageState::Now => "now",
            StageState::Done => "done",
            StageState::Skipped => "skipped",
            StageState::ToCome => "to_come",
        };
        let state = say(messages, &format!("stage-{state}"));
        let reason = if stage.words.is_empty() { String::new() } else { format!(": {}", stage.words) };
        println!("{}  {}  ({state}{reason})", stage.step, step_title(&path, &stage.step, messages));
    }
    Ok(())
}

fn method(
    desk: &mut Desk,
    command: &MethodCommand,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    match command {
        MethodCommand::List { dossier } => {
            let dossier = dossier.as_deref().map(str::parse).transpose()?;
            let cards = desk.methods(dossier.as_ref())?;
            if printer.json {
                printer.json(&cards);
                return Ok(());
            }
            for card in &cards {
                let from = match card.from {
                    MethodFrom::Kring => "kring",
                    MethodFrom::Account => "account",
                    MethodFrom::Dossier => "dossier",
                };
                let title = method_title(&card.path, messages);
                println!("{}  {title}  ({})", card.path.name, say(messages, &format!("method-from-{from}")));
            }
        }
        MethodCommand::Add { file } => {
            let bytes = std::fs::read(file)
                .map_err(|source| coach::CoachError::File { path: file.clone(), source })?;
            printer.value("method", &desk.add_method(&bytes)?.name);
        }
        MethodCommand::Remove { name } => {
            desk.remove_method(name)?;
            printer.done();
        }
        MethodCommand::Follow { dossier, name } => {
            desk.follow(&dossier.parse()?, name)?;
            printer.done();
        }
    }
    Ok(())
}

fn say(messages: &Messages, id: &str) -> String {
    messages.say(id, &BTreeMap::new())
}

fn method_title(path: &MethodPath, messages: &Messages) -> String {
    path.title.clone().unwrap_or_else(|| say(messages, &format!("method-{}", path.name)))
}

fn step_title(path: &MethodPath, step: &str, messages: &Messages) -> String {
    let own = path.step(step).and_then(|step| step.title.clone());
    own.unwrap_or_else(|| say(messages, &format!("step-{}-{step}", path.name)))
}
