//! A computer that is stolen, and reported lost after a while.

use std::collections::BTreeSet;

use anyhow::Result;
use dossier::DocumentName;
use exchange::charter::Act;
use exchange::forge::{self, Forger, Keyring};
use exchange::{EnvelopePart, PersonKey};

use super::case::{Gone, Human};
use super::circle::{Circle, Somebody};
use super::theft::Theft;
use crate::watched_home::never;

impl Circle {
    pub(crate) fn steal_or_report(&mut self) -> Result<()> {
        match &self.theft {
            None => self.steal(),
            Some(theft) if !theft.reported => self.report_theft(),
            Some(_) => Ok(()),
        }
    }

    /// A thief takes one of two computers of an honest person. Until the owner reports it, the thief is that
    /// person.
    fn steal(&mut self) -> Result<()> {
        let (victims, current) = (0..self.people.len(), |circle: &Self, number: usize| {
            let laptop = &circle.laptops[number];
            circle.key_of(circle.owners[number]) == Some(laptop.person())
                && !circle.put_back.contains(&number)
        });
        let victims: Vec<Human> = victims
            .filter(|human| {
                let theirs = self.laptops_of(*human);
                self.people[*human].honest
                    && theirs.len() == 2
                    && theirs.iter().all(|number| current(self, *number))
            })
            .collect();
        if victims.is_empty() {
            return Ok(());
        }
        let victim = victims[self.chance.below(victims.len())];
        let stolen = self.laptops_of(victim)[self.chance.below(2)];
        let thief = self.people.len();
        let (name, ring) = (format!("a thief of {}", self.people[victim].name), Keyring::default());
        self.people.push(Somebody { name, honest: false, out: false, keys: Vec::new(), ring });
        self.owners[stolen] = thief;
        self.backups.remove(&stolen);
        let exchange = &self.laptops[stolen].exchange;
        self.people[thief].ring.learn(exchange);
        let (device, person, keys) = (exchange.device(), exchange.person(), Forger::of(exchange));
        self.tell(format!("{} is stolen", self.laptops[stolen].name));
        for case in 0..self.cases.len() {
            let case_of = &mut self.cases[case];
            if case_of.has_role(victim) {
                case_of.give(thief);
            } else if let Some(gone) = case_of.gone.get(&victim).copied() {
                case_of.gone.insert(thief, gone);
            }
            if case_of.ever.contains(&victim) {
                case_of.ever.insert(thief);
            }
            self.remember_as_keeper(thief, stolen, case)?;
        }
        for word in &mut self.words {
            word.forbidden.remove(&thief);
        }
        self.have_trouble(0);
        self.theft = Some(Theft { victim, thief, device, person, keys, reported: false, round: self.round });
        Ok(())
    }

    /// The owner reports the computer lost on another one, and gets another key.
    fn report_theft(&mut self) -> Result<()> {
        let Some(theft) = &self.theft else { return Ok(()) };
        let (victim, thief, device) = (theft.victim, theft.thief, theft.device);
        let key = self.key_of(victim);
        let theirs = self.laptops_of(victim).into_iter();
        let mut theirs = theirs
            .filter(|number| key == Some(self.laptops[*number].person()) && !self.put_back.contains(number));
        let Some(number) = theirs.next().filter(|number| !self.laptops[*number].exchange.is_revoked()) else {
            return Ok(());
        };
        let former = self.laptops[number].person();
        let now = self.now;
        let laptop = &mut self.laptops[number];
        let (clock, lost) = (laptop.clock(now), BTreeSet::from([device]));
        let step = laptop.exchange.replace_key(&lost, clock, &mut laptop.random, &mut laptop.home);
        laptop.commit(never(step)?);
        laptop.write_as_now()?;
        let fresh = laptop.person();
        self.people[victim].keys.push(fresh);
        self.backups.clear();
        self.have_trouble(1);
        self.story.replaced += 1;
        self.tell(format!("{} reports the theft", self.people[victim].name));
        for case in 0..self.cases.len() {
            if self.cases[case].has_role(thief) {
                let statement = self.succession_in(number, case, &former)?;
                self.cases[case].take(thief, Gone { round: self.round, statement });
            }
        }
        if let Some(theft) = &mut self.theft {
            (theft.reported, theft.round) = (true, self.round);
        }
        Ok(())
    }

    /// Returns the statement by which a key was replaced.
    fn succession_in(
        &mut self,
        number: usize,
        case: usize,
        former: &PersonKey,
    ) -> Result<Option<exchange::charter::StatementHash>> {
        let Some(view) = self.charter(number, case)? else { return Ok(None) };
        let mut statements = view.charter.statements();
        let of_former = statements.find(|one| match &one.statement().act {
            Act::Succeed { succession, .. } => succession.former() == *former,
            _ => false,
        });
        Ok(of_former.map(|one| one.hash()))
    }

    /// The thief writes in the owner's name, long after the report.
    pub(crate) fn write_as_the_owner(&mut self, target: usize, case: usize) -> Result<()> {
        let Some(theft) = &self.theft else { return Ok(()) };
        let (thief, keys) = (theft.thief, theft.keys.clone());
        let gone = Gone { round: theft.round, statement: None };
        if !theft.reported || self.is_recent(gone) {
            return Ok(());
        }
        let Some(number) = self.laptops_of(thief).first().copied() else { return Ok(()) };
        let (coach, device) = (keys.person().coach(), keys.device());
        let Some(mut written) = self.written_as(number, case, coach, device)? else { return Ok(()) };
        written.proofs.push(keys.heads(
            &written.dossier,
            &DocumentName::Record,
            written.heads.clone(),
            vec![],
        ));
        self.tell(format!("{} writes in dossier {case}", self.people[thief].name));
        self.send_as_stolen(thief, target, &keys, vec![written.into_part()])
    }

    /// Sends an envelope from the device that was stolen.
    fn send_as_stolen(
        &mut self,
        thief: Human,
        target: usize,
        keys: &Forger,
        parts: Vec<EnvelopePart>,
    ) -> Result<()> {
        let Some(number) = self.laptops_of(thief).first().copied() else { return Ok(()) };
        let to = self.laptops[target].exchange.device();
        let (now, laptop) = (self.now, &mut self.laptops[number]);
        let Some(mut content) = forge::next_content(&laptop.exchange, &to, now, parts) else { return Ok(()) };
        content.sender = keys.certificate();
        let sealed = forge::send(&mut laptop.exchange, &to, &content, &mut laptop.random);
        if let Some(bytes) = sealed {
            self.store.put_forged(to, bytes, thief, now);
        }
        Ok(())
    }
}
