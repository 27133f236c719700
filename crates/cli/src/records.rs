//! Adding, setting, removing and listing one kind of record.

use coach::dossier::model::Note;
use coach::dossier::{DossierId, Edit, Field, IntoEdit, NoteId, Record, edit};
use coach::{Desk, Outside, Slip};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

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
            let dossier: DossierId = dossier.parse()?;
            let id: R::Id = Outside::COMPUTER.id()?;
            desk.edit(&dossier, &edit::add::<R>(id.clone(), read_fields::<R>(fields)?))?;
            Ok(Answer::Id(id.to_string()))
        }
        RecordCommand::Set { dossier, id, fields } => {
            let id: R::Id = id.parse()?;
            let edits =
                read_fields::<R>(fields)?.into_iter().map(|to| edit::set::<R>(id.clone(), to)).collect();
            desk.edit(&dossier.parse()?, &Edit::Together(edits))?;
            Ok(Answer::Done)
        }
        RecordCommand::Remove { dossier, id } => {
            desk.edit(&dossier.parse()?, &edit::remove::<R>(id.parse()?))?;
            Ok(Answer::Done)
        }
        RecordCommand::List { dossier } => {
            let all = desk.read(&dossier.parse()?)?.all::<R>();
            // Records are texts, numbers and lists of them: they always have a JSON form.
            Ok(Answer::Records(all.iter().filter_map(|record| serde_json::to_value(record).ok()).collect()))
        }
    }
}

/// Runs a command about notes: their text is a document of its own.
pub(crate) fn run_notes(desk: &mut Desk, command: &RecordCommand) -> Result<Answer, Failure> {
    let text_of =
        |fields: &[String]| fields.iter().find_map(|field| field.strip_prefix("text=").map(str::to_owned));
    let others = |fields: &[String]| -> Vec<String> {
        fields.iter().filter(|field| !field.starts_with("text=")).cloned().collect()
    };
    match command {
        RecordCommand::Add { dossier, fields } => {
            let added =
                run::<Note>(desk, &RecordCommand::Add { dossier: dossier.clone(), fields: others(fields) })?;
            if let (Answer::Id(id), Some(text)) = (&added, text_of(fields)) {
                desk.write_note(&dossier.parse()?, &id.parse()?, &text)?;
            }
            Ok(added)
        }
        RecordCommand::Set { dossier, id, fields } => {
            let rest = others(fields);
            if !rest.is_empty() {
                let id = id.clone();
                run::<Note>(desk, &RecordCommand::Set { dossier: dossier.clone(), id, fields: rest })?;
            }
            if let Some(text) = text_of(fields) {
                desk.write_note(&dossier.parse()?, &id.parse()?, &text)?;
            }
            Ok(Answer::Done)
        }
        RecordCommand::List { dossier } => {
            let dossier: DossierId = dossier.parse()?;
            let Answer::Records(mut notes) = run::<Note>(desk, command)? else { return Ok(Answer::Done) };
            for note in &mut notes {
                let id: Option<NoteId> = note["id"].as_str().and_then(|id| id.parse().ok());
                if let Some(id) = id {
                    note["text"] = json!(desk.note_text(&dossier, &id)?);
                }
            }
            Ok(Answer::Records(notes))
        }
        RecordCommand::Remove { .. } => run::<Note>(desk, command),
    }
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
        Slip::UnknownField => {
            Failure::UnknownField { field: key.to_owned(), known: R::Field::KEYS.join(", ") }
        }
        Slip::UnknownValue => {
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
