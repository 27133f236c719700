//! The clerk: keeps the calendar file true, on a thread of its own, while an account is open.

use std::time::Duration;

use coach::changed::{Changed, Topic};
use coach::{Desk, Lender};
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;

/// How often it looks: from memory, and it writes only where the calendar shows something else.
const EVERY: Duration = Duration::from_secs(5);

/// Starts the thread.
pub(crate) fn employ(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(EVERY);
            // Why it failed stands in what the window asks for; a locked account has nothing to write.
            if let Ok(true) = app.state::<Desktop>().lend(Desk::refresh_calendar) {
                let _ = app.emit("changed", Changed { topics: vec![Topic::Session], message: None });
            }
        }
    });
}
