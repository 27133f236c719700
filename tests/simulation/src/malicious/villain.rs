//! The attacks of anybody with valid keys and a program of their own.

use anyhow::Result;
use chrono::TimeDelta;
use dossier::model::{Person, PersonField};
use dossier::{ChangeHash, CoachId, DocumentName, DossierId, Id, NoteId, PersonId, edit};
use exchange::charter::{Act, ConsentForm, GrantedRole, SignedStatement};
use exchange::forge::{self, Forger};
use exchange::{DeviceKey, EnvelopePart, HeadsProof, Home};

use super::case::Human;
use super::circle::Circle;
use crate::laptop::Power;
use crate::watched_home::never;

/// The most times that somebody claims in a year to have more than was sent.
const MOST_CLAIMS: usize = 2;

/// A change in any name and stream.
pub(crate) struct Forgery {
    pub(crate) dossier: DossierId,
    pub(crate) changes: Vec<u8>,
    pub(crate) heads: Vec<ChangeHash>,
    pub(crate) proofs: Vec<HeadsProof>,
}

impl Forgery {
    pub(crate) fn into_part(self) -> EnvelopePart {
        let Self { dossier, changes, proofs, .. } = self;
        EnvelopePart::Changes { dossier, document: DocumentName::Record, changes, proofs }
    }
}

impl Circle {
    pub(crate) fn villainy(&mut self) -> Result<()> {
        let villains = self.villains();
        let villain = villains[self.chance.below(villains.len())];
        let Some(number) = self.laptop_of(villain) else { return Ok(()) };
        let honest = self.honest_laptops();
        let target = honest[self.chance.below(honest.len())];
        let mut case = self.chance.below(self.cases.len());
        let theirs: Vec<usize> = (0..self.cases.len())
            .filter(|case| self.cases[*case].has_role(villain) && self.cases[*case].keeper != villain)
            .collect();
        if !theirs.is_empty() && self.chance.happens(70) {
            case = theirs[self.chance.below(theirs.len())];
        }
        self.story.deeds += 1;
        if self.theft.as_ref().is_some_and(|theft| theft.thief == villain) {
            return self.write_as_the_owner(target, case);
        }
        match self.chance.below(100) {
            0..12 => self.ask_for_everything(villain, number, target)?,
            12..24 => self.put_own_key_on_a_card(villain, number, target)?,
            24..38 => self.write_in_a_stream(villain, number, target, case)?,
            38..46 => self.state_many_things(villain, number, target, case)?,
            46..52 => self.bring_many_devices(villain, number, target)?,
            52..62 => self.grow_successors(villain, number, target, case)?,
            62..80 => self.act_as_villain_keeper(villain, number)?,
            80..83 => self.claim_too_much(villain, number, target)?,
            83..86 => self.number_strangely(villain, number, target)?,
            _ => {
                self.write(number, case)?;
                self.sync(number, Power::Stays)?;
            }
        }
        Ok(())
    }

    /// Sends an envelope with any parts from a villain's program.
    pub(crate) fn send_forged(
        &mut self,
        villain: Human,
        number: usize,
        target: usize,
        parts: Vec<EnvelopePart>,
    ) {
        let to = self.laptops[target].exchange.device();
        let (now, laptop) = (self.now, &mut self.laptops[number]);
        if let Some(bytes) = forge::envelope(&mut laptop.exchange, &to, now, parts, &mut laptop.random) {
            self.store.put_forged(to, bytes, villain, now);
        }
    }

    /// Asks for every dossier, also those that the villain only knows by their ids.
    fn ask_for_everything(&mut self, villain: Human, number: usize, target: usize) -> Result<()> {
        self.tell(format!("a villain asks {} for everything", self.laptops[target].name));
        let unknown = DossierId::from_random(self.laptops[number].random.bytes());
        let mut parts = Vec::new();
        for id in self.cases.iter().map(|case| case.id.clone()).chain([unknown]) {
            let note = NoteId::from_random(self.laptops[number].random.bytes());
            parts.push(EnvelopePart::Changes {
                dossier: id.clone(),
                document: DocumentName::Note(note.clone()),
                changes: vec![7; 1000],
                proofs: Vec::new(),
            });
            parts.push(EnvelopePart::Have {
                dossier: id,
                statements: [7; 32],
                documents: vec![(DocumentName::Note(note), vec![ChangeHash([7; 32]); 3])],
                devices: [7; 32],
                all: true,
            });
        }
        self.send_forged(villain, number, target, parts);
        Ok(())
    }

    /// Puts a sealing key of the villain on the card of an honest computer. The storage loses what that one
    /// gets, so that it is sent again.
    fn put_own_key_on_a_card(&mut self, villain: Human, number: usize, target: usize) -> Result<()> {
        let others = self.honest_laptops();
        let other = others[self.chance.below(others.len())];
        if other == target {
            return Ok(());
        }
        let (person, device) = (self.laptops[other].person(), self.laptops[other].exchange.device());
        let certificates = forge::certificates_of(&self.laptops[number].exchange, &person);
        let Some(certificate) = certificates.into_iter().find(|one| one.device() == device) else {
            return Ok(());
        };
        self.tell(format!(
            "a villain tells {} a key of {}",
            self.laptops[target].name, self.laptops[other].name
        ));
        let key = self.people[villain].ring.make(&mut self.laptops[number].random);
        let card = Forger::of(&self.laptops[number].exchange).card(&certificate, "Bram", &key, 9);
        self.send_forged(villain, number, target, vec![EnvelopePart::Device { card }]);
        if self.chance.happens(40) {
            self.store.withhold(&device, None);
            self.have_trouble(3);
        }
        Ok(())
    }

    /// Writes in the name or in the stream of somebody else, and calls the device the villain's own.
    fn write_in_a_stream(&mut self, villain: Human, number: usize, target: usize, case: usize) -> Result<()> {
        let others = self.honest_laptops();
        let other = others[self.chance.below(others.len())];
        let keys = Forger::of(&self.laptops[number].exchange);
        let device = self.laptops[other].exchange.device();
        let (coach, device) = match self.chance.below(3) {
            0 => (keys.person().coach(), device),
            1 => (self.laptops[other].person().coach(), device),
            _ => (self.laptops[other].person().coach(), keys.device()),
        };
        let Some(mut forgery) = self.written_as(number, case, coach, device)? else { return Ok(()) };
        let name = &self.laptops[other].name;
        self.tell(format!("a villain writes in dossier {case} as {name} does"));
        let also: Vec<_> = keys.claims(&device).into_iter().collect();
        let heads = forgery.heads.clone();
        forgery.proofs.push(keys.heads(&forgery.dossier, &DocumentName::Record, heads, also));
        self.send_forged(villain, number, target, vec![forgery.into_part()]);
        Ok(())
    }

    /// Writes a change in a copy of a dossier, in any name and stream.
    pub(crate) fn written_as(
        &mut self,
        number: usize,
        case: usize,
        coach: CoachId,
        device: DeviceKey,
    ) -> Result<Option<Forgery>> {
        let (now, id) = (self.now, self.cases[case].id.clone());
        let laptop = &mut self.laptops[number];
        if laptop.home.record(&id).is_none() {
            return Ok(None);
        }
        let mut home = laptop.home.clone();
        home.coach = coach;
        home.become_device(device)?;
        let before = never(home.heads(&id, &DocumentName::Record))?;
        let person = PersonId::from_random(laptop.random.bytes());
        let add = edit::add::<Person>(person, [PersonField::Name("Onecht".into())]);
        if home.edit(&id, &add, now).is_err() {
            return Ok(None);
        }
        let heads = never(home.heads(&id, &DocumentName::Record))?;
        let changes = never(home.changes_since(&id, &DocumentName::Record, &before))?;
        Ok(Some(Forgery { dossier: id, changes, heads, proofs: Vec::new() }))
    }

    /// States many things about a dossier, whether or not anybody asked.
    fn state_many_things(&mut self, villain: Human, number: usize, target: usize, case: usize) -> Result<()> {
        let Some(view) = self.charter(number, case)? else { return Ok(()) };
        let before: Vec<SignedStatement> = view.charter.statements().cloned().collect();
        if view.terms.keeper().person == self.laptops[number].person() {
            return Ok(());
        }
        self.tell(format!("a villain states many things about dossier {case}"));
        let keys = Forger::of(&self.laptops[number].exchange);
        let id = self.cases[case].id.clone();
        let victim = self.laptops[target].person();
        let junk: Vec<SignedStatement> = (0..250)
            .map(|count| {
                let after = [before[self.chance.below(before.len())].hash()];
                let at = self.now - TimeDelta::days(count);
                let act = match count % 6 {
                    0 => Act::Close,
                    1 => Act::Withdraw { person: victim },
                    2 => Act::Grant { to: keys.member(), role: GrantedRole::Coach },
                    3 => Act::HandOver { to: keys.member() },
                    4 => Act::Accept { hand_over: after[0] },
                    _ => Act::Consent {
                        purpose: "x".repeat(1_000),
                        how: ConsentForm::Spoken,
                        given_by: "niemand".to_owned(),
                        until: None,
                    },
                };
                keys.states(&id, after, at, act)
            })
            .collect();
        let part = forge::charter_part(&id, before.iter().chain(&junk));
        self.send_forged(villain, number, target, vec![part]);
        Ok(())
    }

    /// Calls many computers the villain's own.
    fn bring_many_devices(&mut self, villain: Human, number: usize, target: usize) -> Result<()> {
        // Everything that a villain with a role may read would be sealed for each of the devices, which takes
        // long and shows nothing more.
        let has_role = self.cases.iter().any(|case| case.has_role(villain));
        if has_role || !self.brought.insert(villain) {
            return Ok(());
        }
        self.tell(format!("a villain brings {} many devices", self.laptops[target].name));
        let laptop = &mut self.laptops[number];
        let keys = Forger::of(&laptop.exchange);
        let key = self.people[villain].ring.make(&mut laptop.random);
        let cards = (0..120).map(|_| {
            let other = keys.with_another_device(&mut laptop.random);
            EnvelopePart::Device { card: other.card(&other.certificate(), "Mallory", &key, 1) }
        });
        let cards = cards.collect();
        self.send_forged(villain, number, target, cards);
        Ok(())
    }

    /// Names a successor, a successor of the successor, and so on.
    fn grow_successors(&mut self, villain: Human, number: usize, target: usize, case: usize) -> Result<()> {
        let Some(view) = self.charter(target, case)? else { return Ok(()) };
        // Whoever keeps a dossier may fill its charter.
        let offered = self.cases[case].offered == Some(villain);
        let keeps = offered || self.cases[case].keeper == villain || self.kept.contains_key(&(villain, case));
        if !self.cases[case].ever.contains(&villain) || keeps {
            return Ok(());
        }
        let name = &self.laptops[target].name;
        self.tell(format!("a villain names many successors in dossier {case} to {name}"));
        let (id, now) = (self.cases[case].id.clone(), self.now);
        let mut all: Vec<SignedStatement> = view.charter.statements().cloned().collect();
        let mut keys = Forger::of(&self.laptops[number].exchange);
        for _ in 0..250 {
            let next = Forger::random("Niemand", &mut self.laptops[number].random);
            let act = Act::Succeed { succession: keys.succeeded_by(&next), name: "Niemand".to_owned() };
            let after = all.last().map(SignedStatement::hash);
            all.push(next.states(&id, after, now, act));
            keys = next;
        }
        let part = forge::charter_part(&id, &all);
        self.send_forged(villain, number, target, vec![part]);
        Ok(())
    }

    /// Says to have got more than was ever sent.
    fn claim_too_much(&mut self, villain: Human, number: usize, target: usize) -> Result<()> {
        if self.claims >= MOST_CLAIMS {
            return Ok(());
        }
        self.claims += 1;
        self.have_trouble(1);
        self.tell(format!("a villain claims to have more of {}", self.laptops[target].name));
        let to = self.laptops[target].exchange.device();
        let (now, laptop) = (self.now, &mut self.laptops[number]);
        let content = forge::next_content(&laptop.exchange, &to, now, Vec::new());
        let Some(mut content) = content else { return Ok(()) };
        content.acknowledged += 1_000;
        if let Some(bytes) = forge::send(&mut laptop.exchange, &to, &content, &mut laptop.random) {
            self.store.put_forged(to, bytes, villain, now);
        }
        Ok(())
    }

    /// Sends two envelopes with one number, and one with a number that is far ahead.
    fn number_strangely(&mut self, villain: Human, number: usize, target: usize) -> Result<()> {
        let to = self.laptops[target].exchange.device();
        let (now, laptop) = (self.now, &mut self.laptops[number]);
        let content = forge::next_content(&laptop.exchange, &to, now, Vec::new());
        let Some(mut content) = content else { return Ok(()) };
        for (ahead, sent) in [(0, 0), (0, 400_000), (700, -9_000_000)] {
            content.number += ahead;
            content.sent = now + TimeDelta::hours(sent);
            if let Some(bytes) = forge::send(&mut laptop.exchange, &to, &content, &mut laptop.random) {
                self.store.put_forged(to, bytes, villain, now);
            }
        }
        Ok(())
    }
}
