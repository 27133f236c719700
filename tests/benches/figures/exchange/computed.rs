//! The computing that the exchange does for one edit, without vaults and servers: the same code over homes in
//! memory.

use ::exchange::charter::{Act, ConsentForm, GrantedRole};
use ::exchange::{Exchange, InvitationKind, InviterRole, MemoryHome, Post, Randomness, Received};
use anyhow::{Context, Result, bail, ensure};
use coach::Environment;
use coach::dossier::model::{Person, PersonField};
use coach::dossier::{DocumentName, DossierId, Id, PersonId, edit};
use std::convert::Infallible;

use crate::table::timed;

/// Two exchanges that share a dossier, in memory.
pub(crate) struct Computed {
    anna: Side,
    bram: Side,
    dossier: DossierId,
    edits: u64,
}

struct Side {
    exchange: Exchange,
    home: MemoryHome,
    random: Randomness,
}

impl Computed {
    pub(crate) fn new() -> Result<Self> {
        let (mut anna, mut bram) = (Side::new("Anna", 1), Side::new("Bram", 2));
        let now = (Environment::COMPUTER.now)();
        let (kind, role) = (InvitationKind::Colleague, InviterRole::Professional);
        let (invitation, step) = anna.exchange.invite(kind, role, None, now, &mut anna.random);
        anna.home.commit(step);
        let step = bram.exchange.accept(&invitation, now, &mut bram.random)?;
        bram.home.commit(step);
        until_quiet(&mut bram, &mut anna)?;
        let (annas, brams) = (anna.exchange.person(), bram.exchange.person());
        let step = anna.exchange.confirm(&brams, now)?;
        anna.home.commit(step);
        let step = bram.exchange.confirm(&annas, now)?;
        bram.home.commit(step);
        let (dossier, founded) = Exchange::found(&mut anna.random);
        anna.home.commit(founded);
        let mut computed = Self { anna, bram, dossier, edits: 0 };
        computed.edit()?;
        let (purpose, given_by) = ("samen begeleiden".into(), "Mevrouw De Wit".into());
        computed.state(Act::Consent { purpose, how: ConsentForm::Spoken, given_by, until: None })?;
        let to = computed.anna.exchange.member_of(&brams).context("Bram is not known")?;
        computed.state(Act::Grant { to, role: GrantedRole::Coach })?;
        until_quiet(&mut computed.anna, &mut computed.bram)?;
        Ok(computed)
    }

    /// Returns the milliseconds that it takes to make an envelope for an edit, to read it and to make the
    /// answer.
    pub(crate) fn one_edit(&mut self) -> Result<f64> {
        self.edit()?;
        let (Self { anna, bram, .. }, mut answers) = (self, Vec::new());
        let took = timed(|| {
            for post in anna.make()? {
                bram.take(post.outgoing.bytes)?;
            }
            answers = bram.make()?;
            Ok(())
        })?;
        ensure!(!answers.is_empty(), "the edit was not answered");
        // An answer that is lost takes its key with it.
        for answer in answers {
            anna.take(answer.outgoing.bytes)?;
        }
        Ok(took)
    }

    fn edit(&mut self) -> Result<()> {
        self.edits += 1;
        let now = (Environment::COMPUTER.now)();
        let mut id = [0; 10];
        id[..8].copy_from_slice(&self.edits.to_be_bytes());
        let add = edit::add::<Person>(PersonId::from_random(id), [PersonField::Name("Fatima".into())]);
        self.anna.home.edit(&self.dossier, &add, now)?;
        let step = self.anna.exchange.edited(&self.dossier, &DocumentName::Record, now);
        self.anna.home.commit(step);
        Ok(())
    }

    fn state(&mut self, act: Act) -> Result<()> {
        let (now, anna) = ((Environment::COMPUTER.now)(), &mut self.anna);
        let step = sure(anna.exchange.issue(&self.dossier, act, now, &mut anna.home))??;
        anna.home.commit(step);
        Ok(())
    }
}

impl Side {
    fn new(name: &str, number: u8) -> Self {
        let mut random = Randomness::from_seed([number; 32]);
        let now = (Environment::COMPUTER.now)();
        let (exchange, step) = Exchange::begin(name, [number; 16], now, &mut random);
        let mut home = MemoryHome::new(exchange.coach(), exchange.device());
        home.commit(step);
        Self { exchange, home, random }
    }

    /// Returns the envelopes that are due.
    fn make(&mut self) -> Result<Vec<Post>> {
        let now = (Environment::COMPUTER.now)();
        let (step, posts) = sure(self.exchange.outgoing(now, &mut self.random, &mut self.home))?;
        self.home.commit(step);
        for receipt in posts.iter().filter_map(|post| post.receipt.as_ref()) {
            let step = sure(self.exchange.delivered(receipt, now, &mut self.home))?;
            self.home.commit(step);
        }
        Ok(posts)
    }

    /// Reads the envelopes that arrived and returns those to send back at once.
    fn take(&mut self, bytes: Vec<u8>) -> Result<Vec<Vec<u8>>> {
        let now = (Environment::COMPUTER.now)();
        match sure(self.exchange.receive(bytes, now, &mut self.random, &mut self.home))? {
            Ok(Received::Merged(step, answers)) => {
                self.home.commit(step);
                Ok(answers.into_iter().map(|answer| answer.bytes).collect())
            }
            other => bail!("an envelope was not merged: {other:?}"),
        }
    }
}

fn until_quiet(one: &mut Side, other: &mut Side) -> Result<()> {
    for _ in 0..10 {
        let mut carried = 0;
        for turn in 0..2 {
            let (from, to) = if turn == 0 { (&mut *one, &mut *other) } else { (&mut *other, &mut *one) };
            for post in from.make()? {
                carried += 1;
                for answer in to.take(post.outgoing.bytes)? {
                    from.take(answer)?;
                }
            }
        }
        if carried == 0 {
            return Ok(());
        }
    }
    bail!("the two never stop answering each other")
}

/// Returns the error of a home in memory, which has none.
fn sure<T>(done: Result<T, Infallible>) -> Result<T> {
    let Ok(value) = done;
    Ok(value)
}
