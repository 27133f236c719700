//! The records in which changes wrote, read from the operations of the changes.

use std::collections::{BTreeSet, HashMap};

use automerge::legacy::{Key, ObjectId, OpId, OpType};
use automerge::{Automerge, ChangeHash, ObjId, Prop, ReadDoc};

use crate::dossier::Dossier;
use crate::edit::RecordKind;
use crate::model::Profile;
use crate::reading::REMOVED;
use crate::record::Record;
use crate::record_ref::RecordRef;

/// The effect of a change on one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Touch {
    /// The change wrote in the record, or restored it.
    Wrote,
    /// The change removed the record from view.
    Removed,
}

impl Dossier {
    /// Returns the records in which these changes wrote.
    pub fn touched(&self, changes: &[ChangeHash]) -> BTreeSet<RecordRef> {
        let mut touches = Touches::of(&self.document.doc);
        let found = changes.iter().flat_map(|change| touches.by(change));
        found.map(|(record, _)| record).collect()
    }
}

/// A reader of what changes touched, which caches the paths of objects.
pub(crate) struct Touches<'a> {
    doc: &'a Automerge,
    paths: HashMap<OpId, Option<Vec<String>>>,
}

impl<'a> Touches<'a> {
    pub(crate) fn of(doc: &'a Automerge) -> Self {
        Self { doc, paths: HashMap::new() }
    }

    /// Returns what one change did, record by record.
    pub(crate) fn by(&mut self, change: &ChangeHash) -> BTreeSet<(RecordRef, Touch)> {
        let Some(change) = self.doc.get_change_by_hash(change) else { return BTreeSet::new() };
        let operations = change.decode().operations.into_iter();
        operations.filter_map(|op| self.of_operation(&op.obj, &op.key, &op.action)).collect()
    }

    fn of_operation(&mut self, object: &ObjectId, key: &Key, action: &OpType) -> Option<(RecordRef, Touch)> {
        // An element of a text has no key, and needs none: the path of the text names the record and the
        // field.
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

    /// Returns the keys that lead from the root to an object.
    fn path(&mut self, object: &ObjectId) -> Option<Vec<String>> {
        let id = match object {
            ObjectId::Root => return Some(Vec::new()),
            ObjectId::Id(id) => id,
        };
        if let Some(path) = self.paths.get(id) {
            return path.clone();
        }
        // The index 0 is only a hint: Automerge finds the actor by its bytes if the hint is wrong.
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
        self.paths.insert(id.clone(), path.clone());
        path
    }
}
