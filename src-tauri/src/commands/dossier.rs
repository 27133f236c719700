//! One dossier: reading, editing, undoing.

use coach::changed::Changed;
use coach::dossier::news::Seen;
use coach::dossier::view::DossierView;
use coach::dossier::{DossierId, Edit};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

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
    announce_change(&app, desktop.at_desk(|desk| desk.edit(&id, &edit)))
}

#[tauri::command(async)]
pub(crate) fn undo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.undo(&id)))
}

#[tauri::command(async)]
pub(crate) fn redo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.redo(&id)))
}

/// Records that the coach has seen what a colleague changed.
#[tauri::command(async)]
pub(crate) fn seen(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    seen: Seen,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.seen(&id, &seen)))
}
