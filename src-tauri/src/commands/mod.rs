//! Commands: typed input, one use case, a typed view.

mod account;
mod carer;
mod dossier;
mod files;
mod logbook;
mod network;
mod next;
mod paper;
mod plan;
mod sharing;
mod steps;
mod together;

use std::path::PathBuf;

use coach::CoachError;
use coach::changed::Changed;
use coach::error::Failure;
use tauri::ipc::Invoke;
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;

type Answer<T> = Result<T, Failure>;

pub(crate) fn all() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        account::accounts,
        account::session,
        account::passphrase_advice,
        account::create_account,
        account::confirm_recovery_code,
        account::renew_recovery_code,
        account::unlock,
        account::unlock_with_recovery,
        account::lock,
        account::set_preferences,
        account::enlarge,
        account::change_passphrase,
        account::check_vault,
        dossier::caseload,
        dossier::new_dossier,
        dossier::example_dossier,
        dossier::dossier,
        dossier::edit,
        dossier::undo,
        dossier::redo,
        dossier::note_text,
        dossier::write_note,
        dossier::seen,
        logbook::private_notes,
        logbook::private_text,
        logbook::write_private,
        logbook::share_private,
        logbook::notes_that_mention,
        logbook::prepare_search,
        logbook::search,
        network::quality,
        network::then_and_now,
        network::days,
        network::network_on,
        plan::plan,
        plan::move_action,
        plan::plan_aftercare,
        plan::hold_check_in,
        steps::course,
        steps::walk,
        steps::methods,
        steps::add_method,
        steps::remove_method,
        steps::follow,
        carer::carers,
        carer::open_carer_dossier,
        carer::supervision,
        files::stage_file,
        files::preview_import,
        files::import,
        files::export,
        files::save_picture,
        files::access_log,
        paper::print_paper,
        next::agenda,
        next::calendar,
        next::keep_calendar,
        next::stop_calendar,
        next::save_calendar,
        next::habits,
        next::set_habits,
        next::reminder,
        next::notify,
        next::figures,
        next::save_figures,
        together::together,
        together::invite,
        together::invite_own_device,
        together::save_invitation,
        together::withdraw_invitation,
        together::accept_invitation,
        together::accept_own_device,
        together::events_seen,
        together::confirm_person,
        together::forget_person,
        together::set_storage,
        together::set_direct,
        together::sync_now,
        sharing::charter,
        sharing::record_consent,
        sharing::withdraw_consent,
        sharing::share,
        sharing::withdraw,
    ]
}

fn told<T>(result: Result<T, CoachError>) -> Answer<T> {
    result.map_err(|error| Failure::from(&error))
}

/// The folder where downloads go, or the person's own.
fn downloads(app: &AppHandle) -> PathBuf {
    app.path().download_dir().or_else(|_| app.path().home_dir()).unwrap_or_default()
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
