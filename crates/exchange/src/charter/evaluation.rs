//! The evaluation of a charter: a function of the set of statements alone.
//!
//! - The keeper's tenure ends with the handover that the keeper signed first. Of concurrent handovers, the
//!   one with the smallest hash counts.
//! - A statement holds if its author was the keeper when they made it: their tenure began before it, and did
//!   not end before it. Beside a handover that had not seen the statement, it holds only if it removes
//!   something.
//! - A withdrawal of the present keeper does not hold, and neither does a withdrawal of oneself or a handover
//!   to oneself.
//! - A withdrawal removes every role that was not given after it, so it wins over a grant that was made at
//!   the same time.
//! - Of roles that were given at the same time, the lesser counts.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::graph::Graph;
use super::member::{CharterMember, GrantedRole};
use super::statement::SignedStatement;
use super::statement_hash::StatementHash;
use super::terms::{Consent, StatementSummary, Terms};
use crate::cbor::Documents;
use crate::signing_key::PersonKey;

/// The statements, and the numbers of those that hold.
pub(super) struct Evaluation<'a> {
    graph: Graph<'a>,
    opening: (CharterMember, Documents),
    tenures: Vec<Tenure>,
    holding: Vec<usize>,
}

/// The time during which one person was the keeper.
struct Tenure {
    keeper: CharterMember,
    start: usize,
    end: Option<usize>,
}

struct Withdrawal<'a> {
    number: usize,
    person: PersonKey,
    accepted: &'a Documents,
}

impl<'a> Evaluation<'a> {
    pub(super) fn new(all: &'a BTreeMap<StatementHash, SignedStatement>) -> Self {
        let graph = Graph::new(all);
        let opening = match graph.numbers().next().map(|first| graph.act(first)) {
            Some(Act::Open { keeper, before }) => (keeper.clone(), before.clone()),
            // A charter always begins with a statement that opens it, and no other statement lacks parents.
            _ => (nobody(), Documents::new()),
        };
        let tenures = tenures(&graph, opening.0.clone());
        let mut reading = Self { graph, opening, tenures, holding: Vec::new() };
        reading.holding = reading.graph.numbers().filter(|number| reading.holds(*number)).collect();
        reading
    }

    pub(super) fn terms(&self) -> Terms {
        let withdrawals = self.withdrawals();
        let mut withdrawn: BTreeMap<PersonKey, Documents> = BTreeMap::new();
        for Withdrawal { person, accepted, .. } in &withdrawals {
            withdrawn.entry(*person).or_default().extend((*accepted).clone());
        }
        Terms {
            keeper: self.keeper(),
            roles: self.roles(&withdrawals),
            withdrawn,
            consents: self.consents(),
            closed: self.holding.iter().any(|number| matches!(self.graph.act(*number), Act::Close)),
            before: self.opening.1.clone(),
            history: self.history(),
        }
    }

    /// Returns the last statements that hold; those that follow the start of the keeper's tenure come first.
    pub(super) fn last_that_hold(&self) -> Vec<StatementHash> {
        let followed = |number: usize| self.holding.iter().any(|other| self.graph.before(number, *other));
        let mut last: Vec<usize> = self.holding.iter().copied().filter(|number| !followed(*number)).collect();
        let start = self.tenures.last().map_or(0, |tenure| tenure.start);
        last.sort_by_key(|number| *number != start && !self.graph.before(start, *number));
        last.into_iter().map(|number| self.graph.hash(number)).collect()
    }

    fn keeper(&self) -> CharterMember {
        self.tenures.last().map_or_else(nobody, |tenure| tenure.keeper.clone())
    }

    fn holds(&self, number: usize) -> bool {
        let (graph, author) = (&self.graph, self.graph.author(number));
        let makes_sense = match graph.act(number) {
            Act::Withdraw { person, .. } => *person != author && *person != self.keeper().person,
            Act::HandOver { .. } => self.ended_by(number).is_some(),
            _ => true,
        };
        makes_sense
            && self.tenures.iter().filter(|tenure| tenure.keeper.person == author).any(|tenure| {
                let begun = number == 0 || graph.before(tenure.start, number);
                begun
                    && match tenure.end {
                        None => true,
                        Some(end) if number == end || graph.before(number, end) => true,
                        Some(end) => !graph.before(end, number) && graph.act(number).takes_away(),
                    }
            })
    }

    fn ended_by(&self, handover: usize) -> Option<&Tenure> {
        // Tenures end in the order of the graph, so a binary search finds the tenure.
        let place = self.tenures.binary_search_by_key(&handover, |tenure| tenure.end.unwrap_or(usize::MAX));
        place.ok().and_then(|place| self.tenures.get(place))
    }

    fn withdrawals(&self) -> Vec<Withdrawal<'a>> {
        let withdrawals = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::Withdraw { person, accepted } => {
                Some(Withdrawal { number: *number, person: *person, accepted })
            }
            _ => None,
        });
        withdrawals.collect()
    }

    fn roles(&self, withdrawals: &[Withdrawal<'_>]) -> BTreeMap<PersonKey, (CharterMember, GrantedRole)> {
        let granted = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::Grant { to, role } => Some((*number, to, *role)),
            Act::HandOver { .. } => {
                self.ended_by(*number).map(|former| (*number, &former.keeper, GrantedRole::Coach))
            }
            _ => None,
        });
        let grants: Vec<(usize, &CharterMember, GrantedRole)> = granted
            .filter(|(number, to, _)| {
                let mut against = withdrawals.iter().filter(|one| one.person == to.person);
                against.all(|withdrawal| self.graph.before(withdrawal.number, *number))
            })
            .collect();
        let mut roles: BTreeMap<PersonKey, (CharterMember, GrantedRole)> = BTreeMap::new();
        for (number, to, role) in &grants {
            let later = |(other, member, _): &(usize, &CharterMember, GrantedRole)| {
                member.person == to.person && self.graph.before(*number, *other)
            };
            if grants.iter().any(later) {
                continue;
            }
            let lesser = roles.get(&to.person).map_or(*role, |(_, there)| (*there).min(*role));
            roles.insert(to.person, ((*to).clone(), lesser));
        }
        roles
    }

    fn consents(&self) -> BTreeMap<StatementHash, Consent> {
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

    fn history(&self) -> Vec<StatementSummary> {
        // Names are taken only from statements that hold, because anybody can sign a statement that calls the
        // keeper something else.
        let named = self.holding.iter().filter_map(|number| match self.graph.act(*number) {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some((member.person, member.name.clone())),
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

fn tenures(graph: &Graph<'_>, first: CharterMember) -> Vec<Tenure> {
    let mut handed: BTreeMap<PersonKey, Vec<(usize, &CharterMember)>> = BTreeMap::new();
    for number in graph.numbers() {
        match graph.act(number) {
            Act::HandOver { to } if to.person != graph.author(number) => {
                handed.entry(graph.author(number)).or_default().push((number, to));
            }
            _ => {}
        }
    }
    let mut tenures = vec![Tenure { keeper: first, start: 0, end: None }];
    while let Some(tenure) = tenures.last_mut() {
        let by_keeper = handed.get(&tenure.keeper.person).into_iter().flatten();
        let within: Vec<&(usize, &CharterMember)> =
            by_keeper.filter(|(number, _)| graph.before(tenure.start, *number)).collect();
        let earliest = within
            .iter()
            .filter(|(number, _)| within.iter().all(|(other, _)| !graph.before(*other, *number)));
        let Some((number, to)) = earliest.min_by_key(|(number, _)| graph.hash(*number)) else { break };
        tenure.end = Some(*number);
        let next = Tenure { keeper: (*to).clone(), start: *number, end: None };
        tenures.push(next);
    }
    tenures
}

fn nobody() -> CharterMember {
    use dossier::Id;
    CharterMember {
        person: PersonKey([0; 32]),
        coach: dossier::CoachId::from_random([0; dossier::ID_BYTES]),
        name: String::new(),
    }
}
