//! The attacks of a villain who keeps a dossier, or kept it.

use anyhow::Result;
use chrono::TimeDelta;
use exchange::charter::{Act, ConsentForm, GrantedRole, SignedStatement, StatementHash};
use exchange::forge::{self, Forger};

use super::case::Human;
use super::circle::Circle;

impl Circle {
    /// Remembers the charter of a dossier that a villain keeps, to speak as its keeper later.
    pub(crate) fn remember_as_keeper(&mut self, villain: Human, number: usize, case: usize) -> Result<()> {
        let me = self.laptops[number].person();
        let Some(view) = self.charter(number, case)? else { return Ok(()) };
        if view.terms.keeper().person == me && !view.terms.is_frozen() {
            let statements = view.charter.statements().cloned().collect();
            self.kept.insert((villain, case), (Forger::of(&self.laptops[number].exchange), statements));
        }
        Ok(())
    }

    /// Does something with a dossier that the villain keeps or kept.
    pub(crate) fn act_as_villain_keeper(&mut self, villain: Human, number: usize) -> Result<()> {
        for case in 0..self.cases.len() {
            self.remember_as_keeper(villain, number, case)?;
        }
        let of_villain: Vec<usize> =
            self.kept.keys().filter(|(one, _)| *one == villain).map(|(_, case)| *case).collect();
        if of_villain.is_empty() {
            return Ok(());
        }
        let case = of_villain[self.chance.below(of_villain.len())];
        if self.cases[case].keeper != villain {
            return self.take_back(villain, number, case);
        }
        let honest: Vec<Human> = (0..self.people.len()).filter(|one| self.people[*one].honest).collect();
        let one = honest[self.chance.below(honest.len())];
        let other = honest[self.chance.below(honest.len())];
        if one != other && self.chance.happens(35) {
            return self.hand_over_twice(villain, number, case, [one, other]);
        }
        if one != other && self.chance.happens(35) {
            return self.state_what_adds_up(villain, number, case, [one, other]);
        }
        let to = self.key_of(one).and_then(|key| self.laptops[number].exchange.member_of(&key));
        let Some(to) = to else { return Ok(()) };
        if self.issue(number, case, Act::HandOver { to })? {
            self.tell(format!("a villain hands dossier {case} over to {}", self.people[one].name));
            self.cases[case].offered = Some(one);
            self.cases[case].ever.insert(one);
        }
        Ok(())
    }

    /// Hands a dossier over to two people, who each see one of the statements.
    fn hand_over_twice(&mut self, villain: Human, number: usize, case: usize, to: [Human; 2]) -> Result<()> {
        let Some((keys, before)) = self.kept.get(&(villain, case)).cloned() else { return Ok(()) };
        self.tell(format!("a villain hands dossier {case} over to two people"));
        self.have_trouble(2);
        for human in to {
            let (Some(person), Some(target)) = (self.key_of(human), self.laptop_of(human)) else { continue };
            let to = exchange::charter::CharterMember { person, name: self.people[human].name.clone() };
            let id = self.cases[case].id.clone();
            let offered = keys.states(&id, heads(&before), self.now, Act::HandOver { to });
            let part = forge::charter_part(&id, before.iter().chain([&offered]));
            self.send_forged(villain, number, target, vec![part]);
            self.cases[case].ever.insert(human);
        }
        Ok(())
    }

    /// Makes statements for two people, so that the exclusive or of the beginnings of the hashes is the same for
    /// both.
    fn state_what_adds_up(
        &mut self,
        villain: Human,
        number: usize,
        case: usize,
        to: [Human; 2],
    ) -> Result<()> {
        let Some((keys, before)) = self.kept.get(&(villain, case)).cloned() else { return Ok(()) };
        self.tell(format!("a villain tells two people different things about dossier {case}"));
        let id = self.cases[case].id.clone();
        let consent = |count: i64| {
            let act = Act::Consent {
                purpose: count.to_string(),
                how: ConsentForm::Spoken,
                given_by: "niemand".to_owned(),
                until: None,
            };
            keys.states(&id, heads(&before), self.now - TimeDelta::minutes(count), act)
        };
        let all: Vec<SignedStatement> = (0..90).map(consent).collect();
        let (one, others) = (vec![all[0].clone()], with_the_same_sum(&all[0], &all[1..]));
        for (human, statements) in to.into_iter().zip([one, others]) {
            let Some(target) = self.laptop_of(human) else { continue };
            let part = forge::charter_part(&id, before.iter().chain(&statements));
            self.send_forged(villain, number, target, vec![part]);
        }
        Ok(())
    }

    /// Signs a handover to a friend as if it were older than the one to the present keeper, and lets the friend
    /// give everybody their roles back. Of some such handovers the one with the smallest hash is used.
    fn take_back(&mut self, villain: Human, number: usize, case: usize) -> Result<()> {
        let Some((keys, before)) = self.kept.get(&(villain, case)).cloned() else { return Ok(()) };
        self.tell(format!("{} takes dossier {case} back", self.people[villain].name));
        let id = self.cases[case].id.clone();
        let random = &mut self.laptops[number].random;
        let friend = Forger::random("Nick", random);
        let offers = (0..12).map(|second| {
            let at = self.now - TimeDelta::days(60) + TimeDelta::seconds(second);
            keys.states(&id, heads(&before), at, Act::HandOver { to: friend.member() })
        });
        let Some(offered) = offers.min_by_key(SignedStatement::hash) else { return Ok(()) };
        let accept = Act::Accept { hand_over: offered.hash() };
        let accepted = friend.states(&id, [offered.hash()], self.now, accept);
        let grant = Act::Grant { to: keys.member(), role: GrantedRole::Coach };
        let granted = friend.states(&id, [accepted.hash()], self.now, grant);
        let all: Vec<SignedStatement> = before.into_iter().chain([offered, accepted, granted]).collect();
        self.have_trouble(1);
        for target in self.honest_laptops() {
            if self.chance.happens(60) {
                let part = forge::charter_part(&id, &all);
                self.send_forged(villain, number, target, vec![part]);
            }
        }
        Ok(())
    }
}

/// Returns the statements that no other follows.
pub(crate) fn heads(all: &[SignedStatement]) -> Vec<StatementHash> {
    let followed = |hash: &StatementHash| all.iter().any(|one| one.statement().parents.contains(hash));
    all.iter().map(SignedStatement::hash).filter(|hash| !followed(hash)).collect()
}

fn start(statement: &SignedStatement) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = statement.hash().0;
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// Returns some of the statements, the beginnings of whose hashes add up by exclusive or to that of another
/// (Gaussian elimination over the field of two elements).
fn with_the_same_sum(one: &SignedStatement, all: &[SignedStatement]) -> Vec<SignedStatement> {
    // Each row has a highest bit of its own, and the set of statements that add up to it.
    let mut rows: Vec<(u64, u128)> = Vec::new();
    for (place, statement) in all.iter().enumerate().take(128) {
        let mut row = (start(statement), 1_u128 << place);
        for (value, set) in &rows {
            if row.0 ^ value < row.0 {
                row = (row.0 ^ value, row.1 ^ set);
            }
        }
        if row.0 != 0 {
            rows.push(row);
            rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.0));
        }
    }
    let (mut target, mut chosen) = (start(one), 0_u128);
    for (value, set) in &rows {
        if target ^ value < target {
            (target, chosen) = (target ^ value, chosen ^ set);
        }
    }
    all.iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1).map(|(_, one)| one.clone()).collect()
}
