//! From statements to what they say: a function of the set alone.
//!
//! - The keeper's tenure ends with the handover that he signed first; of concurrent ones, the one with the smallest hash.
//! - A statement holds if its author was keeper when he made it: his tenure began before it, and did not end before it. A
//!   handover that had not seen it leaves it standing only where it takes away.
//! - A withdrawal takes every role that was not given after it: it beats a grant made at the same time.
//! - Of roles given at the same time the lesser counts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Act, Consent, Member, Role, SignedStatement, Standing, StatementHash, Told};
use crate::cbor::Documents;
use crate::key::PersonKey;

/// A time in which one person was keeper.
struct Tenure {
    keeper: Member,
    start: usize,
    end: Option<usize>,
}

/// The statements by number, with the past of each.
struct Graph<'a> {
    statements: Vec<&'a SignedStatement>,
    past: Vec<Past>,
}

/// The statements before one, as bits.
#[derive(Clone)]
struct Past(Vec<u64>);

impl Past {
    fn holds(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }
}

impl<'a> Graph<'a> {
    fn new(order: &[StatementHash], all: &'a BTreeMap<StatementHash, SignedStatement>) -> Self {
        let statements: Vec<&SignedStatement> = order.iter().filter_map(|hash| all.get(hash)).collect();
        let numbers: BTreeMap<StatementHash, usize> =
            statements.iter().enumerate().map(|(number, one)| (one.hash(), number)).collect();
        let words = statements.len().div_ceil(64);
        let mut past: Vec<Past> = Vec::with_capacity(statements.len());
        for one in &statements {
            let mut before = Past(vec![0; words]);
            for parent in one.statement().parents.iter().filter_map(|parent| numbers.get(parent)) {
                if let Some(further) = past.get(*parent) {
                    before.join(further);
                }
                before.insert(*parent);
            }
            past.push(before);
        }
        Self { statements, past }
    }

    fn act(&self, number: usize) -> &'a Act {
        &self.statements[number].statement().act
    }

    fn author(&self, number: usize) -> PersonKey {
        self.statements[number].statement().author
    }

    fn hash(&self, number: usize) -> StatementHash {
        self.statements[number].hash()
    }

    /// Whether `a` is in the past of `b`.
    fn before(&self, a: usize, b: usize) -> bool {
        self.past[b].holds(a)
    }

    fn numbers(&self) -> std::ops::Range<usize> {
        0..self.statements.len()
    }

    fn tenures(&self, first: Member) -> Vec<Tenure> {
        let mut tenures = vec![Tenure { keeper: first, start: 0, end: None }];
        while let Some(tenure) = tenures.last_mut() {
            let handovers: Vec<(usize, &Member)> = self
                .numbers()
                .filter(|number| {
                    self.author(*number) == tenure.keeper.person && self.before(tenure.start, *number)
                })
                .filter_map(|number| match self.act(number) {
                    Act::HandOver { to } if to.person != tenure.keeper.person => Some((number, to)),
                    _ => None,
                })
                .collect();
            let earliest = handovers
                .iter()
                .filter(|(number, _)| handovers.iter().all(|(other, _)| !self.before(*other, *number)));
            let Some((number, to)) = earliest.min_by_key(|(number, _)| self.hash(*number)) else { break };
            tenure.end = Some(*number);
            let next = Tenure { keeper: (*to).clone(), start: *number, end: None };
            tenures.push(next);
        }
        tenures
    }

    fn holds(&self, number: usize, tenures: &[Tenure]) -> bool {
        let author = self.author(number);
        tenures.iter().filter(|tenure| tenure.keeper.person == author).any(|tenure| {
            let begun = number == tenure.start && number == 0 || self.before(tenure.start, number);
            begun
                && match tenure.end {
                    None => true,
                    Some(end) if number == end || self.before(number, end) => true,
                    Some(end) => !self.before(end, number) && self.act(number).takes_away(),
                }
        })
    }
}

pub(super) fn standing(
    root: StatementHash,
    order: &[StatementHash],
    all: &BTreeMap<StatementHash, SignedStatement>,
) -> Standing {
    let order = canonical(order, all);
    debug_assert_eq!(order.first(), Some(&root));
    let graph = Graph::new(&order, all);
    let opening = graph.statements.first().map(|one| &one.statement().act);
    let (first, before) = match opening {
        Some(Act::Open { keeper, before }) => (keeper.clone(), before.clone()),
        // A charter is made of a statement that opens it.
        _ => (nobody(), Documents::new()),
    };
    let tenures = graph.tenures(first);
    let holding: Vec<usize> = graph.numbers().filter(|number| graph.holds(*number, &tenures)).collect();
    let keeper = tenures.last().map_or_else(nobody, |tenure| tenure.keeper.clone());

    let withdrawals: Vec<(usize, PersonKey, &Documents)> = holding
        .iter()
        .filter_map(|number| match graph.act(*number) {
            Act::Withdraw { person, accepted } if *person != keeper.person => {
                Some((*number, *person, accepted))
            }
            _ => None,
        })
        .collect();
    let granted = holding.iter().flat_map(|number| match graph.act(*number) {
        Act::Grant { to, role } => vec![(*number, to.clone(), *role)],
        Act::HandOver { to } => {
            let former = tenures.iter().find(|tenure| tenure.end == Some(*number));
            let former = former.map(|tenure| (*number, tenure.keeper.clone(), Role::Coach));
            former.into_iter().chain([(*number, to.clone(), Role::Coach)]).collect()
        }
        _ => Vec::new(),
    });
    let grants: Vec<(usize, Member, Role)> = granted
        .filter(|(number, to, _)| {
            let mut against = withdrawals.iter().filter(|(_, person, _)| *person == to.person);
            against.all(|(withdrawal, ..)| graph.before(*withdrawal, *number))
        })
        .collect();
    let mut roles: BTreeMap<PersonKey, (Member, Role)> = BTreeMap::new();
    for (number, to, role) in &grants {
        let later = |(other, member, _): &(usize, Member, Role)| {
            member.person == to.person && graph.before(*number, *other)
        };
        if grants.iter().any(later) {
            continue;
        }
        let lesser = roles.get(&to.person).map_or(*role, |(_, there)| (*there).min(*role));
        roles.insert(to.person, (to.clone(), lesser));
    }
    let mut withdrawn: BTreeMap<PersonKey, Documents> = BTreeMap::new();
    for (_, person, accepted) in &withdrawals {
        withdrawn.entry(*person).or_default().extend((*accepted).clone());
    }
    let taken_back: BTreeSet<StatementHash> = holding
        .iter()
        .filter_map(|number| match graph.act(*number) {
            Act::WithdrawConsent { consent } => Some(*consent),
            _ => None,
        })
        .collect();
    let consents = holding.iter().filter_map(|number| match graph.act(*number) {
        Act::Consent { purpose, how, given_by, until } => {
            let at = graph.statements[*number].statement().at;
            let (purpose, given_by) = (purpose.clone(), given_by.clone());
            Some((graph.hash(*number), Consent { purpose, how: *how, given_by, until: *until, at }))
        }
        _ => None,
    });
    let names: BTreeMap<PersonKey, String> = graph
        .numbers()
        .filter_map(|number| match graph.act(number) {
            Act::Open { keeper: member, .. }
            | Act::Grant { to: member, .. }
            | Act::HandOver { to: member } => Some((member.person, member.name.clone())),
            _ => None,
        })
        .collect();
    let story = holding.iter().map(|number| {
        let statement = graph.statements[*number].statement();
        let about = match &statement.act {
            Act::Grant { to, .. } | Act::HandOver { to } => Some(to.name.clone()),
            Act::Withdraw { person, .. } => names.get(person).cloned(),
            _ => None,
        };
        Told {
            hash: graph.hash(*number),
            at: statement.at,
            by: names.get(&statement.author).cloned().unwrap_or_default(),
            act: statement.act.clone(),
            about,
        }
    });
    Standing {
        roles,
        withdrawn,
        consents: consents.filter(|(hash, _)| !taken_back.contains(hash)).collect(),
        closed: holding.iter().any(|number| matches!(graph.act(*number), Act::Close)),
        before,
        story: story.collect(),
        keeper,
    }
}

/// Causes first, and among those that could come next the one with the smallest hash: the same for everybody.
fn canonical(order: &[StatementHash], all: &BTreeMap<StatementHash, SignedStatement>) -> Vec<StatementHash> {
    let mut open: BTreeMap<StatementHash, usize> = BTreeMap::new();
    let mut following: BTreeMap<StatementHash, Vec<StatementHash>> = BTreeMap::new();
    for hash in order {
        let Some(one) = all.get(hash) else { continue };
        let parents = &one.statement().parents;
        open.insert(*hash, parents.len());
        parents.iter().for_each(|parent| following.entry(*parent).or_default().push(*hash));
    }
    let mut next: BTreeSet<StatementHash> =
        open.iter().filter(|(_, parents)| **parents == 0).map(|(hash, _)| *hash).collect();
    let mut sorted = Vec::with_capacity(order.len());
    while let Some(hash) = next.pop_first() {
        sorted.push(hash);
        for child in following.remove(&hash).unwrap_or_default() {
            if let Some(left) = open.get_mut(&child) {
                *left -= 1;
                if *left == 0 {
                    next.insert(child);
                }
            }
        }
    }
    sorted
}

fn nobody() -> Member {
    use dossier::Id;
    Member {
        person: PersonKey([0; 32]),
        coach: dossier::CoachId::from_random([0; dossier::ID_BYTES]),
        name: String::new(),
    }
}
