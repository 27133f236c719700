//! The statements that can end a tenure: acceptances and successions, with the withdrawals that contest them.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::graph::{Graph, StatementSet};
use super::member::CharterMember;
use crate::signing_key::PersonKey;

/// A statement that ends a tenure in favour of somebody: an acceptance, or a succession.
pub(super) struct Ending {
    /// The handover, or the succession.
    pub(super) decided: usize,
    /// The acceptance, or the succession.
    pub(super) settled: usize,
    pub(super) next: CharterMember,
    pub(super) former_stays: bool,
    /// The withdrawals of the next keeper by the one who decided, after the decision. They may name a key that had
    /// taken the place of the next keeper's. A keeper who handed over to them once more has thought again, if the
    /// acceptance follows that.
    pub(super) withdrawn: Vec<usize>,
    /// True if one of the withdrawals is in the past of the acceptance.
    pub(super) is_void: bool,
}

/// The endings, by those who decided them. Everything about an ending that does not depend on a tenure is found
/// once: somebody who signs thousands of statements must not make an evaluation slow.
pub(super) struct Endings(BTreeMap<PersonKey, Vec<Ending>>);

impl Endings {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let keys = Keys::of(graph);
        let mut all: BTreeMap<PersonKey, Vec<Ending>> = BTreeMap::new();
        for number in graph.numbers() {
            let (former, decided, next, former_stays) = match graph.act(number) {
                // Whoever has a lost computer could accept what its owner was offered.
                Act::Accept { .. } if keys.is_replaced_before(graph, &graph.author(number), number) => {
                    continue;
                }
                Act::Accept { .. } => match graph.accepted_handover(number) {
                    Some(handover) => match graph.act(handover) {
                        Act::HandOver { to } => (graph.author(handover), handover, to.clone(), true),
                        _ => continue,
                    },
                    None => continue,
                },
                Act::Succeed { succession, name } => {
                    let next = CharterMember { person: succession.successor(), name: name.clone() };
                    (succession.former(), number, next, false)
                }
                _ => continue,
            };
            if next.person != former {
                let (withdrawn, is_void) = (Vec::new(), false);
                let ending = Ending { decided, settled: number, next, former_stays, withdrawn, is_void };
                all.entry(former).or_default().push(ending);
            }
        }
        let withdrawals = Withdrawals::of(graph, &keys, |author| all.contains_key(author));
        for (author, endings) in &mut all {
            for ending in endings {
                ending.withdrawn = withdrawals.against(graph, author, ending);
                ending.is_void = ending.withdrawn.iter().any(|number| graph.before(*number, ending.settled));
            }
        }
        Self(all)
    }

    /// Returns the endings that one person decided and that can count.
    pub(super) fn by(&self, author: &PersonKey) -> impl Iterator<Item = &Ending> {
        self.0.get(author).into_iter().flatten().filter(|ending| !ending.is_void)
    }
}

/// The successions, by the keys that they replace and by those that take their place.
struct Keys {
    by_former: BTreeMap<PersonKey, Vec<usize>>,
    by_successor: BTreeMap<PersonKey, Vec<(usize, PersonKey)>>,
}

impl Keys {
    fn of(graph: &Graph<'_>) -> Self {
        let (mut by_former, mut by_successor) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for number in graph.numbers() {
            if let Act::Succeed { succession, .. } = graph.act(number) {
                by_former.entry(succession.former()).or_default().push(number);
                by_successor.entry(succession.successor()).or_default().push((number, succession.former()));
            }
        }
        Self { by_former, by_successor }
    }

    /// Returns whether a key was replaced in the past of a statement.
    fn is_replaced_before(&self, graph: &Graph<'_>, person: &PersonKey, number: usize) -> bool {
        self.by_former.get(person).into_iter().flatten().any(|succession| graph.before(*succession, number))
    }

    /// Returns a key, and all whose place it had taken before a statement.
    fn that_became(&self, graph: &Graph<'_>, key: PersonKey, number: usize) -> BTreeSet<PersonKey> {
        let (mut all, mut open) = (BTreeSet::from([key]), vec![key]);
        while let Some(one) = open.pop() {
            let formers = self.by_successor.get(&one).into_iter().flatten();
            let formers = formers.filter(|(succession, _)| graph.before(*succession, number));
            open.extend(formers.map(|(_, former)| *former).filter(|former| all.insert(*former)));
        }
        all
    }
}

/// The withdrawals and the handovers, by their authors and the people whom they are about.
struct Withdrawals {
    withdrawals: BTreeMap<(PersonKey, PersonKey), Vec<usize>>,
    handovers: BTreeMap<(PersonKey, PersonKey), Vec<usize>>,
}

impl Withdrawals {
    /// Finds those of the authors for whom `counts` is true.
    fn of(graph: &Graph<'_>, keys: &Keys, counts: impl Fn(&PersonKey) -> bool) -> Self {
        let (mut withdrawals, mut handovers) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for number in graph.numbers() {
            let author = graph.author(number);
            match graph.act(number) {
                Act::Withdraw { person } if counts(&author) => {
                    for key in keys.that_became(graph, *person, number) {
                        withdrawals.entry((author, key)).or_default().push(number);
                    }
                }
                Act::HandOver { to } => handovers.entry((author, to.person)).or_default().push(number),
                _ => {}
            }
        }
        Self { withdrawals, handovers }
    }

    /// Returns the withdrawals that contest an ending.
    fn against(&self, graph: &Graph<'_>, author: &PersonKey, ending: &Ending) -> Vec<usize> {
        let about = (*author, ending.next.person);
        let Some(withdrawals) = self.withdrawals.get(&about) else { return Vec::new() };
        let mut before_again: StatementSet = graph.set([]);
        for again in self.handovers.get(&about).into_iter().flatten() {
            if graph.before(*again, ending.settled) {
                before_again.join(graph.past(*again));
            }
        }
        let counts =
            |number: &&usize| graph.before(ending.decided, **number) && !before_again.holds(**number);
        withdrawals.iter().filter(counts).copied().collect()
    }
}
