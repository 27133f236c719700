//! Reading and authenticating everything.

use std::collections::BTreeMap;

use codes::codes;
use serde::Serialize;

use crate::batch::{Place, Shelf};
use crate::error::VaultError;
use crate::vault::Vault;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// Entries of sled that were read and authenticated.
    pub entries: u64,
    /// Journal frames that were read and authenticated.
    pub frames: u64,
    /// What is wrong, and where.
    pub problems: Vec<Problem>,
}

/// Something that is wrong in a vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// An entry of sled cannot be authenticated.
    EntryDamaged {
        /// Its blinded name.
        entry: String,
    },
    /// An entry of sled cannot be read at all.
    EntryUnreadable {
        /// What sled said.
        detail: String,
    },
    /// A part of the journal cannot be authenticated.
    JournalDamaged {
        /// Where it begins, in bytes from the journal's beginning.
        at: u64,
    },
    /// The journal and sled hold different values at one place.
    Differs {
        /// The entry's blinded name.
        entry: String,
    },
}

codes!(Problem {
    Self::EntryDamaged { .. } => "entry-damaged",
    Self::EntryUnreadable { .. } => "entry-unreadable",
    Self::JournalDamaged { .. } => "journal-damaged",
    Self::Differs { .. } => "differs",
});

impl Problem {
    /// Where it is, for the message.
    pub fn location(&self) -> String {
        match self {
            Self::EntryDamaged { entry } | Self::Differs { entry } => entry.clone(),
            Self::EntryUnreadable { detail } => detail.clone(),
            Self::JournalDamaged { at } => at.to_string(),
        }
    }
}

impl Vault {
    /// Reads and authenticates every entry of sled and every frame of the journal, and compares both.
    pub fn check(&self) -> Result<CheckReport, VaultError> {
        // Held to the end: no edit comes between reading the one and reading the other.
        let mut state = self.state();
        let mut standing: BTreeMap<Place, (u64, Option<blake3::Hash>)> = BTreeMap::new();
        let found = state.journal.read(&self.keys.journal, |operation| {
            let there = standing.get(&operation.place);
            if there.is_none_or(|(number, _)| *number < operation.number) {
                let digest = operation.value.map(|value| blake3::hash(&value));
                standing.insert(operation.place, (operation.number, digest));
            }
        })?;
        let mut report = CheckReport { frames: found.frames, ..CheckReport::default() };
        report.problems.extend(found.damage_at.iter().map(|at| Problem::JournalDamaged { at: *at }));
        let mut readable = true;
        for entry in Shelf::ALL.into_iter().flat_map(|shelf| state.sled.entries(shelf)) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    readable = false;
                    let problem = Problem::EntryUnreadable { detail: error.to_string() };
                    if !report.problems.contains(&problem) {
                        report.problems.push(problem);
                    }
                    continue;
                }
            };
            let Some(operation) = entry.open(&self.keys) else {
                report.problems.push(Problem::EntryDamaged { entry: entry.label() });
                continue;
            };
            report.entries += 1;
            let digest = operation.value.as_deref().map(blake3::hash);
            let journalled = standing.remove(&operation.place).and_then(|(_, digest)| digest);
            if found.unreadable == 0 && journalled != digest {
                report.problems.push(Problem::Differs { entry: entry.label() });
            }
        }
        // What a sled that cannot be read does not say is not missing in it.
        let missing = standing.into_iter().filter(|(_, (_, digest))| readable && digest.is_some());
        report.problems.extend(missing.map(|(place, _)| {
            let (_, name) = crate::index::spot(&self.keys, &place);
            Problem::Differs { entry: crate::header::hex(&name) }
        }));
        Ok(report)
    }
}
