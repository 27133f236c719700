//! What must hold in every year.
//!
//! 1. No acknowledged edit is lost on the computer where it was made, whatever the store does and when the power goes.
//! 2. A store that loses, empties or goes back in time takes nothing away that was here.
//! 3. Nothing in the store can be read.
//! 4. When the storm is over, everybody who may write has the same records, and whoever may read has all of it.
//! 5. Whoever was withdrawn gets nothing that the keeper wrote after that.

use anyhow::{Context, Result, bail, ensure};
use dossier::DocumentName;
use exchange::Home;
use exchange::charter::StandingRole;

use crate::laptop::Laptop;
use crate::world::{World, never};

impl World {
    /// What the keeper writes is not for those whom he withdrew; unless they were given a role again, of which this
    /// computer has not heard, or has forgotten.
    pub(crate) fn keep_from_those_withdrawn(&mut self, number: usize, word: String) -> Result<()> {
        let Some(standing) = self.standing(number)? else { return Ok(()) };
        if standing.keeper().person != self.laptops[number].person() {
            return Ok(());
        }
        let mut given_again = self.given.clone();
        for other in 0..self.laptops.len() {
            let members = self.standing(other)?.into_iter().flat_map(|one| one.members().collect::<Vec<_>>());
            given_again.extend(members.map(|(member, _)| member.person));
        }
        let withdrawn = self.laptops.iter().map(Laptop::person);
        let withdrawn = withdrawn.filter(|person| standing.withdrawn(person).is_some());
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
        let mut standings = Vec::new();
        for number in 0..self.laptops.len() {
            standings.push(self.standing(number)?);
        }
        let keeper = self.keeper()?.context("nobody keeps the dossier")?;
        let standing = standings[keeper].clone().context("the keeper has no charter")?;
        let shared = standing.shared_on(self.now.date_naive());
        for (number, theirs) in standings.iter().enumerate() {
            let person = self.laptops[number].person();
            let Some(role) = standing.role(&person) else { continue };
            ensure!(
                theirs.as_ref() == Some(&standing),
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

    fn agrees(&mut self, keeper: usize, number: usize, role: StandingRole) -> Result<()> {
        for name in [DocumentName::Record, DocumentName::Note(self.note.clone())] {
            let mut heads = never(self.laptops[keeper].home.heads(&self.dossier, &name))?;
            let mut theirs = never(self.laptops[number].home.heads(&self.dossier, &name))?;
            if role == StandingRole::Reader {
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
