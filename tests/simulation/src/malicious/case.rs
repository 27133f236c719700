//! A dossier as it is in truth, whatever anybody's computer believes.

use std::collections::{BTreeMap, BTreeSet};

use dossier::{DossierId, NoteId};
use exchange::charter::StatementHash;

/// The number of a person: honest people first, then villains.
pub(crate) type Human = usize;

/// A dossier, with the people who share it in truth.
pub(crate) struct Case {
    pub(crate) id: DossierId,
    pub(crate) note: NoteId,
    pub(crate) keeper: Human,
    /// The person to whom the keeper handed it over and who has not accepted yet.
    pub(crate) offered: Option<Human>,
    /// Everybody else with a role.
    pub(crate) members: BTreeSet<Human>,
    /// Everybody who ever had a role.
    pub(crate) ever: BTreeSet<Human>,
    /// The people who lost their role, until they get one again.
    pub(crate) gone: BTreeMap<Human, Gone>,
    /// True if a villain ever kept it. A keeper may give it to anybody, so nothing of before is a secret.
    pub(crate) was_in_bad_hands: bool,
}

/// The loss of a role.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gone {
    /// The round in which it happened.
    pub(crate) round: u32,
    /// The statement that says so, if an honest keeper made it.
    pub(crate) statement: Option<StatementHash>,
}

/// A text that an honest person wrote.
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) case: usize,
    /// The villains who must not read it.
    pub(crate) forbidden: BTreeSet<Human>,
    /// True if no consent was valid when it was written, so that no villain may read it before there is one.
    pub(crate) without_consent: bool,
}

impl Case {
    /// Returns whether a person has a role in truth.
    pub(crate) fn has_role(&self, human: Human) -> bool {
        self.keeper == human || self.offered == Some(human) || self.members.contains(&human)
    }

    /// Records that a person got a role.
    pub(crate) fn give(&mut self, human: Human) {
        self.members.insert(human);
        self.ever.insert(human);
        self.gone.remove(&human);
    }

    /// Records that a person lost their role.
    pub(crate) fn take(&mut self, human: Human, gone: Gone) {
        self.members.remove(&human);
        self.gone.insert(human, gone);
    }
}
