//! Carers, their load, and their own dossiers.

use coach::carer::CarersView;
use coach::changed::Changed;
use coach::dossier::{DossierId, PersonId};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn carers(desktop: State<'_, Desktop>, id: DossierId) -> Answer<CarersView> {
    desktop.at_desk(|desk| desk.carers(&id))
}

#[tauri::command(async)]
pub(crate) fn open_carer_dossier(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: PersonId,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.open_carer_dossier(&id, &person)))
}
