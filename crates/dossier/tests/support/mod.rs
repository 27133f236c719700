//! Invented people and dossiers for the stories of tests.
#![allow(dead_code)]

use chrono::{DateTime, Utc};
use dossier::model::*;
use dossier::*;

/// Returns the time at which a story begins, plus some minutes.
pub(crate) fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + minutes * 60, 0).unwrap()
}

pub(crate) fn writer(number: u8) -> Writer {
    Writer { coach: CoachId::from_random([number; 10]), actor: [number; 16] }
}

pub(crate) fn anna() -> Writer {
    writer(1)
}

pub(crate) fn bram() -> Writer {
    writer(2)
}

pub(crate) fn dossier_id() -> DossierId {
    DossierId::from_random([9; 10])
}

pub(crate) fn person_id(number: u8) -> PersonId {
    PersonId::from_random([0, 0, 0, 0, 0, 0, 0, 0, 0, number])
}

pub(crate) fn tie_id(number: u8) -> TieId {
    TieId::from_random([0, 0, 0, 0, 0, 0, 0, 0, 0, number])
}

/// Returns the edit that adds a person with a name.
pub(crate) fn person(number: u8, name: &str) -> Edit {
    edit::add::<Person>(person_id(number), [PersonField::Name(name.into())])
}

pub(crate) fn name(number: u8, name: &str) -> Edit {
    edit::set::<Person>(person_id(number), PersonField::Name(name.into()))
}

pub(crate) fn relation(number: u8, relation: Relation) -> Edit {
    edit::set::<Person>(person_id(number), PersonField::Relation(Some(relation)))
}

/// Returns the dossier of Mrs De Wit with Fatima (1) and Joris (2), on Anna's device.
pub(crate) fn mrs_de_wit() -> Dossier {
    let mut dossier = Dossier::create(dossier_id(), &anna()).unwrap();
    let client = Edit::Profile(ProfileField::Name("Mevrouw De Wit".into()));
    for edit in [client, person(1, "Fatima"), person(2, "Joris")] {
        dossier.apply(&edit, at(0)).unwrap().unwrap();
    }
    dossier
}

/// Returns the same dossier on another person's device.
pub(crate) fn copy_for(dossier: &Dossier, writer: &Writer) -> Dossier {
    Dossier::load(dossier.id().clone(), [dossier.save().as_slice()], writer).unwrap()
}

/// Merges the changes of each into the other.
pub(crate) fn exchange(one: &mut Dossier, other: &mut Dossier) {
    let (from_one, from_other) = (one.save(), other.save());
    one.merge_changes(&from_other).unwrap();
    other.merge_changes(&from_one).unwrap();
}
