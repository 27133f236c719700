//! Fields that two people changed at once, of every kind of record, for a face that lets one choose.

use automerge::ROOT;

use crate::dossier::Dossier;
use crate::edit::{Edit, IntoEdit, RecordEdit, for_every_kind};
use crate::history::Written;
use crate::id::Id;
use crate::model::ProfileField;
use crate::record::{Field, Record};
use crate::touched::RecordRef;

/// A field that two people changed at once.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldConflict {
    /// Whose field.
    pub place: RecordRef,
    /// The key of the field.
    pub field: &'static str,
    /// The closed list that its values come from, if they do.
    pub list: Option<&'static str>,
    /// Every value once; the last one shows.
    pub values: Vec<ConflictValue>,
}

/// One of the values that a field holds.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictValue {
    /// The edit that chooses it.
    pub choose: Edit,
    /// Who wrote it, and when.
    pub written: Written,
}

impl Dossier {
    /// Every field, of the profile and of the records in view, that holds more than one value.
    pub fn field_conflicts(&self) -> Vec<FieldConflict> {
        let profile = self.profile_conflicts().into_iter();
        let mut found: Vec<FieldConflict> = profile
            .filter_map(|values| difference(RecordRef::Profile, values, Edit::Profile, ProfileField::list))
            .collect();
        for_every_kind!(R => self.add_differences::<R>(&mut found));
        found
    }

    fn add_differences<R: IntoEdit>(&self, found: &mut Vec<FieldConflict>) {
        let source = self.now();
        let Some(map) = source.object(&ROOT, <R as Record>::MAP) else { return };
        for conflict in self.conflicts::<R>() {
            let id = conflict.id;
            let in_view =
                source.object(&map, id.as_str()).and_then(|object| source.record::<R>(id.clone(), &object));
            // What is out of view is asked about once it is back.
            if in_view.is_none() {
                continue;
            }
            let place = RecordRef::Record { kind: R::KIND, id: id.to_string() };
            let choose = |to| R::edit(RecordEdit::Set { id: id.clone(), to });
            found.extend(difference(place, conflict.values, choose, <R::Field as Field>::list));
        }
    }
}

/// `None` where everybody wrote the same.
fn difference<F: Field>(
    place: RecordRef,
    values: Vec<(F, Written)>,
    choose: impl Fn(F) -> Edit,
    list: impl Fn(&str) -> Option<&'static str>,
) -> Option<FieldConflict> {
    let field = values.last()?.0.key();
    let mut distinct: Vec<(F, Written)> = Vec::new();
    for (value, written) in values {
        distinct.retain(|(there, _)| *there != value);
        distinct.push((value, written));
    }
    let values: Vec<ConflictValue> = distinct
        .into_iter()
        .map(|(value, written)| ConflictValue { choose: choose(value), written })
        .collect();
    (values.len() > 1).then(|| FieldConflict { place, field, list: list(field), values })
}
