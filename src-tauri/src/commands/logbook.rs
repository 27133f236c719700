//! Private notes, mentions, and searching all dossiers.

use coach::changed::Changed;
use coach::dossier::{DossierId, NoteId};
use coach::notes::private::PrivateCard;
use coach::search::{Findings, NoteWords};
use tauri::{AppHandle, State};

use super::{Answer, announced};
use crate::desktop::Desktop;

/// How much of what was found the window shows.
const MOST: usize = 20;

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
    announced(&app, desktop.at_desk(|desk| desk.write_private(&id, &note, &text)))
}

#[tauri::command(async)]
pub(crate) fn share_private(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    note: NoteId,
    copy: NoteId,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.share_private(&id, &note, &copy)))
}

#[tauri::command(async)]
pub(crate) fn notes_that_mention(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<NoteWords>> {
    desktop.at_desk(|desk| desk.notes_that_mention(&id))
}

/// Reads every dossier for searching, one at a time: what is typed meanwhile goes in between.
#[tauri::command(async)]
pub(crate) fn prepare_search(desktop: State<'_, Desktop>) -> Answer<()> {
    while desktop.at_desk(|desk| desk.prepare_search())? {
        std::thread::yield_now();
    }
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn search(desktop: State<'_, Desktop>, typed: String) -> Answer<Findings> {
    desktop.at_desk(|desk| desk.search(&typed, MOST))
}
