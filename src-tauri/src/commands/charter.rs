//! The charter of a dossier: consent and roles.

use coach::PersonRef;
use coach::changed::Changed;
use coach::dossier::DossierId;
use coach::people::views::{CharterView, DossierRole, NewConsent};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn charter(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Option<CharterView>> {
    desktop.at_desk(|desk| desk.charter(&id))
}

#[tauri::command(async)]
pub(crate) fn record_consent(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    consent: NewConsent,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.record_consent(&id, &consent)))
}

#[tauri::command(async)]
pub(crate) fn withdraw_consent(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    consent: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.withdraw_consent(&id, &consent)))
}

#[tauri::command(async)]
pub(crate) fn share(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: String,
    role: DossierRole,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.share(&id, &PersonRef(person), role)))
}

#[tauri::command(async)]
pub(crate) fn withdraw(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.withdraw(&id, &PersonRef(person))))
}

#[tauri::command(async)]
pub(crate) fn hand_over(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.hand_over(&id, &PersonRef(person))))
}

#[tauri::command(async)]
pub(crate) fn accept_handover(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.accept_handover(&id)))
}

#[tauri::command(async)]
pub(crate) fn follow_keeper(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.follow_keeper(&id, &PersonRef(person))))
}
