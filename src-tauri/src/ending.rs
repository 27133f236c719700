//! The end of the program: the window saves what was typed before it closes and, on Linux, before the computer shuts
//! down.
//!
//! The window is asked, and answers with the command [`quit`] once all is saved, or with [`keep_open`] if a person
//! has to decide. A window that does not answer is not waited for without end.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Manager, State, Window, WindowEvent};

/// The longest time for which a window that was asked to close is waited for. The window itself waits ten seconds
/// for a disk.
const LONGEST: Duration = Duration::from_secs(12);

/// Counts the times that the window was asked to close or decided to stay open. It is odd while an answer is awaited.
#[derive(Default)]
pub(crate) struct Ending(AtomicU64);

impl Ending {
    /// Notes that the window was asked. Returns the count, or `None` if an answer is awaited already.
    fn ask(&self) -> Option<u64> {
        let next = |count: u64| count.is_multiple_of(2).then_some(count + 1);
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next).ok().map(|before| before + 1)
    }

    fn keep_open(&self) {
        let next = |count: u64| (!count.is_multiple_of(2)).then_some(count + 1);
        // Nobody had asked.
        let _ = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next);
    }

    fn is_awaited(&self, asked: u64) -> bool {
        self.0.load(Ordering::SeqCst) == asked
    }
}

/// Handles an event of the window. A window that listens is not closed when a person closes it: it saves first.
pub(crate) fn window_event(window: &Window, event: &WindowEvent) {
    if matches!(event, WindowEvent::CloseRequested { .. }) {
        await_answer(window.app_handle());
    }
}

/// Ends the program if the window does not answer in time.
fn await_answer(app: &AppHandle) {
    let Some(asked) = app.state::<Ending>().ask() else { return };
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LONGEST);
        if app.state::<Ending>().is_awaited(asked) {
            std::process::exit(0);
        }
    });
}

/// Listens for the signals with which a session ends or the computer shuts down.
#[cfg(target_os = "linux")]
pub(crate) fn listen_for_signals(app: &AppHandle) {
    /// The terminal was closed, somebody pressed Ctrl+C, and the system asks the program to end (signal(7)).
    const SIGNALS: [i32; 3] = [1, 2, 15];
    for signal in SIGNALS {
        let app = app.clone();
        glib::unix_signal_add(signal, move || {
            end(&app);
            glib::ControlFlow::Continue
        });
    }
}

/// Asks the window to save and to end, whatever cannot be saved.
#[cfg(target_os = "linux")]
fn end(app: &AppHandle) {
    // A window that is not there or does not listen yet holds nothing that was typed.
    let is_open = app.webview_windows().values().next().is_some();
    if !is_open || tauri::Emitter::emit(app, "ending", ()).is_err() {
        std::process::exit(0);
    }
    await_answer(app);
}

/// Ends the program.
#[tauri::command]
pub(crate) fn quit(app: AppHandle) {
    app.exit(0);
}

/// Keeps the window open, which was asked to close.
#[tauri::command]
pub(crate) fn keep_open(ending: State<'_, Ending>) {
    ending.keep_open();
}
