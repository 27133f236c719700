//! The renderer of the webview.

/// Turns off WebKitGTK's DMABUF renderer, which shows an empty window on some graphics drivers.
///
/// GTK reads the setting when it starts, so call this first. A value that the user has set remains.
pub(crate) fn choose() {
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        #[allow(unsafe_code, reason = "no other thread runs yet that could read the environment")]
        // SAFETY: this is the first statement of the program, before any thread is started.
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}
