//! The names and ids of records, also of those that only a hostile program writes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use automerge::transaction::{Transactable, Transaction};
use automerge::{Automerge, ObjType, ROOT, ReadDoc};
use dossier::model::Person;
use dossier::*;
use support::*;

/// Returns a dossier with ties whose ends are any texts.
fn with_ties(ties: &[(u8, &str, &str)]) -> Dossier {
    let mut doc = Automerge::load(&mrs_de_wit().save()).unwrap();
    let (_, all) = doc.get(ROOT, "ties").unwrap().unwrap();
    let mut tx: Transaction<'_> = doc.transaction();
    for (number, a, b) in ties {
        let tie = tx.put_object(&all, tie_id(*number).as_str(), ObjType::Map).unwrap();
        tx.put(&tie, "a", *a).unwrap();
        tx.put(&tie, "b", *b).unwrap();
    }
    tx.commit();
    Dossier::load(dossier_id(), [doc.save().as_slice()], &anna()).unwrap()
}

fn tie(number: u8) -> RecordRef {
    RecordRef::of_id(tie_id(number).as_str()).unwrap()
}

#[test]
fn a_tie_has_the_names_of_its_ends() {
    let dossier = with_ties(&[(1, person_id(1).as_str(), person_id(2).as_str())]);
    assert_eq!(dossier.name_of(&tie(1)), "Fatima – Joris");
    assert_eq!(dossier.name_by_id(tie_id(1).as_str()), "Fatima – Joris");
}

#[test]
fn a_tie_that_ends_at_itself_has_a_name() {
    let (first, second) = (tie_id(1), tie_id(2));
    let dossier = with_ties(&[
        (1, first.as_str(), person_id(1).as_str()),
        (2, tie_id(3).as_str(), person_id(2).as_str()),
        (3, second.as_str(), second.as_str()),
    ]);
    assert_eq!(dossier.name_of(&tie(1)), " – Fatima");
    assert_eq!(dossier.name_of(&tie(2)), " – Joris");
}

#[test]
fn ties_that_end_at_each_other_have_short_names() {
    let ids: Vec<TieId> = (0..100).map(tie_id).collect();
    let ties: Vec<(u8, &str, &str)> = (0..99)
        .map(|number| (number, ids[usize::from(number) + 1].as_str()))
        .map(|(n, id)| (n, id, id))
        .collect();
    let dossier = with_ties(&ties);
    assert_eq!(dossier.name_of(&tie(0)), " – ");
}

#[test]
fn a_key_that_only_looks_like_an_id_is_no_second_record() {
    let mut doc = Automerge::load(&mrs_de_wit().save()).unwrap();
    let (_, people) = doc.get(ROOT, "people").unwrap().unwrap();
    let fatima = person_id(1);
    let mut tx = doc.transaction();
    for key in
        [fatima.as_str().to_uppercase(), format!(" {}", fatima.as_str()), format!("{}\n", fatima.as_str())]
    {
        let other = tx.put_object(&people, key.as_str(), ObjType::Map).unwrap();
        tx.put(&other, "name", "Nep").unwrap();
    }
    tx.commit();
    let dossier = Dossier::load(dossier_id(), [doc.save().as_slice()], &anna()).unwrap();
    let names: Vec<String> = dossier.all::<Person>().into_iter().map(|person| person.name).collect();
    assert_eq!((names, dossier.count::<Person>()), (vec!["Fatima".to_owned(), "Joris".to_owned()], 2));
}
