//! The check of a vault: reading and authenticating everything in it.

use std::collections::BTreeMap;

use codes::codes;
use serde::Serialize;

use crate::batch::EntryAddress;
use crate::copies;
use crate::error::VaultError;
use crate::journal;
use crate::vault::{Vault, VaultState};

/// The number and the hash of the latest value of each entry in the journal; no hash if it was deleted.
type Journalled = BTreeMap<EntryAddress, (u64, Option<blake3::Hash>)>;

/// The result of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// The number of entries of sled that were read and authenticated.
    pub entries: u64,
    /// The number of journal frames that were read and authenticated.
    pub frames: u64,
    /// The problems that were found.
    pub problems: Vec<Problem>,
}

/// A problem in a vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum Problem {
    /// An entry of sled cannot be authenticated.
    EntryDamaged {
        /// The blinded name of the entry.
        entry: String,
    },
    /// An entry of sled cannot be read at all.
    EntryUnreadable {
        /// The error of sled.
        detail: String,
    },
    /// A part of the journal cannot be authenticated.
    JournalDamaged {
        /// The offset of that part from the beginning of the journal, in bytes.
        at: u64,
    },
    /// Frames were cut out of the journal.
    FramesMissing {
        /// The offset of the gap from the beginning of the journal, in bytes.
        at: u64,
    },
    /// The folder, or the journal itself, holds what another copy of this vault wrote.
    OtherCopy {
        /// The name of the file or folder.
        name: String,
    },
    /// The journal and sled hold different values for one entry.
    Differs {
        /// The blinded name of the entry.
        entry: String,
    },
}

codes!(Problem {
    Self::EntryDamaged { .. } => "entry-damaged",
    Self::EntryUnreadable { .. } => "entry-unreadable",
    Self::JournalDamaged { .. } => "journal-damaged",
    Self::FramesMissing { .. } => "frames-missing",
    Self::OtherCopy { .. } => "other-copy",
    Self::Differs { .. } => "differs",
});

impl Problem {
    /// Returns the location of the problem, for the message.
    pub fn location(&self) -> String {
        match self {
            Self::EntryDamaged { entry } | Self::Differs { entry } => entry.clone(),
            Self::EntryUnreadable { detail } => detail.clone(),
            Self::OtherCopy { name } => name.clone(),
            Self::JournalDamaged { at } | Self::FramesMissing { at } => at.to_string(),
        }
    }
}

impl Vault {
    /// Reads and authenticates every entry of sled and every frame of the journal, and compares both.
    pub fn check(&self) -> Result<CheckReport, VaultError> {
        // The state stays locked to the end, so that no edit comes between reading the journal and reading
        // sled.
        let mut state = self.state();
        let mut latest = Journalled::new();
        let read = state.journal.read(&self.keys.journal, |operation| {
            let (address, value) = operation.in_index();
            let known = latest.get(&address);
            if known.is_none_or(|(number, _)| *number < operation.number) {
                let digest = value.map(|value| blake3::hash(&value));
                latest.insert(address, (operation.number, digest));
            }
        })?;
        let mut report = CheckReport { frames: read.frames, ..CheckReport::default() };
        report.problems.extend(read.damage_at.iter().map(|at| Problem::JournalDamaged { at: *at }));
        report.problems.extend(read.missing_at.iter().map(|at| Problem::FramesMissing { at: *at }));
        let own = state.mark.incarnation;
        if read.is_mixed {
            report.problems.push(Problem::OtherCopy { name: journal::name(own) });
        }
        let others = copies::names_of_others(&*self.disk, &self.folder, own)?;
        report.problems.extend(others.into_iter().map(|(_, name)| Problem::OtherCopy { name }));
        self.check_sled(&state, latest, read.is_whole(), &mut report);
        Ok(report)
    }

    /// Reads and authenticates every entry of sled, and compares it with the journal if that is whole.
    fn check_sled(
        &self,
        state: &VaultState,
        mut latest: Journalled,
        journal_is_whole: bool,
        report: &mut CheckReport,
    ) {
        let mut readable = true;
        for entry in state.sled.all_entries() {
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
            let (address, value) = operation.in_index();
            let digest = value.as_deref().map(blake3::hash);
            let journalled = latest.remove(&address).and_then(|(_, digest)| digest);
            if journal_is_whole && journalled != digest {
                report.problems.push(Problem::Differs { entry: entry.label() });
            }
        }
        // A sled that cannot be read to its end proves nothing about missing entries.
        let missing = latest.into_iter().filter(|(_, (_, digest))| readable && digest.is_some());
        report.problems.extend(missing.map(|(address, _)| {
            let (_, name) = crate::index::blind(&self.keys, &address);
            Problem::Differs { entry: crate::header::hex(&name) }
        }));
    }
}
