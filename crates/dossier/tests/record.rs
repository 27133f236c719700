//! A record that one person edits.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::model::*;
use dossier::*;
use support::*;

#[test]
fn a_person_is_read_back_after_saving_and_loading() {
    let mut dossier = mrs_de_wit();
    let fields = [
        PersonField::Ring(Some(Ring::Intimates)),
        PersonField::Gives([SupportKind::Company, SupportKind::Practical].into_iter().collect()),
        PersonField::Born("~1948-05".parse().ok()),
        PersonField::Ecogram(Some(Position { x: 0.25, y: 0.75 })),
        PersonField::Remark("Komt op dinsdag".into()),
    ];
    for to in fields.clone() {
        dossier.apply(&edit::set::<Person>(person_id(1), to), at(1)).unwrap().unwrap();
    }
    let fatima = copy_for(&dossier, &bram()).one::<Person>(&person_id(1)).unwrap();
    for field in fields {
        assert_eq!(fatima.field(field.key()), Some(field));
    }
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut dossier = mrs_de_wit();
    let heads = dossier.heads();
    assert_eq!(dossier.apply(&name(1, "Fatima"), at(1)).unwrap(), None);
    assert_eq!(dossier.heads(), heads);
}

#[test]
fn one_edit_is_one_change_with_author_and_time() {
    let mut dossier = mrs_de_wit();
    dossier.apply(&relation(1, Relation::Neighbour), at(7)).unwrap();
    let written = dossier.written::<Person>(&person_id(1), "relation").unwrap();
    assert_eq!(written, Written { by: Some(anna().coach), at: at(7) });
    assert_eq!(dossier.heads().len(), 1);
}

#[test]
fn a_dossier_that_is_opened_again_is_written_by_the_same_author() {
    let dossier = mrs_de_wit();
    let mut again = copy_for(&dossier, &anna());
    again.apply(&relation(2, Relation::Child), at(9)).unwrap();
    let once_more = copy_for(&again, &bram());
    let written = once_more.written::<Person>(&person_id(2), "relation").unwrap();
    assert_eq!(written.by, Some(anna().coach));
}

#[test]
fn a_refused_edit_leaves_the_record_unchanged() {
    let mut dossier = mrs_de_wit();
    let heads = dossier.heads();
    let nobody = TieField::B(Some(MemberId::Person(person_id(1))));
    let half = Edit::All(vec![
        person(3, "Bea"),
        edit::add::<Tie>(tie_id(1), [TieField::A(Some(MemberId::Person(person_id(1)))), nobody]),
    ]);
    assert_eq!(dossier.apply(&half, at(1)), Err(EditError::Invalid(Invalid::ToItself { field: "b" })));
    assert_eq!(
        dossier.apply(&name(1, " "), at(1)),
        Err(EditError::Invalid(Invalid::Empty { field: "name" }))
    );
    assert_eq!(dossier.heads(), heads);
    assert_eq!(dossier.all::<Person>().len(), 2);
}

#[test]
fn a_removed_person_can_be_restored_with_every_field() {
    let mut dossier = mrs_de_wit();
    dossier.apply(&relation(1, Relation::Neighbour), at(1)).unwrap();
    let before = dossier.one::<Person>(&person_id(1));
    let back = dossier.apply(&edit::remove::<Person>(person_id(1)), at(2)).unwrap().unwrap();
    assert_eq!(dossier.one::<Person>(&person_id(1)), None);
    dossier.apply(&back, at(3)).unwrap();
    assert_eq!(dossier.one::<Person>(&person_id(1)), before);
}

#[test]
fn the_record_can_be_read_as_it_was_at_earlier_heads() {
    let mut dossier = mrs_de_wit();
    let start = dossier.heads();
    dossier.apply(&name(1, "Fatima B."), at(1)).unwrap();
    dossier.apply(&edit::remove::<Person>(person_id(2)), at(2)).unwrap();
    let names = |people: Vec<Person>| people.into_iter().map(|p| p.name).collect::<Vec<_>>();
    assert_eq!(names(dossier.at(&start).all()), ["Fatima", "Joris"]);
    assert_eq!(names(dossier.all()), ["Fatima B."]);
}

#[test]
fn the_text_of_a_note_is_a_document_of_its_own() {
    let id = NoteId::from_random([1; 10]);
    let mut here = NoteText::create(id.clone(), &anna()).unwrap();
    let mut there = NoteText::create(id.clone(), &bram()).unwrap();
    here.write("Koffie gedronken.", at(1)).unwrap();
    there.merge_changes(&here.save()).unwrap();
    here.write("Koffie gedronken. Ze lachte.", at(2)).unwrap();
    there.write("Samen koffie gedronken.", at(2)).unwrap();
    here.merge_changes(&there.save()).unwrap();
    there.merge_changes(&here.save()).unwrap();
    assert_eq!(here.text(), there.text());
    assert!(here.text().contains("Samen") && here.text().contains("Ze lachte."), "{}", here.text());
    let loaded = NoteText::load(id, [here.save().as_slice()], &anna()).unwrap();
    assert_eq!(loaded.text(), here.text());
}

#[test]
fn private_notes_are_loaded_from_several_chunks() {
    let mut notes = PrivateNotes::create(&dossier_id(), &anna()).unwrap();
    let id = NoteId::from_random([1; 10]);
    notes.write(&id, "Ik maak me zorgen.", at(1)).unwrap();
    let (first, saved) = (notes.save(), notes.heads());
    notes.write(&id, "Ik maak me minder zorgen.", at(2)).unwrap();
    let second = notes.save_since(&saved);
    let pieces = [first.for_the_vault(), second.for_the_vault()];
    let again = PrivateNotes::load(&dossier_id(), pieces, &anna()).unwrap();
    assert_eq!(again.all(), [(id.clone(), "Ik maak me minder zorgen.".to_owned())]);
    assert_eq!(again.text(&id).as_deref(), Some("Ik maak me minder zorgen."));
}

#[test]
fn condensing_private_notes_keeps_their_texts_and_when_they_were_begun() {
    let mut notes = PrivateNotes::create(&dossier_id(), &anna()).unwrap();
    let [one, other, gone] = [1, 2, 3].map(|number| NoteId::from_random([number; 10]));
    notes.write(&one, "Ze huilde.", at(1)).unwrap();
    notes.write(&gone, "Verkeerde dossier.", at(2)).unwrap();
    notes.write(&other, "Bellen met Joris?", at(3)).unwrap();
    notes.write(&one, "Ze was stil.", at(4)).unwrap();
    notes.write(&gone, "", at(5)).unwrap();
    let stands = notes.notes();
    assert_eq!(
        stands.iter().map(|note| (&note.id, note.begun)).collect::<Vec<_>>(),
        [(&other, at(3)), (&one, at(1))]
    );
    let condensed = notes.condensed(&dossier_id(), &anna()).unwrap();
    assert_eq!(condensed.notes(), stands);
    let bytes = condensed.save();
    let holds = |text: &str| bytes.for_the_vault().windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds("Ze was stil.") && !holds("huilde") && !holds("Verkeerde"));
    let again = PrivateNotes::load(&dossier_id(), [bytes.for_the_vault()], &anna()).unwrap();
    assert_eq!(again.notes(), stands);
}

#[test]
fn changes_of_another_dossier_are_refused() {
    let other = Dossier::create(DossierId::from_random([8; 10]), &bram()).unwrap();
    let mut dossier = mrs_de_wit();
    let heads = dossier.heads();
    assert!(Dossier::load(dossier_id(), [other.save().as_slice()], &anna()).is_err());
    let _ = dossier.merge_changes(&other.save());
    assert_eq!(dossier.profile().name, "Mevrouw De Wit");
    assert!(dossier.heads().starts_with(&heads) || dossier.heads() == heads);
}

#[test]
fn damaged_bytes_are_an_error_and_never_a_panic() {
    let whole = mrs_de_wit().save();
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        if let Ok(read) = Dossier::load(dossier_id(), [damaged.as_slice()], &anna()) {
            let _ = read.all::<Person>();
        }
    }
}

#[test]
fn the_content_of_a_field_says_what_its_value_is() {
    let person = Content::Record(person_id(1).to_string());
    let support = |values: &[&str]| Content::Choices {
        list: SupportKind::LIST,
        values: values.iter().map(|value| (*value).to_owned()).collect(),
    };
    let day = "2026-11-24".parse().unwrap();
    for (field, content) in [
        (PersonField::Name("Fatima".into()).content(), Content::Text("Fatima".into())),
        (PersonField::Remark("".into()).content(), Content::Empty),
        (PersonField::Relation(None).content(), Content::Empty),
        (PersonField::Gives(ChoiceSet::default()).content(), Content::Empty),
        (
            PersonField::Gives([SupportKind::Company, SupportKind::Practical].into_iter().collect())
                .content(),
            support(&["practical", "company"]),
        ),
        (PersonField::Born("~1948".parse().ok()).content(), Content::Date("~1948".parse().unwrap())),
        (NoteField::Day(Some(day)).content(), Content::Date("2026-11-24".parse().unwrap())),
        (NoteField::NextTime(Some(90)).content(), Content::Number(90)),
        (TieField::A(Some(MemberId::Person(person_id(1)))).content(), person.clone()),
        (ParentageField::Parent(Some(Relative::Client)).content(), Content::Record("client".into())),
        (ParentageField::Child(Some(Relative::Person(person_id(1)))).content(), person),
        (ProfileField::Example(true).content(), Content::Answer(true)),
    ] {
        assert_eq!(field, content);
    }
}
