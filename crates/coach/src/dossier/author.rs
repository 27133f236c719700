//! The author of a change, as the person at the desk knows her.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use dossier::{CoachId, Written};
use serde::Serialize;
use ts_rs::TS;

/// The author of a change, and the time of the change by the clock of the author's device.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Said {
    /// The person who wrote the change.
    pub by: Who,
    /// The time of the change.
    pub at: DateTime<Utc>,
}

/// An author, as the person at the desk knows her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Who {
    /// The person at the desk.
    Me,
    /// A person whose name is known at this desk.
    Colleague {
        /// The name of the colleague.
        name: String,
    },
    /// A person whose name is not known at this desk.
    Somebody,
}

/// The names of the authors that are known at a desk.
pub(crate) struct Names {
    /// The person at the desk, under each key that she ever had.
    pub(crate) me: BTreeSet<CoachId>,
    pub(crate) colleagues: BTreeMap<CoachId, String>,
}

impl Names {
    /// Returns the author and time of a change.
    pub(crate) fn said(&self, written: &Written) -> Said {
        let by = match &written.by {
            Some(by) if self.me.contains(by) => Who::Me,
            Some(by) => match self.colleagues.get(by) {
                Some(name) => Who::Colleague { name: name.clone() },
                None => Who::Somebody,
            },
            None => Who::Somebody,
        };
        Said { by, at: written.at }
    }
}
