//! The thread that exchanges envelopes after something was written, and every half minute.

use std::sync::PoisonError;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use coach::changed::{Changed, Topic};
use coach::{CoachError, Courier, Round, SharedDesk};
use tauri::{AppHandle, Emitter, Manager};

use crate::desktop::Desktop;
use crate::progress::Progress;

/// The time between two rounds when nothing happens here.
const INTERVAL: Duration = Duration::from_secs(30);
/// The time between two rounds while an invitation is open.
const INVITATION_INTERVAL: Duration = Duration::from_secs(4);
/// The time without an edit after which the edits are sent, so that a sentence is sent at once and not letter
/// by letter.
const QUIET: Duration = Duration::from_secs(3);

/// Starts the thread.
pub(crate) fn start(app: AppHandle, ring: Receiver<()>) {
    std::thread::spawn(move || {
        loop {
            let expects = app.state::<Desktop>().borrow_desk(coach::Desk::expects_contact).unwrap_or(false);
            match ring.recv_timeout(if expects { INVITATION_INTERVAL } else { INTERVAL }) {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) => while ring.recv_timeout(QUIET).is_ok() {},
            }
            // An error is part of the state that the window asks for.
            let _ = round(&app, &app.state::<Desktop>());
        }
    });
}

/// Exchanges once, and emits what became stale.
fn round(app: &AppHandle, desktop: &Desktop) -> Result<Option<Round>, CoachError> {
    exchange(app, desktop, Courier::round)
}

/// Exchanges because a person asks for it, and emits what became stale.
pub(crate) fn round_now(app: &AppHandle, desktop: &Desktop) -> Result<Option<Round>, CoachError> {
    exchange(app, desktop, Courier::round_now)
}

/// A kind of round.
type Carry = fn(&mut Courier, &Desktop, &mut dyn FnMut(u32, u32)) -> Result<Option<Round>, CoachError>;

fn exchange(app: &AppHandle, desktop: &Desktop, carry: Carry) -> Result<Option<Round>, CoachError> {
    let mut courier = desktop.courier.lock().unwrap_or_else(PoisonError::into_inner);
    let round = carry(&mut courier, desktop, &mut |done, all| {
        let _ = app.emit("progress", Progress { done, all });
    });
    let mut topics = match &round {
        Ok(Some(round)) => round.stale.clone(),
        Ok(None) | Err(CoachError::Locked) => return round,
        Err(_) => Vec::new(),
    };
    topics.push(Topic::People);
    // This fails only if the window has closed, and then nothing is shown that could be stale.
    let _ = app.emit("changed", Changed { topics, message: None });
    round
}
