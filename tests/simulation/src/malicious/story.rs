//! The totals of one malicious year.

/// The totals of one malicious year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MaliciousStory {
    /// The number of edits of honest people.
    pub edits: u64,
    /// The number of villains' deeds.
    pub deeds: u64,
    /// The number of forged envelopes that honest programs read.
    pub forged: u64,
    /// The number of envelopes that were tried with villains' keys.
    pub tried: u64,
    /// The number of envelopes that villains opened, as they may.
    pub opened: u64,
    /// The number of withdrawals that had to reach everybody.
    pub withdrawals: u64,
    /// The number of charters that froze.
    pub frozen: u64,
    /// The number of documents that stay apart, because a villain signed two changes with one number.
    pub parted: u64,
    /// The number of keys that were replaced after a theft.
    pub replaced: u64,
    /// The number of vaults that noticed that they were put back.
    pub put_backs: u64,
    /// The most bytes by which one forged envelope made a vault grow.
    pub most_of_an_envelope: u64,
    /// The most bytes by which the forged envelopes of one villain made a vault grow.
    pub most_of_a_villain: u64,
    /// The longest time in which a forged envelope was read, in milliseconds.
    pub longest_ms: u64,
}

impl MaliciousStory {
    /// Adds the totals of another year.
    pub fn add(&mut self, other: &Self) {
        self.edits += other.edits;
        self.deeds += other.deeds;
        self.forged += other.forged;
        self.tried += other.tried;
        self.opened += other.opened;
        self.withdrawals += other.withdrawals;
        self.frozen += other.frozen;
        self.parted += other.parted;
        self.replaced += other.replaced;
        self.put_backs += other.put_backs;
        self.most_of_an_envelope = self.most_of_an_envelope.max(other.most_of_an_envelope);
        self.most_of_a_villain = self.most_of_a_villain.max(other.most_of_a_villain);
        self.longest_ms = self.longest_ms.max(other.longest_ms);
    }
}
