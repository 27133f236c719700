//! Carries envelopes between a desk and others: directly to devices that are connected now, and through the
//! mailboxes to all others. It borrows the desk for short moments only, so the coach can go on working while
//! the network answers.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use exchange::carrier::{ArrivalBell, CarrierError, DirectLine, Listing, Mailbox, Mark, ObjectName};
use exchange::{DeviceKey, EnvelopeError, Outgoing, Post, Randomness, Receipt, Received};
use vault::VaultError;

use crate::changed::{Changed, Topic};
use crate::desk::Desk;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::error::Failure;
use crate::message::Message;
use crate::people::views::SyncState;
use crate::transport::poison::Poison;
use crate::transport::storage_watch::{leave_mark, watch};

/// The maximum number of attempts to open an object, one a round, before it is removed. At first it may still
/// be arriving.
const MAX_ATTEMPTS: u32 = 3;

/// The result of one exchange round.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Round {
    /// The number of envelopes that were received and merged.
    pub received: u32,
    /// The number of envelopes that were sent.
    pub sent: u32,
    /// The number of objects that could not be opened.
    pub unreadable: u32,
    /// The number of envelopes that wait until the words are compared.
    pub waiting: u32,
    /// The number of envelopes that could not be read twice, and were set apart.
    pub set_apart: u32,
    /// The topics that became stale in this round.
    #[serde(skip)]
    #[ts(skip)]
    pub stale: Vec<Topic>,
}

/// The maximum number of objects that one round receives before it sends.
const MOST_IN_A_ROUND: usize = 2_000;

/// The maximum number of times that reading one envelope may fail before it is set apart.
const MAX_FAILURES: u32 = 2;

/// Carries envelopes in rounds, and remembers between rounds which objects could not be opened.
pub struct Courier {
    /// The number of attempts to open each object that could not be opened.
    attempts: BTreeMap<(Source, ObjectName), u32>,
    /// The number of times that reading each envelope failed after it was opened.
    failures: BTreeMap<ObjectName, u32>,
    bell: ArrivalBell,
}

impl Default for Courier {
    fn default() -> Self {
        Self::with_bell(|| ())
    }
}

/// The place from which an envelope is received.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Mailbox,
    Tray,
}

/// The carriers that a round can use.
struct Routes {
    device: DeviceKey,
    line: Option<DirectLine>,
    mailbox: Option<Mailbox>,
}

impl Round {
    /// Adds the result of a later round. An envelope that still waits is counted once.
    pub fn add(&mut self, later: Self) {
        let Self { received, sent, unreadable, waiting, set_apart, stale } = later;
        self.received += received;
        self.sent += sent;
        self.set_apart += set_apart;
        (self.unreadable, self.waiting) = (unreadable, waiting);
        self.stale.extend(stale);
    }
}

/// The result of processing one received object.
pub(super) enum ReceiveOutcome {
    Merged(Changed, Vec<Outgoing>),
    Done,
    Postponed,
    Unreadable(EnvelopeError),
    /// Reading it failed, and the vault is not the cause.
    Failed,
    /// This vault was put back to an older state and goes on as another device. What is in the mailbox of the
    /// device that it was comes again.
    NewDevice,
}

impl Courier {
    /// Creates a courier that calls `bell` when another device delivers something directly, so a round can
    /// start at once.
    pub fn with_bell(bell: impl Fn() + Send + Sync + 'static) -> Self {
        Self { attempts: BTreeMap::new(), failures: BTreeMap::new(), bell: Arc::new(bell) }
    }

    /// Receives what has arrived and sends what is due. Returns `None` if no storage is set and the direct
    /// line is off. Reports to `progress` how many envelopes were carried, and how many there are.
    pub fn round(
        &mut self,
        desk: &impl SharedDesk,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Round>, CoachError> {
        desk.borrow_desk(Desk::share_with_own_devices)?;
        let routes = match desk.borrow_desk(|desk| desk.routes(&self.bell)) {
            Ok(Routes { line: None, mailbox: None, .. }) => return Ok(None),
            Ok(routes) => routes,
            Err(error) => return Err(reported(desk, error)),
        };
        let mut round = Round::default();
        match self.carry(desk, &routes, &mut round, progress) {
            Ok(()) => {
                let reached = routes.mailbox.is_some() || round.received + round.sent > 0;
                desk.borrow_desk(|desk| {
                    let now = reached.then(|| desk.now());
                    let last_sync = &mut desk.carriers_mut().last_sync;
                    let reached = now.or(last_sync.reached);
                    *last_sync = SyncState { reached, problem: None, waiting: false };
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
        round: &mut Round,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<(), CoachError> {
        if let Some(line) = &routes.line {
            // What cannot be received does not keep anything from being sent.
            let received = self.collect(desk, routes, Source::Tray, line.tray(), round, progress);
            if desk.borrow_desk(Desk::device)? != routes.device {
                return Ok(());
            }
            send_directly(desk, line, round)?;
            line.close_connections();
            received?;
        }
        if let Some(mailbox) = &routes.mailbox {
            let received = self.collect(desk, routes, Source::Mailbox, mailbox, round, progress);
            if desk.borrow_desk(Desk::device)? != routes.device {
                return Ok(());
            }
            send(desk, mailbox, round)?;
            leave_mark(desk, mailbox, &routes.device, received?)?;
        }
        Ok(())
    }

    fn collect(
        &mut self,
        desk: &impl SharedDesk,
        routes: &Routes,
        source: Source,
        mailbox: &Mailbox,
        round: &mut Round,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Mark>, CoachError> {
        let (names, mark) = self.names_to_receive(desk, routes, source, mailbox, round)?;
        let poison = desk.borrow_desk(|desk| Ok(Poison::of(desk.folder())))?;
        self.failures.extend(poison.being_read());
        let all = names.len() as u32;
        for (number, name) in (1..).zip(names) {
            let bytes = match mailbox.get(&routes.device, &name) {
                Ok(Some(bytes)) => bytes,
                Ok(None) => continue,
                // No envelope is this long, so the object is removed.
                Err(CarrierError::TooLarge { .. }) => {
                    round.unreadable += 1;
                    mailbox.remove(&routes.device, &name)?;
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let failures = self.failures.get(&name).copied().unwrap_or_default();
            if failures >= MAX_FAILURES {
                poison.set_apart(&name, &bytes)?;
                mailbox.remove(&routes.device, &name)?;
                self.failures.remove(&name);
                round.set_apart += 1;
                desk.borrow_desk(|desk| desk.happened(Message::plain("event-set-apart")))?;
                round.stale.push(Topic::People);
                continue;
            }
            poison.begin_reading(&name, failures + 1)?;
            let outcome = desk.borrow_desk(|desk| desk.receive_guarded(bytes));
            poison.end_reading();
            match outcome? {
                ReceiveOutcome::NewDevice => {
                    round.stale.extend([Topic::People, Topic::Session]);
                    return Ok(None);
                }
                outcome => self.act_on(outcome, desk, routes, (source, name), mailbox, round)?,
            }
            progress(number, all);
        }
        Ok(mark)
    }

    /// Returns the objects to receive in this round, and the mark.
    fn names_to_receive(
        &mut self,
        desk: &impl SharedDesk,
        routes: &Routes,
        source: Source,
        mailbox: &Mailbox,
        round: &mut Round,
    ) -> Result<(Vec<ObjectName>, Option<Mark>), CoachError> {
        let Listing { mut names, mark, is_whole } = mailbox.list_with_mark(&routes.device)?;
        // A mark that is not in a part of a listing may be in the rest.
        if source == Source::Mailbox && is_whole {
            round.stale.extend(watch(desk, mark)?);
        }
        if is_whole {
            let here: BTreeSet<ObjectName> = names.iter().copied().collect();
            self.attempts.retain(|(from, name), _| *from != source || here.contains(name));
        }
        // Whoever can write to the storage can fill a mailbox. Then each round takes another part of it, so
        // that what colleagues sent does not always come last.
        if names.len() > MOST_IN_A_ROUND {
            let mut random = desk.borrow_desk(|desk| desk.randomness())?;
            shuffle(&mut names, &mut random);
            names.truncate(MOST_IN_A_ROUND);
        }
        Ok((names, mark))
    }

    /// Removes what was received, carries the answers, and counts.
    fn act_on(
        &mut self,
        outcome: ReceiveOutcome,
        desk: &impl SharedDesk,
        routes: &Routes,
        (source, name): (Source, ObjectName),
        mailbox: &Mailbox,
        round: &mut Round,
    ) -> Result<(), CoachError> {
        match outcome {
            ReceiveOutcome::Failed => {
                *self.failures.entry(name).or_default() += 1;
                round.unreadable += 1;
            }
            ReceiveOutcome::Merged(changed, answers) => {
                round.received += 1;
                round.stale.extend(changed.topics);
                mailbox.remove(&routes.device, &name)?;
                for answer in answers {
                    round.sent += u32::from(answered(desk, routes, &answer)?);
                }
            }
            ReceiveOutcome::Done => mailbox.remove(&routes.device, &name)?,
            ReceiveOutcome::Postponed | ReceiveOutcome::NewDevice => round.waiting += 1,
            ReceiveOutcome::Unreadable(why) => {
                round.unreadable += 1;
                let attempts = self.attempts.entry((source, name)).or_default();
                *attempts += 1;
                // A newer version of Kring can read it, and an incomplete object may still be arriving.
                let hopeless =
                    !matches!(why, EnvelopeError::NewerVersion { .. }) && *attempts >= MAX_ATTEMPTS;
                if hopeless {
                    mailbox.remove(&routes.device, &name)?;
                }
            }
        }
        Ok(())
    }
}

/// Puts names in a random order (Fisher and Yates).
fn shuffle(names: &mut [ObjectName], random: &mut Randomness) {
    for last in (1..names.len()).rev() {
        let other = u64::from_le_bytes(random.bytes()) % (last as u64 + 1);
        names.swap(last, other as usize);
    }
}

/// Sends the answer to a received envelope and returns whether it was sent. A sender on the direct line is
/// still connected.
fn answered(desk: &impl SharedDesk, routes: &Routes, answer: &Outgoing) -> Result<bool, CoachError> {
    let sent_directly =
        routes.line.as_ref().is_some_and(|line| line.put(&answer.to, answer.bytes.clone()).is_ok());
    match &routes.mailbox {
        Some(mailbox) if !sent_directly => put(desk, mailbox, answer).map(|()| true),
        _ => Ok(sent_directly),
    }
}

/// Sends what is due to the devices that are connected now. Envelopes for other devices are not made yet.
fn send_directly(desk: &impl SharedDesk, line: &DirectLine, round: &mut Round) -> Result<(), CoachError> {
    let mut reached = line.reachable(desk.borrow_desk(Desk::devices_with_outgoing)?);
    while !reached.is_empty() {
        let posts =
            desk.borrow_desk(|desk| desk.outgoing_to_reachable(&|device| reached.contains(device)))?;
        if posts.is_empty() {
            break;
        }
        for Post { outgoing: Outgoing { to, bytes }, receipt } in posts {
            if reached.contains(&to) && line.put(&to, bytes).is_ok() {
                round.sent += 1;
                receipt.map(|receipt| desk.borrow_desk(|desk| desk.delivered(&receipt))).transpose()?;
            } else {
                // The device disconnected in the meantime, so this round does not try it again.
                reached.remove(&to);
                receipt.map(|receipt| desk.borrow_desk(|desk| desk.not_delivered(&[receipt]))).transpose()?;
            }
        }
    }
    Ok(())
}

fn send(desk: &impl SharedDesk, mailbox: &Mailbox, round: &mut Round) -> Result<(), CoachError> {
    loop {
        let posts = desk.borrow_desk(Desk::outgoing)?;
        if posts.is_empty() {
            return Ok(());
        }
        let mut posts = posts.into_iter();
        while let Some(post) = posts.next() {
            if let Err(error) = put(desk, mailbox, &post.outgoing) {
                let undelivered: Vec<Receipt> =
                    [post].into_iter().chain(posts).filter_map(|post| post.receipt).collect();
                desk.borrow_desk(|desk| desk.not_delivered(&undelivered))?;
                return Err(error);
            }
            round.sent += 1;
            if let Some(receipt) = &post.receipt {
                desk.borrow_desk(|desk| desk.delivered(receipt))?;
            }
        }
    }
}

fn put(desk: &impl SharedDesk, mailbox: &Mailbox, outgoing: &Outgoing) -> Result<(), CoachError> {
    let name = desk.borrow_desk(|desk| Ok(ObjectName::random(&mut desk.randomness()?)))?;
    Ok(mailbox.put(&outgoing.to, &name, outgoing.bytes.clone())?)
}

/// Records why a round failed, so the screen can show it.
fn reported(desk: &impl SharedDesk, error: CoachError) -> CoachError {
    let problem = Some(Failure::from(&error));
    // If the desk was closed in the meantime, there is no screen to show the problem on.
    let _ = desk.borrow_desk(|desk| {
        desk.carriers_mut().last_sync.problem = problem;
        Ok(())
    });
    error
}

impl Desk {
    fn routes(&mut self, bell: &ArrivalBell) -> Result<Routes, CoachError> {
        let device = self.device()?;
        // If the setting of the line or of the mailboxes is damaged, the exchange continues over
        // the other one.
        let (mailbox, damaged) = match self.mailbox() {
            Err(error @ CoachError::SettingDamaged(_)) => (None, Some(error)),
            mailbox => (mailbox?, None),
        };
        let line = match self.line(bell) {
            // A computer that cannot open a direct line still uses its mailboxes.
            Err(CoachError::Line(_) | CoachError::SettingDamaged(_)) if mailbox.is_some() => None,
            line => line?,
        };
        if let (None, Some(error)) = (&line, damaged) {
            return Err(error);
        }
        Ok(Routes { device, line, mailbox })
    }

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

    pub(super) fn receive(&mut self, bytes: Vec<u8>) -> Result<ReceiveOutcome, CoachError> {
        let now = self.now();
        let received =
            self.with_exchange(|exchange, home, random| exchange.receive(bytes, now, random, home))?;
        Ok(match received {
            Ok(Received::PutBack) => {
                self.become_new_device()?;
                ReceiveOutcome::NewDevice
            }
            Ok(Received::Merged(step, answers)) => ReceiveOutcome::Merged(self.save_step(step)?, answers),
            Ok(Received::Duplicate { .. } | Received::UnknownSender) => ReceiveOutcome::Done,
            Ok(Received::Postponed { .. }) => ReceiveOutcome::Postponed,
            Err(why) => ReceiveOutcome::Unreadable(why),
        })
    }

    /// Receives an envelope. Whatever goes wrong in reading it concerns that envelope alone: a panic in
    /// reading it ends neither the round nor the program.
    ///
    /// # Errors
    ///
    /// Fails if something here cannot be read or saved, which the envelope is not to blame for.
    pub(super) fn receive_guarded(&mut self, bytes: Vec<u8>) -> Result<ReceiveOutcome, CoachError> {
        match catch_unwind(AssertUnwindSafe(|| self.receive(bytes))) {
            Ok(Ok(outcome)) => Ok(outcome),
            Ok(Err(
                CoachError::Vault(VaultError::TooLarge { .. })
                | CoachError::Document { .. }
                | CoachError::Edit(_),
            )) => Ok(ReceiveOutcome::Failed),
            Ok(Err(error)) => Err(error),
            Err(_) => {
                // The exchange may have been left halfway, so it is loaded again.
                self.forget_exchange();
                Ok(ReceiveOutcome::Failed)
            }
        }
    }

    /// Becomes a new device, after others showed that this vault was put back to an older state.
    fn become_new_device(&mut self) -> Result<(), CoachError> {
        self.vault().renew_incarnation()?;
        self.forget_exchange();
        self.become_device()
    }

    /// Returns the envelopes to carry now. Their sequence numbers are durable when this returns.
    pub(super) fn outgoing(&mut self) -> Result<Vec<Post>, CoachError> {
        self.outgoing_to_reachable(&|_| true)
    }

    fn outgoing_to_reachable(
        &mut self,
        reached: &dyn Fn(&DeviceKey) -> bool,
    ) -> Result<Vec<Post>, CoachError> {
        let now = self.now();
        let (step, posts) = self.with_exchange(|exchange, home, random| {
            exchange.outgoing_to_reachable(reached, now, random, home)
        })?;
        self.save_step(step)?;
        Ok(posts)
    }

    pub(super) fn delivered(&mut self, receipt: &Receipt) -> Result<(), CoachError> {
        let now = self.now();
        let step = self.with_exchange(|exchange, home, _| exchange.delivered(receipt, now, home))?;
        self.save_step(step).map(drop)
    }

    fn not_delivered(&mut self, receipts: &[Receipt]) -> Result<(), CoachError> {
        let now = self.now();
        self.with_exchange(|exchange, _, _| {
            receipts.iter().for_each(|receipt| exchange.not_delivered(receipt, now));
            Ok(())
        })
    }
}
