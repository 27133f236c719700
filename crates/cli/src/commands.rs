//! What each command does: one use case, printed.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use coach::desk::account::{self, NewAccount};
use coach::dossier::model::{Approach, DossierStatus, Goal, Moment, Organisation, Person, ProfileField, Tie};
use coach::dossier::model::{Life, Need, Resistance, Role, Talent, Wish};
use coach::dossier::{DossierId, Edit};
use coach::{Desk, KdfParams, Outside};
use serde::Serialize;
use serde_json::{Value, json};

use crate::arguments::dossier::DossierCommand;
use crate::arguments::measures::{AnalyseArguments, CompareArguments};
use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use crate::files;
use crate::history;
use crate::messages::Messages;
use crate::next;
use crate::notes;
use crate::passphrase::read;
use crate::plan;
use crate::records::{self, Answer};
use crate::report;
use crate::search;
use crate::sharing;
use crate::steps;
use crate::strain;
use crate::together;

/// Runs one command; returns what the program ends with.
pub(crate) fn run(arguments: &Arguments, messages: &Messages) -> Result<ExitCode, Failure> {
    let vault = arguments.vault.as_deref().ok_or(Failure::NoVaultNamed)?;
    let printer = Printer { json: arguments.json };
    let ask = |id: &str| messages.say(id, &BTreeMap::new());
    match &arguments.command {
        Command::Init(asked) => {
            let passphrase = read(&ask("create-passphrase"), 0)?;
            let new = NewAccount { name: &asked.name, role: asked.role.into(), passphrase: &passphrase };
            let (_, code) = account::create(vault, &new, KdfParams::RECOMMENDED, Outside::COMPUTER)?;
            printer.value("recovery_code", &code.to_string());
        }
        Command::Recover => {
            let code = read(&ask("unlock-code"), 0)?;
            let new = read(&ask("unlock-new-passphrase"), 1)?;
            account::recover(vault, &code, &new, Outside::COMPUTER)?;
            printer.done();
        }
        Command::Passphrase => {
            let old = read(&ask("settings-old"), 0)?;
            let desk = account::unlock(vault, &old, Outside::COMPUTER)?;
            desk.change_passphrase(&old, &read(&ask("settings-new"), 1)?)?;
            printer.done();
        }
        Command::Check => {
            let desk = open(vault, messages)?;
            let report = desk.check()?;
            if arguments.json {
                printer.json(&report);
            } else {
                for message in desk.check_messages()? {
                    println!("{}", messages.say(&message.id, &message.args));
                }
            }
            return Ok(if report.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(5) });
        }
        Command::Moment(command) => {
            printer.answer(records::run::<Moment>(&mut open(vault, messages)?, command)?)
        }
        Command::Strain(asked) => strain::run(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::History(command) => {
            history::run(&mut open(vault, messages)?, command, &printer, messages)?;
        }
        Command::Analyse(asked) => analyse(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::Compare(asked) => compare(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::Search(asked) => search::run(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::Import(asked) => files::import(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::Export(asked) => files::export(&mut open(vault, messages)?, asked, &printer)?,
        Command::Report(asked) => report::run(open(vault, messages)?, asked, &printer, messages)?,
        Command::Sharing(command) => sharing::run(open(vault, messages)?, command, &printer, messages)?,
        Command::Together(command) => {
            together::run(&mut open(vault, messages)?, command, &printer, messages)?;
        }
        Command::Caseload(asked) => next::caseload(open(vault, messages)?, asked, &printer, messages)?,
        Command::Agenda(asked) => next::agenda(&mut open(vault, messages)?, asked, &printer, messages)?,
        Command::Log => files::log(&open(vault, messages)?, &printer)?,
        Command::Dossier(command) => dossier(&mut open(vault, messages)?, command, &printer)?,
        Command::Step(command) => steps::run(&mut open(vault, messages)?, command, &printer, messages)?,
        Command::Wish(command) => printer.answer(records::run::<Wish>(&mut open(vault, messages)?, command)?),
        Command::Talent(command) => {
            printer.answer(records::run::<Talent>(&mut open(vault, messages)?, command)?)
        }
        Command::Role(command) => printer.answer(records::run::<Role>(&mut open(vault, messages)?, command)?),
        Command::Life(command) => printer.answer(records::run::<Life>(&mut open(vault, messages)?, command)?),
        Command::Need(command) => printer.answer(records::run::<Need>(&mut open(vault, messages)?, command)?),
        Command::Resistance(command) => {
            printer.answer(records::run::<Resistance>(&mut open(vault, messages)?, command)?)
        }
        Command::Person(command) => {
            printer.answer(records::run::<Person>(&mut open(vault, messages)?, command)?)
        }
        Command::Organisation(command) => {
            printer.answer(records::run::<Organisation>(&mut open(vault, messages)?, command)?);
        }
        Command::Tie(command) => printer.answer(records::run::<Tie>(&mut open(vault, messages)?, command)?),
        Command::Note(command) => printer.answer(notes::run(&mut open(vault, messages)?, command)?),
        Command::Goal(command) => printer.answer(records::run::<Goal>(&mut open(vault, messages)?, command)?),
        Command::Action(command) => {
            plan::action(&mut open(vault, messages)?, command, &printer, messages)?;
        }
        Command::Approach(command) => {
            printer.answer(records::run::<Approach>(&mut open(vault, messages)?, command)?)
        }
        Command::CheckIn(command) => plan::check_in(&mut open(vault, messages)?, command, &printer)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Opens the vault; what was repaired is told on standard error.
fn open(vault: &Path, messages: &Messages) -> Result<Desk, Failure> {
    let passphrase = read(&messages.say("unlock-passphrase", &BTreeMap::new()), 0)?;
    let desk = account::unlock(vault, &passphrase, Outside::COMPUTER)?;
    for repair in desk.session().repairs {
        eprintln!("{}", messages.say(&repair.id, &repair.args));
    }
    Ok(desk)
}

fn dossier(desk: &mut Desk, command: &DossierCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        DossierCommand::New { name } => printer.value("id", &desk.new_dossier(name)?.to_string()),
        DossierCommand::List => {
            let cards = desk.caseload();
            if printer.json {
                printer.json(&cards);
            } else {
                cards.iter().for_each(|card| println!("{}  {}", card.id, card.name));
            }
        }
        DossierCommand::Show { id } => {
            let view = desk.dossier(&id.parse()?)?;
            if printer.json {
                printer.json(&view);
            } else {
                println!("{}  {}", view.profile.id, view.profile.name);
                view.people.iter().for_each(|person| println!("  {}  {}", person.id, person.name));
                view.organisations.iter().for_each(|one| println!("  {}  {}", one.id, one.name));
            }
        }
        DossierCommand::Rename { id, name } => set(desk, id, ProfileField::Name(name.clone()), printer)?,
        DossierCommand::Close { id } => {
            set(desk, id, ProfileField::Status(Some(DossierStatus::Closed)), printer)?;
        }
    }
    Ok(())
}

fn analyse(
    desk: &mut Desk,
    asked: &AnalyseArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let id = &asked.id.parse()?;
    let at = asked.at.as_deref().map(|at| desk.moment(id, at)).transpose()?;
    if printer.json {
        printer.json(&desk.analyse(id, at.as_ref())?);
        return Ok(());
    }
    for finding in desk.quality(id, at.as_ref())?.findings {
        println!("{}", messages.say(&finding.says.id, &finding.says.args));
        println!("    {}", messages.say(&finding.asks.id, &finding.asks.args));
    }
    Ok(())
}

fn compare(
    desk: &mut Desk,
    asked: &CompareArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let id = &asked.id.parse()?;
    let from = desk.moment(id, &asked.from)?;
    let to = asked.to.as_deref().map(|to| desk.moment(id, to)).transpose()?;
    let compared = desk.then_and_now(id, &from, to.as_ref())?;
    if printer.json {
        printer.json(&compared);
        return Ok(());
    }
    if compared.changes.is_empty() {
        println!("{}", messages.say("change-nothing", &BTreeMap::new()));
    }
    let figures = compared.figures.iter().map(|figure| &figure.says);
    for says in compared.changes.iter().map(|change| &change.says).chain(figures) {
        println!("{}", messages.say(&says.id, &says.args));
    }
    Ok(())
}

fn set(desk: &mut Desk, id: &str, field: ProfileField, printer: &Printer) -> Result<(), Failure> {
    let id: DossierId = id.parse()?;
    desk.edit(&id, &Edit::Profile(field))?;
    printer.done();
    Ok(())
}

/// Prints answers as lines or as JSON.
pub(crate) struct Printer {
    pub(crate) json: bool,
}

impl Printer {
    pub(crate) fn json(&self, value: &impl Serialize) {
        // Views are texts, numbers and lists of them: they always have a JSON form.
        println!("{}", serde_json::to_string(value).unwrap_or_default());
    }

    pub(crate) fn value(&self, key: &str, value: &str) {
        if self.json { self.json(&json!({ key: value })) } else { println!("{value}") }
    }

    pub(crate) fn done(&self) {
        if self.json {
            self.json(&json!({ "done": true }));
        }
    }

    pub(crate) fn answer(&self, answer: Answer) {
        match answer {
            Answer::Id(id) => self.value("id", &id),
            Answer::Done => self.done(),
            Answer::Records(records) if self.json => self.json(&records),
            Answer::Records(records) => records.iter().for_each(|record| println!("{}", line(record))),
        }
    }
}

/// A record on one line: its id, then what is known.
fn line(record: &Value) -> String {
    let known = record.as_object().into_iter().flatten().filter(|(key, value)| {
        *key != "id"
            && !value.is_null()
            && value.as_str() != Some("")
            && value.as_bool() != Some(false)
            && value.as_array().is_none_or(|list| !list.is_empty())
    });
    let parts = known.map(|(key, value)| match value.as_str() {
        Some(text) => format!("{key}={}", text.replace('\n', " ")),
        None => format!("{key}={value}"),
    });
    format!("{}  {}", record["id"].as_str().unwrap_or_default(), parts.collect::<Vec<_>>().join("  "))
}
