//! A person's computer: the exchange in memory, its durable state, and a clock that may be wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use chrono::{DateTime, TimeDelta, Utc};
use dossier::model::{Person, PersonField};
use dossier::{DocumentName, DossierId, Id, NoteId, PersonId, edit};
use exchange::charter::Terms;
use exchange::{
    EnvelopeError, Exchange, Home, MemoryHome, Notice, Outgoing, PersonKey, Randomness, Received, Step,
};

use crate::chance::Chance;
use crate::changes::Written;
use crate::store::Store;
use crate::watched_home::{WatchedHome, never};

/// A person's computer.
pub(crate) struct Laptop {
    pub(crate) name: String,
    pub(crate) exchange: Exchange,
    pub(crate) home: MemoryHome,
    pub(crate) random: Randomness,
    pub(crate) incarnation: [u8; 16],
    /// The error of its clock.
    pub(crate) skew: TimeDelta,
    /// The texts that were written and acknowledged here, which must never be lost.
    pub(crate) written: BTreeSet<String>,
    /// The objects that could not be opened, with the number of attempts.
    attempts: BTreeMap<u64, u32>,
    pub(crate) notices: Vec<Notice>,
    /// The cost of reading each forged envelope.
    pub(crate) costs: Vec<Cost>,
    /// The changes that this computer wrote anew.
    pub(crate) rewritten: Vec<Written>,
    /// The number of times that this vault noticed that it was put back.
    pub(crate) put_backs: usize,
}

/// The cost of reading one forged envelope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    pub(crate) by: usize,
    /// The number of bytes that the vault grew by, without documents.
    pub(crate) grown: i64,
    /// The number of documents that were staged.
    pub(crate) unpacked: usize,
    pub(crate) time: Duration,
}

/// The moment at which the power fails, if it does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Power {
    Stays,
    /// The power fails once, at the step with this number from now.
    GoesAt(usize),
}

/// The power failed, and everything that was only in memory is gone.
#[derive(Debug)]
pub(crate) struct Dark;

type Lit<T> = Result<std::result::Result<T, Dark>>;

impl Power {
    /// Returns whether the power fails now.
    fn fails(&mut self) -> bool {
        match self {
            Self::Stays => false,
            Self::GoesAt(0) => true,
            Self::GoesAt(left) => {
                *left -= 1;
                false
            }
        }
    }
}

macro_rules! lit {
    ($step:expr) => {
        match $step? {
            Ok(value) => value,
            Err(dark) => return Ok(Err(dark)),
        }
    };
}

impl Laptop {
    pub(crate) fn new(name: &str, now: DateTime<Utc>, chance: &mut Chance) -> Self {
        let mut random = Randomness::from_seed(chance.seed());
        let incarnation = random.bytes();
        let (exchange, step) = Exchange::begin(name, incarnation, now, &mut random);
        let mut home = MemoryHome::new(exchange.coach(), exchange.device());
        home.commit(step);
        let skew = TimeDelta::minutes(chance.below(4_000) as i64 - 2_000);
        Self {
            name: name.to_owned(),
            exchange,
            home,
            random,
            incarnation,
            skew,
            written: BTreeSet::new(),
            attempts: BTreeMap::new(),
            notices: Vec::new(),
            costs: Vec::new(),
            rewritten: Vec::new(),
            put_backs: 0,
        }
    }

    pub(crate) fn person(&self) -> PersonKey {
        self.exchange.person()
    }

    pub(crate) fn clock(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        now + self.skew
    }

    /// Returns the number of bytes that a step adds to the vault, without documents.
    fn growth(&mut self, step: &Step) -> i64 {
        let written = step.writes.iter().map(|(key, value)| {
            let Ok(before) = self.home.get(key);
            value.as_ref().map_or(0, Vec::len) as i64 - before.map_or(0, |before| before.len()) as i64
        });
        written.sum()
    }

    fn try_commit(&mut self, mut step: Step, power: &mut Power) -> Lit<()> {
        if power.fails() {
            return Ok(Err(Dark));
        }
        self.notices.append(&mut step.notices);
        self.home.commit(step);
        Ok(if power.fails() { Err(Dark) } else { Ok(()) })
    }

    /// Commits a step while the power stays.
    pub(crate) fn commit(&mut self, mut step: Step) {
        self.notices.append(&mut step.notices);
        self.home.commit(step);
    }

    /// Restarts from the durable state, as the same copy of the vault or as another one.
    pub(crate) fn restart(&mut self, incarnation: [u8; 16], now: DateTime<Utc>) -> Result<()> {
        let entries: Vec<_> = self.home.entries().collect();
        let now = self.clock(now);
        let loaded = Exchange::load(entries, incarnation, now, &mut self.random)?;
        let (exchange, step) = loaded.context("the vault holds no exchange")?;
        (self.exchange, self.incarnation) = (exchange, incarnation);
        self.commit(step);
        self.write_as_now()
    }

    /// Writes in the streams of the keys that this computer has now.
    pub(crate) fn write_as_now(&mut self) -> Result<()> {
        let (coach, device) = (self.exchange.coach(), self.exchange.device());
        if self.home.device != device || self.home.coach != coach {
            self.home.coach = coach;
            self.home.become_device(device)?;
        }
        Ok(())
    }

    /// Adds a person to the network. The edit is acknowledged when this returns.
    pub(crate) fn add(&mut self, dossier: &DossierId, name: &str, now: DateTime<Utc>) -> Result<()> {
        let id = PersonId::from_random(self.random.bytes());
        let change = edit::add::<Person>(id, [PersonField::Name(name.into())]);
        let now = self.clock(now);
        let step = self.exchange.edited(dossier, &DocumentName::Record, now);
        self.home.edit(dossier, &change, now)?;
        self.commit(step);
        self.written.insert(name.to_owned());
        Ok(())
    }

    pub(crate) fn write(
        &mut self,
        dossier: &DossierId,
        note: &NoteId,
        sign: char,
        now: DateTime<Utc>,
    ) -> Result<()> {
        // Each edit appends one character that nobody else writes, because two people who write at once may
        // end with each other's letters in their words.
        let text = format!("{}{sign}", self.home.note(dossier, note).unwrap_or_default());
        let now = self.clock(now);
        let step = self.exchange.edited(dossier, &DocumentName::Note(note.clone()), now);
        self.home.write_note(dossier, note, &text, now)?;
        self.commit(step);
        self.written.insert(sign.to_string());
        Ok(())
    }

    /// Returns everything that can be read in a dossier here.
    pub(crate) fn reads(&self, dossier: &DossierId, note: &NoteId) -> BTreeSet<String> {
        let people = self.home.record(dossier).into_iter().flat_map(|record| record.all::<Person>());
        let signs = self.home.note(dossier, note).unwrap_or_default();
        people.map(|person| person.name).chain(signs.chars().map(String::from)).collect()
    }

    /// Checks that everything that was acknowledged here is still here.
    pub(crate) fn has_all_it_wrote(&self, dossier: &DossierId, note: &NoteId) -> Result<()> {
        let reads = self.reads(dossier, note);
        match self.written.iter().find(|word| !reads.contains(*word)) {
            Some(lost) => bail!("{} lost what it had acknowledged: {lost}", self.name),
            None => Ok(()),
        }
    }

    /// Describes the state of the computer for debugging.
    pub(crate) fn described(&self, terms: Option<&Terms>, dossier: &DossierId) -> String {
        let exchange = &self.exchange;
        let members = terms.into_iter().flat_map(Terms::members);
        let members: Vec<_> = members.map(|(member, role)| format!("{} {role:?}", member.name)).collect();
        let contacts = exchange.contacts().map(|contact| {
            let waiting = if exchange.is_waiting(dossier, &contact.person) { ", waits" } else { "" };
            format!("{} {:?}{waiting}", contact.name, contact.acquaintance)
        });
        let contacts: Vec<_> = contacts.collect();
        let quarantined: BTreeSet<_> = exchange.quarantined().map(|one| one.why.code()).collect();
        let (name, device, devices) = (&self.name, exchange.device(), exchange.devices_to_admit());
        format!(
            "\n{name} is {device:?}, knows {devices:?}: members {members:?}, contacts {contacts:?}, quarantined {quarantined:?}"
        )
    }

    /// Accepts the dossiers that were handed over to this person.
    fn accept_handovers(&mut self, now: DateTime<Utc>, power: &mut Power) -> Lit<()> {
        let clock = self.clock(now);
        let all: Vec<DossierId> = self.exchange.shared_dossiers().cloned().collect();
        for dossier in all.iter().filter(|dossier| self.exchange.is_offered(dossier)).collect::<Vec<_>>() {
            let step = never(self.exchange.accept_handover(dossier, clock, &mut self.home))?;
            // The charter may be full. Then the former keeper goes on.
            if let Ok(step) = step {
                lit!(self.try_commit(step, power));
            }
        }
        Ok(Ok(()))
    }

    /// Receives everything in the mailbox, and sends everything that is due.
    pub(crate) fn sync(
        &mut self,
        store: &mut Store,
        now: DateTime<Utc>,
        chance: &mut Chance,
        power: &mut Power,
    ) -> Lit<()> {
        let device = self.exchange.device();
        for name in store.list(&device, now, chance) {
            let Some(bytes) = store.get(&device, name) else { continue };
            let clock = self.clock(now);
            let (forged_by, begun) = (store.forged_by(&device, name), Instant::now());
            self.home.unpacked = 0;
            let mut home = WatchedHome { home: &mut self.home, rewritten: &mut self.rewritten };
            let received = self.exchange.receive(bytes, clock, &mut self.random, &mut home);
            let unpacked = self.home.unpacked;
            if let (Some(by), Ok(Ok(Received::Merged(step, _)))) = (forged_by, &received) {
                let (grown, time) = (self.growth(step), begun.elapsed());
                self.costs.push(Cost { by, grown, unpacked, time });
            }
            match received.map_err(|never| anyhow!("{never:?}"))? {
                Ok(Received::Merged(step, answers)) => {
                    lit!(self.try_commit(step, power));
                    self.write_as_now()?;
                    store.remove(&device, name);
                    answers.into_iter().for_each(|answer: Outgoing| store.put(answer, now, chance));
                }
                Ok(Received::Duplicate { .. } | Received::UnknownSender) => store.remove(&device, name),
                Ok(Received::Postponed { .. }) => {}
                Ok(Received::PutBack) => {
                    self.put_backs += 1;
                    let incarnation = self.random.bytes();
                    self.restart(incarnation, now)?;
                    return Ok(Ok(()));
                }
                Err(EnvelopeError::NewerVersion { .. }) => {}
                Err(_) => {
                    let attempts = self.attempts.entry(name).or_default();
                    *attempts += 1;
                    if *attempts >= 3 {
                        store.remove(&device, name);
                    }
                }
            }
        }
        lit!(self.accept_handovers(now, power));
        for _ in 0..100 {
            let clock = self.clock(now);
            let made = self.exchange.outgoing(clock, &mut self.random, &mut self.home);
            let (step, posts) = made.map_err(|never| anyhow!("{never:?}"))?;
            lit!(self.try_commit(step, power));
            if posts.is_empty() {
                return Ok(Ok(()));
            }
            for post in posts {
                store.put(post.outgoing, now, chance);
                if let Some(receipt) = &post.receipt {
                    let step = self.exchange.delivered(receipt, clock, &mut self.home);
                    lit!(self.try_commit(step.map_err(|never| anyhow!("{never:?}"))?, power));
                }
            }
        }
        bail!("{} never stops sending", self.name)
    }
}
