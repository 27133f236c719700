//! In which records changes wrote: read from the changes themselves.

use std::collections::{BTreeSet, HashMap};

use automerge::legacy::{Key, ObjectId, OpId, OpType};
use automerge::{Automerge, ChangeHash, ObjId, Prop, ReadDoc};
use serde::{Deserialize, Serialize};

use crate::dossier::{Dossier, REMOVED};
use crate::edit::RecordKind;
use crate::model::Profile;
use crate::record::Record;

/// The client's profile, or one record.
// The vault stores these in what is news to a coach, so the serialized tag keeps its first name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum RecordRef {
    /// The client's profile.
    Profile,
    /// One record.
    Record {
        /// What kind.
        kind: RecordKind,
        /// Its id.
        id: String,
    },
}

impl RecordRef {
    /// The place of a record, by its id; `client` is the profile.
    pub fn of_id(id: &str) -> Option<Self> {
        if id == "client" {
            return Some(Self::Profile);
        }
        RecordKind::of_id(id).map(|kind| Self::Record { kind, id: id.to_owned() })
    }
}

/// What a change did in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Touch {
    /// It wrote in the record, or brought it back.
    Wrote,
    /// It took the record out of view.
    Removed,
}

impl Dossier {
    /// The places in which these changes wrote.
    pub fn touched(&self, changes: &[ChangeHash]) -> BTreeSet<RecordRef> {
        let mut reader = Touches::of(&self.document.doc);
        let touches = changes.iter().flat_map(|change| reader.by(change));
        touches.map(|(place, _)| place).collect()
    }
}

/// Reads what changes touched; remembers where objects stand.
pub(crate) struct Touches<'a> {
    doc: &'a Automerge,
    standing: HashMap<OpId, Option<Vec<String>>>,
}

impl<'a> Touches<'a> {
    pub(crate) fn of(doc: &'a Automerge) -> Self {
        Self { doc, standing: HashMap::new() }
    }

    /// What one change did, place by place.
    pub(crate) fn by(&mut self, change: &ChangeHash) -> BTreeSet<(RecordRef, Touch)> {
        let Some(change) = self.doc.get_change_by_hash(change) else { return BTreeSet::new() };
        let operations = change.decode().operations.into_iter();
        operations.filter_map(|op| self.of_operation(&op.obj, &op.key, &op.action)).collect()
    }

    fn of_operation(&mut self, object: &ObjectId, key: &Key, action: &OpType) -> Option<(RecordRef, Touch)> {
        // An element of a text has no name: its object tells enough.
        let name = match key {
            Key::Map(name) => Some(name.to_string()),
            Key::Seq(_) => None,
        };
        let path: Vec<String> = self.path(object)?.into_iter().chain(name).collect();
        let [map, within @ ..] = path.as_slice() else { return None };
        if map == Profile::MAP {
            return (!within.is_empty()).then_some((RecordRef::Profile, Touch::Wrote));
        }
        let (kind, id) = (RecordKind::of_map(map)?, within.first()?.clone());
        let marks = within.get(1).is_some_and(|key| key == REMOVED) && matches!(action, OpType::Put(_));
        Some((RecordRef::Record { kind, id }, if marks { Touch::Removed } else { Touch::Wrote }))
    }

    /// The keys that lead from the root to an object.
    fn path(&mut self, object: &ObjectId) -> Option<Vec<String>> {
        let id = match object {
            ObjectId::Root => return Some(Vec::new()),
            ObjectId::Id(id) => id,
        };
        if let Some(path) = self.standing.get(id) {
            return path.clone();
        }
        // Automerge finds the actor by itself where the index does not fit.
        let parents = self.doc.parents(ObjId::Id(id.counter(), id.actor().clone(), 0)).ok();
        let path = parents.map(|parents| {
            let mut path: Vec<String> = parents
                .filter_map(|parent| match parent.prop {
                    Prop::Map(name) => Some(name),
                    Prop::Seq(_) => None,
                })
                .collect();
            path.reverse();
            path
        });
        self.standing.insert(id.clone(), path.clone());
        path
    }
}
