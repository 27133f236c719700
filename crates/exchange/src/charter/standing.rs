//! The statements that a charter keeps: those of its keepers, and of others only what could count.
//!
//! Anybody who knows a dossier can sign statements about it. A charter that kept them all could be filled by
//! its members. What is kept depends on the set of statements alone, so that everybody keeps the same.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::evaluation::Evaluation;
use super::statement::SignedStatement;
use super::statement_hash::StatementHash;
use super::tenure::Stage;
use crate::signing_key::PersonKey;

/// The most statements of one person that are kept although the person was not the keeper when making them,
/// and no keeper has followed them. A person who names a successor remains the same person here.
pub(super) const MOST_OF_OTHERS: usize = 16;

/// Returns the statements to keep of `all`.
///
/// The statements that a keeper made as such are kept, with everything that they follow. Of each other
/// person, the statements that could count are kept up to a limit: those with the fewest others before them,
/// and of these the ones with the smallest hashes.
///
/// A charter keeps what this returns without anybody chosen: what somebody chose where a charter is frozen must
/// not decide what is kept. With the `chosen`, it returns what takes up room.
pub(super) fn kept(
    all: &BTreeMap<StatementHash, SignedStatement>,
    chosen: &BTreeSet<StatementHash>,
) -> BTreeSet<StatementHash> {
    let evaluation = Evaluation::new(all, chosen);
    let graph = evaluation.graph();
    let mut kept: BTreeSet<usize> = BTreeSet::new();
    let mut of_keepers = graph.set([]);
    for number in graph.numbers().filter(|number| evaluation.stage(*number) == Stage::Within) {
        of_keepers.insert(number);
        of_keepers.join(graph.past(number));
    }
    kept.extend(of_keepers.iter());
    let formers = formers(&evaluation);
    let mut others: BTreeMap<PersonKey, Vec<(Turn, usize)>> = BTreeMap::new();
    for number in graph.numbers().filter(|number| !kept.contains(number)) {
        if could_count(&evaluation, number) {
            let (first, replaced) = first_key(&formers, graph.author(number));
            let before = graph.past(number).iter().count();
            let successor = matches!(graph.act(number), Act::Succeed { .. }).then_some(replaced);
            let turn =
                Turn { other: successor.is_none(), replaced: successor, before, hash: graph.hash(number) };
            others.entry(first).or_default().push((turn, number));
        }
    }
    let mut chosen = BTreeSet::new();
    for of_one in others.values_mut() {
        of_one.sort_unstable();
        let (mut first, mut last): (Vec<usize>, BTreeMap<_, usize>) = (Vec::new(), BTreeMap::new());
        let mut named = BTreeSet::new();
        for (_, number) in of_one {
            // One statement for each successor proves that there are several, and the last one what the person
            // had seen.
            match graph.act(*number) {
                Act::Succeed { succession, .. } => {
                    let names = (succession.former(), succession.successor());
                    match named.insert(names) {
                        true => first.push(*number),
                        false => drop(last.insert(names, *number)),
                    }
                }
                _ => first.push(*number),
            }
        }
        chosen.extend(first.into_iter().chain(last.into_values()).take(MOST_OF_OTHERS));
    }
    // A statement is kept only with everything that it follows.
    for number in chosen {
        let parents = &graph.signed(number).statement().parents;
        if parents.iter().all(|parent| graph.number(parent).is_some_and(|parent| kept.contains(&parent))) {
            kept.insert(number);
        }
    }
    kept.into_iter().map(|number| graph.hash(number)).collect()
}

/// Returns the key before each key that took the place of another.
fn formers(evaluation: &Evaluation<'_>) -> BTreeMap<PersonKey, PersonKey> {
    let mut formers = BTreeMap::new();
    for number in evaluation.graph().numbers() {
        if let Act::Succeed { succession, .. } = evaluation.graph().act(number)
            && evaluation.is_named_before(&succession.former(), number)
        {
            formers.entry(succession.successor()).or_insert(succession.former());
        }
    }
    formers
}

/// The order in which statements of one person are kept. Successors come first, and of these the ones of the
/// first key: whoever found a computer can sign as many statements with its key as the owner, and names
/// successors of successors, and the owner's only successor must not be crowded out.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    other: bool,
    /// The number of keys that were replaced before, for a successor.
    replaced: Option<usize>,
    before: usize,
    hash: StatementHash,
}

/// Returns the first key of a person, and the number of times that it was replaced. Otherwise a person could
/// name successors of successors without end, and have statements of each of them kept.
fn first_key(formers: &BTreeMap<PersonKey, PersonKey>, key: PersonKey) -> (PersonKey, usize) {
    let mut first = key;
    for replaced in 0..=formers.len() {
        match formers.get(&first) {
            Some(former) => first = *former,
            None => return (first, replaced),
        }
    }
    (first, formers.len())
}

/// Returns whether a statement of somebody who was not the keeper could have an effect.
fn could_count(evaluation: &Evaluation<'_>, number: usize) -> bool {
    let graph = evaluation.graph();
    match graph.act(number) {
        Act::Accept { .. } => evaluation.accepted_by(number).is_some(),
        Act::Succeed { succession, .. } => evaluation.is_named_before(&succession.former(), number),
        // It proves that the keeper handed over twice, once somebody accepts it.
        Act::HandOver { .. } => evaluation.stage(number) == Stage::Beside,
        act => act.takes_away() && evaluation.stage(number) == Stage::Beside && !evaluation.is_void(number),
    }
}
