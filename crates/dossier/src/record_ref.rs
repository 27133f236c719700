//! A reference to the client's profile or to one record of any kind.

use serde::{Deserialize, Serialize};

use crate::edit::RecordKind;

/// The client's profile, or one record.
// The vault stores these among a coach's news, so the serialized tag is never renamed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum RecordRef {
    /// The client's profile.
    Profile,
    /// One record of any kind.
    Record {
        /// The kind of the record.
        kind: RecordKind,
        /// The id of the record.
        id: String,
    },
}

impl RecordRef {
    /// Returns the reference to the record with this id; the id `client` stands for the profile.
    pub fn of_id(id: &str) -> Option<Self> {
        if id == "client" {
            return Some(Self::Profile);
        }
        RecordKind::of_id(id).map(|kind| Self::Record { kind, id: id.to_owned() })
    }
}
