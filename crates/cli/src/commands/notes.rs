//! `note`: shared notes, and private notes that never leave this vault.
//!
//! The text of a note is a document of its own. A private note has only a text.

use clap::Subcommand;
use coach::dossier::model::Note;
use coach::dossier::{DossierId, EditError, Invalid, NoteId};
use coach::{Desk, Environment};
use serde_json::{Value, json};

use super::record::{self, ListArguments, RemoveArguments, SetArguments};
use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum NoteCommand {
    /// Adds a note and prints its id.
    Add {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// Adds a private note: it never leaves this vault, and `text` is its only field.
        #[arg(long)]
        private: bool,
        /// The fields with their values, such as kind=visit title=Koffie text="Samen koffie gedronken."
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of a note. An empty value clears a field; a private note without text is deleted.
    Set(SetArguments),
    /// Removes a note. A private note is deleted.
    Remove(RemoveArguments),
    /// Lists all notes. Private notes are marked.
    List(ListArguments),
}

/// Runs a command on notes. The id alone tells whether a note is private.
pub(crate) fn run(desk: &mut Desk, command: &NoteCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        NoteCommand::Add { dossier, private, fields } => {
            let (dossier, fields) = (dossier.parse()?, Fields::of(fields));
            let id =
                if *private { add_private(desk, &dossier, &fields)? } else { add(desk, &dossier, &fields)? };
            printer.value("id", &id.to_string());
        }
        NoteCommand::Set(SetArguments { dossier, id, fields }) => {
            set(desk, &dossier.parse()?, &id.parse()?, &Fields::of(fields))?;
            printer.done();
        }
        NoteCommand::Remove(RemoveArguments { dossier, id }) => {
            remove(desk, &dossier.parse()?, &id.parse()?)?;
            printer.done();
        }
        NoteCommand::List(ListArguments { dossier }) => printer.records(&list(desk, &dossier.parse()?)?),
    }
    Ok(())
}

/// The fields that were typed: the note's text, and the fields of its record.
struct Fields {
    text: Option<String>,
    record: Vec<String>,
}

impl Fields {
    fn of(fields: &[String]) -> Self {
        let text = fields.iter().find_map(|field| field.strip_prefix("text=").map(str::to_owned));
        let record = fields.iter().filter(|field| !field.starts_with("text=")).cloned().collect();
        Self { text, record }
    }

    /// Returns the text. Refuses other fields.
    fn only_text(&self) -> Result<&str, Failure> {
        if let Some(field) = self.record.first() {
            let field = field.split_once('=').map_or(field.as_str(), |(field, _)| field);
            return Err(Failure::OnlyText { field: field.to_owned() });
        }
        Ok(self.text.as_deref().unwrap_or_default())
    }
}

fn add(desk: &mut Desk, dossier: &DossierId, fields: &Fields) -> Result<NoteId, Failure> {
    let id: NoteId = record::add::<Note>(desk, dossier, &fields.record)?;
    if let Some(text) = &fields.text {
        desk.write_note(dossier, &id, text)?;
    }
    Ok(id)
}

fn add_private(desk: &mut Desk, dossier: &DossierId, fields: &Fields) -> Result<NoteId, Failure> {
    let text = fields.only_text()?;
    if text.trim().is_empty() {
        return Err(EditError::from(Invalid::Empty { field: "text" }).into());
    }
    let id: NoteId = Environment::COMPUTER.id()?;
    desk.write_private(dossier, &id, text)?;
    Ok(id)
}

fn set(desk: &mut Desk, dossier: &DossierId, id: &NoteId, fields: &Fields) -> Result<(), Failure> {
    if is_private(desk, dossier, id)? {
        desk.write_private(dossier, id, fields.only_text()?)?;
        return Ok(());
    }
    if !fields.record.is_empty() {
        record::set::<Note>(desk, dossier, id, &fields.record)?;
    }
    if let Some(text) = &fields.text {
        desk.write_note(dossier, id, text)?;
    }
    Ok(())
}

fn remove(desk: &mut Desk, dossier: &DossierId, id: &NoteId) -> Result<(), Failure> {
    if is_private(desk, dossier, id)? {
        desk.write_private(dossier, id, "")?;
        return Ok(());
    }
    record::remove::<Note>(desk, dossier, id)
}

/// Returns all notes, shared notes first. Each note tells whether it is private.
fn list(desk: &mut Desk, dossier: &DossierId) -> Result<Vec<Value>, Failure> {
    let mut notes = record::list::<Note>(desk, dossier)?;
    for note in &mut notes {
        let id: Option<NoteId> = note["id"].as_str().and_then(|id| id.parse().ok());
        if let Some(id) = id {
            note["text"] = json!(desk.note_text(dossier, &id)?);
        }
        note["private"] = json!(false);
    }
    for card in desk.private_notes(dossier)? {
        let text = desk.private_text(dossier, &card.id)?;
        notes.push(json!({ "id": card.id, "day": card.day, "private": true, "text": text }));
    }
    Ok(notes)
}

fn is_private(desk: &mut Desk, dossier: &DossierId, id: &NoteId) -> Result<bool, Failure> {
    Ok(desk.private_notes(dossier)?.iter().any(|card| card.id == *id))
}
