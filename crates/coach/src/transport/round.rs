//! The result of one round of the exchange.

use crate::changed::Topic;

/// The result of one exchange round.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct Round {
    /// The number of envelopes that were received and merged.
    pub received: u32,
    /// The number of envelopes that were sent.
    pub sent: u32,
    /// The number of objects that could not be opened.
    pub unreadable: u32,
    /// The number of envelopes that wait until the words are compared.
    pub waiting: u32,
    /// The number of envelopes that could not be read twice, and were set apart.
    pub set_apart: u32,
    /// The topics that became stale in this round.
    #[serde(skip)]
    #[ts(skip)]
    pub stale: Vec<Topic>,
}

impl Round {
    /// Adds the result of a later round. An envelope that still waits is counted once.
    pub fn add(&mut self, later: Self) {
        let Self { received, sent, unreadable, waiting, set_apart, stale } = later;
        self.received += received;
        self.sent += sent;
        self.set_apart += set_apart;
        (self.unreadable, self.waiting) = (unreadable, waiting);
        self.stale.extend(stale);
    }
}
