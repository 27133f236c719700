//! The envelopes that were tried and opened so far.

use std::collections::{BTreeMap, BTreeSet};

use dossier::ChangeHash;

use super::case::Human;

/// The envelopes that were tried and opened so far.
#[derive(Default)]
pub(crate) struct Watch {
    pub(crate) tried: u64,
    pub(crate) opened: u64,
    /// The objects that each villain opened.
    pub(super) done: BTreeSet<(usize, Human)>,
    /// The number of objects that were looked at.
    pub(super) seen: usize,
    /// The texts by the change that brought each.
    pub(super) words: BTreeMap<ChangeHash, usize>,
}

impl Watch {
    /// Records the change that brought a text.
    pub(crate) fn index(&mut self, hash: ChangeHash, word: usize) {
        self.words.insert(hash, word);
    }
}
