//! Who wrote a value, and when; and where two wrote at once.

use automerge::{ObjId, ROOT};
use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::dossier::Dossier;
use crate::edit::IntoEdit;
use crate::id::{CoachId, Id};
use crate::model::{Profile, ProfileField};
use crate::record::{Field, Record};
use crate::source::Source;

/// Who wrote something, and when by the clock of their device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Written {
    /// The person; absent where the change names none.
    pub by: Option<CoachId>,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// A field that two people changed at once: all values stand, one shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<R: Record> {
    /// Whose field.
    pub id: R::Id,
    /// Every value with who and when; the last one shows.
    pub values: Vec<(R::Field, Written)>,
}

impl Dossier {
    /// Who last wrote the field `key` of a record.
    pub fn written<R: Record>(&self, id: &R::Id, key: &str) -> Option<Written> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        let object = source.object(&map, id.as_str())?;
        let (_, value) = source.get(&object, key)?;
        self.written_op(&value)
    }

    /// Who added a record.
    pub fn added<R: Record>(&self, id: &R::Id) -> Option<Written> {
        let source = self.now();
        let map = source.object(&ROOT, R::MAP)?;
        self.written_op(&source.object(&map, id.as_str())?)
    }

    /// Who last wrote a field of the profile.
    pub fn profile_written(&self, key: &str) -> Option<Written> {
        let source = self.now();
        let object = source.object(&ROOT, Profile::MAP)?;
        self.written_op(&source.get(&object, key)?.1)
    }

    /// When the dossier was last edited, and by whom.
    pub fn last_written(&self) -> Option<Written> {
        let heads = self.heads();
        let times = heads.iter().filter_map(|head| self.written_by_hash(head));
        times.max_by_key(|written| written.at)
    }

    /// When the dossier was first written in, by the clock of the device that did.
    pub fn begun(&self) -> Option<DateTime<Utc>> {
        // The frozen changes that make its shape are of time zero.
        let changes = self.document.doc.get_changes_meta(&[]);
        let times = changes.iter().map(|change| change.timestamp).filter(|time| *time > 0);
        DateTime::from_timestamp(times.min()?, 0)
    }

    /// The fields of one kind of record that hold more than one value.
    pub fn conflicts<R: IntoEdit>(&self) -> Vec<Conflict<R>> {
        let source = self.now();
        let Some(map) = source.object(&ROOT, R::MAP) else { return Vec::new() };
        let records = source.entries(&map).into_iter();
        records
            .filter_map(|entry| Some((entry.key.parse::<R::Id>().ok()?, entry.id)))
            .flat_map(|(id, object)| {
                self.held_in::<R::Field>(source, &object)
                    .into_iter()
                    .map(move |values| Conflict { id: id.clone(), values })
            })
            .collect()
    }

    /// The fields of the profile that hold more than one value.
    pub fn profile_conflicts(&self) -> Vec<Vec<(ProfileField, Written)>> {
        let source = self.now();
        source.object(&ROOT, Profile::MAP).map(|object| self.held_in(source, &object)).unwrap_or_default()
    }

    /// The fields of one object that hold more than one value, each with all that they hold.
    fn held_in<F: Field>(&self, source: Source<'_>, object: &ObjId) -> Vec<Vec<(F, Written)>> {
        let in_conflict = source.entries(object).into_iter().filter(|entry| entry.conflict);
        let held = in_conflict.map(|entry| {
            let all = source.all_entries(object, &entry.key).into_iter();
            all.filter_map(|value| Some((F::read(&source, &value)?, self.written_op(&value.id)?)))
                .collect::<Vec<_>>()
        });
        held.filter(|values| values.len() > 1).collect()
    }

    pub(crate) fn written_op(&self, op: &ObjId) -> Option<Written> {
        self.written_by_hash(&self.document.doc.hash_for_opid(op)?)
    }

    pub(crate) fn written_by_hash(&self, hash: &automerge::ChangeHash) -> Option<Written> {
        let doc = &self.document.doc;
        let meta = doc.get_change_meta_by_hash(hash)?;
        let author = doc.get_author_for_actor(&meta.actor);
        let by = author.and_then(|author| std::str::from_utf8(author.as_bytes()).ok()?.parse().ok());
        Some(Written { by, at: DateTime::from_timestamp(meta.timestamp, 0)? })
    }
}
