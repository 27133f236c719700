//! The answer of a command, and the event that tells the window what to ask again.

use coach::CoachError;
use coach::changed::Changed;
use coach::error::Failure;
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;

pub(crate) type Answer<T> = Result<T, Failure>;

/// Returns the answer of a use case in the form that the window reads.
pub(crate) fn answer<T>(result: Result<T, CoachError>) -> Answer<T> {
    result.map_err(|error| Failure::from(&error))
}

/// Emits `changed` for a use case that wrote, and wakes the courier. Changes that arrive from other devices
/// raise the same event.
pub(crate) fn announce_change(app: &AppHandle, answer: Answer<Changed>) -> Answer<Changed> {
    if let Ok(changed) = &answer {
        app.state::<Desktop>().wake();
        // This fails only if the window has closed, and then nothing is shown that could be stale.
        let _ = app.emit("changed", changed);
    }
    answer
}
