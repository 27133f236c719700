//! Commands: typed input, one use case, a typed view.

use std::path::PathBuf;

use chrono::NaiveDate;
use coach::account::{self, NewAccount};
use coach::dossier::{DossierId, Edit, MomentId, NoteId};
use coach::quality::QualityView;
use coach::then_and_now::ThenAndNow;
use coach::together::Seen;
use coach::view::{
    AccessEntry, AccountCard, CaseCard, Changed, CoachRole, DossierView, Failure, ImportPreview, Message,
    PassphraseAdvice, Preferences, Session,
};
use coach::view_together::{CharterView, DossierRole, NewConsent, NewInvitation, PersonCard, Together};
use coach::{
    CoachError, ExportFormat, ImportInto, KdfParams, MapPicture, NetworkView, Outside, PersonRef,
    PictureFormat, Round, passphrase,
};
use percent_encoding::percent_decode_str;
use tauri::ipc::{Invoke, InvokeBody, Request};
use tauri::{AppHandle, Emitter, Manager, State, WebviewWindow};

use crate::courier;
use crate::desktop::{Desktop, StagedFile};

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
        enlarge,
        change_passphrase,
        check_vault,
        caseload,
        new_dossier,
        example_dossier,
        dossier,
        edit,
        undo,
        redo,
        quality,
        then_and_now,
        days,
        network_on,
        note_text,
        write_note,
        seen,
        stage_file,
        preview_import,
        import,
        export,
        save_picture,
        access_log,
        together,
        invite,
        invite_own_device,
        save_invitation,
        withdraw_invitation,
        accept_invitation,
        accept_own_device,
        events_seen,
        confirm_person,
        forget_person,
        set_storage,
        set_direct,
        charter,
        record_consent,
        withdraw_consent,
        share,
        withdraw,
        sync_now,
    ]
}

fn told<T>(result: Result<T, CoachError>) -> Answer<T> {
    result.map_err(|error| Failure::from(&error))
}

/// The folder where downloads go, or the person's own.
fn downloads(app: &AppHandle) -> PathBuf {
    app.path().download_dir().or_else(|_| app.path().home_dir()).unwrap_or_default()
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
    let session = desktop.slot().insert(desk).session();
    desktop.wake();
    Ok(session)
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
    desktop.stage(StagedFile::default());
}

#[tauri::command(async)]
fn set_preferences(desktop: State<'_, Desktop>, preferences: Preferences) -> Answer<()> {
    desktop.at_desk(|desk| desk.set_preferences(preferences))
}

/// Shows everything so many hundredths of its size.
#[tauri::command]
fn enlarge(window: WebviewWindow, size: u16) {
    // A window that has gone shows nothing.
    let _ = window.set_zoom(f64::from(size.clamp(50, 300)) / 100.0);
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
    desktop.at_desk(|desk| Ok(desk.caseload()))
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
fn quality(desktop: State<'_, Desktop>, id: DossierId, at: Option<MomentId>) -> Answer<QualityView> {
    desktop.at_desk(|desk| desk.quality(&id, at.as_ref()))
}

#[tauri::command(async)]
fn then_and_now(
    desktop: State<'_, Desktop>,
    id: DossierId,
    from: MomentId,
    to: Option<MomentId>,
) -> Answer<ThenAndNow> {
    desktop.at_desk(|desk| desk.then_and_now(&id, &from, to.as_ref()))
}

#[tauri::command(async)]
fn days(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Vec<NaiveDate>> {
    desktop.at_desk(|desk| desk.days(&id))
}

#[tauri::command(async)]
fn network_on(desktop: State<'_, Desktop>, id: DossierId, day: NaiveDate) -> Answer<NetworkView> {
    desktop.at_desk(|desk| desk.network_on(&id, day))
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
    shown: String,
    text: String,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.write_note_over(&id, &note, &shown, &text)))
}

/// Remembers that the coach looked at something that came from another.
#[tauri::command(async)]
fn seen(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId, seen: Seen) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.seen(&id, &seen)))
}

/// Takes the bytes of a file that the coach chose; the import that follows reads them here.
#[tauri::command(async)]
fn stage_file(desktop: State<'_, Desktop>, request: Request<'_>) {
    let name = request.headers().get("kring-file-name").and_then(|name| name.to_str().ok());
    let name = percent_decode_str(name.unwrap_or_default()).decode_utf8_lossy().into_owned();
    let bytes = match request.body() {
        InvokeBody::Raw(bytes) => bytes.clone(),
        InvokeBody::Json(_) => Vec::new(),
    };
    desktop.stage(StagedFile { name, bytes });
}

#[tauri::command(async)]
fn preview_import(
    desktop: State<'_, Desktop>,
    id: DossierId,
    client: Option<String>,
) -> Answer<ImportPreview> {
    let file = desktop.staged();
    desktop.at_desk(|desk| desk.preview_import(ImportInto::Dossier(&id), &file.to_import(client.as_deref())))
}

#[tauri::command(async)]
fn import(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    client: Option<String>,
) -> Answer<Changed> {
    let file = desktop.staged();
    let taken = desktop.at_desk(|desk| desk.import(&id, &file.to_import(client.as_deref())));
    announced(&app, taken.map(|(changed, _)| changed))
}

/// Writes a dossier to files in the folder where downloads go; returns the first.
#[tauri::command(async)]
fn export(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId, format: String) -> Answer<String> {
    let format = ExportFormat::of_name(&format).unwrap_or(ExportFormat::Json);
    let files = desktop.at_desk(|desk| desk.export_into(&id, format, &downloads(&app)))?;
    Ok(files.first().map(|file| file.display().to_string()).unwrap_or_default())
}

/// Makes a file of a drawing in the folder where downloads go.
#[tauri::command(async)]
fn save_picture(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    format: PictureFormat,
    picture: MapPicture,
) -> Answer<String> {
    let file = desktop.at_desk(|desk| desk.save_picture(&id, format, &picture, &downloads(&app)))?;
    Ok(file.display().to_string())
}

#[tauri::command(async)]
fn access_log(desktop: State<'_, Desktop>) -> Answer<Vec<AccessEntry>> {
    desktop.at_desk(|desk| desk.access_log())
}

#[tauri::command(async)]
fn together(desktop: State<'_, Desktop>) -> Answer<Together> {
    desktop.at_desk(|desk| desk.together())
}

#[tauri::command(async)]
fn invite(desktop: State<'_, Desktop>) -> Answer<NewInvitation> {
    desktop.at_desk(|desk| desk.invite())
}

#[tauri::command(async)]
fn invite_own_device(desktop: State<'_, Desktop>) -> Answer<NewInvitation> {
    desktop.at_desk(|desk| desk.invite_own_device())
}

/// Writes an invitation to a file in the folder where downloads go; returns where.
#[tauri::command(async)]
fn save_invitation(app: AppHandle, desktop: State<'_, Desktop>, text: String) -> Answer<String> {
    let path = desktop.at_desk(|desk| desk.save_invitation(&text, &downloads(&app)))?;
    Ok(path.display().to_string())
}

#[tauri::command(async)]
fn withdraw_invitation(app: AppHandle, desktop: State<'_, Desktop>, id: String) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.withdraw_invitation(&id)))
}

#[tauri::command(async)]
fn accept_invitation(desktop: State<'_, Desktop>, text: String) -> Answer<PersonCard> {
    let accepted = desktop.at_desk(|desk| desk.accept(&text));
    desktop.wake();
    accepted
}

#[tauri::command(async)]
fn accept_own_device(desktop: State<'_, Desktop>, text: String) -> Answer<PersonCard> {
    let accepted = desktop.at_desk(|desk| desk.accept_own_device(&text));
    desktop.wake();
    accepted
}

#[tauri::command(async)]
fn events_seen(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.events_seen()))
}

#[tauri::command(async)]
fn confirm_person(app: AppHandle, desktop: State<'_, Desktop>, person: String) -> Answer<Changed> {
    let confirmed = announced(&app, desktop.at_desk(|desk| desk.confirm(&PersonRef(person))));
    desktop.wake();
    confirmed
}

#[tauri::command(async)]
fn forget_person(app: AppHandle, desktop: State<'_, Desktop>, person: String) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.forget(&PersonRef(person))))
}

#[tauri::command(async)]
fn set_storage(
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
fn set_direct(desktop: State<'_, Desktop>, on: bool, relay: Option<String>) -> Answer<()> {
    let set = desktop.at_desk(|desk| desk.set_direct(on, relay.as_deref()));
    desktop.wake();
    set
}

#[tauri::command(async)]
fn charter(desktop: State<'_, Desktop>, id: DossierId) -> Answer<Option<CharterView>> {
    desktop.at_desk(|desk| desk.charter(&id))
}

#[tauri::command(async)]
fn record_consent(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    consent: NewConsent,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.record_consent(&id, &consent)))
}

#[tauri::command(async)]
fn withdraw_consent(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    consent: String,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.withdraw_consent(&id, &consent)))
}

#[tauri::command(async)]
fn share(
    app: AppHandle,
    desktop: State<'_, Desktop>,
    id: DossierId,
    person: String,
    role: DossierRole,
) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.share(&id, &PersonRef(person), role)))
}

#[tauri::command(async)]
fn withdraw(app: AppHandle, desktop: State<'_, Desktop>, id: DossierId, person: String) -> Answer<Changed> {
    announced(&app, desktop.at_desk(|desk| desk.withdraw(&id, &PersonRef(person))))
}

/// Exchanges at once, and says what came of it.
#[tauri::command(async)]
fn sync_now(app: AppHandle, desktop: State<'_, Desktop>) -> Answer<Option<Round>> {
    told(courier::round(&app, &desktop))
}

/// Tells the window what became stale, by the same event as for what arrives from elsewhere.
fn announced(app: &AppHandle, answer: Answer<Changed>) -> Answer<Changed> {
    if let Ok(changed) = &answer {
        app.state::<Desktop>().wake();
        // A window that has gone has nothing to ask again.
        let _ = app.emit("changed", changed);
    }
    answer
}
