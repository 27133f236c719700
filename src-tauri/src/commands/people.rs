//! Colleagues, invitations, and what happened in the exchange.

use coach::PersonRef;
use coach::changed::Changed;
use coach::people::views::{NewInvitation, People, PersonCard};
use tauri::{AppHandle, State};

use crate::answer::{Answer, announce_change};
use crate::desktop::Desktop;
use crate::downloads::downloads;

#[tauri::command(async)]
pub(crate) fn people(desktop: State<'_, Desktop>) -> Answer<People> {
    desktop.at_desk(|desk| desk.people())
}

#[tauri::command(async)]
pub(crate) fn invite(desktop: State<'_, Desktop>) -> Answer<NewInvitation> {
    desktop.at_desk(|desk| desk.invite())
}

#[tauri::command(async)]
pub(crate) fn invite_own_device(desktop: State<'_, Desktop>) -> Answer<NewInvitation> {
    desktop.at_desk(|desk| desk.invite_own_device())
}

/// Writes an invitation to a file in the downloads folder and returns its path.
#[tauri::command(async)]
pub(crate) fn save_invitation(app: AppHandle, desktop: State<'_, Desktop>, text: String) -> Answer<String> {
    let path = desktop.at_desk(|desk| desk.save_invitation(&text, &downloads(&app)))?;
    Ok(path.display().to_string())
}

#[tauri::command(async)]
pub(crate) fn withdraw_invitation(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.withdraw_invitation(&id)))
}

#[tauri::command(async)]
pub(crate) fn accept_invitation(desktop: State<'_, Desktop>, text: String) -> Answer<PersonCard> {
    let accepted = desktop.at_desk(|desk| desk.accept(&text));
    desktop.wake();
    accepted
}

#[tauri::command(async)]
pub(crate) fn accept_own_device(desktop: State<'_, Desktop>, text: String) -> Answer<PersonCard> {
    let accepted = desktop.at_desk(|desk| desk.accept_own_device(&text));
    desktop.wake();
    accepted
}

#[tauri::command(async)]
pub(crate) fn events_seen(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.events_seen()))
}

#[tauri::command(async)]
pub(crate) fn confirm_person(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    person: String,
    passphrase: Option<String>,
) -> Answer<Changed> {
    let confirmed = desktop.at_desk(|desk| desk.confirm_words(&PersonRef(person), passphrase.as_deref()));
    let confirmed = announce_change(&app, confirmed);
    desktop.wake();
    confirmed
}

#[tauri::command(async)]
pub(crate) fn forget_person(app: AppHandle, desktop: State<'_, Desktop>, person: String) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.forget(&PersonRef(person))))
}

/// Reports another computer of this person as lost. It gets nothing more.
#[tauri::command(async)]
pub(crate) fn report_lost(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    computers: Vec<String>,
    passphrase: String,
) -> Answer<Changed> {
    announce_change(&app, desktop.at_desk(|desk| desk.report_lost(&computers, &passphrase)))
}
