//! People, their computers, and one year.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use chrono::{DateTime, TimeDelta, Utc};
use dossier::{DossierId, Id, NoteId};
use exchange::charter::{Act, ConsentForm, GrantedRole, Terms};
use exchange::{Exchange, InvitationKind, InviterRole, MemoryHome, PersonKey};

use crate::chance::Chance;
use crate::laptop::{Laptop, Power};
use crate::store::{CANARY, Counts, Store};
use crate::watched_home::never;

const MOST_LAPTOPS: usize = 6;

/// The totals of one simulated year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The requests to the store.
    pub counts: Counts,
    /// The number of edits.
    pub edits: u64,
    /// The number of computers at the end.
    pub laptops: u64,
}

pub(crate) struct World {
    pub(crate) laptops: Vec<Laptop>,
    /// Earlier vaults of the computers, with what was written at that time.
    pub(crate) backups: Vec<Option<(MemoryHome, BTreeSet<String>)>>,
    pub(crate) store: Store,
    pub(crate) chance: Chance,
    pub(crate) now: DateTime<Utc>,
    pub(crate) dossier: DossierId,
    pub(crate) note: NoteId,
    pub(crate) edits: u64,
    /// The texts that a person must never get, because the keeper wrote them after the withdrawal.
    pub(crate) kept_from: Vec<(PersonKey, String)>,
    /// The people who were given a role after they were last withdrawn, on any computer. The statement may
    /// still be on its way, and a keeper whose vault was restored from an old copy may have forgotten it.
    pub(crate) given: BTreeSet<PersonKey>,
}

impl Story {
    /// Adds the totals of another year.
    pub fn add(&mut self, other: &Self) {
        self.counts.add(&other.counts);
        self.edits += other.edits;
        self.laptops += other.laptops;
    }
}

/// Plays one year from a seed. An error names the seed, the step, and the state of every computer at that
/// time.
pub fn simulate(seed: u64) -> Result<Story> {
    let mut world = World::begin(seed)?;
    let played = world.play();
    played.with_context(|| format!("seed {seed}, where {}", world.described().unwrap_or_default()))?;
    let laptops = world.laptops.len() as u64;
    Ok(Story { counts: world.store.counts, edits: world.edits, laptops })
}

impl World {
    fn begin(seed: u64) -> Result<Self> {
        let mut chance = Chance::new(seed);
        let now = DateTime::from_timestamp(1_790_000_000, 0).context("a moment")?;
        let people = 2 + chance.below(3);
        let names = ["Anna", "Bram", "Cleo", "Daan"];
        let mut laptops: Vec<Laptop> =
            names.iter().take(people).map(|name| Laptop::new(name, now, &mut chance)).collect();
        let backups = laptops.iter().map(|_| None).collect();
        let trouble = chance.below(12);
        let (dossier, founded) = Exchange::found(&mut laptops[0].random);
        laptops[0].commit(founded);
        let mut world = Self {
            laptops,
            backups,
            store: Store::new(0),
            chance,
            now,
            dossier,
            note: NoteId::from_random([8; 10]),
            edits: 0,
            kept_from: Vec::new(),
            given: BTreeSet::new(),
        };
        for other in 1..people {
            world.acquaint(0, other)?;
        }
        world.edit(0)?;
        world.issue(0, consent())?;
        for other in 1..people {
            let person = world.laptops[other].person();
            world.grant(0, &person, GrantedRole::Coach)?;
        }
        world.everybody_syncs(3)?;
        world.store.trouble = trouble;
        Ok(world)
    }

    fn play(&mut self) -> Result<()> {
        let steps = 80 + self.chance.below(80);
        for step in 0..steps {
            self.step().and_then(|()| self.check()).with_context(|| format!("at step {step}"))?;
        }
        self.calm_down().context("after the storm")
    }

    /// Describes the state of every computer for debugging.
    fn described(&mut self) -> Result<String> {
        let mut all = String::new();
        for number in 0..self.laptops.len() {
            let terms = self.terms(number)?;
            all += &self.laptops[number].described(terms.as_ref(), &self.dossier);
        }
        Ok(all)
    }

    fn acquaint(&mut self, a: usize, b: usize) -> Result<()> {
        self.introduce(a, b)?;
        let now = self.now;
        for (one, other) in [(a, b), (b, a)] {
            let person = self.laptops[other].person();
            let laptop = &mut self.laptops[one];
            let clock = laptop.clock(now);
            let step = laptop.exchange.confirm(&person, clock)?;
            laptop.commit(step);
        }
        Ok(())
    }

    fn introduce(&mut self, a: usize, b: usize) -> Result<()> {
        let now = self.now;
        let inviter = &mut self.laptops[a];
        let clock = inviter.clock(now);
        let (invitation, step) = inviter.exchange.invite(
            InvitationKind::Colleague,
            InviterRole::Professional,
            None,
            clock,
            &mut inviter.random,
        );
        inviter.commit(step);
        let accepter = &mut self.laptops[b];
        let clock = accepter.clock(now);
        let step = accepter.exchange.accept(&invitation, clock, &mut accepter.random)?;
        accepter.commit(step);
        self.everybody_syncs(3)
    }

    fn everybody_syncs(&mut self, rounds: usize) -> Result<()> {
        for _ in 0..rounds {
            for number in 0..self.laptops.len() {
                self.sync(number, Power::Stays)?;
            }
        }
        Ok(())
    }

    fn sync(&mut self, number: usize, mut power: Power) -> Result<()> {
        let laptop = &mut self.laptops[number];
        if laptop.sync(&mut self.store, self.now, &mut self.chance, &mut power)?.is_err() {
            laptop.restart(laptop.incarnation, self.now)?;
        }
        Ok(())
    }

    pub(crate) fn terms(&mut self, number: usize) -> Result<Option<Terms>> {
        let laptop = &mut self.laptops[number];
        let charter = never(laptop.exchange.charter(&self.dossier, &mut laptop.home))??;
        Ok(charter.map(|charter| charter.terms()))
    }

    fn issue(&mut self, number: usize, act: Act) -> Result<bool> {
        let now = self.laptops[number].clock(self.now);
        let laptop = &mut self.laptops[number];
        let stated = never(laptop.exchange.issue(&self.dossier, act, now, &mut laptop.home))?;
        Ok(stated.map(|step| laptop.commit(step)).is_ok())
    }

    fn grant(&mut self, number: usize, person: &PersonKey, role: GrantedRole) -> Result<bool> {
        let Some(to) = self.laptops[number].exchange.member_of(person) else { return Ok(false) };
        self.issue(number, Act::Grant { to, role })
    }

    fn edit(&mut self, number: usize) -> Result<()> {
        let may = self.laptops[number].exchange.may_write(&self.dossier);
        let there = self.laptops[number].home.record(&self.dossier).is_some() || self.edits == 0;
        if !may || !there {
            return Ok(());
        }
        self.edits += 1;
        let word = if self.chance.happens(60) {
            let word = format!("{CANARY}-{}-{}", self.laptops[number].name, self.edits);
            self.laptops[number].add(&self.dossier, &word, self.now)?;
            word
        } else {
            let sign = char::from_u32(0x4e00 + self.edits as u32).context("a sign")?;
            self.laptops[number].write(&self.dossier, &self.note, sign, self.now)?;
            sign.to_string()
        };
        self.keep_from_those_withdrawn(number, word)
    }

    fn step(&mut self) -> Result<()> {
        self.now += TimeDelta::minutes(self.chance.below(6_000) as i64);
        let number = self.chance.below(self.laptops.len());
        match self.chance.below(100) {
            0..35 => self.edit(number)?,
            35..70 => self.sync(number, Power::Stays)?,
            70..78 => {
                let power = Power::GoesAt(self.chance.below(12));
                self.sync(number, power)?;
            }
            78..83 => self.store.suffer(&mut self.chance),
            83..90 => self.act_as_keeper(number)?,
            90..93 => {
                let laptop = &mut self.laptops[number];
                laptop.skew = TimeDelta::minutes(self.chance.below(20_000) as i64 - 10_000);
            }
            93..95 => {
                let laptop = &self.laptops[number];
                self.backups[number] = Some((laptop.home.clone(), laptop.written.clone()));
            }
            95..98 => self.restore(number)?,
            _ => self.copy(number)?,
        }
        Ok(())
    }

    /// Changes something in the charter, if this is the keeper's computer.
    fn act_as_keeper(&mut self, number: usize) -> Result<()> {
        let Some(terms) = self.terms(number)? else { return Ok(()) };
        let me = self.laptops[number].person();
        if terms.keeper().person != me {
            return Ok(());
        }
        let others: Vec<PersonKey> =
            self.laptops.iter().map(Laptop::person).filter(|person| *person != me).collect();
        let other = others[self.chance.below(others.len())];
        match self.chance.below(6) {
            0 | 1 if terms.role(&other).is_some() => {
                let now = self.laptops[number].clock(self.now);
                let laptop = &mut self.laptops[number];
                let act = Act::Withdraw { person: other };
                let step = never(laptop.exchange.issue(&self.dossier, act, now, &mut laptop.home))?;
                if let Ok(step) = step {
                    laptop.commit(step);
                    self.given.remove(&other);
                }
            }
            0..4 => {
                let role = if self.chance.happens(75) { GrantedRole::Coach } else { GrantedRole::Reader };
                if self.grant(number, &other, role)? {
                    self.give(other);
                }
            }
            4 => drop(self.issue(number, consent())?),
            _ => {
                let first = terms.consents().next().map(|(hash, _)| hash);
                if let Some(consent) = first.filter(|_| self.chance.happens(50)) {
                    self.issue(number, Act::WithdrawConsent { consent })?;
                } else if let Some(to) = self.laptops[number].exchange.member_of(&other)
                    && self.issue(number, Act::HandOver { to })?
                {
                    self.give(other);
                }
            }
        }
        Ok(())
    }

    /// Records that a person who got a role again may have everything.
    fn give(&mut self, person: PersonKey) {
        self.kept_from.retain(|(kept_from, _)| *kept_from != person);
        self.given.insert(person);
    }

    /// Restores a vault from an old copy. Everything that was not sent since then is lost with the computer.
    fn restore(&mut self, number: usize) -> Result<()> {
        let Some((home, written)) = self.backups[number].clone() else { return Ok(()) };
        let incarnation = self.laptops[number].random.bytes();
        let laptop = &mut self.laptops[number];
        (laptop.home, laptop.written) = (home, written);
        laptop.restart(incarnation, self.now)
    }

    /// Copies a vault to a second computer, and both go on.
    fn copy(&mut self, number: usize) -> Result<()> {
        if self.laptops.len() >= MOST_LAPTOPS {
            return Ok(());
        }
        let original = &self.laptops[number];
        let mut twin = Laptop::new(&format!("{}+", original.name), self.now, &mut self.chance);
        (twin.home, twin.written) = (original.home.clone(), original.written.clone());
        let incarnation = twin.random.bytes();
        twin.restart(incarnation, self.now)?;
        self.laptops.push(twin);
        self.backups.push(None);
        Ok(())
    }

    /// Ends the trouble: the clocks become right, the store becomes reliable, and everybody connects now and
    /// then. They must agree within a season.
    fn calm_down(&mut self) -> Result<()> {
        self.store.trouble = 0;
        self.laptops.iter_mut().for_each(|laptop| laptop.skew = TimeDelta::zero());
        let mut keeper = None;
        for _ in 0..40 {
            // Statements arrive from computers that were out of reach, so somebody else may turn out to be
            // the keeper.
            let keeps = self.keeper()?;
            if keeper != Some(keeps) {
                self.meet_again()?;
                keeper = Some(keeps);
            }
            self.now += TimeDelta::days(2);
            self.everybody_syncs(2)?;
            self.check()?;
            if self.all_agree().is_ok() {
                return Ok(());
            }
        }
        self.all_agree()
    }

    /// Lets people meet again whose computers were all restored from old copies, and so know nobody who is
    /// still there. Everybody connects their own computers, and those who lost the keeper meet the keeper
    /// again.
    fn meet_again(&mut self) -> Result<()> {
        let keeper = self.keeper()?.unwrap_or(0);
        let person = |world: &Self, number: usize| world.laptops[number].person();
        for a in 0..self.laptops.len() {
            for b in a + 1..self.laptops.len() {
                if person(self, a) == person(self, b) && !self.reach(a, b) {
                    self.introduce(a, b)?;
                }
            }
        }
        for other in 0..self.laptops.len() {
            let mut pairs =
                (0..self.laptops.len()).flat_map(|a| (0..self.laptops.len()).map(move |b| (a, b)));
            let of_both = |(a, b): &(usize, usize)| {
                person(self, *a) == person(self, keeper) && person(self, *b) == person(self, other)
            };
            if person(self, other) != person(self, keeper)
                && !pairs.any(|pair| of_both(&pair) && self.reach(pair.0, pair.1))
            {
                self.acquaint(keeper, other)?;
            }
        }
        Ok(())
    }

    /// Returns whether one of two computers knows the other.
    fn reach(&self, a: usize, b: usize) -> bool {
        let knows = |a: usize, b: usize| {
            let of_b = self.laptops[b].exchange.device();
            self.laptops[a].exchange.devices_to_admit().contains(&of_b)
        };
        knows(a, b) || knows(b, a)
    }

    /// Returns the computer whose owner is the keeper by its own charter.
    pub(crate) fn keeper(&mut self) -> Result<Option<usize>> {
        for number in 0..self.laptops.len() {
            let own = self.laptops[number].person();
            if self.terms(number)?.is_some_and(|terms| terms.keeper().person == own) {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }
}

fn consent() -> Act {
    Act::Consent {
        purpose: "samen begeleiden".into(),
        how: ConsentForm::Spoken,
        given_by: "mevrouw De Wit".into(),
        until: None,
    }
}
