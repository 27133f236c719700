//! The changes that were made at the same time as others, without knowing of them.

use std::collections::{BTreeSet, HashMap};

use automerge::{Automerge, ChangeHash};

/// The graph of changes and their dependencies, dependencies first.
pub(super) struct Concurrency {
    hashes: Vec<ChangeHash>,
    deps: Vec<Vec<usize>>,
    places: HashMap<ChangeHash, usize>,
}

impl Concurrency {
    pub(super) fn of(doc: &Automerge) -> Self {
        let changes = doc.get_changes_meta(&[]);
        let hashes: Vec<ChangeHash> = changes.iter().map(|change| change.hash).collect();
        let places: HashMap<ChangeHash, usize> =
            hashes.iter().enumerate().map(|(place, hash)| (*hash, place)).collect();
        let deps = changes.iter().map(|change| {
            let deps = change.deps.iter();
            deps.filter_map(|dep| places.get(dep).copied()).collect()
        });
        Self { deps: deps.collect(), hashes, places }
    }

    /// Returns the changes that depend on none of `marks`, and on which none of `marks` depends.
    pub(super) fn with(&self, marks: &BTreeSet<ChangeHash>) -> Vec<ChangeHash> {
        let marks: Vec<usize> = marks.iter().filter_map(|mark| self.places.get(mark).copied()).collect();
        let mut before = vec![false; self.hashes.len()];
        let mut ahead = marks.clone();
        while let Some(place) = ahead.pop() {
            if !before[place] {
                before[place] = true;
                ahead.extend(&self.deps[place]);
            }
        }
        let mut after = vec![false; self.hashes.len()];
        marks.iter().for_each(|mark| after[*mark] = true);
        for place in 0..self.hashes.len() {
            after[place] |= self.deps[place].iter().any(|dep| after[*dep]);
        }
        let apart = (0..self.hashes.len()).filter(|place| !before[*place] && !after[*place]);
        apart.map(|place| self.hashes[place]).collect()
    }
}
