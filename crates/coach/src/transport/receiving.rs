//! Receiving what has arrived in a mailbox, or in the tray of the direct line.

use std::collections::{BTreeMap, BTreeSet};

use exchange::carrier::{CarrierError, Listing, Mailbox, Mark, ObjectName};
use exchange::{EnvelopeError, Randomness};

use crate::changed::Topic;
use crate::desk::shared_desk::SharedDesk;
use crate::error::CoachError;
use crate::message::Message;
use crate::transport::envelope_reading::ReceiveOutcome;
use crate::transport::poison::Poison;
use crate::transport::round::Round;
use crate::transport::routes::Routes;
use crate::transport::sending::answered;
use crate::transport::storage_watch::watch;
use crate::transport::taken_in::{MOST_TAKEN_IN, remove_taken_in};

/// The maximum number of attempts to open an object, one a round, before it is removed. At first it may still
/// be arriving.
const MAX_ATTEMPTS: u32 = 3;

/// The maximum number of objects that one round receives before it sends.
const MOST_IN_A_ROUND: usize = 2_000;

/// The maximum number of objects in one round that a storage lists and does not give.
const MOST_UNREAD: usize = 3;

/// The maximum number of times that reading one envelope may fail before it is set apart.
const MAX_FAILURES: u32 = 2;

/// The place from which an envelope is received.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Mailbox,
    Tray,
}

/// Receives envelopes, and remembers between rounds which objects could not be opened.
#[derive(Default)]
pub(super) struct Receiver {
    /// The number of attempts to open each object that could not be opened.
    attempts: BTreeMap<(Source, ObjectName), u32>,
    /// The number of times that reading each envelope failed after it was opened.
    failures: BTreeMap<ObjectName, u32>,
    /// The number of objects in the last listing whose contents a synchronised folder does not have.
    online_only: u32,
}

impl Receiver {
    /// Receives what has arrived, and returns the mark that the listing showed.
    pub(super) fn collect(
        &mut self,
        desk: &impl SharedDesk,
        routes: &Routes,
        source: Source,
        mailbox: &Mailbox,
        round: &mut Round,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Option<Mark>, CoachError> {
        let (names, mark) = self.names_to_receive(desk, routes, source, mailbox, round)?;
        let stays = mailbox.is_on_server();
        let poison = desk.borrow_desk(|desk| Ok(Poison::of(desk.folder())))?;
        self.failures.extend(poison.being_read());
        let all = names.len() as u32;
        let mut unread = Vec::new();
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
                // One object that a storage cannot give does not keep the others back.
                Err(error) => {
                    let gives_nothing = stays && matches!(error, CarrierError::Unreachable { .. });
                    unread.push(error);
                    if gives_nothing || unread.len() >= MOST_UNREAD {
                        break;
                    }
                    continue;
                }
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
            let outcome = desk.borrow_desk(|desk| desk.receive_guarded(bytes, stays.then_some(&name)));
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
        if source == Source::Mailbox {
            let attempts = self.attempts.iter().filter(|((from, _), _)| *from == source);
            let attempts = attempts.map(|((_, name), count)| (*name, *count)).collect();
            desk.borrow_desk(|desk| desk.save_attempts(&attempts))?;
        }
        match unread.into_iter().next() {
            Some(error) => Err(error.into()),
            None if self.online_only > 0 => Err(CarrierError::OnlineOnly { count: self.online_only }.into()),
            None => Ok(mark),
        }
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
        let Listing { mut names, mark, is_whole, online_only } = mailbox.list_with_mark(&routes.device)?;
        self.online_only = online_only;
        // A mark that is not in a part of a listing may be in the rest.
        if source == Source::Mailbox && is_whole {
            round.stale.extend(watch(desk, mark)?);
        }
        let here_now: BTreeSet<ObjectName> = names.iter().copied().collect();
        if is_whole {
            self.attempts.retain(|(from, name), _| *from != source || here_now.contains(name));
        }
        if source == Source::Mailbox {
            for (name, count) in desk.borrow_desk(|desk| desk.attempts())? {
                if here_now.contains(&name) {
                    self.attempts.entry((source, name)).or_insert(count);
                }
            }
            let taken_in = desk.borrow_desk(|desk| desk.taken_in())?;
            let here: BTreeSet<ObjectName> = names.extract_if(.., |name| taken_in.contains(name)).collect();
            // The others were removed just before the program ended, or by somebody else.
            if is_whole && here != taken_in {
                desk.borrow_desk(|desk| desk.save_taken_in(&here))?;
            }
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
                if !mailbox.is_on_server() {
                    mailbox.remove(&routes.device, &name)?;
                } else if desk.borrow_desk(|desk| desk.taken_in())?.len() >= MOST_TAKEN_IN {
                    remove_taken_in(desk, mailbox, &routes.device)?;
                }
                for answer in answers {
                    round.sent += u32::from(answered(routes, &answer)?);
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
                    self.attempts.remove(&(source, name));
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
