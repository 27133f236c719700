//! Tenures: the times during which one person was the keeper.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::graph::Graph;
use super::member::CharterMember;
use super::statement_hash::StatementHash;
use crate::planted::{self, Weakness};
use crate::signing_key::PersonKey;

/// The time during which one person was the keeper.
pub(super) struct Tenure {
    pub(super) keeper: CharterMember,
    /// The statements with which it began: the opening, or every acceptance of a handover to this person.
    starts: Vec<usize>,
    pub(super) end: Option<End>,
    /// True if the tenure before it ended in favour of others too.
    pub(super) is_branch: bool,
}

/// The end of a tenure.
pub(super) struct End {
    /// The statements with which the next tenure begins.
    pub(super) settled: Vec<usize>,
    /// The handovers and successions that these settle.
    pub(super) decided: Vec<usize>,
    /// True if the former keeper goes on as a coach. A key that was replaced does not.
    pub(super) former_stays: bool,
}

/// A person in whose favour the last tenure ended, if it ended in favour of several.
pub(super) struct Claimant {
    pub(super) member: CharterMember,
    /// The statements with which the person's tenure begins. A choice names these, so that it counts for this
    /// fork alone: the person may be a former keeper later.
    pub(super) starts: Vec<StatementHash>,
}

/// All tenures, in their order. If the last one that all agree on ended in favour of several people, one tenure
/// of each of these follows it, and one of everybody to whom one of these handed over further.
pub(super) struct Tenures {
    all: Vec<Tenure>,
    /// The number of the tenure that ended in favour of several people.
    forked: Option<usize>,
    claimants: Vec<Claimant>,
    of_person: BTreeMap<PersonKey, Vec<usize>>,
    begin: BTreeSet<usize>,
}

/// A statement that ends a tenure in favour of somebody: an acceptance, or a succession.
struct Ending {
    /// The handover, or the succession.
    decided: usize,
    /// The acceptance, or the succession.
    settled: usize,
    next: CharterMember,
    former_stays: bool,
}

impl Tenure {
    /// Returns the tenure that begins with endings of another, all in favour of one person.
    fn begun_by(endings: &[&Ending], is_branch: bool) -> Option<Self> {
        let keeper = endings.first()?.next.clone();
        let starts = endings.iter().map(|ending| ending.settled).collect();
        Some(Self { keeper, starts, end: None, is_branch })
    }

    /// Returns whether the tenure began before a statement, or with it.
    pub(super) fn has_begun(&self, graph: &Graph<'_>, number: usize) -> bool {
        self.starts.iter().any(|start| *start == number || graph.before(*start, number))
    }
}

impl Tenures {
    /// Finds the tenures. Where one ended in favour of several people, `chosen` may contain the
    /// statements with which the one to follow begins.
    pub(super) fn of(graph: &Graph<'_>, first: CharterMember, chosen: &BTreeSet<StatementHash>) -> Self {
        let withdrawals = Withdrawals::of(graph);
        let endings = endings_by_author(graph, &withdrawals.keys);
        let mut all = vec![Tenure { keeper: first, starts: vec![0], end: None, is_branch: false }];
        let (mut forked, mut used): (Option<usize>, BTreeSet<usize>) = (None, BTreeSet::new());
        while forked.is_none()
            && let Some(tenure) = all.last_mut()
        {
            let mut next = next_keepers(graph, tenure, &endings, &withdrawals, &used);
            if planted::is(Weakness::HandoverBySmallestHash) {
                retain_smallest(graph, &mut next);
            }
            let is_chosen = |number: usize| chosen.contains(&graph.hash(number));
            let contested = contesting(graph, tenure, &mut next, &withdrawals);
            if contested.keys().any(|number| is_chosen(*number)) {
                // The keeper is followed, and goes on as if nobody had accepted.
                let followed = contested.into_iter().filter(|(number, _)| is_chosen(*number));
                used.extend(followed.flat_map(|(_, accepted)| accepted));
                continue;
            }
            let contested: Vec<usize> = contested.into_keys().collect();
            if !contested.is_empty() || next.len() > 1 {
                let follows = |endings: &Vec<&Ending>| endings.iter().any(|ending| is_chosen(ending.settled));
                match next.values().any(follows) {
                    true => next.retain(|_, endings| follows(endings)),
                    false => forked = Some(all.len() - 1),
                }
            }
            let Some(tenure) = all.last_mut().filter(|_| !next.is_empty()) else { break };
            let ends = || next.values().flatten();
            tenure.end = Some(End {
                settled: ends().map(|ending| ending.settled).collect(),
                decided: ends().map(|ending| ending.decided).collect(),
                former_stays: ends().any(|ending| ending.former_stays),
            });
            used.extend(next.values().flatten().map(|ending| ending.settled));
            let is_branch = forked.is_some();
            if is_branch && !contested.is_empty() {
                let keeper = tenure.keeper.clone();
                all.push(Tenure { keeper, starts: contested, end: None, is_branch });
            }
            all.extend(next.values().filter_map(|endings| Tenure::begun_by(endings, is_branch)));
        }
        let from = forked.map_or(all.len(), |forked| forked + 1);
        let claimant = |tenure: &Tenure| Claimant {
            member: tenure.keeper.clone(),
            starts: tenure.starts.iter().map(|start| graph.hash(*start)).collect(),
        };
        let claimants = all.iter().skip(from).map(claimant).collect();
        follow_branches(graph, &mut all, from, &endings, &withdrawals);
        forget_what_was_settled_again(graph, &mut all, forked);
        let mut of_person: BTreeMap<PersonKey, Vec<usize>> = BTreeMap::new();
        for (place, tenure) in all.iter().enumerate() {
            of_person.entry(tenure.keeper.person).or_default().push(place);
        }
        let begin = all.iter().flat_map(|tenure| tenure.starts.iter().copied()).collect();
        Self { all, forked, claimants, of_person, begin }
    }

    /// Returns the last tenure that all agree on.
    pub(super) fn last(&self) -> &Tenure {
        &self.all[self.forked.unwrap_or(self.all.len() - 1)]
    }

    /// Returns whether the last tenure ended in favour of several people.
    pub(super) fn is_forked(&self) -> bool {
        self.forked.is_some()
    }

    /// Returns the people of whom each may be the keeper, if the last tenure ended in favour of several.
    pub(super) fn claimants(&self) -> &[Claimant] {
        &self.claimants
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

impl Ending {
    /// Returns whether the statement can end a tenure. A key is replaced when its owner says so, whatever is
    /// stated with it in the meantime.
    fn is_within(&self, graph: &Graph<'_>, tenure: &Tenure) -> bool {
        let is_earlier = || tenure.starts.iter().any(|start| graph.before(self.decided, *start));
        tenure.has_begun(graph, self.decided) || (!self.former_stays && !is_earlier())
    }
}

/// The successions, by the keys that they replace.
struct Keys(BTreeMap<PersonKey, Vec<(usize, PersonKey)>>);

impl Keys {
    fn of(graph: &Graph<'_>) -> Self {
        let mut all: BTreeMap<PersonKey, Vec<(usize, PersonKey)>> = BTreeMap::new();
        for number in graph.numbers() {
            if let Act::Succeed { succession, .. } = graph.act(number) {
                all.entry(succession.former()).or_default().push((number, succession.successor()));
            }
        }
        Self(all)
    }

    /// Returns whether a key was replaced in the past of a statement.
    fn is_replaced_before(&self, graph: &Graph<'_>, person: &PersonKey, number: usize) -> bool {
        self.0.get(person).into_iter().flatten().any(|(succession, _)| graph.before(*succession, number))
    }

    /// Returns whether one key is another, or had taken its place before a statement.
    fn became_before(&self, graph: &Graph<'_>, from: PersonKey, to: PersonKey, number: usize) -> bool {
        let (mut all, mut open) = (BTreeSet::from([from]), vec![from]);
        while let Some(one) = open.pop() {
            let next = self.0.get(&one).into_iter().flatten();
            let next = next.filter(|(succession, _)| graph.before(*succession, number));
            open.extend(next.map(|(_, successor)| *successor).filter(|successor| all.insert(*successor)));
        }
        all.contains(&to)
    }
}

fn endings_by_author(graph: &Graph<'_>, keys: &Keys) -> BTreeMap<PersonKey, Vec<Ending>> {
    let mut endings: BTreeMap<PersonKey, Vec<Ending>> = BTreeMap::new();
    for number in graph.numbers() {
        let (former, decided, next, former_stays) = match graph.act(number) {
            // Whoever has a lost computer could accept what its owner was offered.
            Act::Accept { .. } if keys.is_replaced_before(graph, &graph.author(number), number) => continue,
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
            endings.entry(former).or_default().push(Ending { decided, settled: number, next, former_stays });
        }
    }
    endings
}

/// The withdrawals and handovers, by their authors, and the successions.
struct Withdrawals {
    by_author: BTreeMap<PersonKey, Vec<(usize, PersonKey)>>,
    handovers: BTreeMap<(PersonKey, PersonKey), Vec<usize>>,
    keys: Keys,
}

impl Withdrawals {
    fn of(graph: &Graph<'_>) -> Self {
        let (mut by_author, mut handovers) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for number in graph.numbers() {
            let author = graph.author(number);
            match graph.act(number) {
                Act::Withdraw { person } => by_author.entry(author).or_default().push((number, *person)),
                Act::HandOver { to } => handovers.entry((author, to.person)).or_default().push(number),
                _ => {}
            }
        }
        Self { by_author, handovers, keys: Keys::of(graph) }
    }

    /// Returns the withdrawals of the next keeper by the one who decided, after the decision. They may name a key
    /// that had taken the place of the next keeper's. A keeper who handed over to them once more has thought again,
    /// if the acceptance follows that.
    fn of_next<'a>(
        &'a self,
        graph: &'a Graph<'_>,
        tenure: &Tenure,
        ending: &'a Ending,
    ) -> impl Iterator<Item = usize> + 'a {
        let (keeper, next) = (tenure.keeper.person, ending.next.person);
        let again = self.handovers.get(&(keeper, next)).into_iter().flatten();
        let again = again.filter(|handover| graph.before(**handover, ending.settled));
        let all = self.by_author.get(&keeper).into_iter().flatten();
        all.filter(move |(number, person)| {
            graph.before(ending.decided, *number)
                && self.keys.became_before(graph, next, *person, *number)
                && !again.clone().any(|handover| graph.before(*number, *handover))
        })
        .map(|(number, _)| *number)
    }
}

/// Returns the endings of a tenure, by the person in whose favour they are. Nobody accepts after being
/// withdrawn, and nothing is decided or accepted after an end was settled. `used` are the statements with which
/// earlier tenures ended, as two keys may take each other's place, and acceptances that nobody here follows.
fn next_keepers<'a>(
    graph: &Graph<'_>,
    tenure: &Tenure,
    endings: &'a BTreeMap<PersonKey, Vec<Ending>>,
    withdrawals: &Withdrawals,
    used: &BTreeSet<usize>,
) -> BTreeMap<PersonKey, Vec<&'a Ending>> {
    let by_keeper = endings.get(&tenure.keeper.person).into_iter().flatten();
    let within: Vec<&Ending> = by_keeper
        .filter(|ending| {
            let mut withdrawn = withdrawals.of_next(graph, tenure, ending);
            ending.is_within(graph, tenure)
                && !used.contains(&ending.settled)
                && !withdrawn.any(|number| graph.before(number, ending.settled))
        })
        .collect();
    let follows = |ending: &Ending| within.iter().any(|other| graph.before(other.settled, ending.settled));
    let mut next: BTreeMap<PersonKey, Vec<&Ending>> = BTreeMap::new();
    for ending in within.iter().filter(|ending| !follows(ending)) {
        next.entry(ending.next.person).or_default().push(*ending);
    }
    next
}

/// Keeps the endings whose decision has the smallest hash, as the first format did.
fn retain_smallest(graph: &Graph<'_>, next: &mut BTreeMap<PersonKey, Vec<&Ending>>) {
    let hash = |endings: &Vec<&Ending>| endings.iter().map(|ending| graph.hash(ending.decided)).min();
    let smallest = next.values().filter_map(hash).min();
    next.retain(|_, endings| hash(endings) == smallest);
}

/// Returns the statements with which the keeper withdrew somebody who accepted the dossier, where neither had
/// seen the other, with the acceptances that they contest. Somebody who accepted uncontested too, a later handover,
/// is the next keeper by that alone.
fn contesting(
    graph: &Graph<'_>,
    tenure: &Tenure,
    next: &mut BTreeMap<PersonKey, Vec<&Ending>>,
    withdrawals: &Withdrawals,
) -> BTreeMap<usize, Vec<usize>> {
    let ends: Vec<usize> = next.values().flatten().map(|ending| ending.settled).collect();
    // A withdrawal that follows an end was stated in a later tenure.
    let against = |ending: &Ending| -> Vec<usize> {
        let withdrawn = withdrawals.of_next(graph, tenure, ending);
        withdrawn.filter(|number| !ends.iter().any(|end| graph.before(*end, *number))).collect()
    };
    let mut contesting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for endings in next.values_mut() {
        let of_each: Vec<Vec<usize>> = endings.iter().map(|ending| against(ending)).collect();
        if of_each.iter().any(Vec::is_empty) {
            let mut of_each = of_each.iter();
            endings.retain(|_| of_each.next().is_some_and(Vec::is_empty));
            continue;
        }
        for (ending, numbers) in endings.iter().zip(of_each) {
            numbers.into_iter().for_each(|number| contesting.entry(number).or_default().push(ending.settled));
        }
    }
    contesting
}

/// Adds a tenure for everybody to whom a keeper of a branch handed over further, directly or not. What they
/// state counts once somebody follows that branch, so a charter keeps it.
fn follow_branches(
    graph: &Graph<'_>,
    all: &mut Vec<Tenure>,
    from: usize,
    endings: &BTreeMap<PersonKey, Vec<Ending>>,
    withdrawals: &Withdrawals,
) {
    let mut places: BTreeMap<PersonKey, usize> =
        all.iter().enumerate().skip(from).map(|(place, tenure)| (tenure.keeper.person, place)).collect();
    let mut open: Vec<PersonKey> = places.keys().copied().collect();
    while let Some(author) = open.pop() {
        for ending in endings.get(&author).into_iter().flatten() {
            let Some(tenure) = places.get(&author).and_then(|place| all.get(*place)) else { continue };
            let mut withdrawn = withdrawals.of_next(graph, tenure, ending);
            if !ending.is_within(graph, tenure)
                || withdrawn.any(|number| graph.before(number, ending.settled))
            {
                continue;
            }
            let next = ending.next.person;
            match places.get(&next).and_then(|place| all.get_mut(*place)) {
                Some(there) if there.starts.contains(&ending.settled) => continue,
                Some(there) => there.starts.push(ending.settled),
                None => {
                    places.insert(next, all.len());
                    all.extend(Tenure::begun_by(&[ending], true));
                }
            }
            // An earlier start can make more of what this person decided count.
            open.push(next);
        }
    }
}

/// Removes the starts of a tenure that its own end does not follow. Otherwise a former keeper could accept an
/// old handover once more, and so make something count that nobody had seen.
fn forget_what_was_settled_again(graph: &Graph<'_>, all: &mut [Tenure], forked: Option<usize>) {
    for place in (0..forked.map_or(all.len(), |forked| forked + 1)).rev() {
        if forked != Some(place)
            && let Some(next) = all.get(place + 1).map(|next| next.starts.clone())
            && let Some(end) = &mut all[place].end
        {
            let counts = |decided: &usize| {
                next.iter().any(|settled| settled == decided || graph.before(*decided, *settled))
            };
            end.decided.retain(counts);
            end.settled = next;
        }
        let Tenure { starts, end: Some(end), .. } = &mut all[place] else { continue };
        let is_followed = |start: &usize| end.settled.iter().any(|settled| graph.before(*start, *settled));
        match starts.iter().any(is_followed) || end.former_stays {
            true => starts.retain(is_followed),
            // The successor had not heard yet of what was accepted with the lost key, which decides nothing itself.
            false => starts.clone_from(&end.settled),
        }
    }
}
