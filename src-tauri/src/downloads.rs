//! The folder where files for the coach are saved.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// Returns the downloads folder, or the home folder on a system without one.
pub(crate) fn downloads(app: &AppHandle) -> PathBuf {
    app.path().download_dir().or_else(|_| app.path().home_dir()).unwrap_or_default()
}
