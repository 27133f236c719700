//! The caseload.

use coach::caseload::card::CaseCard;
use coach::dossier::DossierId;
use tauri::State;

use crate::answer::Answer;
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
