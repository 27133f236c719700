//! The window itself: its size.

use tauri::WebviewWindow;

/// Sets the zoom of the window, in percent.
#[tauri::command]
pub(crate) fn enlarge(window: WebviewWindow, size: u16) {
    // This fails only if the window has closed.
    let _ = window.set_zoom(f64::from(size.clamp(50, 300)) / 100.0);
}
