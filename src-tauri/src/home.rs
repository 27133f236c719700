//! Where the accounts are, and what the window needs of the system before it starts.

use std::path::PathBuf;

use tauri::{App, Manager};

/// The folder of the accounts: in `KRING_HOME` if that is set, else where the system keeps an app's data.
pub(crate) fn accounts(app: &App) -> tauri::Result<PathBuf> {
    let home = match std::env::var_os("KRING_HOME") {
        Some(home) => PathBuf::from(home),
        None => app.path().app_data_dir()?,
    };
    Ok(home.join("accounts"))
}

/// WebKitGTK's DMABUF renderer shows an empty window on some graphics drivers; the choice has to be made before GTK
/// starts, and a user who made another one keeps it.
pub(crate) fn choose_a_renderer_that_paints() {
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        #[allow(unsafe_code, reason = "no other thread runs yet that could read the environment")]
        // SAFETY: this is the first statement of the program, before any thread is started.
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}
