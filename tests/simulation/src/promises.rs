//! The promises that must be true in every year.
//!
//! 1. No acknowledged edit is lost on the computer where it was made, whatever the store does and whenever
//!    the power fails.
//! 2. A store that loses objects, is emptied or is restored removes nothing from a computer.
//! 3. Nothing in the store can be read.
//! 4. Once the store is reliable, everybody who may write has the same records, and everybody who may read
//!    has all of them.
//! 5. A withdrawn person gets nothing that the keeper wrote after the withdrawal.

use anyhow::{Context, Result, bail, ensure};
use dossier::DocumentName;
use exchange::Home;
use exchange::charter::MemberRole;

use crate::laptop::Laptop;
use crate::watched_home::never;
use crate::world::World;

impl World {
    /// Records that the withdrawn people must not get what the keeper wrote. A person who was given a role
    /// again is an exception, even if this computer has not heard of it or has forgotten it.
    pub(crate) fn keep_from_those_withdrawn(&mut self, number: usize, word: String) -> Result<()> {
        let Some(terms) = self.terms(number)? else { return Ok(()) };
        if terms.keeper().person != self.laptops[number].person() {
            return Ok(());
        }
        let mut given_again = self.given.clone();
        for other in 0..self.laptops.len() {
            let members = self.terms(other)?.into_iter().flat_map(|one| one.members().collect::<Vec<_>>());
            given_again.extend(members.map(|(member, _)| member.person));
        }
        let withdrawn = self.laptops.iter().map(Laptop::person);
        let withdrawn = withdrawn.filter(|person| terms.is_withdrawn(person));
        let kept_from = withdrawn.filter(|person| !given_again.contains(person));
        self.kept_from.extend(kept_from.map(|person| (person, word.clone())));
        Ok(())
    }

    pub(crate) fn check(&self) -> Result<()> {
        for laptop in &self.laptops {
            laptop.has_all_it_wrote(&self.dossier, &self.note)?;
            let reads = laptop.reads(&self.dossier, &self.note);
            for (person, word) in &self.kept_from {
                ensure!(
                    laptop.person() != *person || !reads.contains(word),
                    "{} got {word} after the withdrawal",
                    laptop.name
                );
            }
        }
        ensure!(!self.store.shows, "something in the store can be read");
        Ok(())
    }

    pub(crate) fn all_agree(&mut self) -> Result<()> {
        let mut all_terms = Vec::new();
        for number in 0..self.laptops.len() {
            all_terms.push(self.terms(number)?);
        }
        let keeper = self.keeper()?.context("nobody keeps the dossier")?;
        let terms = all_terms[keeper].clone().context("the keeper has no charter")?;
        let shared = terms.shared_on(self.now.date_naive());
        for (number, theirs) in all_terms.iter().enumerate() {
            let person = self.laptops[number].person();
            let Some(role) = terms.role(&person) else { continue };
            ensure!(
                theirs.as_ref() == Some(&terms),
                "{} and the keeper read the charter differently",
                self.laptops[number].name
            );
            let own = person == self.laptops[keeper].person();
            if !shared && !own {
                continue;
            }
            self.agrees(keeper, number, role)?;
        }
        Ok(())
    }

    fn agrees(&mut self, keeper: usize, number: usize, role: MemberRole) -> Result<()> {
        for name in [DocumentName::Record, DocumentName::Note(self.note.clone())] {
            let mut heads = never(self.laptops[keeper].home.heads(&self.dossier, &name))?;
            let mut theirs = never(self.laptops[number].home.heads(&self.dossier, &name))?;
            if role == MemberRole::Reader {
                let has_all = never(self.laptops[number].home.knows(&self.dossier, &name, &heads))?;
                ensure!(has_all, "{} may read and does not have all of {name}", self.laptops[number].name);
                continue;
            }
            heads.sort();
            theirs.sort();
            if heads != theirs {
                let here = self.laptops[keeper].reads(&self.dossier, &self.note);
                let there = self.laptops[number].reads(&self.dossier, &self.note);
                bail!(
                    "{} and {} differ in {name}: {:?}",
                    self.laptops[keeper].name,
                    self.laptops[number].name,
                    here.symmetric_difference(&there).collect::<Vec<_>>()
                );
            }
        }
        Ok(())
    }
}
