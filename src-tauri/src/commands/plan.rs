//! The plan, carrying it out, and the aftercare.

use chrono::NaiveDate;
use coach::changed::Changed;
use coach::dossier::model::ActionStatus;
use coach::dossier::{ActionId, CheckInId, DossierId};
use coach::plan::{HeldCheckIn, PlanView};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn plan(desktop: State<'_, Desktop>, id: DossierId) -> Answer<PlanView> {
    desktop.at_desk(|desk| desk.plan_view(&id))
}

#[tauri::command(async)]
pub(crate) fn move_action(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    action: ActionId,
    to: ActionStatus,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.move_action(&id, &action, &to)))
}

#[tauri::command(async)]
pub(crate) fn plan_aftercare(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    start: NaiveDate,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.plan_aftercare(&id, start)))
}

#[tauri::command(async)]
pub(crate) fn hold_check_in(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    check_in: CheckInId,
    held: HeldCheckIn,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.hold_check_in(&id, &check_in, &held)))
}
