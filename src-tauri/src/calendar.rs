//! The thread that keeps the calendar file current while an account is open.

use std::time::Duration;

use coach::changed::{Changed, Topic};
use coach::{Desk, SharedDesk};
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;

/// The time between two checks. A check reads memory, and writes the file only if its contents differ.
const INTERVAL: Duration = Duration::from_secs(5);

/// Starts the thread.
pub(crate) fn start(app: AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(INTERVAL);
            // An error is part of the state that the window asks for. A locked account has nothing to write.
            if let Ok(true) = app.state::<Desktop>().borrow_desk(Desk::refresh_calendar) {
                let _ = app.emit("changed", Changed { topics: vec![Topic::Session], message: None });
            }
        }
    });
}
