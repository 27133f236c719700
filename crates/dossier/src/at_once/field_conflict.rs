//! Fields that two people changed at once, of every kind of record, with the edits that choose a value.

use automerge::ROOT;

use crate::dossier::Dossier;
use crate::edit::{Edit, IntoEdit, RecordEdit, for_every_kind};
use crate::id::Id;
use crate::model::ProfileField;
use crate::record::{Field, Record};
use crate::record_ref::RecordRef;
use crate::value::Content;
use crate::written::Written;

/// A field that two people changed at once.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldConflict {
    /// The record with the field.
    pub record: RecordRef,
    /// The key of the field.
    pub field: &'static str,
    /// Every value once; the last one is shown.
    pub values: Vec<ConflictValue>,
}

/// One of the values that a field holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictValue {
    /// The value, to show it.
    pub content: Content,
    /// The edit that chooses this value.
    pub choose: Edit,
    /// The author and the time of this value.
    pub written: Written,
}

impl Dossier {
    /// Returns every field that holds more than one value, of the profile and of the records in view.
    pub fn field_conflicts(&self) -> Vec<FieldConflict> {
        let profile = self.profile_conflicts().into_iter();
        let mut found: Vec<FieldConflict> = profile
            .filter_map(|values| field_conflict::<ProfileField>(RecordRef::Profile, values, Edit::Profile))
            .collect();
        for_every_kind!(R => self.add_field_conflicts::<R>(&mut found));
        found
    }

    fn add_field_conflicts<R: IntoEdit>(&self, found: &mut Vec<FieldConflict>) {
        let source = self.now();
        let Some(map) = source.object(&ROOT, <R as Record>::MAP) else { return };
        for conflict in self.conflicts::<R>() {
            let id = conflict.id;
            let in_view =
                source.object(&map, id.as_str()).and_then(|object| source.record::<R>(id.clone(), &object));
            // Nobody has to choose a value in a removed record until it is restored.
            if in_view.is_none() {
                continue;
            }
            let record = RecordRef::Record { kind: R::KIND, id: id.to_string() };
            let choose = |to| R::edit(RecordEdit::Set { id: id.clone(), to });
            found.extend(field_conflict(record, conflict.values, choose));
        }
    }
}

/// Returns the conflict between these values; `None` if everybody wrote the same.
fn field_conflict<F: Field>(
    record: RecordRef,
    values: Vec<(F, Written)>,
    choose: impl Fn(F) -> Edit,
) -> Option<FieldConflict> {
    let field = values.last()?.0.key();
    let mut distinct: Vec<(F, Written)> = Vec::new();
    for (value, written) in values {
        distinct.retain(|(there, _)| *there != value);
        distinct.push((value, written));
    }
    let values: Vec<ConflictValue> = distinct
        .into_iter()
        .map(|(value, written)| ConflictValue { content: value.content(), choose: choose(value), written })
        .collect();
    (values.len() > 1).then_some(FieldConflict { record, field, values })
}
