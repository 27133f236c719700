//! The storage, the direct line, and exchanging now.

use coach::Round;
use tauri::{AppHandle, State};

use crate::answer::{Answer, answer};
use crate::courier;
use crate::desktop::Desktop;

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

/// Exchanges now and returns the result.
#[tauri::command(async)]
pub(crate) fn sync_now(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Option<Round>> {
    answer(courier::round_now(&app, &desktop))
}
