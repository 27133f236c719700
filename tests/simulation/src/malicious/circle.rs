//! The people, their computers and their dossiers.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use dossier::{ChangeHash, CoachId, DocumentName, Heads, Id, NoteId};
use exchange::charter::{Charter, GrantedRole, SignedStatement, StatementHash, Terms};
use exchange::forge::{Forger, Keyring};
use exchange::{EntryKey, Exchange, Home, InvitationKind, InviterRole, PersonKey};

use super::case::{Case, Human, Word};
use super::spent::Budgets;
use super::story::MaliciousStory;
use super::theft::Theft;
use super::watched::Watch;
use crate::chance::Chance;
use crate::laptop::{Laptop, Power};
use crate::store::Store;
use crate::watched_home::never;

/// A person.
pub(crate) struct Somebody {
    pub(crate) name: String,
    pub(crate) honest: bool,
    /// True if somebody else took the person's key for good, so that nothing is expected of them any more.
    pub(crate) out: bool,
    /// The keys that the person ever had.
    pub(crate) keys: Vec<PersonKey>,
    /// The sealing keys that the person ever had, if it is a villain.
    pub(crate) ring: Keyring,
}

/// A charter as a computer has it.
pub(crate) struct View {
    pub(crate) charter: Charter,
    pub(crate) terms: Terms,
    pub(crate) statements: BTreeSet<StatementHash>,
}

/// The people, their computers and their dossiers.
pub(crate) struct Circle {
    pub(crate) people: Vec<Somebody>,
    pub(crate) laptops: Vec<Laptop>,
    /// The owner of each computer.
    pub(crate) owners: Vec<Human>,
    pub(crate) cases: Vec<Case>,
    pub(crate) words: Vec<Word>,
    /// The author of each change that honest computers made.
    pub(crate) made: BTreeMap<ChangeHash, Option<CoachId>>,
    /// The documents that stay apart, because a villain signed two changes with one number.
    pub(crate) parted: BTreeSet<(usize, DocumentName)>,
    /// The streams in which honest computers wrote.
    pub(crate) streams: BTreeSet<Vec<u8>>,
    /// The charters as they were last read, because reading one checks all its signatures.
    pub(crate) views: BTreeMap<(usize, usize), (Vec<u8>, Rc<View>)>,
    pub(crate) theft: Option<Theft>,
    /// The charters that villains had when they kept a dossier, with the keys that they had.
    pub(crate) kept: BTreeMap<(Human, usize), (Forger, Vec<SignedStatement>)>,
    /// The villains who brought many devices.
    pub(crate) brought: BTreeSet<Human>,
    /// The number of times that a villain claimed to have more than was sent.
    pub(crate) claims: usize,
    /// The heads of the documents whose authors were checked.
    pub(crate) checked: BTreeMap<(usize, usize, DocumentName), Heads>,
    pub(crate) backups: BTreeMap<usize, (exchange::MemoryHome, BTreeSet<String>)>,
    /// The computers whose vault was put back and that have not noticed yet.
    pub(crate) put_back: BTreeSet<usize>,
    pub(crate) store: Store,
    pub(crate) watch: Watch,
    pub(crate) chance: Chance,
    pub(crate) now: DateTime<Utc>,
    /// The number of times that everybody was online.
    pub(crate) round: u32,
    /// The last round in which something was withheld, a computer failed, or people had to talk.
    pub(crate) trouble: u32,
    pub(crate) story: MaliciousStory,
    pub(crate) told: Vec<String>,
    pub(crate) budgets: Budgets,
    /// The dossiers that were found frozen.
    pub(crate) frozen: BTreeSet<usize>,
}

const HONEST: [&str; 3] = ["Anna", "Bram", "Cleo"];
const VILLAINS: [&str; 2] = ["Mallory", "Victor"];

impl Circle {
    pub(crate) fn begin(seed: u64) -> Result<Self> {
        let chance = Chance::new(seed ^ 0x6d61_6c69_6365);
        let now = DateTime::from_timestamp(1_790_000_000, 0).context("a moment")?;
        let mut circle = Self {
            people: Vec::new(),
            laptops: Vec::new(),
            owners: Vec::new(),
            cases: Vec::new(),
            words: Vec::new(),
            made: BTreeMap::new(),
            parted: BTreeSet::new(),
            streams: BTreeSet::new(),
            views: BTreeMap::new(),
            theft: None,
            checked: BTreeMap::new(),
            kept: BTreeMap::new(),
            brought: BTreeSet::new(),
            claims: 0,
            backups: BTreeMap::new(),
            put_back: BTreeSet::new(),
            store: Store::new(0),
            watch: Watch::default(),
            chance,
            now,
            round: 0,
            trouble: 0,
            story: MaliciousStory::default(),
            told: Vec::new(),
            budgets: Default::default(),
            frozen: BTreeSet::new(),
        };
        circle.store.ever = Some(Vec::new());
        let villains = 1 + circle.chance.below(2);
        for name in HONEST {
            circle.arrive(name, true);
        }
        for name in VILLAINS.iter().take(villains) {
            circle.arrive(name, false);
        }
        for a in 0..circle.people.len() {
            for b in a + 1..circle.people.len() {
                circle.acquaint(a, b)?;
            }
        }
        circle.first_dossiers()?;
        Ok(circle)
    }

    /// Adds a person with a first computer.
    fn arrive(&mut self, name: &str, honest: bool) {
        let mut laptop = Laptop::new(name, self.now, &mut self.chance);
        if !honest {
            laptop.skew = TimeDelta::zero();
        }
        let keys = vec![laptop.person()];
        self.owners.push(self.people.len());
        self.laptops.push(laptop);
        let (name, ring) = (name.to_owned(), Keyring::default());
        self.people.push(Somebody { name, honest, out: false, keys, ring });
    }

    /// Founds a dossier of three people and often a villain, a secret one, and one that a villain keeps.
    fn first_dossiers(&mut self) -> Result<()> {
        for (keeper, members) in [(0, [1, 2].as_slice()), (0, [1].as_slice())] {
            self.found(keeper, members)?;
        }
        for villain in self.villains() {
            let role = if self.chance.happens(60) { GrantedRole::Coach } else { GrantedRole::Reader };
            if self.chance.happens(75) {
                self.grant(0, 0, villain, role)?;
            }
        }
        if self.chance.happens(60) {
            self.found(HONEST.len(), &[0, 1, 2])?;
        }
        self.everybody_syncs(3)
    }

    /// Founds a dossier and shares it.
    pub(crate) fn found(&mut self, keeper: Human, members: &[Human]) -> Result<()> {
        let Some(number) = self.laptop_of(keeper) else { return Ok(()) };
        let laptop = &mut self.laptops[number];
        let (id, step) = Exchange::found(&mut laptop.random);
        laptop.commit(step);
        let note = NoteId::from_random([self.cases.len() as u8 + 1; 10]);
        self.cases.push(Case {
            id,
            note,
            keeper,
            offered: None,
            members: BTreeSet::new(),
            ever: BTreeSet::from([keeper]),
            gone: BTreeMap::new(),
            was_in_bad_hands: !self.people[keeper].honest,
        });
        let case = self.cases.len() - 1;
        self.tell(format!("{} founds dossier {case}", self.people[keeper].name));
        self.write(number, case)?;
        self.consent(number, case, None)?;
        for member in members {
            self.grant(number, case, *member, GrantedRole::Coach)?;
        }
        Ok(())
    }

    pub(crate) fn villains(&self) -> Vec<Human> {
        (0..self.people.len()).filter(|human| !self.people[*human].honest).collect()
    }

    /// Returns the computers of honest people who are still there.
    pub(crate) fn honest_laptops(&self) -> Vec<usize> {
        let honest = |number: &usize| {
            let owner = &self.people[self.owners[*number]];
            owner.honest && !owner.out
        };
        (0..self.laptops.len()).filter(honest).collect()
    }

    pub(crate) fn laptops_of(&self, human: Human) -> Vec<usize> {
        (0..self.laptops.len()).filter(|number| self.owners[*number] == human).collect()
    }

    /// Returns one of a person's computers by chance.
    pub(crate) fn laptop_of(&mut self, human: Human) -> Option<usize> {
        let all = self.laptops_of(human);
        (!all.is_empty()).then(|| all[self.chance.below(all.len())])
    }

    /// Returns the key that a person uses now.
    pub(crate) fn key_of(&self, human: Human) -> Option<PersonKey> {
        self.people[human].keys.last().copied()
    }

    /// Returns the person who has or had a key.
    pub(crate) fn human(&self, key: &PersonKey) -> Option<Human> {
        self.people.iter().position(|one| one.keys.contains(key))
    }

    pub(crate) fn tell(&mut self, what: String) {
        let (day, round) = ((self.now.timestamp() - 1_790_000_000) / 86_400, self.round);
        self.told.push(format!("day {day}, round {round}: {what}"));
    }

    /// Returns the story until now, with the state of every computer.
    pub(crate) fn told(&mut self) -> String {
        let mut all: String = self.told.iter().map(|line| format!("\n  {line}")).collect();
        for case in 0..self.cases.len() {
            all += &format!("\ndossier {case}:");
            for number in 0..self.laptops.len() {
                let terms = self.terms(number, case).ok().flatten();
                all += &self.laptops[number].described(terms.as_ref(), &self.cases[case].id);
            }
        }
        all
    }

    /// Returns the charter of a dossier as a computer has it.
    pub(crate) fn charter(&mut self, number: usize, case: usize) -> Result<Option<Rc<View>>> {
        let (laptop, id) = (&mut self.laptops[number], &self.cases[case].id);
        let Some(bytes) = never(laptop.home.get(&EntryKey::Charter(id.clone())))? else { return Ok(None) };
        if let Some((there, view)) = self.views.get(&(number, case))
            && *there == bytes
        {
            return Ok(Some(view.clone()));
        }
        let charter = Charter::decode(&bytes)?;
        let all: Vec<_> = charter.statements().map(SignedStatement::to_bytes).collect();
        ensure!(
            all.iter().all(|bytes| SignedStatement::from_bytes(bytes).is_ok()),
            "a charter has a statement that nobody signed"
        );
        let statements = charter.statements().map(SignedStatement::hash).collect();
        let view = Rc::new(View { terms: charter.terms(), statements, charter });
        self.views.insert((number, case), (bytes, view.clone()));
        Ok(Some(view))
    }

    pub(crate) fn terms(&mut self, number: usize, case: usize) -> Result<Option<Terms>> {
        Ok(self.charter(number, case)?.map(|view| view.terms.clone()))
    }

    fn acquaint(&mut self, a: Human, b: Human) -> Result<()> {
        let (a, b) = (self.laptops_of(a)[0], self.laptops_of(b)[0]);
        self.introduce(InvitationKind::Colleague, a, b)?;
        self.confirm_each_other(a, b)
    }

    /// Lets two computers meet by an invitation.
    pub(crate) fn introduce(&mut self, kind: InvitationKind, a: usize, b: usize) -> Result<()> {
        let now = self.now;
        let inviter = &mut self.laptops[a];
        let clock = inviter.clock(now);
        let role = InviterRole::Professional;
        let (invitation, step) = inviter.exchange.invite(kind, role, None, clock, &mut inviter.random);
        inviter.commit(step);
        let accepter = &mut self.laptops[b];
        let clock = accepter.clock(now).min(clock);
        let step = accepter.exchange.accept(&invitation, clock, &mut accepter.random)?;
        accepter.commit(step);
        for _ in 0..2 {
            self.sync(b, Power::Stays)?;
            self.sync(a, Power::Stays)?;
        }
        Ok(())
    }

    pub(crate) fn confirm_each_other(&mut self, a: usize, b: usize) -> Result<()> {
        let (of_a, of_b) = (self.laptops[a].person(), self.laptops[b].person());
        for (one, other) in [(a, of_b), (b, of_a)] {
            let now = self.now;
            let laptop = &mut self.laptops[one];
            let step = laptop.exchange.confirm(&other, laptop.clock(now))?;
            laptop.commit(step);
        }
        Ok(())
    }

    pub(crate) fn sync(&mut self, number: usize, mut power: Power) -> Result<()> {
        let laptop = &mut self.laptops[number];
        let device = laptop.exchange.device();
        if laptop.sync(&mut self.store, self.now, &mut self.chance, &mut power)?.is_err() {
            laptop.restart(laptop.incarnation, self.now)?;
        }
        if laptop.exchange.device() != device {
            // A vault that was put back was noticed. Its new computer has to become known before anything arrives.
            self.have_trouble(0);
        }
        let owner = self.owners[number];
        let rewritten = std::mem::take(&mut self.laptops[number].rewritten);
        if self.people[owner].honest {
            self.made.extend(rewritten.into_iter().map(|change| (change.hash, change.author)));
        } else {
            self.people[owner].ring.learn(&self.laptops[number].exchange);
        }
        Ok(())
    }

    pub(crate) fn everybody_syncs(&mut self, times: usize) -> Result<()> {
        for _ in 0..times {
            for number in 0..self.laptops.len() {
                self.sync(number, Power::Stays)?;
            }
        }
        Ok(())
    }

    pub(crate) fn totals(&self) -> MaliciousStory {
        MaliciousStory {
            edits: self.words.len() as u64,
            tried: self.watch.tried,
            opened: self.watch.opened,
            frozen: self.frozen.len() as u64,
            parted: self.parted.len() as u64,
            put_backs: self.laptops.iter().map(|laptop| laptop.put_backs as u64).sum(),
            ..self.budgets.totals(self.story)
        }
    }
}
