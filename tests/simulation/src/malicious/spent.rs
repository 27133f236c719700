//! The costs of forged envelopes so far.

use std::collections::BTreeMap;

use super::case::Human;
use super::story::MaliciousStory;

/// The costs of forged envelopes so far.
#[derive(Default)]
pub(crate) struct Budgets {
    pub(super) grown: BTreeMap<(usize, Human), i64>,
    pub(super) most_of_an_envelope: i64,
    pub(super) longest_ms: u128,
    pub(super) forged: u64,
}

impl Budgets {
    pub(crate) fn totals(&self, story: MaliciousStory) -> MaliciousStory {
        MaliciousStory {
            forged: self.forged,
            most_of_an_envelope: self.most_of_an_envelope.max(0) as u64,
            most_of_a_villain: self.grown.values().copied().max().unwrap_or(0).max(0) as u64,
            longest_ms: self.longest_ms as u64,
            ..story
        }
    }
}
