//! Condensing: the record reads as before, and the bytes hold nothing of the old history.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use automerge::transaction::Transactable;
use automerge::{Automerge, ObjType, ROOT, ReadDoc, ScalarValue};
use dossier::analysis::{Analysis, Comparison, Network};
use dossier::model::*;
use dossier::*;
use support::*;

fn moment_id(number: u8) -> MomentId {
    MomentId::from_random([0, 0, 0, 0, 0, 0, 0, 0, 0, number])
}

fn moment(number: u8, name: &str) -> Edit {
    edit::add::<Moment>(moment_id(number), [MomentField::Name(name.into())])
}

fn ring(number: u8, ring: Ring) -> Edit {
    edit::set::<Person>(person_id(number), PersonField::Ring(Some(ring)))
}

fn tie(number: u8, a: u8, b: u8) -> Edit {
    let end = |number| Some(MemberId::Person(person_id(number)));
    edit::add::<Tie>(
        tie_id(number),
        [TieField::A(end(a)), TieField::B(end(b)), TieField::Origin(Some(format!("Band nummer {number}")))],
    )
}

fn apply(dossier: &mut Dossier, from: i64, edits: impl IntoIterator<Item = Edit>) {
    for (minute, edit) in (from..).zip(edits) {
        dossier.apply(&edit, at(minute)).unwrap().unwrap();
    }
}

/// Three moments in the life of Mrs De Wit's network, with a name in between that was undone.
fn three_moments() -> Dossier {
    let mut dossier = mrs_de_wit();
    let start = [person(3, "Wim"), tie(1, 1, 2), ring(1, Ring::Friends), moment(1, "start")];
    apply(&mut dossier, 10, start);
    let mistaken = [
        person(4, "Vergissing"),
        tie(2, 4, 1),
        edit::remove::<Person>(person_id(4)),
        name(1, "Typfout"),
        name(1, "Fatima el Amrani"),
        ring(1, Ring::Intimates),
        edit::remove::<Person>(person_id(3)),
        moment(2, "na drie maanden"),
    ];
    apply(&mut dossier, 1_000, mistaken);
    let later = [
        Edit::Person(RecordEdit::Restore { id: person_id(3) }),
        person(5, "Bep"),
        tie(3, 5, 3),
        edit::remove::<Tie>(tie_id(1)),
        moment(3, "na een half jaar"),
        edit::set::<Person>(person_id(5), PersonField::Remark("Belt elke week".into())),
        edit::remove::<Person>(person_id(2)),
    ];
    apply(&mut dossier, 2_000, later);
    dossier
}

fn condensed(dossier: &Dossier) -> Dossier {
    dossier.condensed(&anna(), at(9_000)).unwrap()
}

fn moments(dossier: &Dossier) -> Vec<(Moment, Network)> {
    let moments = dossier.all_as_added::<Moment>().into_iter();
    let network = |moment: &Moment| dossier.at(&dossier.heads_at(&moment.id).unwrap()).network();
    moments.map(|moment| (moment.clone(), network(&moment))).collect()
}

/// Returns the analyses of the networks and their comparisons, with the names of their moments.
fn told(dossier: &Dossier) -> Vec<(String, serde_json::Value, Comparison)> {
    let (moments, now) = (moments(dossier), dossier.network());
    let tell = |(moment, network): &(Moment, Network)| {
        let people: Vec<_> = network.members().iter().map(|member| format!("{member:?}")).collect();
        let figures = serde_json::to_value(Analysis::of(network)).unwrap();
        (moment.name.clone(), serde_json::json!([people, figures]), Comparison::between(network, &now))
    };
    moments.iter().map(tell).collect()
}

/// Returns whether the saved document contains a text anywhere, without compression.
fn holds(dossier: &Dossier, text: &str) -> bool {
    let bytes = Automerge::load(&dossier.save()).unwrap().save_nocompress();
    bytes.windows(text.len()).any(|there| there == text.as_bytes())
}

fn again(dossier: &Dossier) -> Dossier {
    Dossier::load(dossier_id(), [dossier.compacted().unwrap().as_slice()], &anna()).unwrap()
}

#[test]
fn condensing_keeps_how_every_moment_reads_and_compares() {
    let before = three_moments();
    let after = again(&condensed(&before));
    assert_eq!(told(&after), told(&before));
    assert_eq!(told(&after).len(), 3);
    assert_eq!(after.profile(), before.profile());
    assert_eq!(after.all::<Person>(), before.all::<Person>());
    assert_eq!(after.last_moment(None).unwrap().id, before.last_moment(None).unwrap().id);
    assert_eq!(after.last_written().unwrap().at, before.last_written().unwrap().at);
    let started = after.heads_at(&moment_id(1)).unwrap();
    let then: Vec<Person> = after.at(&started).all();
    assert_eq!(then, before.at(&before.heads_at(&moment_id(1)).unwrap()).all::<Person>());
}

#[test]
fn condensing_keeps_the_days_of_the_moments_and_the_last_day() {
    const DAY: i64 = 24 * 60;
    let mut dossier = mrs_de_wit();
    apply(&mut dossier, 10 * DAY, [person(3, "Wim"), moment(1, "start")]);
    apply(&mut dossier, 20 * DAY, [person(4, "Ria")]);
    apply(&mut dossier, 30 * DAY, [person(5, "Bep")]);
    let after = dossier.condensed(&anna(), at(90 * DAY)).unwrap();
    let days: Vec<_> = after.days(&at(90 * DAY)).into_iter().map(|day| day.day).collect();
    assert_eq!(days, [at(10 * DAY).date_naive(), at(30 * DAY).date_naive()]);
}

#[test]
fn condensing_leaves_no_byte_of_what_was_typed_and_undone_between_moments() {
    let before = three_moments();
    let after = condensed(&before);
    for gone in ["Vergissing", "Typfout", "Band nummer 2"] {
        assert!(holds(&before, gone), "{gone}");
        assert!(!holds(&after, gone), "{gone}");
    }
    for stays in ["Fatima", "Fatima el Amrani", "Joris", "Band nummer 1", "Belt elke week"] {
        assert!(holds(&after, stays), "{stays}");
    }
    assert_eq!(after.ids_and_removed::<Person>().len(), 4);
}

#[test]
fn condensing_a_removed_record_drops_the_words_after_its_last_moment() {
    let mut dossier = three_moments();
    let whisper = edit::set::<Person>(person_id(5), PersonField::Remark("Gefluisterd".into()));
    apply(&mut dossier, 3_000, [whisper, edit::remove::<Person>(person_id(5))]);
    let after = condensed(&dossier);
    assert!(!holds(&after, "Gefluisterd"));
    assert_eq!(told(&after), told(&dossier));
}

#[test]
fn condensing_drops_a_removed_moment_with_the_state_that_it_names() {
    let mut dossier = mrs_de_wit();
    apply(
        &mut dossier,
        1,
        [person(3, "Kortstondig"), moment(1, "start"), edit::remove::<Person>(person_id(3))],
    );
    apply(&mut dossier, 9, [edit::remove::<Moment>(moment_id(1))]);
    let after = condensed(&dossier);
    assert!(!holds(&after, "Kortstondig") && !holds(&after, "start"));
}

#[test]
fn a_record_without_moments_condenses_to_one_change() {
    let after = condensed(&mrs_de_wit());
    let doc = Automerge::load(&after.save()).unwrap();
    let nothing = Dossier::create(dossier_id(), &anna()).unwrap();
    assert_eq!(doc.get_changes(&nothing.heads()).len(), 1);
    assert_eq!(after.all::<Person>(), mrs_de_wit().all::<Person>());
    assert_eq!(condensed(&nothing).heads(), nothing.heads());
}

#[test]
fn condensing_again_changes_nothing() {
    let once = condensed(&three_moments());
    let twice = again(&once).condensed(&anna(), at(10_000)).unwrap();
    assert_eq!(twice.heads(), once.heads());
    assert_eq!(twice.save(), once.save());
}

#[test]
fn a_condensed_record_can_be_edited_and_condensed_again() {
    let mut dossier = condensed(&three_moments());
    for round in 0..3 {
        let told_before = told(&dossier);
        let (passing, next) = (20 + round, 40 + round);
        apply(
            &mut dossier,
            10_000 + 1_000 * i64::from(round),
            [
                person(passing, "Voorbijganger"),
                edit::remove::<Person>(person_id(passing)),
                person(next, "Nieuw"),
                moment(10 + round, "weer een moment"),
            ],
        );
        let written = again(&dossier);
        dossier = again(&written.condensed(&anna(), at(90_000)).unwrap());
        assert!(!holds(&dossier, "Voorbijganger"));
        assert_eq!(told(&dossier), told(&written));
        for (was, is) in told_before.iter().zip(told(&dossier)) {
            assert_eq!((&was.0, &was.1), (&is.0, &is.1));
        }
    }
    assert_eq!(moments(&dossier).len(), 6);
}

#[test]
fn condensing_keeps_concurrent_moments_of_two_devices() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    apply(&mut annas, 10, [person(3, "Wim"), moment(1, "bij Anna")]);
    apply(&mut brams, 20, [person(4, "Ria"), edit::remove::<Person>(person_id(2)), moment(2, "bij Bram")]);
    exchange(&mut annas, &mut brams);
    apply(&mut annas, 30, [person(5, "Bep")]);
    assert_eq!(told(&condensed(&annas)), told(&annas));
}

#[test]
fn condensing_leaves_a_moment_with_unknown_heads_unreadable() {
    let mut dossier = three_moments();
    let nowhere = MomentField::Heads(Some("00".repeat(32)));
    apply(&mut dossier, 5_000, [edit::set::<Moment>(moment_id(2), nowhere)]);
    let after = condensed(&dossier);
    assert_eq!(after.all::<Moment>().len(), 3);
    assert_eq!(after.heads_at(&moment_id(2)), None);
    assert!(after.heads_at(&moment_id(1)).is_some() && after.heads_at(&moment_id(3)).is_some());
}

#[test]
fn condensing_is_refused_until_a_person_settles_every_conflict() {
    let mut annas = mrs_de_wit();
    let mut brams = copy_for(&annas, &bram());
    apply(&mut annas, 1, [relation(1, Relation::Neighbour)]);
    apply(&mut brams, 1, [relation(1, Relation::Friend)]);
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.condensed(&anna(), at(9)).err(), Some(CondenseError::Unsettled));
    apply(&mut annas, 2, [relation(1, Relation::Friend)]);
    assert_eq!(condensed(&annas).one::<Person>(&person_id(1)).unwrap().relation, Some(Relation::Friend));

    let mut brams = copy_for(&annas, &bram());
    apply(&mut annas, 3, [edit::remove::<Person>(person_id(2))]);
    apply(&mut brams, 3, [name(2, "Joris de Wit")]);
    exchange(&mut annas, &mut brams);
    assert_eq!(
        annas.condensed(&anna(), at(9)).err(),
        Some(CondenseError::Unsettled),
        "removed while Bram wrote"
    );
}

#[test]
fn a_copy_with_the_old_history_cannot_be_merged() {
    let old = three_moments();
    let (mut after, mut kept) = (condensed(&old), copy_for(&old, &bram()));
    let heads = after.heads();
    assert!(after.examine(&old.save()).is_err());
    assert!(after.merge_changes(&old.save()).is_err());
    assert_eq!(after.heads(), heads);
    // The same holds for a copy from before anything but the client's name was written, and for one that was
    // edited since.
    let mut young = Dossier::create(dossier_id(), &anna()).unwrap();
    apply(&mut young, 0, [Edit::Profile(ProfileField::Name("Mevrouw De Wit".into()))]);
    let mut young = copy_for(&young, &bram());
    apply(&mut young, 1, [person(9, "Los")]);
    assert!(after.merge_changes(&young.save()).is_err());
    apply(&mut kept, 9_000, [person(8, "Later")]);
    let before = kept.heads();
    assert!(after.merge_changes(&kept.save()).is_err());
    assert!(after.merge_changes(&kept.save_since(&old.heads())).is_err() || after.heads() == heads);
    assert!(kept.merge_changes(&after.save()).is_err());
    assert_eq!((after.heads(), kept.heads()), (heads, before));
}

#[test]
fn a_copy_of_a_condensed_record_merges_normally() {
    let mut annas = condensed(&three_moments());
    let mut brams = copy_for(&annas, &bram());
    apply(&mut annas, 9_001, [person(6, "Teun")]);
    apply(&mut brams, 9_001, [person(7, "Ali"), moment(4, "bij Bram")]);
    exchange(&mut annas, &mut brams);
    assert_eq!(annas.heads(), brams.heads());
    assert_eq!(told(&annas), told(&brams));
    assert_eq!(told(&annas).len(), 4);
}

#[test]
fn condensing_keeps_what_a_newer_version_wrote() {
    let mut doc = Automerge::load(&three_moments().save()).unwrap();
    let mut tx = doc.transaction();
    let pets = tx.put_object(ROOT, "pets", ObjType::Map).unwrap();
    let cat = tx.put_object(&pets, "pet-1", ObjType::Map).unwrap();
    let songs = tx.put_object(&cat, "songs", ObjType::List).unwrap();
    tx.insert(&songs, 0, "miauw").unwrap();
    let verse = tx.insert_object(&songs, 1, ObjType::Map).unwrap();
    tx.put(&verse, "line", 1.5).unwrap();
    let story = tx.put_object(&cat, "story", ObjType::Text).unwrap();
    tx.splice_text(&story, 0, 0, "Ligt op de bank").unwrap();
    tx.put(&cat, "fed", ScalarValue::counter(3)).unwrap();
    tx.increment(&cat, "fed", 2).unwrap();
    tx.put(&cat, "since", ScalarValue::Timestamp(12)).unwrap();
    tx.put(&cat, "chip", vec![1_u8, 2]).unwrap();
    let (_, people) = tx.get(ROOT, "people").unwrap().unwrap();
    let (_, fatima) = tx.get(&people, person_id(1).as_str()).unwrap().unwrap();
    tx.put(&fatima, "star_sign", "leo").unwrap();
    tx.commit();
    let before = Dossier::load(dossier_id(), [doc.save().as_slice()], &anna()).unwrap();
    let after = Automerge::load(&condensed(&before).save()).unwrap();
    assert_eq!(after.get(ROOT, "pets").unwrap().unwrap().0, doc.get(ROOT, "pets").unwrap().unwrap().0);
    let value = |doc: &Automerge| doc.hydrate(None).as_map().unwrap().get("pets").cloned();
    assert_eq!(value(&after), value(&doc));
    let (_, pets) = after.get(ROOT, "pets").unwrap().unwrap();
    let (_, cat) = after.get(&pets, "pet-1").unwrap().unwrap();
    let (kind, story) = after.get(&cat, "story").unwrap().unwrap();
    assert_eq!(
        (kind.to_objtype(), after.text(&story).unwrap().as_str()),
        (Some(ObjType::Text), "Ligt op de bank")
    );
    let (fed, _) = after.get(&cat, "fed").unwrap().unwrap();
    assert!(matches!(fed.as_scalar(), Some(ScalarValue::Counter(counter)) if i64::from(counter) == 5));
    let (_, people) = after.get(ROOT, "people").unwrap().unwrap();
    let (_, fatima) = after.get(&people, person_id(1).as_str()).unwrap().unwrap();
    assert_eq!(after.get(&fatima, "star_sign").unwrap().unwrap().0.as_str(), Some("leo"));
}

#[test]
fn condensing_refuses_a_dossier_of_a_newer_format() {
    let mut doc = Automerge::load(&mrs_de_wit().save()).unwrap();
    let mut tx = doc.transaction();
    tx.put(ROOT, "format", FORMAT + 1).unwrap();
    tx.commit();
    let newer = Dossier::load(dossier_id(), [doc.save().as_slice()], &anna()).unwrap();
    assert!(matches!(
        newer.condensed(&anna(), at(1)),
        Err(CondenseError::Edit(EditError::NewerFormat { .. }))
    ));
}

#[test]
fn condensing_the_text_of_a_note_drops_deleted_words() {
    let id = NoteId::from_random([1; 10]);
    let mut note = NoteText::create(id.clone(), &anna()).unwrap();
    for (minute, text) in
        [(1, "Koffie gedronken."), (2, "Koffie gedronken. Ze huilde."), (3, "Thee gedronken.")]
    {
        note.write(text, at(minute)).unwrap();
    }
    let mut after = note.condensed(&anna(), at(9)).unwrap();
    let bytes = Automerge::load(&after.save()).unwrap().save_nocompress();
    assert!(!bytes.windows(6).any(|there| there == b"huilde"));
    assert!(after.merge_changes(&note.save()).is_err());
    after.write("Thee gedronken. Gelachen.", at(10)).unwrap();
    let again = NoteText::load(id, [after.save().as_slice()], &bram()).unwrap();
    assert_eq!(again.text(), "Thee gedronken. Gelachen.");
}
