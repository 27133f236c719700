//! An edit of one record: add it, set one of its fields, remove it, or restore it.

use serde::{Deserialize, Serialize};

use crate::record::Record;

/// An edit of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum RecordEdit<I, F> {
    /// Adds a record.
    Add {
        /// The id of the new record.
        id: I,
        /// The fields that are known, with their values.
        fields: Vec<F>,
    },
    /// Sets one field of a record.
    Set {
        /// The id of the record.
        id: I,
        /// The field with its new value.
        to: F,
    },
    /// Removes a record from view. Its content stays in the history, and what others write in it meanwhile
    /// stays readable.
    Remove {
        /// The id of the record.
        id: I,
    },
    /// Brings a removed record back into view.
    Restore {
        /// The id of the record.
        id: I,
    },
    /// Keeps a removed record out of view, although others wrote in it meanwhile: one of the two answers to a
    /// [`RemovalConflict`].
    ///
    /// [`RemovalConflict`]: crate::RemovalConflict
    LeaveOut {
        /// The id of the record.
        id: I,
    },
}

/// The edit of one record of the kind `R`.
pub type RecordEditOf<R> = RecordEdit<<R as Record>::Id, <R as Record>::Field>;

impl<I, F> RecordEdit<I, F> {
    /// Returns the id of the record that is edited.
    pub fn id(&self) -> &I {
        match self {
            Self::Add { id, .. } | Self::Set { id, .. } => id,
            Self::Remove { id } | Self::Restore { id } | Self::LeaveOut { id } => id,
        }
    }
}
