//! A record that Anna and Bram edit apart.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::model::*;
use dossier::*;
use support::*;

#[test]
fn two_people_who_were_added_apart_both_remain() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&person(3, "Bea"), at(1)).unwrap();
    brams.apply(&person(4, "Karim"), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.all::<Person>().len(), 4);
    assert_eq!(annas.all::<Person>(), brams.all::<Person>());
}

#[test]
fn a_field_that_both_changed_keeps_both_values_until_somebody_chooses() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&relation(1, Relation::Friend), at(1)).unwrap();
    brams.apply(&relation(1, Relation::Neighbour), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    let conflicts = annas.conflicts::<Person>();
    assert_eq!(conflicts, brams.conflicts::<Person>());
    assert_eq!(conflicts.len(), 1);
    let coaches: Vec<_> =
        conflicts[0].values.iter().map(|(_, written)| written.by.clone().unwrap()).collect();
    assert!(coaches.contains(&anna().coach) && coaches.contains(&bram().coach));
    assert_eq!(
        conflicts[0].values.last().map(|(field, _)| field.clone()),
        annas.one::<Person>(&person_id(1)).unwrap().field("relation")
    );

    annas.apply(&relation(1, annas.one::<Person>(&person_id(1)).unwrap().relation.unwrap()), at(3)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(brams.conflicts::<Person>(), []);
}

#[test]
fn a_removed_person_is_restored_with_what_another_changed_meanwhile() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&edit::remove::<Person>(person_id(1)), at(1)).unwrap();
    brams.apply(&relation(1, Relation::Friend), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.one::<Person>(&person_id(1)), None);
    annas.apply(&Edit::Person(RecordEdit::Restore { id: person_id(1) }), at(2)).unwrap();
    assert_eq!(annas.one::<Person>(&person_id(1)).unwrap().relation, Some(Relation::Friend));
}

#[test]
fn kinds_of_support_that_two_people_tick_apart_all_stay_ticked() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let gives = |kind| edit::set::<Person>(person_id(1), PersonField::Gives([kind].into_iter().collect()));
    annas.apply(&gives(SupportKind::Company), at(1)).unwrap();
    brams.apply(&gives(SupportKind::Practical), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(brams.one::<Person>(&person_id(1)).unwrap().gives.0.len(), 2);
}

#[test]
fn undo_reverts_ones_own_last_edit_and_redo_repeats_it() {
    let mut dossier = mrs_de_wit();
    let mut undo = UndoStack::default();
    undo.apply(&mut dossier, &name(1, "Fatima B."), at(1)).unwrap();
    undo.apply(&mut dossier, &name(1, "Fatima Bennani"), at(2)).unwrap();
    let called = |dossier: &Dossier| dossier.one::<Person>(&person_id(1)).unwrap().name;
    for (expected, back) in
        [("Fatima B.", true), ("Fatima", true), ("Fatima B.", false), ("Fatima Bennani", false)]
    {
        let outcome = if back { undo.undo(&mut dossier, at(3)) } else { undo.redo(&mut dossier, at(3)) };
        assert!(matches!(outcome, Ok(UndoOutcome::Done(_))));
        assert_eq!(called(&dossier), expected);
    }
    assert!(!undo.can_redo());
}

#[test]
fn a_step_whose_undo_is_refused_can_still_be_undone() {
    let mut dossier = Dossier::create(dossier_id(), &anna()).unwrap();
    let mut undo = UndoStack::default();
    // A dossier without a name is refused, so the first name cannot be taken back.
    undo.apply(&mut dossier, &Edit::Profile(ProfileField::Name("Mevrouw De Wit".into())), at(1)).unwrap();
    assert!(matches!(undo.undo(&mut dossier, at(2)), Err(EditError::Invalid(_))));
    assert!(undo.can_undo() && !undo.can_redo());
}

#[test]
fn undo_leaves_what_another_wrote_since() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let mut undo = UndoStack::default();
    undo.apply(&mut annas, &name(1, "Fatima B."), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    brams.apply(&name(1, "Mevrouw Bennani"), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(undo.undo(&mut annas, at(3)), Ok(UndoOutcome::ChangedByAnother));
    assert_eq!(annas.one::<Person>(&person_id(1)).unwrap().name, "Mevrouw Bennani");
}

#[test]
fn undo_forgets_a_step_in_a_record_that_another_removed() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let mut undo = UndoStack::default();
    undo.apply(&mut annas, &name(1, "Fatima B."), at(1)).unwrap();
    brams.apply(&edit::remove::<Person>(person_id(1)), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(undo.undo(&mut annas, at(3)), Ok(UndoOutcome::ChangedByAnother));
    assert!(!undo.can_undo());
}

#[test]
fn undoing_an_addition_does_not_hide_what_another_wrote_in_it() {
    let mut annas = mrs_de_wit();
    let mut undo = UndoStack::default();
    undo.apply(&mut annas, &person(3, "Bea"), at(1)).unwrap();
    let mut brams = copy_for(&annas, &bram());
    brams.apply(&relation(3, Relation::Sibling), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(undo.undo(&mut annas, at(3)), Ok(UndoOutcome::ChangedByAnother));
    assert!(annas.one::<Person>(&person_id(3)).is_some());
}
