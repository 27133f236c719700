//! The folder of the accounts on this computer.

use std::path::PathBuf;

use tauri::{App, Manager};

/// Returns the folder of the accounts: below `KRING_HOME` if that is set, otherwise in the system's folder
/// for app data.
pub(crate) fn accounts(app: &App) -> tauri::Result<PathBuf> {
    let home = match std::env::var_os("KRING_HOME") {
        Some(home) => PathBuf::from(home),
        None => app.path().app_data_dir()?,
    };
    Ok(home.join("accounts"))
}
