//! The author and the time of values and records.

use automerge::{ChangeHash, ObjId, ROOT};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::dossier::Dossier;
use crate::id::{CoachId, Id};
use crate::model::Profile;
use crate::record::Record;
use crate::time::time;

/// The author and the time of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Written {
    /// The coach who wrote; absent if the change names nobody.
    pub by: Option<CoachId>,
    /// The time, by the clock of the device that wrote.
    pub at: DateTime<Utc>,
}

impl Dossier {
    /// Returns who last wrote the field `key` of a record, and when.
    pub fn written<R: Record>(&self, id: &R::Id, key: &str) -> Option<Written> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        let object = source.object(&map, id.as_str())?;
        let (_, value) = source.get(&object, key)?;
        self.written_op(&value)
    }

    /// Returns who added a record, and when.
    pub fn added<R: Record>(&self, id: &R::Id) -> Option<Written> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        self.written_op(&source.object(&map, id.as_str())?)
    }

    /// Returns who last wrote the field `key` of the profile, and when.
    pub fn profile_written(&self, key: &str) -> Option<Written> {
        let source = self.now();
        let object = source.object(&ROOT, Profile::MAP)?;
        self.written_op(&source.get(&object, key)?.1)
    }

    /// Returns who last edited the dossier, and when.
    pub fn last_written(&self) -> Option<Written> {
        let heads = self.heads();
        let times = heads.iter().filter_map(|head| self.written_by_hash(head));
        times.max_by_key(|written| written.at)
    }

    /// Returns the time of the first edit, by the clock of the device that made it.
    pub fn created_at(&self) -> Option<DateTime<Utc>> {
        // The frozen changes that make the shape of the document have time zero.
        let changes = self.document.doc.get_changes_meta(&[]);
        let times = changes.iter().map(|change| change.timestamp).filter(|time| *time > 0);
        times.min().map(time)
    }

    /// Returns who made an operation, and when.
    pub(crate) fn written_op(&self, op: &ObjId) -> Option<Written> {
        self.written_by_hash(&self.document.doc.hash_for_opid(op)?)
    }

    /// Returns who made a change, and when.
    pub(crate) fn written_by_hash(&self, hash: &ChangeHash) -> Option<Written> {
        let doc = &self.document.doc;
        let meta = doc.get_change_meta_by_hash(hash)?;
        let author = doc.get_author_for_actor(&meta.actor);
        let by = author.and_then(|author| std::str::from_utf8(author.as_bytes()).ok()?.parse().ok());
        Some(Written { by, at: time(meta.timestamp) })
    }
}
