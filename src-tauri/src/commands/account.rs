//! Accounts: creating, unlocking, recovering and locking.

use coach::desk::account::{self, AccountCard, CoachRole, NewAccount, Preferences};
use coach::desk::idle_lock::LockState;
use coach::desk::passphrase::{self, PassphraseAdvice};
use coach::desk::session::Session;
use coach::message::Message;
use coach::{Desk, Environment, KdfParams};
use tauri::State;

use crate::answer::{Answer, answer};
use crate::desktop::Desktop;

#[tauri::command]
pub(crate) fn accounts(desktop: State<'_, Desktop>) -> Vec<AccountCard> {
    account::list(&desktop.accounts)
}

#[tauri::command]
pub(crate) fn session(desktop: State<'_, Desktop>) -> Option<Session> {
    desktop.at_desk(|desk| Ok(desk.session())).ok()
}

#[tauri::command(async)]
pub(crate) fn passphrase_advice(passphrase: String) -> PassphraseAdvice {
    passphrase::advise(&passphrase, &[])
}

#[tauri::command(async)]
pub(crate) fn create_account(
    desktop: State<'_, Desktop>,
    label: String,
    name: String,
    role: CoachRole,
    passphrase: String,
) -> Answer<String> {
    let folder = answer(account::folder(&desktop.accounts, &label))?;
    let new = NewAccount { name: &name, role, passphrase: &passphrase };
    let (desk, code) = answer(Desk::create(&folder, &new, KdfParams::RECOMMENDED, Environment::COMPUTER))?;
    desktop.lock().open(desk);
    Ok(code.to_string())
}

#[tauri::command(async)]
pub(crate) fn confirm_recovery_code(desktop: State<'_, Desktop>, code: String) -> Answer<bool> {
    desktop.at_desk(|desk| desk.confirm_recovery_code(&code))
}

#[tauri::command(async)]
pub(crate) fn renew_recovery_code(desktop: State<'_, Desktop>, passphrase: String) -> Answer<String> {
    desktop.at_desk(|desk| desk.renew_recovery_code(&passphrase))
}

#[tauri::command(async)]
pub(crate) fn unlock(desktop: State<'_, Desktop>, label: String, passphrase: String) -> Answer<Session> {
    let folder = answer(account::folder(&desktop.accounts, &label))?;
    let desk = answer(Desk::unlock(&folder, &passphrase, Environment::COMPUTER))?;
    let session = desktop.lock().open(desk).session();
    desktop.wake();
    Ok(session)
}

#[tauri::command(async)]
pub(crate) fn unlock_with_recovery(
    desktop: State<'_, Desktop>,
    label: String,
    code: String,
    passphrase: String,
) -> Answer<Session> {
    let folder = answer(account::folder(&desktop.accounts, &label))?;
    let desk = answer(Desk::recover(&folder, &code, &passphrase, Environment::COMPUTER))?;
    Ok(desktop.lock().open(desk).session())
}

#[tauri::command(async)]
pub(crate) fn lock(desktop: State<'_, Desktop>) {
    desktop.close();
}

/// Records whether somebody used the window since the last call. Returns whether the account is still open.
#[tauri::command(async)]
pub(crate) fn attend(desktop: State<'_, Desktop>, used: bool) -> LockState {
    desktop.attend(used)
}

#[tauri::command(async)]
pub(crate) fn set_preferences(desktop: State<'_, Desktop>, preferences: Preferences) -> Answer<()> {
    desktop.at_desk(|desk| desk.set_preferences(preferences))
}

#[tauri::command(async)]
pub(crate) fn change_passphrase(desktop: State<'_, Desktop>, old: String, new: String) -> Answer<()> {
    desktop.at_desk(|desk| desk.change_passphrase(&old, &new))
}

/// Makes an account from what another copy of this one wrote, and returns its label.
#[tauri::command(async)]
pub(crate) fn save_other_copy(desktop: State<'_, Desktop>, name: String) -> Answer<String> {
    desktop.at_desk(|desk| desk.save_other_copy(&name))
}

#[tauri::command(async)]
pub(crate) fn other_copy_seen(desktop: State<'_, Desktop>, name: String) -> Answer<()> {
    desktop.at_desk(|desk| desk.other_copy_seen(&name))
}

#[tauri::command(async)]
pub(crate) fn check_vault(desktop: State<'_, Desktop>) -> Answer<Vec<Message>> {
    desktop.at_desk(|desk| desk.check_messages())
}
