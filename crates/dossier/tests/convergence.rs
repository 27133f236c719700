//! Convergence: any edits on any number of replicas, merged in any order, lead to the same readable record
//! everywhere.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::model::*;
use dossier::*;
use proptest::prelude::*;
use support::*;

fn any_edit() -> impl Strategy<Value = Edit> {
    let person_number = 1_u8..6;
    let member = |n: u8| Some(MemberId::Person(person_id(n)));
    prop_oneof![
        (person_number.clone(), "[a-zé ]{0,8}").prop_map(|(n, text)| person(n, &text)),
        (person_number.clone(), "[A-Z]{0,4}").prop_map(|(n, text)| name(n, &text)),
        (person_number.clone(), 0..Relation::ALL.len())
            .prop_map(|(n, r)| relation(n, Relation::ALL[r].clone())),
        (person_number.clone(), "[a-c ]{0,12}").prop_map(|(n, text)| edit::set::<Person>(
            person_id(n),
            PersonField::Remark(text.as_str().into())
        )),
        (person_number.clone(), -0.2..1.2_f64, 0.0..1.0_f64).prop_map(|(n, x, y)| {
            edit::set::<Person>(person_id(n), PersonField::Ecogram(Some(Position { x, y })))
        }),
        (person_number.clone(), proptest::collection::btree_set(0..SupportKind::ALL.len(), 0..4)).prop_map(
            |(n, kinds)| {
                let gives = kinds.into_iter().map(|kind| SupportKind::ALL[kind].clone()).collect();
                edit::set::<Person>(person_id(n), PersonField::Gives(gives))
            }
        ),
        person_number.clone().prop_map(|n| edit::remove::<Person>(person_id(n))),
        person_number.clone().prop_map(|n| Edit::Person(RecordEdit::Restore { id: person_id(n) })),
        (1_u8..4, person_number.clone(), person_number).prop_map(move |(t, a, b)| edit::add::<Tie>(
            tie_id(t),
            [TieField::A(member(a)), TieField::B(member(b))]
        )),
        "[A-Z]{1,5}".prop_map(|text| Edit::Profile(ProfileField::Name(text))),
        "[a-c ]{0,12}".prop_map(|text| Edit::Profile(ProfileField::Story(text.as_str().into()))),
    ]
}

#[derive(Clone, Debug)]
enum Happening {
    Edits(usize, Edit),
    Undoes(usize),
    TakesIn(usize, usize),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        4 => (0_usize..3, any_edit()).prop_map(|(who, edit)| Happening::Edits(who, edit)),
        1 => (0_usize..3).prop_map(Happening::Undoes),
        1 => (0_usize..3, 0_usize..3).prop_map(|(who, from)| Happening::TakesIn(who, from)),
    ]
}

type Whole = (Profile, Vec<Person>, Vec<Tie>, Vec<Conflict<Person>>);

fn whole(dossier: &Dossier) -> Whole {
    (dossier.profile(), dossier.all(), dossier.all(), dossier.conflicts())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replicas_with_the_same_changes_show_the_same_record(
        story in proptest::collection::vec(happening(), 1..40),
        order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
    ) {
        let first = mrs_de_wit();
        let mut replicas: Vec<Dossier> = (1..=3).map(|n| copy_for(&first, &writer(n))).collect();
        let mut steps: Vec<UndoStack> = (0..3).map(|_| UndoStack::default()).collect();
        for (minute, happening) in (0_i64..).zip(story) {
            match happening {
                // A replica may refuse an edit, which must leave no trace.
                Happening::Edits(who, edit) => { let _ = steps[who].apply(&mut replicas[who], &edit, at(minute)); }
                Happening::Undoes(who) => { let _ = steps[who].undo(&mut replicas[who], at(minute)); }
                Happening::TakesIn(who, from) => {
                    let bytes = replicas[from].save();
                    replicas[who].merge_changes(&bytes).unwrap();
                }
            }
        }
        let saved: Vec<Vec<u8>> = replicas.iter().map(Dossier::save).collect();
        let mut ends: Vec<Whole> = Vec::new();
        for (number, replica) in replicas.iter_mut().enumerate() {
            for step in 0..3 {
                // Each replica merges the others in its own order, and one of them twice.
                replica.merge_changes(&saved[order[(step + number) % 3]]).unwrap();
                replica.merge_changes(&saved[order[number]]).unwrap();
            }
            ends.push(whole(replica));
        }
        prop_assert_eq!(&ends[0], &ends[1]);
        prop_assert_eq!(&ends[0], &ends[2]);
        let again = copy_for(&replicas[0], &writer(9));
        prop_assert_eq!(whole(&again), ends[0].clone());
    }

    #[test]
    fn an_edit_and_its_inverse_leave_the_record_unchanged(edits in proptest::collection::vec(any_edit(), 1..20)) {
        let mut dossier = mrs_de_wit();
        for edit in edits {
            let before = whole(&dossier);
            if let Ok(Some(inverse)) = dossier.apply(&edit, at(1)) {
                let mut back = dossier.clone();
                back.apply(&inverse, at(2)).unwrap();
                prop_assert_eq!(whole(&back), before);
            }
        }
    }

    #[test]
    fn an_edit_is_read_back_from_its_json(edit in any_edit()) {
        let json = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&json).unwrap(), edit);
    }
}
