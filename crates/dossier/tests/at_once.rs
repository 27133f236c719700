//! Concurrent writing: fields keep every value, removals wait for a decision, and an answer settles the
//! conflict.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use std::collections::BTreeSet;

use dossier::model::*;
use dossier::*;
use proptest::prelude::*;
use support::*;

fn contact(number: u8, text: Option<&str>) -> Edit {
    edit::set::<Person>(person_id(number), PersonField::Contact(text.map(str::to_owned)))
}

fn remove(number: u8) -> Edit {
    edit::remove::<Person>(person_id(number))
}

fn in_view(dossier: &Dossier, number: u8) -> bool {
    dossier.one::<Person>(&person_id(number)).is_some()
}

/// Returns who removed a person and who changed it, if the two conflict.
fn asked(dossier: &Dossier, number: u8) -> Option<(CoachId, CoachId)> {
    let questions = dossier.removal_conflicts();
    let question = questions.iter().find(|question| question.id == person_id(number).as_str())?;
    Some((question.removed.by.clone().unwrap(), question.changed.by.clone().unwrap()))
}

#[test]
fn a_field_conflict_names_the_record_and_the_edits_that_choose_a_value() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&relation(1, Relation::Friend), at(1)).unwrap();
    brams.apply(&relation(1, Relation::Neighbour), at(2)).unwrap();
    annas.apply(&Edit::Profile(ProfileField::District(Some("Noord".into()))), at(3)).unwrap();
    brams.apply(&Edit::Profile(ProfileField::District(Some("Zuid".into()))), at(4)).unwrap();
    exchange(&mut annas, &mut brams);
    let conflicts = annas.field_conflicts();
    assert_eq!(conflicts, brams.field_conflicts());
    let [district, neighbour] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    let contents = |conflict: &FieldConflict| -> Vec<Content> {
        conflict.values.iter().map(|value| value.content.clone()).collect()
    };
    assert_eq!((&district.record, district.field), (&RecordRef::Profile, "district"));
    assert_eq!(contents(district), [Content::Text("Noord".into()), Content::Text("Zuid".into())]);
    let fatima = RecordRef::Record { kind: RecordKind::Person, id: person_id(1).to_string() };
    assert_eq!((&neighbour.record, neighbour.field), (&fatima, "relation"));
    let relation = |value: &str| Content::Choices { list: Relation::LIST, values: vec![value.to_owned()] };
    assert_eq!(contents(neighbour), [relation("friend"), relation("neighbour")]);
    for value in &neighbour.values {
        let mut here = annas.clone();
        here.apply(&value.choose, at(5)).unwrap();
        assert!(here.field_conflicts().iter().all(|left| left.field != "relation"));
    }
}

#[test]
fn clearing_a_field_that_another_filled_in_keeps_both_values() {
    let mut annas = mrs_de_wit();
    annas.apply(&contact(1, Some("op dinsdag")), at(0)).unwrap();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&contact(1, None), at(1)).unwrap();
    brams.apply(&contact(1, Some("op woensdag")), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    let [conflict] = annas.field_conflicts().try_into().unwrap();
    let chosen: Vec<Edit> = conflict.values.into_iter().map(|value| value.choose).collect();
    assert!(chosen.contains(&contact(1, None)) && chosen.contains(&contact(1, Some("op woensdag"))));
}

#[test]
fn the_same_value_written_twice_is_no_conflict() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&relation(1, Relation::Friend), at(1)).unwrap();
    brams.apply(&relation(1, Relation::Friend), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.field_conflicts(), []);
}

#[test]
fn undoing_the_choice_of_the_shown_value_chooses_the_other() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&relation(1, Relation::Friend), at(1)).unwrap();
    brams.apply(&relation(1, Relation::Neighbour), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    let [conflict] = annas.field_conflicts().try_into().unwrap();
    let mut undo = UndoStack::default();
    let shown = annas.one::<Person>(&person_id(1)).unwrap().relation;
    undo.apply(&mut annas, &conflict.values.last().unwrap().choose, at(3)).unwrap();
    assert_eq!(annas.one::<Person>(&person_id(1)).unwrap().relation, shown);
    undo.undo(&mut annas, at(4)).unwrap();
    assert_ne!(annas.one::<Person>(&person_id(1)).unwrap().relation, shown);
    undo.redo(&mut annas, at(5)).unwrap();
    assert_eq!(annas.one::<Person>(&person_id(1)).unwrap().relation, shown);
}

#[test]
fn a_record_that_one_removed_while_another_changed_it_is_a_conflict_on_both_sides() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&contact(1, Some("op dinsdag")), at(1)).unwrap();
    brams.apply(&remove(1), at(2)).unwrap();
    assert_eq!(asked(&brams, 1), None);
    exchange(&mut annas, &mut brams);
    for dossier in [&annas, &brams] {
        assert!(!in_view(dossier, 1));
        assert_eq!(asked(dossier, 1), Some((bram().coach, anna().coach)));
    }
    let [question] = annas.removal_conflicts().try_into().unwrap();
    let mut left_out = annas.clone();
    annas.apply(&question.restore, at(3)).unwrap();
    assert_eq!(annas.one::<Person>(&person_id(1)).unwrap().contact.as_deref(), Some("op dinsdag"));
    left_out.apply(&question.leave_out, at(3)).unwrap();
    assert!(!in_view(&left_out, 1));
    for answered in [&mut annas, &mut left_out] {
        assert_eq!(answered.removal_conflicts(), []);
        let mut there = copy_for(&brams, &writer(7));
        there.merge_changes(&answered.save()).unwrap();
        assert_eq!(there.removal_conflicts(), []);
    }
}

#[test]
fn removing_a_record_whose_changes_are_known_is_no_conflict() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&contact(1, Some("op dinsdag")), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    brams.apply(&remove(1), at(2)).unwrap();
    annas.apply(&contact(2, Some("op woensdag")), at(3)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.removal_conflicts(), []);
}

#[test]
fn two_people_who_remove_the_same_record_agree() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&remove(1), at(1)).unwrap();
    brams.apply(&remove(1), at(2)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.removal_conflicts(), []);
    assert!(!in_view(&annas, 1));
}

#[test]
fn a_tie_to_a_person_who_was_removed_meanwhile_is_a_conflict() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let ends = [1, 2].map(|number| Some(MemberId::Person(person_id(number))));
    let [a, b] = ends;
    annas.apply(&edit::add::<Tie>(tie_id(1), [TieField::A(a), TieField::B(b)]), at(1)).unwrap();
    brams.apply(&remove(2), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(asked(&annas, 2), Some((bram().coach, anna().coach)));
}

#[test]
fn added_words_and_unticked_boxes_count_as_changes() {
    for to in [PersonField::Remark("Komt op dinsdag".into()), PersonField::Gives(ChoiceSet::default())] {
        let mut annas = mrs_de_wit();
        let company = PersonField::Gives([SupportKind::Company].into_iter().collect());
        annas.apply(&edit::set::<Person>(person_id(1), company), at(0)).unwrap();
        let mut brams = copy_for(&annas, &bram());
        annas.apply(&edit::set::<Person>(person_id(1), to), at(1)).unwrap();
        brams.apply(&remove(1), at(1)).unwrap();
        exchange(&mut annas, &mut brams);
        assert!(asked(&annas, 1).is_some());
    }
}

#[test]
fn opposite_answers_are_a_conflict_again() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&contact(1, Some("op dinsdag")), at(1)).unwrap();
    brams.apply(&remove(1), at(1)).unwrap();
    exchange(&mut annas, &mut brams);
    let [question] = annas.removal_conflicts().try_into().unwrap();
    annas.apply(&question.restore, at(2)).unwrap();
    brams.apply(&question.leave_out, at(3)).unwrap();
    exchange(&mut annas, &mut brams);
    assert_eq!(asked(&annas, 1), Some((bram().coach, anna().coach)));
    assert_eq!(annas.removal_conflicts(), brams.removal_conflicts());
}

#[test]
fn merged_changes_are_reported_record_by_record() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    let before = annas.heads();
    brams.apply(&person(3, "Bea"), at(1)).unwrap();
    brams.apply(&edit::set::<Person>(person_id(1), PersonField::Remark("Lacht".into())), at(2)).unwrap();
    brams.apply(&Edit::Profile(ProfileField::Story("Ze vertelt".into())), at(3)).unwrap();
    let arrival = annas.examine(&brams.save_since(&before)).unwrap();
    let changes: Vec<ChangeHash> = arrival.new_changes().iter().map(|change| change.hash).collect();
    annas.merge(arrival).unwrap();
    let of = |number| RecordRef::Record { kind: RecordKind::Person, id: person_id(number).to_string() };
    assert_eq!(annas.touched(&changes), BTreeSet::from([RecordRef::Profile, of(1), of(3)]));
}

#[test]
fn a_dossier_is_the_same_whether_it_arrives_whole_or_change_by_change() {
    let mut annas = mrs_de_wit();
    let begun = || Dossier::create(dossier_id(), &bram()).unwrap();
    let arrives = |bytes: &[u8]| {
        let mut brams = begun();
        let arrival = brams.examine(bytes).unwrap();
        let changes: BTreeSet<_> = arrival
            .new_changes()
            .iter()
            .map(|one| (one.hash, one.actor.clone(), one.author.clone()))
            .collect();
        assert_eq!(arrival.before(), begun().heads());
        brams.merge(arrival).unwrap();
        brams.apply(&person(3, "Bea"), at(1)).unwrap();
        (brams, changes)
    };
    let (whole, changes) = arrives(&annas.save());
    let (by_changes, same_changes) = arrives(&annas.save_since(&begun().heads()));
    assert_eq!(changes, same_changes);
    assert_eq!(
        whole.heads(),
        by_changes.heads(),
        "who wrote next is known by the same name in the same stream"
    );
    annas.merge_changes(&whole.save()).unwrap();
    assert_eq!(annas.all::<Person>().len(), 3);
}

#[test]
fn a_dossier_with_another_first_change_is_refused() {
    let another = Dossier::create(DossierId::from_random([8; 10]), &anna()).unwrap();
    let begun = Dossier::create(dossier_id(), &bram()).unwrap();
    assert!(begun.examine(&another.save()).is_err());
}

#[test]
fn a_note_keeps_both_what_was_typed_and_what_arrived_meanwhile() {
    let mut note = NoteText::create(NoteId::from_random([1; 10]), &anna()).unwrap();
    note.write("Koffie gedronken.", at(1)).unwrap();
    let shown = note.text();
    note.write("Koffie gedronken. Ze lachte.", at(2)).unwrap();
    note.write_over(&shown, "Samen koffie gedronken.", at(3)).unwrap();
    assert!(note.text().contains("Samen") && note.text().contains("Ze lachte."), "{}", note.text());
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let number = 1_u8..4;
    prop_oneof![
        2 => number.clone().prop_map(remove),
        1 => number.clone().prop_map(|n| Edit::Person(RecordEdit::Restore { id: person_id(n) })),
        2 => (number.clone(), proptest::option::of("[a-c]{1,3}"))
            .prop_map(|(n, text)| contact(n, text.as_deref())),
        1 => (number.clone(), "[a-c ]{0,6}").prop_map(|(n, text)| edit::set::<Person>(
            person_id(n),
            PersonField::Remark(text.as_str().into())
        )),
        1 => number.prop_map(|n| person(n, "Iemand")),
    ]
}

/// An event on a replica: it edits, answers conflicts, or merges the changes of another.
#[derive(Clone, Debug)]
enum Happening {
    Edits(usize, Edit),
    Answers(usize, bool),
    TakesIn(usize, usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        5 => (0_usize..3, any_edit()).prop_map(|(who, edit)| Happening::Edits(who, edit)),
        1 => (0_usize..3, any::<bool>()).prop_map(|(who, first)| Happening::Answers(who, first)),
        2 => (0_usize..3, 0_usize..3).prop_map(|(who, from)| Happening::TakesIn(who, from)),
    ]
}

fn answer_all(dossier: &mut Dossier, first: bool, minute: i64) {
    for conflict in dossier.field_conflicts() {
        let value = if first { conflict.values.first() } else { conflict.values.last() };
        dossier.apply(&value.unwrap().choose, at(minute)).unwrap();
    }
    for question in dossier.removal_conflicts() {
        let answer = if first { question.restore } else { question.leave_out };
        dossier.apply(&answer, at(minute)).unwrap();
    }
}

fn open(dossier: &Dossier) -> (Vec<FieldConflict>, Vec<RemovalConflict>) {
    (dossier.field_conflicts(), dossier.removal_conflicts())
}

fn unite(replicas: &mut [Dossier]) {
    let saved: Vec<Vec<u8>> = replicas.iter().map(Dossier::save).collect();
    for replica in replicas.iter_mut() {
        for bytes in &saved {
            replica.merge_changes(bytes).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn conflicts_are_the_same_everywhere_and_an_answer_settles_them_everywhere(
        story in proptest::collection::vec(happening(), 1..40),
        who in 0_usize..3,
        first in any::<bool>(),
    ) {
        let begun = mrs_de_wit();
        let mut replicas: Vec<Dossier> = (1..=3).map(|n| copy_for(&begun, &writer(n))).collect();
        for (minute, happening) in (0_i64..).zip(story) {
            match happening {
                Happening::Edits(who, edit) => { let _ = replicas[who].apply(&edit, at(minute)); }
                Happening::Answers(who, first) => answer_all(&mut replicas[who], first, minute),
                Happening::TakesIn(who, from) => {
                    let bytes = replicas[from].save();
                    replicas[who].merge_changes(&bytes).unwrap();
                }
            }
        }
        unite(&mut replicas);
        prop_assert_eq!(open(&replicas[0]), open(&replicas[1]));
        prop_assert_eq!(open(&replicas[0]), open(&replicas[2]));

        // Restoring a record also brings its own field conflicts back into view, so answer these next.
        answer_all(&mut replicas[who], first, 100);
        answer_all(&mut replicas[who], first, 101);
        unite(&mut replicas);
        for replica in &replicas {
            prop_assert_eq!(open(replica), (Vec::new(), Vec::new()));
        }
    }

    #[test]
    fn no_change_disappears_from_view_without_a_conflict(
        annas_edits in proptest::collection::vec(any_edit(), 0..8),
        brams_edits in proptest::collection::vec(any_edit(), 0..8),
    ) {
        let begun = mrs_de_wit();
        let (mut annas, mut brams) = (copy_for(&begun, &anna()), copy_for(&begun, &bram()));
        annas_edits.iter().for_each(|edit| drop(annas.apply(edit, at(1))));
        brams_edits.iter().for_each(|edit| drop(brams.apply(edit, at(2))));
        let (annas_people, brams_people) = (annas.all::<Person>(), brams.all::<Person>());
        exchange(&mut annas, &mut brams);
        for (own, others) in [(&annas_people, &brams_people), (&brams_people, &annas_people)] {
            for person in own {
                // A person whom somebody has in view and changed since the beginning is in view, or in
                // conflict.
                let changed = begun.one::<Person>(&person.id).as_ref() != Some(person);
                let theirs = others.iter().any(|there| there.id == person.id);
                if changed && !theirs && begun.one::<Person>(&person.id).is_some() {
                    let there = annas.one::<Person>(&person.id).is_some();
                    let asked = annas.removal_conflicts().iter().any(|question| question.id == person.id.as_str());
                    prop_assert!(there || asked, "{:?} went silently", person);
                }
            }
        }
    }
}
