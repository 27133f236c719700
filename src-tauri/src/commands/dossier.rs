//! Dossiers: the caseload, and what is written in one.

use coach::caseload::card::CaseCard;
use coach::changed::Changed;
use coach::dossier::at_once::Seen;
use coach::dossier::view::DossierView;
use coach::dossier::{DossierId, Edit, NoteId};
use tauri::{AppHandle, State};

use super::{Answer, announced};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn caseload(desktop: State<'_, Desktop>) -> Answer<Vec<CaseCard>> {
    desktop.at_desk(|desk| Ok(desk.caseload()))
}

#[tauri::command(async)]
pub(crate) fn new_dossier(desktop: State<'_, Desktop>, name: String) -> Answer<DossierId> {
    desktop.at_desk(|desk| desk.new_dossier(&name))
}

#[tauri::command(async)]
pub(crate) fn example_dossier(desktop: State<'_, Desktop>) -> Answer<DossierId> {
    desktop.at_desk(|desk| desk.example_dossier())
}

#[tauri::command(async)]
pub(crate) fn dossier(desktop: State<'_, Desktop>, id: DossierId) -> Answer<DossierView> {
    desktop.at_desk(|desk| desk.dossier(&id))
}

#[tauri::command(async)]
pub(crate) fn edit(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    edit: Edit,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.edit(&id, &edit)))
}

#[tauri::command(async)]
pub(crate) fn undo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.undo(&id)))
}

#[tauri::command(async)]
pub(crate) fn redo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.redo(&id)))
}

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
    announced(&app, desktop.at_desk(|desk| desk.write_note_over(&id, &note, &shown, &text)))
}

/// Remembers that the coach looked at something that came from another.
#[tauri::command(async)]
pub(crate) fn seen(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    seen: Seen,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.seen(&id, &seen)))
}
