//! The window itself: its size, and notifications of the system.

use tauri::WebviewWindow;

/// Sets the zoom of the window, in percent.
#[tauri::command]
pub(crate) fn enlarge(window: WebviewWindow, size: u16) {
    // Fails only if the window has closed.
    let _ = window.set_zoom(f64::from(size.clamp(50, 300)) / 100.0);
}

/// Shows a notification of the system. On a system without notifications, nothing happens.
#[tauri::command(async)]
pub(crate) fn notify(title: String, text: String) {
    let _ = notify_rust::Notification::new().appname("Kring").summary(&title).body(&text).show();
}
