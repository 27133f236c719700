//! The promises to honest people, which hold whatever villains do.
//!
//! 1. A villain opens nothing that was written when they had no role, or after their withdrawal had
//!    [`SPREAD`] rounds without trouble to spread. They learn nothing of a dossier in which they never had a
//!    role. Nothing that was written without a consent goes out.
//! 2. Nothing that an honest person wrote is lost on the computer where it was written, and nothing that
//!    somebody else wrote is in an honest person's name or stream.
//! 3. A withdrawal reaches everybody who is online within [`SPREAD`] rounds without trouble, and a keeper can
//!    always withdraw. After a vault was put back it may take longer, until others have sent again what it forgot.
//! 4. Two charters with the same digest have the same statements. Once the villains have stopped and people
//!    chose whom to follow, the members of a dossier that an honest person keeps agree on its charter and its
//!    documents. Only a document in which a villain signed two changes with one number may stay apart.
//! 5. What villains make others spend stays within budgets.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail, ensure};
use dossier::{ChangeHash, DocumentName};
use exchange::charter::{MemberRole, StatementHash, Terms};
use exchange::forge::digest;
use exchange::{Exchange, Home};

use super::case::Gone;
use super::circle::Circle;
#[allow(unused_imports, reason = "named in the documentation")]
use super::honest::SPREAD;
use crate::changes::{Written, changes_in};
use crate::watched_home::never;

impl Circle {
    pub(crate) fn check(&mut self) -> Result<()> {
        self.find_keepers()?;
        self.look_at_what_is_new()?;
        ensure!(!self.store.shows, "something in the storage can be read");
        self.nothing_is_lost()?;
        self.nobody_writes_as_another()?;
        self.withdrawals_arrive()?;
        self.digests_tell()?;
        self.check_budgets()
    }

    /// Records who keeps a dossier after a handover.
    fn find_keepers(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            let in_bad_hands = self.is_in_bad_hands(case);
            for number in self.honest_laptops() {
                let human = self.owners[number];
                let me = self.laptops[number].person();
                if human == self.cases[case].keeper || self.key_of(human) != Some(me) {
                    continue;
                }
                let keeps = |terms: &Terms| terms.keeper().person == me && !terms.is_frozen();
                let Some(terms) = self.terms(number, case)?.filter(keeps) else { continue };
                if self.cases[case].offered == Some(human) {
                    let former = self.cases[case].keeper;
                    self.cases[case].give(former);
                    self.become_keeper(case, human);
                } else if in_bad_hands {
                    self.take_over(case, human, &terms);
                }
                break;
            }
        }
        Ok(())
    }

    fn become_keeper(&mut self, case: usize, human: usize) {
        self.tell(format!("{} keeps dossier {case} now", self.people[human].name));
        let case = &mut self.cases[case];
        (case.keeper, case.offered) = (human, None);
        case.members.remove(&human);
    }

    /// Records that an honest person has a dossier from a villain. The members are those whom the charter
    /// names then.
    fn take_over(&mut self, case: usize, human: usize, terms: &Terms) {
        self.become_keeper(case, human);
        let members: BTreeSet<usize> =
            terms.members().filter_map(|(member, _)| self.human(&member.person)).collect();
        let gone = Gone { round: self.round, statement: None };
        for one in 0..self.people.len() {
            match members.contains(&one) {
                _ if one == human => {}
                true => self.cases[case].give(one),
                false => self.cases[case].take(one, gone),
            }
        }
        self.tell(format!("dossier {case} is in good hands, with {members:?}"));
    }

    fn nothing_is_lost(&self) -> Result<()> {
        for number in self.honest_laptops() {
            let laptop = &self.laptops[number];
            let reads: BTreeSet<String> =
                self.cases.iter().flat_map(|case| laptop.reads(&case.id, &case.note)).collect();
            if let Some(lost) = laptop.written.iter().find(|word| !reads.contains(*word)) {
                bail!("{} lost {lost}", laptop.name);
            }
        }
        Ok(())
    }

    fn nobody_writes_as_another(&mut self) -> Result<()> {
        let coaches: BTreeSet<_> = self
            .people
            .iter()
            .filter(|one| one.honest)
            .flat_map(|one| one.keys.iter().map(|key| key.coach()))
            .collect();
        self.collect_streams();
        for number in self.honest_laptops() {
            for case in 0..self.cases.len() {
                for document in self.documents(case) {
                    let id = self.cases[case].id.clone();
                    let home = &mut self.laptops[number].home;
                    let heads = never(home.heads(&id, &document))?;
                    let key = (number, case, document.clone());
                    let before = self.checked.get(&key).cloned().unwrap_or_default();
                    if heads == before {
                        continue;
                    }
                    let known = never(home.knows(&id, &document, &before))?;
                    let since: &[ChangeHash] = if known { &before } else { &[] };
                    let bytes = never(home.changes_since(&id, &document, since))?;
                    for change in changes_in(&bytes) {
                        if self.made.contains_key(&change.hash) {
                            continue;
                        }
                        let name = &self.laptops[number].name;
                        let by_honest = change.author.is_some_and(|author| coaches.contains(&author));
                        ensure!(
                            !by_honest,
                            "{name} has in dossier {case} what an honest person did not write"
                        );
                        let stream = self.streams.contains(&change.actor);
                        ensure!(!stream, "{name} has in dossier {case} a change in another's stream");
                    }
                    self.checked.insert(key, heads);
                }
            }
        }
        Ok(())
    }

    /// Records the streams in which honest computers write now. Nobody else may begin them.
    fn collect_streams(&mut self) {
        for number in self.honest_laptops() {
            let device = self.laptops[number].exchange.device();
            for case in 0..self.cases.len() {
                for document in self.documents(case) {
                    let actor = Exchange::actor(&device, &self.cases[case].id, &document);
                    self.streams.insert(actor.to_vec());
                }
            }
        }
    }

    fn documents(&self, case: usize) -> [DocumentName; 2] {
        [DocumentName::Record, DocumentName::Note(self.cases[case].note.clone())]
    }

    /// Returns the computers that must know a dossier: those of honest people with a role, as themselves.
    fn computers_in(&self, case: usize) -> Vec<usize> {
        let mut all = self.honest_laptops();
        all.retain(|number| {
            let owner = self.owners[*number];
            self.cases[case].has_role(owner) && self.key_of(owner) == Some(self.laptops[*number].person())
        });
        all
    }

    fn withdrawals_arrive(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            if self.is_in_bad_hands(case) || self.people[self.cases[case].keeper].out {
                continue;
            }
            let gone: Vec<(usize, Gone)> =
                self.cases[case].gone.iter().map(|(human, gone)| (*human, *gone)).collect();
            for (human, gone) in gone {
                let Some(statement) = gone.statement.filter(|_| !self.is_recent(gone)) else { continue };
                for number in self.computers_in(case) {
                    let Some(view) = self.charter(number, case)? else { continue };
                    // A former keeper may withdraw people too, and they hear of nothing after that.
                    if view.terms.role(&self.laptops[number].person()).is_none() {
                        continue;
                    }
                    ensure!(
                        view.statements.contains(&statement),
                        "{} does not know that {} left dossier {case} in round {}",
                        self.laptops[number].name,
                        self.people[human].name,
                        gone.round
                    );
                }
            }
        }
        Ok(())
    }

    fn digests_tell(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            let mut sets: BTreeMap<[u8; 32], BTreeSet<StatementHash>> = BTreeMap::new();
            for number in self.honest_laptops() {
                let Some(view) = self.charter(number, case)? else { continue };
                let set = sets.entry(digest(&view.charter)).or_insert_with(|| view.statements.clone());
                ensure!(*set == view.statements, "two charters of dossier {case} have the same digest");
            }
        }
        Ok(())
    }

    /// Checks that the members of each dossier that an honest person keeps agree.
    pub(crate) fn all_agree(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            let keeper = self.cases[case].keeper;
            if self.is_in_bad_hands(case) || self.people[keeper].out {
                continue;
            }
            let all = self.computers_in(case);
            let Some(first) = all.iter().copied().find(|number| self.owners[*number] == keeper) else {
                continue;
            };
            let Some(view) = self.charter(first, case)? else { continue };
            ensure!(!view.terms.is_frozen(), "dossier {case} is still frozen");
            let still = self.people[keeper].keys.contains(&view.terms.keeper().person);
            ensure!(still, "{} no longer keeps dossier {case}", self.people[keeper].name);
            for number in all {
                let Some(role) = view.terms.role(&self.laptops[number].person()) else { continue };
                let Some(other) = self.charter(number, case)? else {
                    bail!("{} has nothing of dossier {case}", self.laptops[number].name);
                };
                let name = &self.laptops[number].name;
                ensure!(other.statements == view.statements, "{name} has another charter of dossier {case}");
                ensure!(other.terms == view.terms, "{name} reads the charter of dossier {case} differently");
                if view.terms.shared_on(self.now.date_naive()) || self.owners[number] == keeper {
                    self.documents_agree(case, first, number, role)?;
                }
            }
        }
        Ok(())
    }

    /// Returns whether a villain signed two changes with one number, and two computers have one each. These two
    /// cannot be merged any more, as docs/trust-model.md says.
    fn were_parted(
        &mut self,
        case: usize,
        document: &DocumentName,
        first: usize,
        other: usize,
    ) -> Result<bool> {
        let id = self.cases[case].id.clone();
        let mut changes = |number: usize| -> Result<Vec<Written>> {
            Ok(changes_in(&never(self.laptops[number].home.changes_since(&id, document, &[]))?))
        };
        let (here, there) = (changes(first)?, changes(other)?);
        let here = here.iter().filter(|change| !self.streams.contains(&change.actor));
        let here: BTreeMap<_, _> = here.map(|change| ((&change.actor, change.number), change.hash)).collect();
        Ok(there
            .iter()
            .any(|change| here.get(&(&change.actor, change.number)).is_some_and(|hash| *hash != change.hash)))
    }

    fn documents_agree(&mut self, case: usize, first: usize, other: usize, role: MemberRole) -> Result<()> {
        let id = self.cases[case].id.clone();
        for document in self.documents(case) {
            let mut heads = never(self.laptops[first].home.heads(&id, &document))?;
            let mut theirs = never(self.laptops[other].home.heads(&id, &document))?;
            let has_all = never(self.laptops[other].home.knows(&id, &document, &heads))?;
            heads.sort();
            theirs.sort();
            if heads != theirs && self.were_parted(case, &document, first, other)? {
                self.parted.insert((case, document));
                continue;
            }
            let (one, two) = (&self.laptops[first].name, &self.laptops[other].name);
            ensure!(
                heads.is_empty() || has_all,
                "{two} lacks something of {document} in dossier {case} that {one} has"
            );
            let may_write = role > MemberRole::Reader;
            ensure!(!may_write || heads == theirs, "{one} and {two} differ in {document} of dossier {case}");
        }
        Ok(())
    }
}
