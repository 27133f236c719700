//! Questions to a colleague in a dossier.

use coach::dossier::DossierId;
use coach::dossier::supervision::Asked;
use tauri::State;

use crate::answer::Answer;
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn supervision(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<Asked>> {
    desktop.at_desk(|desk| desk.supervision(&id))
}
