//! Adding, changing, removing and listing the records of one kind: people, ties, goals and others.

use clap::{Args, Subcommand};
use coach::dossier::{DossierId, Edit, Field, IntoEdit, Record, edit};
use coach::{Desk, Environment, FieldError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum RecordCommand {
    /// Adds a record and prints its id.
    Add {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The fields with their values, such as name=Fatima relation=neighbour gives=company,practical.
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of a record. An empty value clears a field.
    Set(SetArguments),
    /// Removes a record.
    Remove(RemoveArguments),
    /// Lists the records.
    List(ListArguments),
}

#[derive(Args)]
pub(crate) struct SetArguments {
    /// The dossier's id, as `dossier list` prints it.
    pub(super) dossier: String,
    /// The record's id, as `list` prints it.
    pub(super) id: String,
    /// The fields with their new values.
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub(super) fields: Vec<String>,
}

#[derive(Args)]
pub(crate) struct RemoveArguments {
    /// The dossier's id, as `dossier list` prints it.
    pub(super) dossier: String,
    /// The record's id, as `list` prints it.
    pub(super) id: String,
}

#[derive(Args)]
pub(crate) struct ListArguments {
    /// The dossier's id, as `dossier list` prints it.
    pub(super) dossier: String,
}

/// Runs a command on records of kind `R`.
pub(crate) fn run<R>(desk: &mut Desk, command: &RecordCommand, printer: &Printer) -> Result<(), Failure>
where
    R: IntoEdit + Serialize,
    R::Field: DeserializeOwned,
{
    match command {
        RecordCommand::Add { dossier, fields } => {
            let id = add::<R>(desk, &dossier.parse()?, fields)?;
            printer.value("id", &id.to_string());
        }
        RecordCommand::Set(SetArguments { dossier, id, fields }) => {
            set::<R>(desk, &dossier.parse()?, &id.parse()?, fields)?;
            printer.done();
        }
        RecordCommand::Remove(RemoveArguments { dossier, id }) => {
            remove::<R>(desk, &dossier.parse()?, &id.parse()?)?;
            printer.done();
        }
        RecordCommand::List(ListArguments { dossier }) => {
            printer.records(&list::<R>(desk, &dossier.parse()?)?)
        }
    }
    Ok(())
}

/// Adds a record and returns its id.
pub(super) fn add<R>(desk: &mut Desk, dossier: &DossierId, fields: &[String]) -> Result<R::Id, Failure>
where
    R: IntoEdit,
    R::Field: DeserializeOwned,
{
    let id: R::Id = Environment::COMPUTER.id()?;
    desk.edit(dossier, &edit::add::<R>(id.clone(), read_fields::<R>(fields)?))?;
    Ok(id)
}

/// Sets fields of a record.
pub(super) fn set<R>(
    desk: &mut Desk,
    dossier: &DossierId,
    id: &R::Id,
    fields: &[String],
) -> Result<(), Failure>
where
    R: IntoEdit,
    R::Field: DeserializeOwned,
{
    let fields = read_fields::<R>(fields)?.into_iter();
    desk.edit(dossier, &Edit::All(fields.map(|to| edit::set::<R>(id.clone(), to)).collect()))?;
    Ok(())
}

/// Removes a record.
pub(super) fn remove<R: IntoEdit>(desk: &mut Desk, dossier: &DossierId, id: &R::Id) -> Result<(), Failure> {
    desk.edit(dossier, &edit::remove::<R>(id.clone()))?;
    Ok(())
}

/// Returns all records of one kind as JSON.
pub(super) fn list<R: Record + Serialize>(
    desk: &mut Desk,
    dossier: &DossierId,
) -> Result<Vec<Value>, Failure> {
    let all = desk.read(dossier)?.all::<R>();
    // Records consist of texts, numbers and lists of them, so they always have a JSON form.
    Ok(all.iter().filter_map(|record| serde_json::to_value(record).ok()).collect())
}

fn read_fields<R>(fields: &[String]) -> Result<Vec<R::Field>, Failure>
where
    R: Record,
    R::Field: DeserializeOwned,
{
    fields.iter().map(|field| read_field::<R>(field)).collect()
}

/// Reads `field=value`.
fn read_field<R>(text: &str) -> Result<R::Field, Failure>
where
    R: Record,
    R::Field: DeserializeOwned,
{
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    coach::read_field::<R>(key, value).map_err(|error| match error {
        FieldError::UnknownField => {
            Failure::UnknownField { field: key.to_owned(), known: R::Field::KEYS.join(", ") }
        }
        FieldError::UnknownValue => {
            let known = R::Field::choices(key).join(", ");
            Failure::UnfitValue { field: key.to_owned(), value: value.to_owned(), known }
        }
    })
}

#[cfg(test)]
mod tests {
    use coach::dossier::model::{NoteField, Person};

    use super::*;

    #[test]
    fn a_wrong_field_or_value_is_named_with_the_ones_that_exist() {
        assert!(matches!(read_field::<Person>("relatoin=friend"), Err(Failure::UnknownField { .. })));
        assert!(
            matches!(read_field::<Person>("relation=fiend"), Err(Failure::UnfitValue { known, .. }) if known.contains("friend"))
        );
        assert!(!NoteField::KEYS.contains(&"text"));
    }
}
