//! With whom one works, and how envelopes go.

use coach::changed::Changed;
use coach::people::views::{NewInvitation, People, PersonCard};
use coach::{PersonRef, Round};
use tauri::{AppHandle, State};

use super::{Answer, announced, downloads, told};
use crate::courier;
use crate::desktop::Desktop;

#[tauri::command(async)]
pub(crate) fn together(desktop: State<'_, Desktop>) -> Answer<People> {
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

/// Writes an invitation to a file in the folder where downloads go; returns where.
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
    announced(&app, desktop.at_desk(|desk| desk.withdraw_invitation(&id)))
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
    announced(&app, desktop.at_desk(|desk| desk.events_seen()))
}

#[tauri::command(async)]
pub(crate) fn confirm_person(app: AppHandle, desktop: State<'_, Desktop>, person: String) -> Answer<Changed> {
    let confirmed = announced(&app, desktop.at_desk(|desk| desk.confirm(&PersonRef(person))));
    desktop.wake();
    confirmed
}

#[tauri::command(async)]
pub(crate) fn forget_person(app: AppHandle, desktop: State<'_, Desktop>, person: String) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.forget(&PersonRef(person))))
}

#[tauri::command(async)]
pub(crate) fn set_storage(
    desktop: State<'_, Desktop>,
    address: String,
    user: Option<String>,
    password: Option<String>,
) -> Answer<()> {
    let set = desktop.at_desk(|desk| desk.set_storage(&address, user.as_deref(), password.as_deref()));
    desktop.wake();
    set
}

#[tauri::command(async)]
pub(crate) fn set_direct(desktop: State<'_, Desktop>, on: bool, relay: Option<String>) -> Answer<()> {
    let set = desktop.at_desk(|desk| desk.set_direct(on, relay.as_deref()));
    desktop.wake();
    set
}

/// Exchanges at once, and says what came of it.
#[tauri::command(async)]
pub(crate) fn sync_now(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Option<Round>> {
    told(courier::round(&app, &desktop))
}
