//! The courier at work: by itself, on a thread of its own, whenever something was written and every half minute.

use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use coach::changed::{Changed, Topic};
use coach::{CoachError, Lender, Round};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;

/// How often the mailbox is looked at when nothing happens here.
const EVERY: Duration = Duration::from_secs(30);
/// How often while two people are getting to know each other.
const SOON: Duration = Duration::from_secs(4);
/// How long it is quiet before what was written is sent: a sentence, not each letter.
const QUIET: Duration = Duration::from_secs(3);

/// How far a round is.
#[derive(Clone, Serialize)]
struct Progress {
    done: u32,
    all: u32,
}

/// Starts the thread.
pub(crate) fn employ(app: AppHandle, ring: Receiver<()>) {
    std::thread::spawn(move || {
        loop {
            let expects = app.state::<Desktop>().lend(coach::Desk::expects_contact).unwrap_or(false);
            match ring.recv_timeout(if expects { SOON } else { EVERY }) {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) => while ring.recv_timeout(QUIET).is_ok() {},
            }
            // Why it failed stands in the state that the window asks for.
            let _ = round(&app, &app.state::<Desktop>());
        }
    });
}

/// Carries once, and tells the window what became stale.
pub(crate) fn round(app: &AppHandle, desktop: &Desktop) -> Result<Option<Round>, CoachError> {
    let mut courier = desktop.courier.lock().unwrap_or_else(PoisonError::into_inner);
    let round = courier.round(desktop, &mut |done, all| {
        let _ = app.emit("progress", Progress { done, all });
    });
    let mut topics = match &round {
        Ok(Some(round)) => round.stale.clone(),
        Ok(None) | Err(CoachError::Locked) => return round,
        Err(_) => Vec::new(),
    };
    topics.push(Topic::People);
    // A window that has gone has nothing to ask again.
    let _ = app.emit("changed", Changed { topics, message: None });
    round
}
