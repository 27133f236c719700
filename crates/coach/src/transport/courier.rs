//! Carries envelopes between a desk and others: directly to devices that are connected now, and through the
//! mailboxes to all others. It borrows the desk for short moments only, so the coach can go on working while
//! the network answers.

use std::sync::Arc;
use std::time::Instant;

use exchange::DeviceKey;
use exchange::carrier::{ArrivalBell, CarrierError};

use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::error::Failure;
use crate::people::views::SyncState;
use crate::transport::receiving::{Receiver, Source};
use crate::transport::round::Round;
use crate::transport::routes::Routes;
use crate::transport::sending::{send, send_directly, send_lost_again};
use crate::transport::storage_watch::leave_mark;
use crate::transport::taken_in::remove_taken_in;

/// The reason for a round.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Occasion {
    /// Something was written here, or some time went by.
    Clock,
    /// A person asks for it.
    Person,
}

/// Carries envelopes in rounds, and remembers between rounds which objects could not be opened.
pub struct Courier {
    receiver: Receiver,
    bell: ArrivalBell,
}

impl Default for Courier {
    fn default() -> Self {
        Self::with_bell(|| ())
    }
}

impl Courier {
    /// Creates a courier that calls `bell` when another device delivers something directly, so a round can
    /// start at once.
    pub fn with_bell(bell: impl Fn() + Send + Sync + 'static) -> Self {
        Self { receiver: Receiver::default(), bell: Arc::new(bell) }
    }

    /// Receives what has arrived and sends what is due, but leaves a storage alone for a while that refused
    /// something. Returns `None` if no storage is set and the direct line is off. Reports to `progress` how many
    /// envelopes were carried, and how many there are.
    pub fn round(
        &mut self,
        desk: &impl SharedDesk,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Round>, CoachError> {
        self.exchange(desk, Occasion::Clock, progress)
    }

    /// Exchanges because a person asks for it: also with a storage that is left alone for a while, and what others
    /// have not answered and what is no longer in their mailboxes is sent again at once.
    pub fn round_now(
        &mut self,
        desk: &impl SharedDesk,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Round>, CoachError> {
        self.exchange(desk, Occasion::Person, progress)
    }

    fn exchange(
        &mut self,
        desk: &impl SharedDesk,
        occasion: Occasion,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Round>, CoachError> {
        desk.borrow_desk(Desk::share_with_own_devices)?;
        let routes = match desk.borrow_desk(|desk| desk.routes(&self.bell)) {
            Ok(Routes { line: None, mailbox: None, .. }) => return Ok(None),
            Ok(routes) => routes,
            Err(error) => return Err(reported(desk, error)),
        };
        let is_paused = occasion == Occasion::Clock
            && routes.mailbox.is_some()
            && desk.borrow_desk(|desk| Ok(desk.carriers_mut().pause.holds(Instant::now())))?;
        let routes = Routes { mailbox: routes.mailbox.filter(|_| !is_paused), ..routes };
        let mut round = Round::default();
        match self.carry(desk, &routes, occasion, &mut round, progress) {
            Ok(()) => {
                let reached = routes.mailbox.is_some() || round.received + round.sent > 0;
                desk.borrow_desk(|desk| {
                    let now = reached.then(|| desk.now());
                    let carriers = desk.carriers_mut();
                    let reached = now.or(carriers.last_sync.reached);
                    let problem = carriers.last_sync.problem.take().filter(|_| is_paused);
                    carriers.last_sync = SyncState { reached, problem, waiting: false };
                    if routes.mailbox.is_some() {
                        carriers.pause.end();
                    }
                    Ok(())
                })?;
                Ok(Some(round))
            }
            Err(error) => Err(reported(desk, error)),
        }
    }

    /// Uses the direct line first, so an unreachable storage does not delay envelopes to devices that are
    /// connected.
    fn carry(
        &mut self,
        desk: &impl SharedDesk,
        routes: &Routes,
        occasion: Occasion,
        round: &mut Round,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<(), CoachError> {
        if let Some(line) = &routes.line {
            // What cannot be received does not keep anything from being sent.
            let received = self.receiver.collect(desk, routes, Source::Tray, line.tray(), round, progress);
            if desk.borrow_desk(Desk::device)? != routes.device {
                return Ok(());
            }
            send_directly(desk, line, round)?;
            line.close_connections();
            received?;
        }
        if let Some(mailbox) = &routes.mailbox {
            let received = self.receiver.collect(desk, routes, Source::Mailbox, mailbox, round, progress);
            if desk.borrow_desk(Desk::device)? != routes.device {
                return Ok(());
            }
            if let Err(CoachError::Carrier(CarrierError::Refused)) = received {
                // A wrong password is not tried twice.
                return received.map(drop);
            }
            let lost = match occasion {
                Occasion::Clock => Ok(()),
                Occasion::Person => send_lost_again(desk, mailbox),
            };
            let sent = lost.and_then(|()| send(desk, mailbox, round));
            let is_quiet = received.is_ok() && sent.is_ok() && round.received + round.sent == 0;
            // Removing what was merged makes room in a full storage.
            let removed = match is_quiet || is_full(&received) || is_full(&sent) {
                true => remove_taken_in(desk, mailbox, &routes.device),
                false => Ok(()),
            };
            sent?;
            let mark = received?;
            removed?;
            leave_mark(desk, mailbox, &routes.device, mark)?;
        }
        Ok(())
    }
}

fn is_full<T>(result: &Result<T, CoachError>) -> bool {
    matches!(result, Err(CoachError::Carrier(CarrierError::Full)))
}

/// Records why a round failed, so the screen can show it.
fn reported(desk: &impl SharedDesk, error: CoachError) -> CoachError {
    let problem = Some(Failure::from(&error));
    // If the desk was closed in the meantime, there is no screen to show the problem on.
    let _ = desk.borrow_desk(|desk| {
        let carriers = desk.carriers_mut();
        carriers.last_sync.problem = problem;
        if let CoachError::Carrier(error) = &error {
            carriers.pause.lengthen(error, Instant::now());
        }
        Ok(())
    });
    error
}

impl Desk {
    /// Returns the key of this device.
    pub(crate) fn device(&mut self) -> Result<DeviceKey, CoachError> {
        Ok(self.exchange()?.device())
    }

    /// Returns whether there is anything to send now.
    pub fn has_outgoing(&mut self) -> Result<bool, CoachError> {
        let now = self.now();
        Ok(self.exchange()?.has_outgoing(now))
    }

    /// Returns whether to check for mail often, because two people are exchanging keys.
    pub fn expects_contact(&mut self) -> Result<bool, CoachError> {
        let now = self.now();
        Ok(self.exchange()?.expects_contact(now))
    }

    pub(crate) fn sync_state(&mut self) -> Result<SyncState, CoachError> {
        Ok(SyncState { waiting: self.has_outgoing()?, ..self.carriers_mut().last_sync.clone() })
    }
}
