//! The commands of the window. Each takes typed input, calls one use case and returns a typed view.

mod account;
mod agenda;
mod carer;
mod caseload;
mod charter;
mod dossier;
mod figures;
mod files;
mod method;
mod network;
mod notes;
mod paper;
mod people;
mod plan;
mod search;
mod supervision;
mod transport;
mod window;

use tauri::ipc::Invoke;

/// Returns the handler of all commands.
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
        account::attend,
        account::set_preferences,
        account::change_passphrase,
        account::other_copy_seen,
        account::save_other_copy,
        account::check_vault,
        window::enlarge,
        crate::ending::quit,
        crate::ending::keep_open,
        caseload::caseload,
        caseload::new_dossier,
        caseload::example_dossier,
        dossier::dossier,
        dossier::edit,
        dossier::undo,
        dossier::redo,
        dossier::seen,
        notes::note_text,
        notes::write_note,
        notes::private_notes,
        notes::private_text,
        notes::write_private,
        notes::share_private,
        notes::notes_that_mention,
        search::prepare_search,
        search::search,
        network::quality,
        network::then_and_now,
        network::days,
        network::network_on,
        plan::plan,
        plan::move_action,
        plan::plan_aftercare,
        plan::hold_check_in,
        method::course,
        method::move_step,
        method::methods,
        method::add_method,
        method::remove_method,
        method::follow_method,
        carer::carers,
        carer::open_carer_dossier,
        supervision::supervision,
        files::stage_file,
        files::preview_import,
        files::import,
        files::export,
        files::save_picture,
        files::access_log,
        paper::print_paper,
        agenda::agenda,
        agenda::calendar,
        agenda::start_calendar,
        agenda::stop_calendar,
        agenda::save_calendar,
        agenda::habits,
        agenda::set_habits,
        agenda::reminder,
        agenda::send_reminder,
        agenda::reminder_switches,
        agenda::set_reminder,
        figures::figures,
        figures::save_figures,
        people::people,
        people::invite,
        people::invite_own_device,
        people::save_invitation,
        people::withdraw_invitation,
        people::accept_invitation,
        people::accept_own_device,
        people::events_seen,
        people::confirm_person,
        people::forget_person,
        people::report_lost,
        charter::charter,
        charter::record_consent,
        charter::withdraw_consent,
        charter::share,
        charter::withdraw,
        charter::accept_handover,
        charter::hand_over,
        charter::follow_keeper,
        transport::set_storage,
        transport::set_direct,
        transport::sync_now,
    ]
}
