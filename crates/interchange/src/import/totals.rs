//! The numbers that tell what became of everything in a file. They add up.

/// Counts the people, organisations, ties and family lines of a file by their outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The people, and the entries that say too little to tell whether they are people.
    pub people: Tally,
    /// The organisations.
    pub organisations: Tally,
    /// The ties.
    pub ties: Tally,
    /// The partnerships and lines of descent.
    pub family: Tally,
}

/// Counts the records of one kind by their outcome. Each record of the file is in one of the other numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number in the file.
    pub in_file: u32,
    /// The number that would be added.
    pub added: u32,
    /// The number that an earlier import of the file added, including those removed since.
    pub already_there: u32,
    /// The number that is the client, or a tie with the client: the dossier has no record of its own for these.
    pub of_client: u32,
    /// The number that the file has a second time, such as a tie in each direction.
    pub twice: u32,
    /// The number that is named as unread and not added.
    pub not_added: u32,
}

impl Tally {
    /// Returns whether every record of the file is counted once.
    pub fn adds_up(&self) -> bool {
        self.in_file == self.added + self.already_there + self.of_client + self.twice + self.not_added
    }
}
