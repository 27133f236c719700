//! Methods, and the progress of a dossier through its steps.

use coach::changed::Changed;
use coach::dossier::DossierId;
use coach::dossier::method::MethodPath;
use coach::method::methods::MethodCard;
use coach::method::progress::{MethodProgressView, StepMove};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn course(desktop: State<'_, Desktop>, id: DossierId) -> Answer<MethodProgressView> {
    desktop.at_desk(|desk| desk.method_progress(&id))
}

#[tauri::command(async)]
pub(crate) fn move_step(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    step: String,
    how: StepMove,
    words: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.move_step(&id, &step, how, &words)))
}

#[tauri::command(async)]
pub(crate) fn methods(desktop: State<'_, Desktop>, id: Option<DossierId>) -> Answer<Vec<MethodCard>> {
    desktop.at_desk(|desk| desk.methods(id.as_ref()))
}

/// Adds the method in the file that the coach chose.
#[tauri::command(async)]
pub(crate) fn add_method(desktop: State<'_, Desktop>) -> Answer<MethodPath> {
    let file = desktop.staged();
    desktop.at_desk(|desk| desk.add_method(&file.bytes))
}

#[tauri::command(async)]
pub(crate) fn remove_method(desktop: State<'_, Desktop>, name: String) -> Answer<()> {
    desktop.at_desk(|desk| desk.remove_method(&name))
}

#[tauri::command(async)]
pub(crate) fn follow_method(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    name: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.follow(&id, &name)))
}
