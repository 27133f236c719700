//! The author of something, as the person at the desk knows her.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use dossier::{CoachId, Written};
use serde::Serialize;
use ts_rs::TS;

/// The author of something, and when she wrote it by the clock of her device.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Said {
    /// Who.
    pub by: Who,
    /// When.
    pub at: DateTime<Utc>,
}

/// A person, as the one at the desk knows her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Who {
    /// The one at the desk.
    Me,
    /// Somebody with a name here.
    Colleague {
        /// The name.
        name: String,
    },
    /// Somebody without one.
    Somebody,
}

/// The names of authors at a desk.
pub(crate) struct Names {
    pub(crate) me: CoachId,
    pub(crate) colleagues: BTreeMap<CoachId, String>,
}

impl Names {
    /// Returns the author of something that was written.
    pub(crate) fn said(&self, written: &Written) -> Said {
        let by = match &written.by {
            Some(by) if *by == self.me => Who::Me,
            Some(by) => match self.colleagues.get(by) {
                Some(name) => Who::Colleague { name: name.clone() },
                None => Who::Somebody,
            },
            None => Who::Somebody,
        };
        Said { by, at: written.at }
    }
}
