//! Tenures: the times during which one person was the keeper.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::graph::Graph;
use super::member::CharterMember;
use crate::planted::{self, Weakness};
use crate::signing_key::PersonKey;

/// The time during which one person was the keeper.
pub(super) struct Tenure {
    pub(super) keeper: CharterMember,
    /// The statements with which it began: the opening, or every acceptance of one handover.
    starts: Vec<usize>,
    pub(super) end: Option<End>,
    /// True if the tenure before it ended in favour of others too.
    pub(super) is_branch: bool,
}

/// The end of a tenure.
pub(super) struct End {
    /// The statements with which the next tenure begins.
    pub(super) settled: Vec<usize>,
    /// True if the former keeper goes on as a coach. A key that was replaced does not.
    pub(super) former_stays: bool,
}

/// All tenures, in their order. If the last one that all agree on ended in favour of several people, the
/// tenures of these follow it.
pub(super) struct Tenures {
    all: Vec<Tenure>,
    /// The number of the tenure that ended in favour of several people.
    forked: Option<usize>,
    /// True if the keeper of that tenure also said that it did not end.
    contested: bool,
    of_person: BTreeMap<PersonKey, Vec<usize>>,
    begin: BTreeSet<usize>,
}

/// A statement that ends a tenure in favour of somebody.
struct Ending {
    /// The handover, or the succession.
    decided: usize,
    /// The acceptance, or the succession.
    settled: usize,
    next: CharterMember,
    former_stays: bool,
}

impl Tenure {
    /// Returns whether the tenure began before a statement, or with it.
    pub(super) fn has_begun(&self, graph: &Graph<'_>, number: usize) -> bool {
        self.starts.iter().any(|start| *start == number || graph.before(*start, number))
    }
}

impl Tenures {
    /// Finds the tenures. Where one ended in favour of several people, `chosen` may contain the one to follow.
    pub(super) fn of(graph: &Graph<'_>, first: CharterMember, chosen: &BTreeSet<PersonKey>) -> Self {
        let (endings, withdrawals) = (endings_by_author(graph), Withdrawals::of(graph));
        let mut all = vec![Tenure { keeper: first, starts: vec![0], end: None, is_branch: false }];
        let (mut forked, mut contested) = (None, false);
        while forked.is_none()
            && let Some(tenure) = all.last_mut()
        {
            let mut next = next_keepers(graph, tenure, &endings, &withdrawals);
            if planted::is(Weakness::HandoverBySmallestHash) {
                retain_smallest(graph, &mut next);
            }
            contested = is_contested(graph, tenure, &next, &withdrawals);
            if contested && chosen.contains(&tenure.keeper.person) {
                break;
            }
            if contested || next.len() > 1 {
                match chosen.iter().find(|person| next.contains_key(person)) {
                    Some(person) => next.retain(|other, _| other == person),
                    None => forked = Some(all.len() - 1),
                }
            }
            let Some(tenure) = all.last_mut().filter(|_| !next.is_empty()) else { break };
            let ends = || next.values().flatten();
            tenure.end = Some(End {
                settled: ends().map(|ending| ending.settled).collect(),
                former_stays: ends().any(|ending| ending.former_stays),
            });
            for endings in next.into_values() {
                let starts = endings.iter().map(|ending| ending.settled).collect();
                let keeper = endings.first().map(|ending| ending.next.clone());
                let is_branch = forked.is_some();
                all.extend(keeper.map(|keeper| Tenure { keeper, starts, end: None, is_branch }));
            }
        }
        let mut of_person: BTreeMap<PersonKey, Vec<usize>> = BTreeMap::new();
        for (place, tenure) in all.iter().enumerate() {
            of_person.entry(tenure.keeper.person).or_default().push(place);
        }
        let begin = all.iter().flat_map(|tenure| tenure.starts.iter().copied()).collect();
        Self { all, forked, contested, of_person, begin }
    }

    /// Returns the last tenure that all agree on.
    pub(super) fn last(&self) -> &Tenure {
        &self.all[self.forked.unwrap_or(self.all.len() - 1)]
    }

    /// Returns whether the last tenure ended in favour of several people.
    pub(super) fn is_forked(&self) -> bool {
        self.forked.is_some()
    }

    /// Returns the people in whose favour the last tenure ended, if there are several.
    pub(super) fn claimants(&self) -> impl Iterator<Item = &CharterMember> {
        let from = self.forked.map_or(self.all.len(), |forked| forked + usize::from(!self.contested));
        self.all.iter().skip(from).map(|tenure| &tenure.keeper)
    }

    /// Returns all tenures.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Tenure> {
        self.all.iter()
    }

    /// Returns the tenures of one person, with their numbers.
    pub(super) fn of_person(&self, person: &PersonKey) -> impl Iterator<Item = (usize, &Tenure)> {
        let places = self.of_person.get(person).into_iter().flatten();
        places.map(|place| (*place, &self.all[*place]))
    }

    /// Returns whether a person is the keeper now, as far as nobody doubts it.
    pub(super) fn is_keeper_now(&self, person: &PersonKey) -> bool {
        !self.is_forked() && self.last().keeper.person == *person
    }

    /// Returns whether a tenure begins with a statement.
    pub(super) fn begins_with(&self, number: usize) -> bool {
        self.begin.contains(&number)
    }
}

fn endings_by_author(graph: &Graph<'_>) -> BTreeMap<PersonKey, Vec<Ending>> {
    let mut endings: BTreeMap<PersonKey, Vec<Ending>> = BTreeMap::new();
    for number in graph.numbers() {
        let (decided, next, former_stays) = match graph.act(number) {
            Act::Accept { .. } => match graph.accepted_handover(number) {
                Some(handover) => match graph.act(handover) {
                    Act::HandOver { to } => (handover, to.clone(), true),
                    _ => continue,
                },
                None => continue,
            },
            Act::Succeed { succession, name } => {
                (number, CharterMember { person: succession.successor(), name: name.clone() }, false)
            }
            _ => continue,
        };
        let author = graph.author(decided);
        if next.person != author {
            endings.entry(author).or_default().push(Ending { decided, settled: number, next, former_stays });
        }
    }
    endings
}

/// The withdrawals, by their authors and the people whom they are about.
struct Withdrawals(BTreeMap<(PersonKey, PersonKey), Vec<usize>>);

impl Withdrawals {
    fn of(graph: &Graph<'_>) -> Self {
        let mut all: BTreeMap<(PersonKey, PersonKey), Vec<usize>> = BTreeMap::new();
        for number in graph.numbers() {
            if let Act::Withdraw { person } = graph.act(number) {
                all.entry((graph.author(number), *person)).or_default().push(number);
            }
        }
        Self(all)
    }

    /// Returns the withdrawals of the next keeper by the one who decided, after the decision.
    fn of_next<'a>(
        &'a self,
        graph: &'a Graph<'_>,
        tenure: &Tenure,
        ending: &'a Ending,
    ) -> impl Iterator<Item = usize> + 'a {
        let all = self.0.get(&(tenure.keeper.person, ending.next.person));
        all.into_iter().flatten().copied().filter(|number| graph.before(ending.decided, *number))
    }
}

/// Returns the endings of a tenure, by the person in whose favour they are. Nobody accepts after being
/// withdrawn, and the keeper decides nothing after an end was settled.
fn next_keepers<'a>(
    graph: &Graph<'_>,
    tenure: &Tenure,
    endings: &'a BTreeMap<PersonKey, Vec<Ending>>,
    withdrawals: &Withdrawals,
) -> BTreeMap<PersonKey, Vec<&'a Ending>> {
    let by_keeper = endings.get(&tenure.keeper.person).into_iter().flatten();
    let within: Vec<&Ending> = by_keeper
        .filter(|ending| {
            let mut withdrawn = withdrawals.of_next(graph, tenure, ending);
            tenure.has_begun(graph, ending.decided)
                && !withdrawn.any(|number| graph.before(number, ending.settled))
        })
        .collect();
    let mut next: BTreeMap<PersonKey, Vec<&Ending>> = BTreeMap::new();
    for ending in &within {
        if !within.iter().any(|other| graph.before(other.settled, ending.decided)) {
            next.entry(ending.next.person).or_default().push(ending);
        }
    }
    next
}

/// Keeps the endings whose decision has the smallest hash, as the first format did.
fn retain_smallest(graph: &Graph<'_>, next: &mut BTreeMap<PersonKey, Vec<&Ending>>) {
    let hash = |endings: &Vec<&Ending>| endings.iter().map(|ending| graph.hash(ending.decided)).min();
    let smallest = next.values().filter_map(hash).min();
    next.retain(|_, endings| hash(endings) == smallest);
}

/// Returns whether the keeper withdrew somebody who accepted the dossier, and neither had seen the other.
fn is_contested(
    graph: &Graph<'_>,
    tenure: &Tenure,
    next: &BTreeMap<PersonKey, Vec<&Ending>>,
    withdrawals: &Withdrawals,
) -> bool {
    next.values().flatten().any(|ending| {
        let mut withdrawn = withdrawals.of_next(graph, tenure, ending);
        withdrawn.any(|number| !graph.before(ending.settled, number))
    })
}
