//! Fields of one kind of record that hold more than one value.

use automerge::{ObjId, ROOT};

use crate::dossier::Dossier;
use crate::edit::IntoEdit;
use crate::id::of_key;
use crate::model::{Profile, ProfileField};
use crate::record::{Field, Record};
use crate::source::Source;
use crate::written::Written;

/// A field that two people changed at once: it holds all values, and shows one.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<R: Record> {
    /// The id of the record.
    pub id: R::Id,
    /// Every value with its author and time; the last one is shown.
    pub values: Vec<(R::Field, Written)>,
}

impl Dossier {
    /// Returns the fields of one kind of record that hold more than one value.
    pub fn conflicts<R: IntoEdit>(&self) -> Vec<Conflict<R>> {
        let source = self.now();
        let Some(map) = source.object(&ROOT, R::MAP) else { return Vec::new() };
        let records = source.entries(&map).into_iter();
        records
            .filter_map(|entry| Some((of_key::<R::Id>(&entry.key)?, entry.id)))
            .flat_map(|(id, object)| {
                self.values_in_conflict::<R::Field>(source, &object)
                    .into_iter()
                    .map(move |values| Conflict { id: id.clone(), values })
            })
            .collect()
    }

    /// Returns the fields of the profile that hold more than one value.
    pub fn profile_conflicts(&self) -> Vec<Vec<(ProfileField, Written)>> {
        let source = self.now();
        source
            .object(&ROOT, Profile::MAP)
            .map(|object| self.values_in_conflict(source, &object))
            .unwrap_or_default()
    }

    /// Returns the fields of one object that hold more than one value, each with all its values.
    fn values_in_conflict<F: Field>(&self, source: Source<'_>, object: &ObjId) -> Vec<Vec<(F, Written)>> {
        let in_conflict = source.entries(object).into_iter().filter(|entry| entry.conflict);
        let held = in_conflict.map(|entry| {
            let all = source.all_entries(object, &entry.key).into_iter();
            all.filter_map(|value| Some((F::read(&source, &value)?, self.written_op(&value.id)?)))
                .collect::<Vec<_>>()
        });
        held.filter(|values| values.len() > 1).collect()
    }
}
