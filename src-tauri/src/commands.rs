//! Commands: typed input, one use case, a typed view.

use coach::account::{self, NewAccount};
use coach::dossier::{DossierId, Edit, NoteId};
use coach::view::{
    AccountCard, CaseCard, Changed, CoachRole, DossierView, Failure, Message, PassphraseAdvice, Preferences,
    Session,
};
use coach::{CoachError, KdfParams, Outside, passphrase};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Emitter, State};

use crate::desktop::Desktop;

type Answer<T> = Result<T, Failure>;

pub(crate) fn all() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        accounts,
        session,
        passphrase_advice,
        create_account,
        confirm_recovery_code,
        renew_recovery_code,
        unlock,
        unlock_with_recovery,
        lock,
        set_preferences,
        change_passphrase,
        check_vault,
        caseload,
        new_dossier,
        example_dossier,
        dossier,
        edit,
        undo,
        redo,
        note_text,
        write_note,
    ]
}

fn told<T>(result: Result<T, CoachError>) -> Answer<T> {
    result.map_err(|error| Failure::from(&error))
}

#[tauri::command]
fn accounts(desktop: State<'_, Desktop>) -> Vec<AccountCard> {
    account::list(&desktop.accounts)
}

#[tauri::command]
fn session(desktop: State<'_, Desktop>) -> Option<Session> {
    desktop.slot().as_ref().map(coach::Desk::session)
}

#[tauri::command(async)]
fn passphrase_advice(passphrase: String) -> PassphraseAdvice {
    passphrase::advise(&passphrase, &[])
}

#[tauri::command(async)]
fn create_account(
    desktop: State<'_, Desktop>,
    label: String,
    name: String,
    role: CoachRole,
    passphrase: String,
) -> Answer<String> {
    let folder = told(account::folder(&desktop.accounts, &label))?;
    let new = NewAccount { name: &name, role, passphrase: &passphrase };
    let (desk, code) = told(account::create(&folder, &new, KdfParams::RECOMMENDED, Outside::COMPUTER))?;
    *desktop.slot() = Some(desk);
    Ok(code.to_string())
}

#[tauri::command(async)]
fn confirm_recovery_code(desktop: State<'_, Desktop>, code: String) -> Answer<bool> {
    desktop.at_desk(|desk| desk.confirm_recovery_code(&code))
}

#[tauri::command(async)]
fn renew_recovery_code(desktop: State<'_, Desktop>) -> Answer<String> {
    desktop.at_desk(|desk| desk.renew_recovery_code())
}

#[tauri::command(async)]
fn unlock(desktop: State<'_, Desktop>, label: String, passphrase: String) -> Answer<Session> {
    let folder = told(account::folder(&desktop.accounts, &label))?;
    let desk = told(account::unlock(&folder, &passphrase, Outside::COMPUTER))?;
    Ok(desktop.slot().insert(desk).session())
}

#[tauri::command(async)]
fn unlock_with_recovery(
    desktop: State<'_, Desktop>,
    label: String,
    code: String,
    passphrase: String,
) -> Answer<Session> {
    let folder = told(account::folder(&desktop.accounts, &label))?;
    let desk = told(account::recover(&folder, &code, &passphrase, Outside::COMPUTER))?;
    Ok(desktop.slot().insert(desk).session())
}

#[tauri::command(async)]
fn lock(desktop: State<'_, Desktop>) {
    *desktop.slot() = None;
}

#[tauri::command(async)]
fn set_preferences(desktop: State<'_, Desktop>, preferences: Preferences) -> Answer<()> {
    desktop.at_desk(|desk| desk.set_preferences(preferences))
}

#[tauri::command(async)]
fn change_passphrase(desktop: State<'_, Desktop>, old: String, new: String) -> Answer<()> {
    desktop.at_desk(|desk| desk.change_passphrase(&old, &new))
}

#[tauri::command(async)]
fn check_vault(desktop: State<'_, Desktop>) -> Answer<Vec<Message>> {
    desktop.at_desk(|desk| desk.check_messages())
}

#[tauri::command(async)]
fn caseload(desktop: State<'_, Desktop>) -> Answer<Vec<CaseCard>> {
    desktop.at_desk(|desk| desk.caseload())
}

#[tauri::command(async)]
fn new_dossier(desktop: State<'_, Desktop>, name: String) -> Answer<DossierId> {
    desktop.at_desk(|desk| desk.new_dossier(&name))
}

#[tauri::command(async)]
fn example_dossier(desktop: State<'_, Desktop>) -> Answer<DossierId> {
    desktop.at_desk(|desk| desk.example_dossier())
}

#[tauri::command(async)]
fn dossier(desktop: State<'_, Desktop>, id: DossierId) -> Answer<DossierView> {
    desktop.at_desk(|desk| desk.dossier(&id))
}

#[tauri::command(async)]
fn edit(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId, edit: Edit) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.edit(&id, &edit)))
}

#[tauri::command(async)]
fn undo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.undo(&id)))
}

#[tauri::command(async)]
fn redo(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.redo(&id)))
}

#[tauri::command(async)]
fn note_text(desktop: State<'_, Desktop>, id: DossierId, note: NoteId) -> Answer<String> {
    desktop.at_desk(|desk| desk.note_text(&id, &note))
}

#[tauri::command(async)]
fn write_note(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    note: NoteId,
    text: String,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.write_note(&id, &note, &text)))
}

/// Tells the window what became stale, by the same event as for what arrives from elsewhere.
fn announced(app: &AppHandle, answer: Answer<Changed>) -> Answer<Changed> {
    if let Ok(changed) = &answer {
        // A window that has gone has nothing to ask again.
        let _ = app.emit("changed", changed);
    }
    answer
}
