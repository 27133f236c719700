//! Those who carry for a client, and questions to colleagues.

use coach::carer::CarersView;
use coach::changed::Changed;
use coach::dossier::supervision::Asked;
use coach::dossier::{DossierId, PersonId};
use tauri::{AppHandle, State};

use super::{Answer, announced};
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
    announced(&app, desktop.at_desk(|desk| desk.open_carer_dossier(&id, &person)))
}

#[tauri::command(async)]
pub(crate) fn supervision(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<Asked>> {
    desktop.at_desk(|desk| desk.supervision(&id))
}
