//! Shared and private notes.

use coach::changed::Changed;
use coach::dossier::{DossierId, NoteId};
use coach::notes::private::PrivateCard;
use coach::search::NoteWords;
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn note_text(desktop: State<'_, Desktop>, id: DossierId, note: NoteId) -> Answer<String> {
    desktop.at_desk(|desk| desk.note_text(&id, &note))
}

#[tauri::command(async)]
pub(crate) fn write_note(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    note: NoteId,
    shown: String,
    text: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.write_note_over(&id, &note, &shown, &text)))
}

#[tauri::command(async)]
pub(crate) fn private_notes(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<PrivateCard>> {
    desktop.at_desk(|desk| desk.private_notes(&id))
}

#[tauri::command(async)]
pub(crate) fn private_text(desktop: State<'_, Desktop>, id: DossierId, note: NoteId) -> Answer<String> {
    desktop.at_desk(|desk| desk.private_text(&id, &note))
}

#[tauri::command(async)]
pub(crate) fn write_private(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    note: NoteId,
    text: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.write_private(&id, &note, &text)))
}

#[tauri::command(async)]
pub(crate) fn share_private(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    note: NoteId,
    copy: NoteId,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.share_private(&id, &note, &copy)))
}

#[tauri::command(async)]
pub(crate) fn notes_that_mention(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<NoteWords>> {
    desktop.at_desk(|desk| desk.notes_that_mention(&id))
}
