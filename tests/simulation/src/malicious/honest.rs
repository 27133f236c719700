//! The deeds of honest people.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use chrono::TimeDelta;
use dossier::{ChangeHash, DocumentName};
use exchange::charter::{Act, ConsentForm, GrantedRole, IssueError, StatementHash, Terms};
use exchange::{Home, InvitationKind, PersonKey, ShareError};

use super::case::{Gone, Human, Word};
use super::circle::Circle;
use crate::changes::changes_in;
use crate::laptop::Laptop;
use crate::store::CANARY;
use crate::watched_home::never;

/// The number of rounds without trouble within which a withdrawal reaches everybody who is online.
pub(crate) const SPREAD: u32 = 3;
/// The number of rounds within which a vault that was put back has got from others what it forgot. What it does not
/// answer is sent again after a week at last.
const HEALING: u32 = 8;
/// The most vaults that are put back in a year.
const MOST_PUT_BACK: usize = 3;

impl Circle {
    /// Writes in a dossier by chance.
    pub(crate) fn write_somewhere(&mut self, number: usize) -> Result<()> {
        let case = self.chance.below(self.cases.len());
        self.write(number, case)
    }

    pub(crate) fn write(&mut self, number: usize, case: usize) -> Result<()> {
        let owner = self.owners[number];
        let laptop = &self.laptops[number];
        let may = laptop.exchange.may_write(&self.cases[case].id)
            && self.key_of(owner) == Some(laptop.person())
            && !laptop.exchange.is_revoked();
        let there = laptop.home.record(&self.cases[case].id).is_some() || self.cases[case].keeper == owner;
        if !may || !there || self.put_back.contains(&number) {
            return Ok(());
        }
        let count = self.words.len() + self.made.len();
        let id = self.cases[case].id.clone();
        let in_record = self.chance.happens(70);
        let document =
            if in_record { DocumentName::Record } else { DocumentName::Note(self.cases[case].note.clone()) };
        let before = never(self.laptops[number].home.heads(&id, &document))?;
        let text = if in_record {
            let word = format!("{CANARY}-{}-{count}", self.laptops[number].name);
            self.laptops[number].add(&id, &word, self.now)?;
            word
        } else {
            let sign = char::from_u32(0x4e00 + count as u32).context("a sign")?;
            let note = self.cases[case].note.clone();
            self.laptops[number].write(&id, &note, sign, self.now)?;
            sign.to_string()
        };
        let hash = self.record_what_was_made(number, case, &document, &before)?;
        if let Some(hash) = hash.filter(|_| self.people[owner].honest) {
            self.mark(number, case, text, hash)?;
        }
        Ok(())
    }

    /// Records the changes that were just made. Returns the hash of the last one.
    fn record_what_was_made(
        &mut self,
        number: usize,
        case: usize,
        document: &DocumentName,
        before: &[ChangeHash],
    ) -> Result<Option<ChangeHash>> {
        let id = self.cases[case].id.clone();
        let home = &mut self.laptops[number].home;
        let heads = never(home.heads(&id, document))?;
        let bytes = never(home.changes_since(&id, document, before))?;
        if self.people[self.owners[number]].honest {
            for change in changes_in(&bytes) {
                // The change that begins a document is nobody's.
                if change.author.is_some() {
                    self.streams.insert(change.actor);
                }
                self.made.insert(change.hash, change.author);
            }
        }
        Ok(heads.first().copied())
    }

    /// Records a text, with the villains who must not read it.
    fn mark(&mut self, number: usize, case: usize, text: String, hash: ChangeHash) -> Result<()> {
        let without_consent = !self.is_shared(case)?;
        let mut forbidden = BTreeSet::new();
        for villain in self.villains() {
            // A thief is the owner until the theft is reported, and the owner may read everything.
            let unreported = self.theft.as_ref().filter(|theft| theft.thief == villain && !theft.reported);
            let is_owner = unreported.is_some_and(|theft| self.cases[case].has_role(theft.victim));
            if !is_owner && (without_consent || !self.may_still_read(villain, number, case)?) {
                forbidden.insert(villain);
            }
        }
        let kept_by_villain = self.is_in_bad_hands(case);
        if kept_by_villain {
            forbidden.clear();
        }
        let named: Vec<String> = forbidden.iter().map(|one| self.people[*one].name.clone()).collect();
        self.tell(format!(
            "{} writes {text} in dossier {case}, not for {named:?}",
            self.laptops[number].name
        ));
        self.words.push(Word { text, case, forbidden, without_consent });
        self.watch.index(hash, self.words.len() - 1);
        Ok(())
    }

    pub(crate) fn is_in_bad_hands(&self, case: usize) -> bool {
        let case = &self.cases[case];
        !self.people[case.keeper].honest || case.offered.is_some_and(|to| !self.people[to].honest)
    }

    /// Returns whether a villain has a role in truth, or lost it so lately that the author of a text cannot
    /// know it yet.
    fn may_still_read(&mut self, villain: Human, number: usize, case: usize) -> Result<bool> {
        if self.cases[case].has_role(villain) {
            return Ok(true);
        }
        let Some(gone) = self.cases[case].gone.get(&villain).copied() else { return Ok(false) };
        let Some(view) = self.charter(number, case)? else { return Ok(false) };
        let knows = match gone.statement {
            Some(statement) => view.statements.contains(&statement),
            None => self.keys_against(villain).iter().all(|key| view.terms.role(key).is_none()),
        };
        Ok(!knows && self.is_recent(gone))
    }

    /// Returns the keys as which a villain is known. A thief has a key of somebody else.
    fn keys_against(&self, villain: Human) -> Vec<PersonKey> {
        match self.theft.as_ref().filter(|theft| theft.thief == villain) {
            Some(theft) => vec![theft.keys.person()],
            None => self.people[villain].keys.clone(),
        }
    }

    /// Returns whether a withdrawal may still be on its way.
    pub(crate) fn is_recent(&self, gone: Gone) -> bool {
        self.round.saturating_sub(gone.round.max(self.trouble)) <= SPREAD
    }

    /// Returns whether a consent is valid as far as any honest computer knows, by any of their clocks.
    fn is_shared(&mut self, case: usize) -> Result<bool> {
        let day = (self.now - TimeDelta::days(3)).date_naive();
        for number in self.honest_laptops() {
            // A frozen charter thaws when people talk, so it counts as well.
            let consented = |terms: Terms| {
                let mut consents = terms.consents();
                !terms.is_closed() && consents.any(|(_, one)| one.until.is_none_or(|until| until >= day))
            };
            if self.terms(number, case)?.is_none_or(consented) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Issues a statement. Returns whether the charter took it.
    pub(crate) fn issue(&mut self, number: usize, case: usize, act: Act) -> Result<bool> {
        let withdraws = matches!(act, Act::Withdraw { .. });
        let laptop = &mut self.laptops[number];
        let clock = laptop.clock(self.now);
        match never(laptop.exchange.issue(&self.cases[case].id, act, clock, &mut laptop.home))? {
            Ok(step) => {
                laptop.commit(step);
                Ok(true)
            }
            Err(ShareError::Charter(IssueError::Full | IssueError::BadText)) if withdraws => {
                bail!("the keeper cannot withdraw anybody from dossier {case}")
            }
            Err(_) => Ok(false),
        }
    }

    pub(crate) fn consent(&mut self, number: usize, case: usize, days: Option<i64>) -> Result<()> {
        let until = days.map(|days| (self.now + TimeDelta::days(days)).date_naive());
        let act = Act::Consent {
            purpose: "samen begeleiden".into(),
            how: ConsentForm::Spoken,
            given_by: "mevrouw De Wit".into(),
            until,
        };
        if self.issue(number, case, act)? {
            self.tell(format!("a consent in dossier {case} until {until:?}"));
            let case_of_word = case;
            let have_role: Vec<Human> =
                self.villains().into_iter().filter(|one| self.cases[case].has_role(*one)).collect();
            for word in self.words.iter_mut().filter(|word| word.case == case_of_word && word.without_consent)
            {
                word.without_consent = false;
                word.forbidden.retain(|one| !have_role.contains(one));
            }
        }
        Ok(())
    }

    pub(crate) fn grant(
        &mut self,
        number: usize,
        case: usize,
        human: Human,
        role: GrantedRole,
    ) -> Result<()> {
        let Some(key) = self.key_of(human) else { return Ok(()) };
        let Some(to) = self.laptops[number].exchange.member_of(&key) else { return Ok(()) };
        if self.issue(number, case, Act::Grant { to, role })? {
            self.tell(format!("{} becomes {role:?} in dossier {case}", self.people[human].name));
            self.give(case, human);
        }
        Ok(())
    }

    /// Records that a person got a role, and with them whoever has one of their computers.
    fn give(&mut self, case: usize, human: Human) {
        let thief = self.theft.as_ref().filter(|theft| theft.victim == human && !theft.reported);
        let both = [Some(human), thief.map(|theft| theft.thief)];
        for one in both.into_iter().flatten() {
            self.cases[case].give(one);
            for word in self.words.iter_mut().filter(|word| word.case == case && !word.without_consent) {
                word.forbidden.remove(&one);
            }
        }
    }

    fn withdraw(&mut self, number: usize, case: usize, human: Human) -> Result<()> {
        let Some(key) = self.key_of(human) else { return Ok(()) };
        let before = self.charter(number, case)?;
        if !self.issue(number, case, Act::Withdraw { person: key })? {
            return Ok(());
        }
        let after = self.charter(number, case)?;
        let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
        let statement = after.statements.difference(&before.statements).next().copied();
        let gone = Gone { round: self.round, statement };
        self.story.withdrawals += 1;
        self.tell(format!("{} is withdrawn from dossier {case}", self.people[human].name));
        self.cases[case].take(human, gone);
        if self.cases[case].offered == Some(human) {
            self.cases[case].offered = None;
        }
        let thief = self.theft.as_ref().filter(|theft| theft.victim == human && !theft.reported);
        if let Some(thief) = thief.map(|theft| theft.thief) {
            self.cases[case].take(thief, gone);
        }
        Ok(())
    }

    /// Hands a dossier over to somebody, who accepts when it arrives.
    fn hand_over(&mut self, number: usize, case: usize, human: Human) -> Result<()> {
        let key = self.key_of(human);
        let to = key.and_then(|key| self.laptops[number].exchange.member_of(&key));
        let Some(to) = to else { return Ok(()) };
        if self.issue(number, case, Act::HandOver { to })? {
            self.tell(format!("dossier {case} is handed over to {}", self.people[human].name));
            self.give(case, human);
            self.cases[case].offered = Some(human);
            if !self.people[human].honest {
                self.fall_into_bad_hands(case);
            }
        }
        Ok(())
    }

    /// Records that a villain may do with a dossier as a keeper does.
    pub(crate) fn fall_into_bad_hands(&mut self, case: usize) {
        self.cases[case].was_in_bad_hands = true;
        for word in self.words.iter_mut().filter(|word| word.case == case) {
            word.forbidden.clear();
        }
    }

    /// Changes something in the charter of a dossier that an honest person keeps.
    pub(crate) fn act_as_keeper(&mut self) -> Result<()> {
        let case = self.chance.below(self.cases.len());
        let keeper = self.cases[case].keeper;
        let Some(number) = self.laptop_of(keeper).filter(|_| self.people[keeper].honest) else {
            return Ok(());
        };
        let me = self.laptops[number].person();
        let Some(terms) = self.terms(number, case)? else { return Ok(()) };
        if terms.keeper().person != me || terms.is_frozen() || self.put_back.contains(&number) {
            return Ok(());
        }
        let others: Vec<Human> = (0..self.people.len()).filter(|human| *human != keeper).collect();
        let mut other = others[self.chance.below(others.len())];
        // Honest people want to be rid of villains.
        let villains: Vec<Human> =
            self.villains().into_iter().filter(|one| self.cases[case].members.contains(one)).collect();
        if !villains.is_empty() && self.chance.happens(40) {
            other = villains[self.chance.below(villains.len())];
        }
        let villain = !self.people[other].honest;
        let role = if self.chance.happens(70) { GrantedRole::Coach } else { GrantedRole::Reader };
        match self.chance.below(100) {
            0..40 if self.cases[case].has_role(other) => {
                let wanted = villain || self.chance.happens(30);
                let withdraws = wanted && self.cases[case].offered.is_none_or(|to| to != other);
                withdraws.then(|| self.withdraw(number, case, other)).transpose()?;
            }
            0..70 => self.grant(number, case, other, role)?,
            70..80 => {
                let days = self.chance.happens(50).then(|| self.chance.below(30) as i64);
                self.consent(number, case, days)?;
            }
            80..85 => {
                if let Some((consent, _)) = terms.consents().next() {
                    self.issue(number, case, Act::WithdrawConsent { consent })?;
                    self.tell(format!("a consent in dossier {case} is withdrawn"));
                }
            }
            _ if self.cases[case].offered.is_none() && terms.offered_to().is_none() => {
                let hands_over = !villain || self.chance.happens(50);
                hands_over.then(|| self.hand_over(number, case, other)).transpose()?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps a copy of a vault, or puts an earlier one back in place.
    pub(crate) fn put_a_vault_back(&mut self, number: usize) -> Result<()> {
        let done = self.laptops.iter().map(|laptop| laptop.put_backs).sum::<usize>() + self.put_back.len();
        let backup = self.backups.remove(&number).filter(|_| done < MOST_PUT_BACK);
        let Some((home, written)) = backup else {
            let laptop = &self.laptops[number];
            self.backups.insert(number, (laptop.home.clone(), laptop.written.clone()));
            return Ok(());
        };
        self.tell(format!("the vault of {} is put back", self.laptops[number].name));
        self.have_trouble(HEALING);
        let laptop = &mut self.laptops[number];
        (laptop.home, laptop.written) = (home, written);
        laptop.restart(laptop.incarnation, self.now)?;
        self.put_back.insert(number);
        self.forget_lost_withdrawals()
    }

    /// Gives those their roles back whose withdrawal is gone with the vault that was put back, because nobody had
    /// received it.
    fn forget_lost_withdrawals(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            let mut held: BTreeSet<StatementHash> = BTreeSet::new();
            for number in self.honest_laptops() {
                held.extend(self.charter(number, case)?.iter().flat_map(|view| &view.statements));
            }
            let gone = self.cases[case].gone.iter();
            let lost = gone.filter(|(_, gone)| gone.statement.is_some_and(|one| !held.contains(&one)));
            for human in lost.map(|(human, _)| *human).collect::<Vec<Human>>() {
                self.give(case, human);
            }
        }
        Ok(())
    }

    /// Lets an honest person add a second computer.
    pub(crate) fn adopt_a_computer(&mut self) -> Result<()> {
        let honest: Vec<Human> = (0..self.people.len())
            .filter(|human| {
                let one = &self.people[*human];
                one.honest && !one.out && self.laptops_of(*human).len() == 1
            })
            .collect();
        if honest.is_empty() || self.laptops.len() > 7 {
            return Ok(());
        }
        let human = honest[self.chance.below(honest.len())];
        let first = self.laptops_of(human)[0];
        if self.put_back.contains(&first) || self.laptops[first].exchange.is_revoked() {
            return Ok(());
        }
        let name = format!("{}'s tablet {}", self.people[human].name, self.laptops.len());
        let laptop = Laptop::new(&name, self.now, &mut self.chance);
        self.laptops.push(laptop);
        self.owners.push(human);
        let second = self.laptops.len() - 1;
        self.introduce(InvitationKind::OwnDevice, first, second)?;
        self.confirm_each_other(first, second)?;
        self.tell(format!("{} joins", self.laptops[second].name));
        self.have_trouble(0);
        self.backups.remove(&first);
        Ok(())
    }

    /// Lets people talk about dossiers that are frozen, and choose the honest keeper.
    pub(crate) fn follow_keepers(&mut self) -> Result<()> {
        for case in 0..self.cases.len() {
            for number in self.honest_laptops() {
                let Some(view) = self.charter(number, case)?.filter(|view| view.terms.is_frozen()) else {
                    continue;
                };
                let keepers: Vec<PersonKey> =
                    view.charter.claimants().iter().map(|claimant| claimant.person).collect();
                self.frozen.insert(case);
                self.have_trouble(0);
                let mut keeper = self.cases[case].keeper;
                let claimants: Vec<Human> = keepers.iter().filter_map(|key| self.human(key)).collect();
                // The person to whom the keeper handed over may have accepted already.
                let offered = self.cases[case].offered.filter(|to| claimants.contains(to));
                if let Some(to) = offered.filter(|to| self.people[*to].honest) {
                    keeper = to;
                } else if !self.people[keeper].honest || !claimants.contains(&keeper) {
                    let honest = claimants.into_iter().filter(|one| self.people[*one].honest).min();
                    let Some(honest) = honest else { continue };
                    keeper = honest;
                }
                let (name, of) = (self.laptops[number].name.clone(), self.people[keeper].name.clone());
                self.tell(format!("{name} follows {of} in dossier {case}"));
                let claims = |key: &PersonKey| keepers.contains(key);
                let keys: Vec<PersonKey> = self.people[keeper].keys.iter().copied().filter(claims).collect();
                for key in keys {
                    let laptop = &mut self.laptops[number];
                    let (clock, id) = (laptop.clock(self.now), &self.cases[case].id);
                    let step = never(laptop.exchange.follow_keeper(id, &key, clock, &mut laptop.home))?;
                    laptop.commit(step?);
                }
            }
        }
        Ok(())
    }
}
