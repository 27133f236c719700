//! Adding, setting, removing and listing one kind of record.

use coach::dossier::{DossierId, Edit, Field, IntoEdit, Record, edit};
use coach::{Desk, FieldError, Outside};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::arguments::records::RecordCommand;
use crate::failure::Failure;

/// What a command about records answers with.
pub(crate) enum Answer {
    /// A new id.
    Id(String),
    /// Nothing to say.
    Done,
    /// Records, as they are.
    Records(Vec<Value>),
}

/// Runs a command about one kind of record.
pub(crate) fn run<R>(desk: &mut Desk, command: &RecordCommand) -> Result<Answer, Failure>
where
    R: IntoEdit + Serialize,
    R::Field: DeserializeOwned,
{
    match command {
        RecordCommand::Add { dossier, fields } => {
            Ok(Answer::Id(add::<R>(desk, &dossier.parse()?, fields)?.to_string()))
        }
        RecordCommand::Set { dossier, id, fields } => {
            set::<R>(desk, &dossier.parse()?, &id.parse()?, fields)?;
            Ok(Answer::Done)
        }
        RecordCommand::Remove { dossier, id } => {
            remove::<R>(desk, &dossier.parse()?, &id.parse()?)?;
            Ok(Answer::Done)
        }
        RecordCommand::List { dossier } => Ok(Answer::Records(list::<R>(desk, &dossier.parse()?)?)),
    }
}

/// Adds a record; returns its id.
pub(crate) fn add<R>(desk: &mut Desk, dossier: &DossierId, fields: &[String]) -> Result<R::Id, Failure>
where
    R: IntoEdit,
    R::Field: DeserializeOwned,
{
    let id: R::Id = Outside::COMPUTER.id()?;
    desk.edit(dossier, &edit::add::<R>(id.clone(), read_fields::<R>(fields)?))?;
    Ok(id)
}

/// Sets fields of a record.
pub(crate) fn set<R>(
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
    desk.edit(dossier, &Edit::Together(fields.map(|to| edit::set::<R>(id.clone(), to)).collect()))?;
    Ok(())
}

/// Takes a record out of view.
pub(crate) fn remove<R: IntoEdit>(desk: &mut Desk, dossier: &DossierId, id: &R::Id) -> Result<(), Failure> {
    desk.edit(dossier, &edit::remove::<R>(id.clone()))?;
    Ok(())
}

/// All records of one kind, as they are.
pub(crate) fn list<R: Record + Serialize>(
    desk: &mut Desk,
    dossier: &DossierId,
) -> Result<Vec<Value>, Failure> {
    let all = desk.read(dossier)?.all::<R>();
    // Records are texts, numbers and lists of them: they always have a JSON form.
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
    coach::read_field::<R>(key, value).map_err(|slip| match slip {
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
    fn a_slip_is_named() {
        assert!(matches!(read_field::<Person>("relatoin=friend"), Err(Failure::UnknownField { .. })));
        assert!(
            matches!(read_field::<Person>("relation=fiend"), Err(Failure::UnfitValue { known, .. }) if known.contains("friend"))
        );
        assert!(!NoteField::KEYS.contains(&"text"));
    }
}
