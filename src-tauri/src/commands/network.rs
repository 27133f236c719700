//! The quality of a network, and its past.

use chrono::NaiveDate;
use coach::NetworkView;
use coach::dossier::{DossierId, MomentId};
use coach::network::quality::QualityView;
use coach::network::then_and_now::ThenAndNow;
use tauri::State;

use crate::answer::Answer;
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn quality(
    desktop: State<'_, Desktop>,
    id: DossierId,
    at: Option<MomentId>,
) -> Answer<QualityView> {
    desktop.at_desk(|desk| desk.quality(&id, at.as_ref()))
}

#[tauri::command(async)]
pub(crate) fn then_and_now(
    desktop: State<'_, Desktop>,
    id: DossierId,
    from: MomentId,
    to: Option<MomentId>,
) -> Answer<ThenAndNow> {
    desktop.at_desk(|desk| desk.then_and_now(&id, &from, to.as_ref()))
}

#[tauri::command(async)]
pub(crate) fn days(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<NaiveDate>> {
    desktop.at_desk(|desk| desk.days(&id))
}

#[tauri::command(async)]
pub(crate) fn network_on(desktop: State<'_, Desktop>, id: DossierId, day: NaiveDate) -> Answer<NetworkView> {
    desktop.at_desk(|desk| desk.network_on(&id, day))
}
