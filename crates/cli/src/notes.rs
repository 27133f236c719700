//! Notes at the terminal: a note's text is a document of its own, and a private note has nothing but its text.

use coach::dossier::model::Note;
use coach::dossier::{DossierId, EditError, Invalid, NoteId};
use coach::{Desk, Outside};
use serde_json::json;

use crate::arguments::notes::NoteCommand;
use crate::failure::Failure;
use crate::records::{self, Answer};

/// Runs a command about notes. An id says by itself whether its note is private.
pub(crate) fn run(desk: &mut Desk, command: &NoteCommand) -> Result<Answer, Failure> {
    match command {
        NoteCommand::Add { dossier, private, fields } => {
            let dossier = dossier.parse()?;
            match private {
                true => add_private(desk, &dossier, &Fields::of(fields)),
                false => add(desk, &dossier, Fields::of(fields)),
            }
        }
        NoteCommand::Set { dossier, id, fields } => {
            set(desk, &dossier.parse()?, &id.parse()?, Fields::of(fields))
        }
        NoteCommand::Remove { dossier, id } => remove(desk, &dossier.parse()?, &id.parse()?),
        NoteCommand::List { dossier } => list(desk, &dossier.parse()?),
    }
}

/// What is written of a note: its text, and the fields of the record.
struct Fields {
    text: Option<String>,
    others: Vec<String>,
}

impl Fields {
    fn of(fields: &[String]) -> Self {
        let text = fields.iter().find_map(|field| field.strip_prefix("text=").map(str::to_owned));
        let others = fields.iter().filter(|field| !field.starts_with("text=")).cloned().collect();
        Self { text, others }
    }

    /// The text, where there is nothing else.
    fn only_text(&self) -> Result<&str, Failure> {
        if let Some(field) = self.others.first() {
            let field = field.split_once('=').map_or(field.as_str(), |(field, _)| field);
            return Err(Failure::OnlyText { field: field.to_owned() });
        }
        Ok(self.text.as_deref().unwrap_or_default())
    }
}

fn add(desk: &mut Desk, dossier: &DossierId, fields: Fields) -> Result<Answer, Failure> {
    let id: NoteId = records::add::<Note>(desk, dossier, &fields.others)?;
    if let Some(text) = fields.text {
        desk.write_note(dossier, &id, &text)?;
    }
    Ok(Answer::Id(id.to_string()))
}

fn add_private(desk: &mut Desk, dossier: &DossierId, fields: &Fields) -> Result<Answer, Failure> {
    let text = fields.only_text()?;
    if text.trim().is_empty() {
        return Err(EditError::from(Invalid::Empty { field: "text" }).into());
    }
    let id: NoteId = Outside::COMPUTER.id()?;
    desk.write_private(dossier, &id, text)?;
    Ok(Answer::Id(id.to_string()))
}

fn set(desk: &mut Desk, dossier: &DossierId, id: &NoteId, fields: Fields) -> Result<Answer, Failure> {
    if is_private(desk, dossier, id)? {
        desk.write_private(dossier, id, fields.only_text()?)?;
        return Ok(Answer::Done);
    }
    if !fields.others.is_empty() {
        records::set::<Note>(desk, dossier, id, &fields.others)?;
    }
    if let Some(text) = fields.text {
        desk.write_note(dossier, id, &text)?;
    }
    Ok(Answer::Done)
}

fn remove(desk: &mut Desk, dossier: &DossierId, id: &NoteId) -> Result<Answer, Failure> {
    if is_private(desk, dossier, id)? {
        desk.write_private(dossier, id, "")?;
    } else {
        records::remove::<Note>(desk, dossier, id)?;
    }
    Ok(Answer::Done)
}

/// All notes, those that are shared with a dossier first. Each says whether it is private.
fn list(desk: &mut Desk, dossier: &DossierId) -> Result<Answer, Failure> {
    let mut notes = records::list::<Note>(desk, dossier)?;
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
    Ok(Answer::Records(notes))
}

fn is_private(desk: &mut Desk, dossier: &DossierId, id: &NoteId) -> Result<bool, Failure> {
    Ok(desk.private_notes(dossier)?.iter().any(|card| card.id == *id))
}
