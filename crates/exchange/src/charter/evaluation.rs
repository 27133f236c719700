//! The evaluation of a charter: a function of the set of statements alone.
//!
//! - A keeper's tenure ends when the person to whom the keeper handed over accepts, or when another key of
//!   the keeper takes the place of the lost one.
//! - If one tenure ends in favour of two different people, the keeper has signed both, and nobody can tell
//!   which was meant. The charter is frozen: nobody is its keeper, and statements only remove. It is the same
//!   if the keeper withdrew the person who accepted, and neither had seen the other. A person can choose whom
//!   to follow; that choice is their own, and no part of the charter.
//! - A statement holds if its author was the keeper when making it: the tenure began before it, and did not
//!   end before it. Beside the end, it holds only if it removes something and no later keeper withdrew its
//!   author without having seen it.
//! - A withdrawal of the present keeper does not hold, and neither does a withdrawal of oneself.
//! - A withdrawal removes every role that was not given after it, so it wins over a grant that was made at
//!   the same time.
//! - Of roles that were given at the same time, the lesser counts.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::ending::Endings;
use super::graph::Graph;
use super::member::CharterMember;
use super::statement::SignedStatement;
use super::statement_hash::StatementHash;
use super::tenure::{Stage, Tenures};
use super::terms::{Consent, StatementSummary};
use crate::cbor::Documents;
use crate::signing_key::PersonKey;

/// The statements, and the numbers of those that hold.
pub(super) struct Evaluation<'a> {
    graph: Graph<'a>,
    opening: (CharterMember, Documents),
    endings: Endings,
    tenures: Tenures,
    /// The withdrawals that hold, each with the number of its author's tenure.
    withdrawals: Vec<Withdrawal>,
    holding: Vec<usize>,
}

pub(super) struct Withdrawal {
    pub(super) number: usize,
    pub(super) person: PersonKey,
    tenure: usize,
}

impl<'a> Evaluation<'a> {
    /// Evaluates statements. `chosen` are the statements with which the tenures begin that this person follows
    /// where a charter is frozen.
    pub(super) fn new(
        all: &'a BTreeMap<StatementHash, SignedStatement>,
        chosen: &BTreeSet<StatementHash>,
    ) -> Self {
        let graph = Graph::new(all);
        let opening = match graph.numbers().next().map(|first| graph.act(first)) {
            Some(Act::Open { keeper, before, .. }) => (keeper.clone(), before.clone()),
            // A charter always begins with a statement that opens it, and no other statement lacks parents.
            _ => (nobody(), Documents::new()),
        };
        let endings = Endings::of(&graph);
        let tenures = Tenures::of(&graph, &endings, opening.0.clone(), chosen);
        let (withdrawals, holding) = (Vec::new(), Vec::new());
        let mut reading = Self { graph, opening, endings, tenures, withdrawals, holding };
        reading.find_withdrawals();
        reading.holding = reading.graph.numbers().filter(|number| reading.holds(*number)).collect();
        reading
    }

    /// Returns the tenures for somebody who follows others where the charter is frozen.
    pub(super) fn tenures_with(&self, chosen: &BTreeSet<StatementHash>) -> Tenures {
        Tenures::of(&self.graph, &self.endings, self.opening.0.clone(), chosen)
    }

    /// Returns the heads that the documents had before there was a charter.
    pub(super) fn documents_before(&self) -> &Documents {
        &self.opening.1
    }

    pub(super) fn graph(&self) -> &Graph<'a> {
        &self.graph
    }

    pub(super) fn withdrawals(&self) -> &[Withdrawal] {
        &self.withdrawals
    }

    pub(super) fn tenures(&self) -> &Tenures {
        &self.tenures
    }

    pub(super) fn holding(&self) -> &[usize] {
        &self.holding
    }

    /// Returns the last statements that hold; those that follow the start of the keeper's tenure come first.
    pub(super) fn last_that_hold(&self) -> Vec<StatementHash> {
        let followed = |number: usize| self.holding.iter().any(|other| self.graph.before(number, *other));
        let mut last: Vec<usize> = self.holding.iter().copied().filter(|number| !followed(*number)).collect();
        last.sort_by_key(|number| !self.tenures.last().has_begun(&self.graph, *number));
        last.into_iter().map(|number| self.graph.hash(number)).collect()
    }

    /// Returns the place of a statement in the tenures of its author.
    pub(super) fn stage(&self, number: usize) -> Stage {
        let author = self.graph.author(number);
        let stages = self.tenures.of_person(&author).map(|(_, tenure)| tenure.stage(&self.graph, number));
        stages.max().unwrap_or(Stage::Outside)
    }

    /// Returns whether a statement beside the end of its author's tenure lost its effect, because a later
    /// keeper withdrew the author without having seen it, or the author's key was replaced: whoever found the
    /// computer can sign with it.
    pub(super) fn is_void(&self, number: usize) -> bool {
        let author = self.graph.author(number);
        let beside = self
            .tenures
            .of_person(&author)
            .filter(|(_, tenure)| tenure.stage(&self.graph, number) == Stage::Beside);
        let Some((tenure, one)) = beside.max_by_key(|(place, _)| *place) else { return false };
        if one.end.as_ref().is_some_and(|end| !end.former_stays) {
            return true;
        }
        // Whoever has a lost key says with it what they like, and the person may be withdrawn by a later key.
        let mut keys = BTreeSet::from([author]);
        for other in self.graph.numbers() {
            if let Act::Succeed { succession, .. } = self.graph.act(other)
                && keys.contains(&succession.former())
            {
                if !self.graph.before(number, other) {
                    return true;
                }
                keys.insert(succession.successor());
            }
        }
        self.withdrawals.iter().any(|one| {
            keys.contains(&one.person) && one.tenure > tenure && !self.graph.before(number, one.number)
        })
    }

    /// Finds the withdrawals that hold. Later keepers decide before former ones, so that a former keeper
    /// cannot silence the withdrawal of themself.
    fn find_withdrawals(&mut self) {
        let mut all: Vec<Withdrawal> = Vec::new();
        for number in self.graph.numbers() {
            let Act::Withdraw { person } = self.graph.act(number) else { continue };
            let author = self.graph.author(number);
            let places = self.tenures.of_person(&author);
            let begun = places.filter(|(_, tenure)| tenure.stage(&self.graph, number) > Stage::Outside);
            if let Some(tenure) = begun.map(|(place, _)| place).max()
                && *person != author
                && !self.tenures.is_keeper_now(person)
            {
                all.push(Withdrawal { number, person: *person, tenure });
            }
        }
        all.sort_by_key(|one| std::cmp::Reverse(one.tenure));
        for one in all {
            if self.stage(one.number) == Stage::Within || !self.is_void(one.number) {
                self.withdrawals.push(one);
            }
        }
        self.withdrawals.sort_by_key(|one| one.number);
    }

    fn holds(&self, number: usize) -> bool {
        let act = self.graph.act(number);
        match act {
            Act::Withdraw { .. } => {
                return self.withdrawals.binary_search_by_key(&number, |one| one.number).is_ok();
            }
            Act::Accept { .. } => return self.tenures.begins_with(number),
            Act::Succeed { succession, .. } => return self.is_named_before(&succession.former(), number),
            Act::HandOver { to } if to.person == self.graph.author(number) => return false,
            _ => {}
        }
        match self.stage(number) {
            Stage::Within => act.takes_away() || !self.is_in_a_branch(number),
            Stage::Beside => act.takes_away() && !self.is_void(number),
            Stage::Outside => false,
        }
    }

    /// Returns whether a statement comes from one of several people who all were made the keeper at once.
    fn is_in_a_branch(&self, number: usize) -> bool {
        let author = self.graph.author(number);
        let tenures = self.tenures.of_person(&author);
        let mut within = tenures.filter(|(_, tenure)| tenure.stage(&self.graph, number) == Stage::Within);
        within.all(|(_, tenure)| tenure.is_branch)
    }

    /// Returns the handover that a statement accepts, if its author may accept it.
    pub(super) fn accepted_by(&self, number: usize) -> Option<usize> {
        self.graph.accepted_handover(number).filter(|handover| self.stage(*handover) > Stage::Outside)
    }

    /// Returns whether a keeper gave a person a role before a statement.
    pub(super) fn is_named_before(&self, person: &PersonKey, number: usize) -> bool {
        let names = |other: usize| match self.graph.act(other) {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => member.person == *person && self.stage(other) > Stage::Outside,
            Act::Succeed { succession, .. } => succession.successor() == *person,
            _ => false,
        };
        self.graph.numbers().any(|other| self.graph.before(other, number) && names(other))
    }

    pub(super) fn offered_to(&self) -> Option<(StatementHash, CharterMember)> {
        let tenure = self.tenures.last();
        let offers = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::HandOver { to } => Some((*number, to)),
            _ => None,
        });
        let mut by_keeper = offers.filter(|(number, _)| {
            self.graph.author(*number) == tenure.keeper.person && tenure.has_begun(&self.graph, *number)
        });
        let (number, to) = by_keeper.next_back().filter(|_| !self.tenures.is_forked())?;
        let mut withdrawn = self.withdrawals.iter().filter(|one| one.person == to.person);
        if withdrawn.any(|one| self.graph.before(number, one.number)) {
            return None;
        }
        Some((self.graph.hash(number), to.clone()))
    }

    pub(super) fn consents(&self) -> BTreeMap<StatementHash, Consent> {
        let taken_back: BTreeSet<StatementHash> = self
            .holding
            .iter()
            .filter_map(|number| match self.graph.act(*number) {
                Act::WithdrawConsent { consent } => Some(*consent),
                _ => None,
            })
            .collect();
        let consents = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::Consent { purpose, how, given_by, until } => {
                let at = self.graph.signed(*number).statement().at;
                let (purpose, given_by) = (purpose.clone(), given_by.clone());
                let consent = Consent { purpose, how: *how, given_by, until: *until, at };
                Some((self.graph.hash(*number), consent))
            }
            _ => None,
        });
        consents.filter(|(hash, _)| !taken_back.contains(hash)).collect()
    }

    pub(super) fn history(&self) -> Vec<StatementSummary> {
        // Names are taken only from statements that hold, because anybody can sign a statement that calls the
        // keeper something else.
        let named = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some((member.person, member.name.clone())),
            Act::Succeed { succession, name } => Some((succession.successor(), name.clone())),
            _ => None,
        });
        let names: BTreeMap<PersonKey, String> = named.collect();
        let summaries = self.holding.iter().map(|number| {
            let signed = self.graph.signed(*number);
            let statement = signed.statement();
            let about = match &statement.act {
                Act::Grant { to, .. } | Act::HandOver { to } => Some(to.name.clone()),
                Act::Withdraw { person, .. } => names.get(person).cloned(),
                _ => None,
            };
            let by = names.get(&statement.author).cloned().unwrap_or_default();
            StatementSummary { hash: signed.hash(), at: statement.at, by, act: statement.act.clone(), about }
        });
        summaries.collect()
    }
}

fn nobody() -> CharterMember {
    CharterMember { person: PersonKey([0; 32]), name: String::new() }
}
