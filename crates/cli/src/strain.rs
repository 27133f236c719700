//! The load of carers at the terminal.

use std::collections::BTreeMap;

use coach::dossier::instrument::Hand;
use coach::dossier::model::{Instrument, Measurement, MeasurementField};
use coach::dossier::{Choice, DossierId, MeasurementId, edit};
use coach::{Desk, Outside};

use crate::arguments::records::RecordCommand;
use crate::arguments::strain::{StrainArguments, StrainCommand};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;
use crate::records;

pub(crate) fn run(
    desk: &mut Desk,
    asked: &StrainArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let id: &DossierId = &asked.id.parse()?;
    match &asked.command {
        StrainCommand::Add { instrument, person, answers, day, moment } => {
            let person = person.as_deref().map(|named| desk.person_called(id, named)).transpose()?;
            let moment = moment.as_deref().map(|named| desk.moment(id, named)).transpose()?;
            let today = (Outside::COMPUTER.now)().date_naive();
            let new: MeasurementId = Outside::COMPUTER.id()?;
            let fields = [
                MeasurementField::Instrument(Some(Instrument::read(instrument))),
                MeasurementField::Person(person),
                MeasurementField::Day(Some(day.unwrap_or(today))),
                MeasurementField::Moment(moment),
                MeasurementField::Answers(answers.clone()),
            ];
            desk.edit(id, &edit::add::<Measurement>(new.clone(), fields))?;
            printer.value("id", &new.to_string());
        }
        StrainCommand::List => {
            let list = RecordCommand::List { dossier: id.to_string() };
            printer.answer(records::run::<Measurement>(desk, &list)?);
        }
        StrainCommand::Show => show(desk, id, printer, messages)?,
        StrainCommand::Remove { measurement } => {
            desk.edit(id, &edit::remove::<Measurement>(measurement.parse()?))?;
            printer.done();
        }
    }
    Ok(())
}

fn show(desk: &mut Desk, id: &DossierId, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    let view = desk.carers(id)?;
    if printer.json {
        printer.json(&view);
        return Ok(());
    }
    let plain = |id: &str| messages.say(id, &BTreeMap::new());
    for carer in view.carers {
        let hand = carer.hand.map(|hand| match hand {
            Hand::High => plain("load-hand-high"),
            Hand::Rising => plain("load-hand-rising"),
        });
        println!("{}", [Some(carer.name), hand].into_iter().flatten().collect::<Vec<_>>().join("  "));
        for course in carer.courses {
            println!("  {}", plain(&format!("instrument-{}", course.instrument.as_str())));
            for time in course.times {
                let day = time.filled_in.day.map(|day| day.to_string()).unwrap_or_default();
                println!("    {day}  {}", messages.say(&time.says.id, &time.says.args));
                println!("        {}", messages.say(&time.asks.id, &time.asks.args));
            }
        }
    }
    Ok(())
}
