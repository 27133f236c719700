//! Tenures: the times during which one person was the keeper.

use std::collections::{BTreeMap, BTreeSet};

use super::ending::{Ending, Endings};
use super::graph::{Graph, StatementSet};
use super::member::CharterMember;
use super::statement_hash::StatementHash;
use crate::planted::{self, Weakness};
use crate::signing_key::PersonKey;

/// The time during which one person was the keeper.
pub(super) struct Tenure {
    pub(super) keeper: CharterMember,
    starts: Starts,
    pub(super) end: Option<End>,
    /// True if the tenure before it ended in favour of others too.
    pub(super) is_branch: bool,
    /// True if those who may be the keeper after it follow different starts, so that all agree on none.
    is_split: bool,
}

/// The statements with which a tenure begins: the opening, or every acceptance of a handover to this person.
#[derive(Clone)]
struct Starts {
    numbers: StatementSet,
    past: StatementSet,
}

/// The end of a tenure.
pub(super) struct End {
    /// The statements with which the next tenure begins; if it is not clear who the next keeper is, those of each.
    settled: Vec<Starts>,
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

/// The place of a statement in a tenure of its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// The author was not the keeper.
    Outside,
    /// The author was the keeper, and made it without having seen the end of the tenure, nor did the end see
    /// it. If it is not clear who the next keeper is, not all who may be it have seen it.
    Beside,
    /// The author was the keeper.
    Within,
}

impl Starts {
    fn of(graph: &Graph<'_>, numbers: impl IntoIterator<Item = usize>) -> Self {
        let mut starts = Self { numbers: graph.set([]), past: graph.set([]) };
        numbers.into_iter().for_each(|number| starts.add(graph, number));
        starts
    }

    fn add(&mut self, graph: &Graph<'_>, number: usize) {
        self.numbers.insert(number);
        self.past.join(graph.past(number));
    }

    /// Returns whether a statement is one of these, or follows one.
    fn are_followed_by(&self, graph: &Graph<'_>, number: usize) -> bool {
        self.numbers.holds(number) || self.numbers.meets(graph.past(number))
    }

    /// Returns whether a statement is one of these, or before one.
    fn have_seen(&self, number: usize) -> bool {
        self.numbers.holds(number) || self.past.holds(number)
    }

    fn hashes(&self, graph: &Graph<'_>) -> Vec<StatementHash> {
        self.numbers.iter().map(|number| graph.hash(number)).collect()
    }
}

impl Tenure {
    fn new(keeper: CharterMember, starts: Starts, is_branch: bool) -> Self {
        Self { keeper, starts, end: None, is_branch, is_split: false }
    }

    /// Returns the tenure that begins with endings of another, all in favour of one person.
    fn begun_by(graph: &Graph<'_>, endings: &[&Ending], is_branch: bool) -> Option<Self> {
        let keeper = endings.first()?.next.clone();
        let starts = Starts::of(graph, endings.iter().map(|ending| ending.settled));
        Some(Self::new(keeper, starts, is_branch))
    }

    /// Returns whether the tenure began before a statement, or with it.
    pub(super) fn has_begun(&self, graph: &Graph<'_>, number: usize) -> bool {
        self.starts.are_followed_by(graph, number)
    }

    /// Returns whether the tenure began with one of some statements, or after it.
    pub(super) fn follows(&self, graph: &Graph<'_>, statements: &[StatementHash]) -> bool {
        statements.iter().any(|hash| graph.number(hash).is_some_and(|number| self.starts.have_seen(number)))
    }

    /// Returns the place of a statement in this tenure, for a statement of its keeper.
    pub(super) fn stage(&self, graph: &Graph<'_>, number: usize) -> Stage {
        if !self.has_begun(graph, number) {
            return Stage::Outside;
        }
        let Some(end) = &self.end else { return Stage::Within };
        if end.settled.iter().any(|one| one.numbers.meets(graph.past(number))) {
            return Stage::Outside;
        }
        let is_seen = end.settled.iter().all(|one| one.have_seen(number));
        if is_seen { Stage::Within } else { Stage::Beside }
    }

    /// Returns whether an ending that the keeper decided can end the tenure. A key is replaced when its owner says
    /// so, whatever is stated with it in the meantime.
    fn can_end_with(&self, graph: &Graph<'_>, ending: &Ending) -> bool {
        let is_earlier = || self.starts.past.holds(ending.decided);
        self.has_begun(graph, ending.decided) || (!ending.former_stays && !is_earlier())
    }
}

impl Tenures {
    /// Finds the tenures. Where one ended in favour of several people, `chosen` may contain the
    /// statements with which the one to follow begins.
    pub(super) fn of(
        graph: &Graph<'_>,
        endings: &Endings,
        first: CharterMember,
        chosen: &BTreeSet<StatementHash>,
    ) -> Self {
        let mut all = vec![Tenure::new(first, Starts::of(graph, [0]), false)];
        let (mut forked, mut used): (Option<usize>, BTreeSet<usize>) = (None, BTreeSet::new());
        while forked.is_none()
            && let Some(tenure) = all.last_mut()
        {
            let mut next = next_keepers(graph, tenure, endings, &used);
            if planted::is(Weakness::HandoverBySmallestHash) {
                retain_smallest(graph, &mut next);
            }
            let is_chosen = |number: usize| chosen.contains(&graph.hash(number));
            let contested = contesting(graph, &next);
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
            let of_each = |endings: &Vec<&Ending>| Starts::of(graph, endings.iter().map(|one| one.settled));
            tenure.end = Some(End {
                settled: next.values().map(of_each).collect(),
                decided: ends().map(|ending| ending.decided).collect(),
                former_stays: ends().any(|ending| ending.former_stays),
            });
            used.extend(ends().map(|ending| ending.settled));
            let is_branch = forked.is_some();
            if is_branch && !contested.is_empty() {
                let keeper = tenure.keeper.clone();
                all.push(Tenure::new(keeper, Starts::of(graph, contested), is_branch));
            }
            all.extend(next.values().filter_map(|endings| Tenure::begun_by(graph, endings, is_branch)));
        }
        let from = forked.map_or(all.len(), |forked| forked + 1);
        let claimant =
            |tenure: &Tenure| Claimant { member: tenure.keeper.clone(), starts: tenure.starts.hashes(graph) };
        let claimants = all.iter().skip(from).map(claimant).collect();
        follow_branches(graph, &mut all, from, endings);
        forget_what_was_settled_again(graph, &mut all, forked);
        let mut of_person: BTreeMap<PersonKey, Vec<usize>> = BTreeMap::new();
        for (place, tenure) in all.iter().enumerate() {
            of_person.entry(tenure.keeper.person).or_default().push(place);
        }
        let begin = all.iter().flat_map(|tenure| tenure.starts.numbers.iter()).collect();
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

/// Returns the endings of a tenure, by the person in whose favour they are. Nobody accepts after being
/// withdrawn, and nothing is decided or accepted after an end was settled. `used` are the statements with which
/// earlier tenures ended, as two keys may take each other's place, and acceptances that nobody here follows.
fn next_keepers<'a>(
    graph: &Graph<'_>,
    tenure: &Tenure,
    endings: &'a Endings,
    used: &BTreeSet<usize>,
) -> BTreeMap<PersonKey, Vec<&'a Ending>> {
    let by_keeper = endings.by(&tenure.keeper.person);
    let within: Vec<&Ending> = by_keeper
        .filter(|ending| tenure.can_end_with(graph, ending) && !used.contains(&ending.settled))
        .collect();
    let settled = graph.set(within.iter().map(|ending| ending.settled));
    let mut next: BTreeMap<PersonKey, Vec<&Ending>> = BTreeMap::new();
    for ending in within.into_iter().filter(|ending| !settled.meets(graph.past(ending.settled))) {
        next.entry(ending.next.person).or_default().push(ending);
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
/// is the next keeper whatever was withdrawn before. Their other acceptances count too: a former keeper and the
/// next one could otherwise undo together what the next one decided.
fn contesting(graph: &Graph<'_>, next: &BTreeMap<PersonKey, Vec<&Ending>>) -> BTreeMap<usize, Vec<usize>> {
    let ends = graph.set(next.values().flatten().map(|ending| ending.settled));
    // A withdrawal that follows an end was stated in a later tenure.
    let against = |ending: &Ending| -> Vec<usize> {
        let withdrawn = ending.withdrawn.iter();
        withdrawn.filter(|number| !ends.meets(graph.past(**number))).copied().collect()
    };
    let mut contesting: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for endings in next.values() {
        let of_each: Vec<Vec<usize>> = endings.iter().map(|ending| against(ending)).collect();
        if of_each.iter().any(Vec::is_empty) {
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
fn follow_branches(graph: &Graph<'_>, all: &mut Vec<Tenure>, from: usize, endings: &Endings) {
    let mut places: BTreeMap<PersonKey, usize> =
        all.iter().enumerate().skip(from).map(|(place, tenure)| (tenure.keeper.person, place)).collect();
    let mut open: BTreeSet<PersonKey> = places.keys().copied().collect();
    while let Some(author) = open.pop_first() {
        for ending in endings.by(&author) {
            let Some(tenure) = places.get(&author).and_then(|place| all.get(*place)) else { continue };
            if !tenure.can_end_with(graph, ending) {
                continue;
            }
            let next = ending.next.person;
            match places.get(&next).and_then(|place| all.get_mut(*place)) {
                Some(there) if there.starts.numbers.holds(ending.settled) => continue,
                Some(there) => there.starts.add(graph, ending.settled),
                None => {
                    places.insert(next, all.len());
                    all.extend(Tenure::begun_by(graph, &[ending], true));
                }
            }
            // An earlier start can make more of what this person decided count.
            open.insert(next);
        }
    }
}

/// Removes the starts of a tenure that its own end does not follow. Otherwise a former keeper could accept an
/// old handover once more, and so make something count that nobody had seen. If it is not clear who the keeper is
/// after it, a start counts if all who may be it follow it.
fn forget_what_was_settled_again(graph: &Graph<'_>, all: &mut [Tenure], forked: Option<usize>) {
    for place in (0..forked.map_or(all.len(), |forked| forked + 1)).rev() {
        if forked != Some(place)
            && let Some(Tenure { starts: next, is_split, .. }) = all.get(place + 1)
        {
            let settled = match is_split {
                true => next.numbers.iter().map(|number| Starts::of(graph, [number])).collect(),
                false => vec![next.clone()],
            };
            let next = next.clone();
            if let Some(end) = &mut all[place].end {
                end.decided.retain(|decided| next.have_seen(*decided));
                end.settled = settled;
            }
        }
        let Tenure { starts, end: Some(end), is_split, .. } = &mut all[place] else { continue };
        let followed = |start: &usize| end.settled.iter().any(|one| one.past.holds(*start));
        let agreed = |start: &usize| end.settled.iter().all(|one| one.past.holds(*start));
        let numbers = match starts.numbers.iter().any(|start| followed(&start)) {
            true if starts.numbers.iter().any(|start| agreed(&start)) => {
                starts.numbers.iter().filter(agreed).collect::<Vec<usize>>()
            }
            true => {
                *is_split = true;
                starts.numbers.iter().filter(followed).collect()
            }
            false if end.former_stays => Vec::new(),
            // The successor had not heard yet of what was accepted with the lost key, which decides nothing itself.
            false => {
                *is_split = end.settled.len() > 1;
                end.settled.iter().flat_map(|one| one.numbers.iter()).collect()
            }
        };
        *starts = Starts::of(graph, numbers);
    }
}
