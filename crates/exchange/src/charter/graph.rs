//! The order of statements: the graph that their parents make.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::statement::SignedStatement;
use super::statement_hash::StatementHash;
use crate::signing_key::PersonKey;

/// The statements by number, causes first, each with its past. Number 0 opened the charter and alone has no
/// parents.
pub(super) struct Graph<'a> {
    statements: Vec<&'a SignedStatement>,
    numbers: BTreeMap<StatementHash, usize>,
    past: Vec<StatementSet>,
}

/// A set of statements, as bits.
#[derive(Clone)]
pub(super) struct StatementSet(Vec<u64>);

impl StatementSet {
    pub(super) fn holds(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(super) fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }

    /// Returns whether the two have a statement in common.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(word, other)| word & other != 0)
    }

    /// Returns the numbers of the statements, in their order.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let bits = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        bits.flat_map(|(place, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| place * 64 + bit)
        })
    }
}

impl<'a> Graph<'a> {
    pub(super) fn new(all: &'a BTreeMap<StatementHash, SignedStatement>) -> Self {
        let statements: Vec<&SignedStatement> =
            causes_first(all).iter().filter_map(|hash| all.get(hash)).collect();
        let numbers: BTreeMap<StatementHash, usize> =
            statements.iter().enumerate().map(|(number, one)| (one.hash(), number)).collect();
        let words = statements.len().div_ceil(64);
        let mut past: Vec<StatementSet> = Vec::with_capacity(statements.len());
        for one in &statements {
            let mut before = StatementSet(vec![0; words]);
            for parent in one.statement().parents.iter().filter_map(|parent| numbers.get(parent)) {
                if let Some(further) = past.get(*parent) {
                    before.join(further);
                }
                before.insert(*parent);
            }
            past.push(before);
        }
        Self { statements, numbers, past }
    }

    pub(super) fn numbers(&self) -> std::ops::Range<usize> {
        0..self.statements.len()
    }

    /// Returns the number of a statement, if it is here.
    pub(super) fn number(&self, hash: &StatementHash) -> Option<usize> {
        self.numbers.get(hash).copied()
    }

    pub(super) fn signed(&self, number: usize) -> &'a SignedStatement {
        self.statements[number]
    }

    pub(super) fn act(&self, number: usize) -> &'a Act {
        &self.statements[number].statement().act
    }

    pub(super) fn author(&self, number: usize) -> PersonKey {
        self.statements[number].statement().author
    }

    pub(super) fn hash(&self, number: usize) -> StatementHash {
        self.statements[number].hash()
    }

    /// Returns the handover that a statement accepts, if the handover comes before it and names its author.
    pub(super) fn accepted_handover(&self, number: usize) -> Option<usize> {
        let Act::Accept { hand_over } = self.act(number) else { return None };
        let handover = self.number(hand_over)?;
        let Act::HandOver { to } = self.act(handover) else { return None };
        (to.person == self.author(number) && self.before(handover, number)).then_some(handover)
    }

    /// Returns the statements before one.
    pub(super) fn past(&self, number: usize) -> &StatementSet {
        &self.past[number]
    }

    /// Returns a set of some statements of this graph.
    pub(super) fn set(&self, numbers: impl IntoIterator<Item = usize>) -> StatementSet {
        let mut set = StatementSet(vec![0; self.statements.len().div_ceil(64)]);
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }

    /// Returns whether statement `a` is in the past of statement `b`.
    pub(super) fn before(&self, a: usize, b: usize) -> bool {
        self.past[b].holds(a)
    }
}

/// Sorts statements causes first. Of those that could come next, the one with the smallest hash comes first,
/// so the order is the same for everybody.
pub(super) fn causes_first(all: &BTreeMap<StatementHash, SignedStatement>) -> Vec<StatementHash> {
    let mut open: BTreeMap<StatementHash, usize> = BTreeMap::new();
    let mut following: BTreeMap<StatementHash, Vec<StatementHash>> = BTreeMap::new();
    for (hash, one) in all {
        let parents = &one.statement().parents;
        open.insert(*hash, parents.len());
        parents.iter().for_each(|parent| following.entry(*parent).or_default().push(*hash));
    }
    let mut next: BTreeSet<StatementHash> =
        open.iter().filter(|(_, parents)| **parents == 0).map(|(hash, _)| *hash).collect();
    let mut sorted = Vec::with_capacity(all.len());
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
