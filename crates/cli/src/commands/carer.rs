//! `carer`: the load of those who care for a client, measured with instruments.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use coach::dossier::instrument::{FORMS, LoadWarning};
use coach::dossier::model::{Instrument, Measurement, MeasurementField};
use coach::dossier::{Choice, DossierId, MeasurementId, edit};
use coach::{Desk, Environment};

use super::record;
use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct CarerArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    #[command(subcommand)]
    command: CarerCommand,
}

#[derive(Subcommand)]
enum CarerCommand {
    /// Adds an instrument that was filled in and prints its id.
    Add {
        /// The instrument that was filled in.
        #[arg(long, value_parser = instrument())]
        instrument: Instrument,
        /// The id or the name of the person who filled it in. Without it, the client did.
        #[arg(long)]
        person: Option<String>,
        /// One digit for each item in the instrument's order, and a hyphen for an item without an answer,
        /// such as 1010000000000.
        ///
        /// Caregiver Strain Index: 13 digits, 0 no, 1 yes. CarerQol: 7 digits, 0 no, 1 some, 2 a lot, then
        /// two digits for the happiness from 00 to 10. Three questions: 3 digits, 0 yes, 1 sometimes, 2 no.
        #[arg(long, allow_hyphen_values = true)]
        answers: String,
        /// The day on which it was filled in, such as 2026-11-24. Without it, today.
        #[arg(long)]
        day: Option<chrono::NaiveDate>,
        /// The id or the name of the measuring moment that it belongs to.
        #[arg(long)]
        moment: Option<String>,
    },
    /// Lists the answers as they were recorded.
    List,
    /// Shows the load of each carer; with --json the scores and whether a carer needs attention.
    Show,
    /// Removes a filled-in instrument.
    Remove {
        /// The id of the filled-in instrument, as `list` prints it.
        measurement: String,
    },
}

/// Returns a parser that accepts the instruments that can be filled in.
fn instrument() -> impl TypedValueParser<Value = Instrument> {
    PossibleValuesParser::new(FORMS.iter().map(Choice::as_str)).map(|name| Instrument::read(&name))
}

/// Runs a command on the load of carers.
pub(crate) fn run(desk: &mut Desk, arguments: &CarerArguments, printer: &Printer) -> Result<(), Failure> {
    let id: &DossierId = &arguments.id.parse()?;
    match &arguments.command {
        CarerCommand::Add { instrument, person, answers, day, moment } => {
            let person = person.as_deref().map(|named| desk.person_called(id, named)).transpose()?;
            let moment = moment.as_deref().map(|named| desk.moment(id, named)).transpose()?;
            let today = (Environment::COMPUTER.now)().date_naive();
            let new: MeasurementId = Environment::COMPUTER.id()?;
            let fields = [
                MeasurementField::Instrument(Some(instrument.clone())),
                MeasurementField::Person(person),
                MeasurementField::Day(Some(day.unwrap_or(today))),
                MeasurementField::Moment(moment),
                MeasurementField::Answers(answers.clone()),
            ];
            desk.edit(id, &edit::add::<Measurement>(new.clone(), fields))?;
            printer.value("id", &new.to_string());
        }
        CarerCommand::List => printer.records(&record::list::<Measurement>(desk, id)?),
        CarerCommand::Show => show(desk, id, printer)?,
        CarerCommand::Remove { measurement } => {
            record::remove::<Measurement>(desk, id, &measurement.parse()?)?;
            printer.done();
        }
    }
    Ok(())
}

fn show(desk: &mut Desk, id: &DossierId, printer: &Printer) -> Result<(), Failure> {
    printer.either(&desk.carers(id)?, |view| {
        for carer in &view.carers {
            let warning = carer.warning.map(|warning| match warning {
                LoadWarning::High => printer.text("load-hand-high"),
                LoadWarning::Rising => printer.text("load-hand-rising"),
            });
            let line: Vec<String> = [Some(carer.name.clone()), warning].into_iter().flatten().collect();
            printer.line(line.join("  "));
            for series in &carer.series {
                printer.line(format_args!(
                    "  {}",
                    printer.text(&format!("instrument-{}", series.instrument.as_str()))
                ));
                for time in &series.times {
                    let day = time.filled_in.day.map(|day| day.to_string()).unwrap_or_default();
                    printer.line(format_args!("    {day}  {}", printer.say(&time.says)));
                    printer.line(format_args!("        {}", printer.say(&time.asks)));
                }
            }
        }
    });
    Ok(())
}
