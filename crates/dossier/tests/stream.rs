//! A stream that was forked because a vault was put back, and its end written anew.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::model::*;
use dossier::*;
use proptest::prelude::*;
use support::*;

/// Anna's device after its vault was put back: an actor that nobody knows.
fn anna_again() -> Writer {
    Writer { actor: [11; 16], ..anna() }
}

/// Returns the number of the first change of Anna's here that `other` knows with another content.
fn first_forked(here: &Dossier, other: &Dossier) -> u64 {
    first_in(here, &other.save(), &other.heads()).unwrap()
}

/// Returns the same for changes of which Anna's device signed some heads.
fn first_in(here: &Dossier, changes: &[u8], signed: &[ChangeHash]) -> Option<u64> {
    here.first_forked(&Fork { actor: &anna().actor, changes, signed, vouched: &[] }).unwrap()
}

/// Returns Anna's dossier after her vault was put back, and Bram's with what she wrote before that.
fn forked() -> (Dossier, Dossier) {
    let mut annas = mrs_de_wit();
    let backup = annas.save();
    let mut brams = copy_for(&annas, &bram());
    annas.apply(&person(3, "Wim"), at(1)).unwrap();
    annas.apply(&name(3, "Wim Bos"), at(2)).unwrap();
    brams.merge_changes(&annas.save()).unwrap();
    let mut annas = Dossier::load(dossier_id(), [backup.as_slice()], &anna()).unwrap();
    let moment = edit::add::<Moment>(MomentId::from_random([1; 10]), [MomentField::Name("start".into())]);
    for (minute, edit) in (3..).zip([person(4, "Ria"), name(4, "Ria Bos"), moment, name(1, "Fatima B.")]) {
        annas.apply(&edit, at(minute)).unwrap();
    }
    brams.apply(&name(2, "Joris de Wit"), at(9)).unwrap();
    (annas, brams)
}

#[test]
fn a_forked_stream_cannot_be_merged_until_its_end_is_written_anew() {
    let (annas, mut brams) = forked();
    assert!(brams.examine(&annas.save()).is_err());
    assert!(annas.examine(&brams.save()).is_err());
    let first = first_forked(&annas, &brams);
    assert_eq!(first, 4);
    assert_eq!(annas.stream_after(&anna().actor, &mrs_de_wit().heads())[0].seq, first);
    let since = brams.save_since(&mrs_de_wit().heads());
    assert_eq!(first_in(&annas, &since, &brams.heads()), Some(first));
    assert_eq!(first_in(&annas, &annas.save(), &annas.heads()), None);
    let mut healed = annas.reauthored(&anna().actor, first, &[], &anna_again()).unwrap().0;
    healed.merge_changes(&brams.save()).unwrap();
    brams.merge_changes(&healed.save()).unwrap();
    assert_eq!(healed.heads(), brams.heads());
    let names: Vec<String> = brams.all::<Person>().into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Fatima B.", "Joris de Wit", "Wim Bos", "Ria Bos"]);
}

#[test]
fn what_is_written_anew_keeps_its_author_its_time_and_its_moment() {
    let (annas, brams) = forked();
    let healed = annas.reauthored(&anna().actor, first_forked(&annas, &brams), &[], &anna_again()).unwrap().0;
    assert_eq!(healed.all::<Person>(), annas.all::<Person>());
    assert_eq!(healed.added::<Person>(&person_id(4)), annas.added::<Person>(&person_id(4)));
    assert_eq!(healed.last_written(), annas.last_written());
    let people = |dossier: &Dossier| -> Vec<Person> {
        dossier.at(&dossier.heads_at(&MomentId::from_random([1; 10])).unwrap()).all()
    };
    assert_eq!(people(&healed), people(&annas));
    let stream = healed.stream_after(&anna_again().actor, &mrs_de_wit().heads());
    assert_eq!(stream.iter().map(|change| change.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(healed.stream_after(&anna().actor, &[]), mrs_de_wit().stream_after(&anna().actor, &[]));
    let loaded = Dossier::load(dossier_id(), [healed.save().as_slice()], &anna_again()).unwrap();
    assert_eq!(loaded.heads(), healed.heads());
}

#[test]
fn a_stream_that_somebody_followed_is_not_written_anew() {
    let (annas, _) = forked();
    let mut karims = copy_for(&annas, &writer(3));
    karims.apply(&name(4, "Ria Smit"), at(20)).unwrap();
    let follows = karims.heads()[0];
    let refused = karims.reauthored(&anna().actor, 4, &[], &anna_again()).err();
    assert_eq!(refused, Some(ReauthorError::Followed(follows)));
}

#[test]
fn what_other_actors_of_the_vault_wrote_after_it_is_written_anew_with_it() {
    let (annas, mut brams) = forked();
    // Anna's vault became a new device and went on before it was healed.
    let mut here = copy_for(&annas, &anna_again());
    here.apply(&name(4, "Ria Smit"), at(20)).unwrap();
    here.apply(&person(5, "Bep"), at(21)).unwrap();
    let own = [anna_again().actor];
    let (mut healed, written) = here.reauthored(&anna().actor, 4, &own, &anna_again()).unwrap();
    assert_eq!(written.len(), 6);
    assert_eq!(healed.all::<Person>(), here.all::<Person>());
    healed.merge_changes(&brams.save()).unwrap();
    brams.merge_changes(&healed.save()).unwrap();
    let names: Vec<String> = brams.all::<Person>().into_iter().map(|person| person.name).collect();
    assert_eq!(names, ["Fatima B.", "Joris de Wit", "Wim Bos", "Ria Smit", "Bep"]);
    assert_eq!(healed.all::<Person>(), brams.all::<Person>());
    // Somebody else's changes are in the way.
    let refused = here.reauthored(&anna().actor, 4, &[], &anna_again()).err();
    assert!(matches!(refused, Some(ReauthorError::Followed(_))));
    let mut before = copy_for(&mrs_de_wit(), &anna_again());
    before.apply(&name(1, "Fatima Z."), at(1)).unwrap();
    let refused = before.reauthored(&anna().actor, 4, &own, &anna_again()).err();
    assert_eq!(refused, Some(ReauthorError::ActorInUse));
}

#[test]
fn only_what_its_owner_signed_and_nobody_else_has_forks_a_stream() {
    let (annas, brams) = forked();
    let changes = brams.save();
    assert_eq!(first_in(&annas, &changes, &[]), None, "anybody may have made it up");
    assert_eq!(first_in(&annas, &changes, &mrs_de_wit().heads()), None);
    let (signed, vouched) = (brams.heads(), annas.heads());
    let fork = Fork { actor: &anna().actor, changes: &changes, signed: &signed, vouched: &vouched };
    assert_eq!(annas.first_forked(&fork), Ok(None), "others have what is here");
}

#[test]
fn two_streams_beside_each_other_do_not_become_one() {
    let mut here = mrs_de_wit();
    let mut beside = copy_for(&here, &anna_again());
    here.apply(&name(1, "Fatima B."), at(1)).unwrap();
    beside.apply(&name(2, "Joris Z."), at(2)).unwrap();
    here.merge_changes(&beside.save()).unwrap();
    let both = [anna().actor, anna_again().actor];
    let third = Writer { actor: [12; 16], ..anna() };
    // The first number of Anna's stream is before both.
    let refused = here.reauthored(&anna().actor, 1, &both, &third).err();
    assert!(matches!(refused, Some(ReauthorError::Followed(_))), "{refused:?}");
}

#[test]
fn a_stream_without_such_changes_stays_as_it_is() {
    let annas = mrs_de_wit();
    let healed = annas.reauthored(&anna().actor, 99, &[], &anna_again()).unwrap().0;
    assert_eq!(healed.save(), annas.save());
    assert_eq!(annas.stream_after(&[42; 16], &[]), []);
    assert_eq!(annas.stream_after(&anna().actor, &annas.heads()), []);
}

#[test]
fn changes_that_wait_for_others_are_still_there_afterwards() {
    let (annas, mut brams) = forked();
    let heads = brams.heads();
    brams.apply(&person(5, "Bep"), at(10)).unwrap();
    let mut here = copy_for(&annas, &anna());
    here.merge_changes(&brams.save_since(&heads)).unwrap();
    let mut healed = here.reauthored(&anna().actor, 4, &[], &anna_again()).unwrap().0;
    let arrival = healed.examine(&[]).unwrap();
    assert!(arrival.is_waiting());
    let beginning = copy_for(&brams, &bram());
    healed.merge_changes(&beginning.save()).unwrap();
    assert!(healed.one::<Person>(&person_id(5)).is_some());
}

#[test]
fn a_whole_stream_can_be_written_anew() {
    let healed = mrs_de_wit().reauthored(&anna().actor, 1, &[], &anna_again()).unwrap().0;
    assert_eq!(healed.all::<Person>(), mrs_de_wit().all::<Person>());
    assert_eq!(healed.stream_after(&anna().actor, &[]), []);
    assert_eq!(healed.last_written(), mrs_de_wit().last_written());
}

/// Returns edits that name people or add them.
fn edits() -> impl Strategy<Value = Vec<(u8, u16)>> {
    prop::collection::vec((1..9_u8, 0..1_000_u16), 1..8)
}

/// Applies the edits, a change each, with names that nobody else writes.
fn apply_all(dossier: &mut Dossier, edits: &[(u8, u16)], by: &str, from: i64) {
    for (minute, (number, word)) in (from..).zip(edits) {
        let named = format!("{by}{minute}-{word}");
        let there = dossier.one::<Person>(&person_id(*number)).is_some();
        let edit = if there { name(*number, &named) } else { person(*number, &named) };
        dossier.apply(&edit, at(minute)).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_forked_record_heals_and_merges_in_both_orders(
        before in edits(), sent in edits(), after in edits(), colleagues in edits(),
    ) {
        let mut annas = mrs_de_wit();
        apply_all(&mut annas, &before, "voor", 0);
        let backup = annas.save();
        apply_all(&mut annas, &sent, "verstuurd", 100);
        let mut brams = copy_for(&annas, &bram());
        apply_all(&mut brams, &colleagues, "collega", 200);
        let mut put_back = Dossier::load(dossier_id(), [backup.as_slice()], &anna()).unwrap();
        apply_all(&mut put_back, &after, "daarna", 300);

        let first = first_forked(&put_back, &brams);
        let healed = put_back.reauthored(&anna().actor, first, &[], &anna_again()).unwrap().0;
        prop_assert_eq!(healed.all::<Person>(), put_back.all::<Person>());
        let (mut here, mut there) = (copy_for(&healed, &anna_again()), copy_for(&brams, &bram()));
        here.merge_changes(&brams.save()).unwrap();
        there.merge_changes(&healed.save()).unwrap();
        prop_assert_eq!(here.heads(), there.heads());
        prop_assert_eq!(here.all::<Person>(), there.all::<Person>());
        // Every name that was last on one side is a value of the field, shown or in conflict.
        let bytes = automerge::Automerge::load(&here.save()).unwrap().save_nocompress();
        for person in put_back.all::<Person>().iter().chain(&brams.all::<Person>()) {
            let name = person.name.as_bytes();
            prop_assert!(bytes.windows(name.len()).any(|there| there == name), "{}", person.name);
        }
    }
}

/// An edit of a note: a place in percent, how much is taken out there, and a word that is put in.
type Typed = (usize, usize, String);

fn typed(word: &'static str) -> impl Strategy<Value = Vec<Typed>> {
    let word = (0..1_000).prop_map(move |number| format!("{word}{number:03} "));
    prop::collection::vec((0..=100_usize, 0..4_usize, word), 1..8)
}

/// Types the edits one after another, a change each; words that were put in may be taken out again.
fn type_all(note: &mut NoteText, edits: &[Typed], from: i64) {
    for (minute, (place, out, word)) in (from..).zip(edits) {
        let mut letters: Vec<char> = note.text().chars().collect();
        let place = letters.len() * place / 100;
        let end = letters.len().min(place + out);
        letters.splice(place..end, word.chars());
        note.write(&letters.into_iter().collect::<String>(), at(minute)).unwrap();
    }
}

fn merged(one: &NoteText, other: &NoteText) -> NoteText {
    let mut one = one.clone();
    one.merge_changes(&other.save()).unwrap();
    one
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_forked_note_heals_and_merges_in_both_orders(
        before in typed("a"),
        sent in typed("b"),
        after in typed("c"),
        colleagues in typed("d"),
    ) {
        let id = NoteId::from_random([1; 10]);
        let mut annas = NoteText::create(id.clone(), &anna()).unwrap();
        type_all(&mut annas, &before, 0);
        let backup = annas.save();
        type_all(&mut annas, &sent, 100);
        let mut brams = NoteText::load(id.clone(), [annas.save().as_slice()], &bram()).unwrap();
        type_all(&mut brams, &colleagues, 200);
        let mut put_back = NoteText::load(id.clone(), [backup.as_slice()], &anna()).unwrap();
        type_all(&mut put_back, &after, 300);
        prop_assert!(put_back.examine(&brams.save()).is_err());

        let (changes, signed) = (brams.save(), brams.heads());
        let fork = Fork { actor: &anna().actor, changes: &changes, signed: &signed, vouched: &[] };
        let first = put_back.first_forked(&fork).unwrap().unwrap();
        prop_assert_eq!(first as usize, before.len() + 1);
        let healed = put_back.reauthored(&anna().actor, first, &[], &anna_again()).unwrap().0;
        prop_assert_eq!(healed.text(), put_back.text());
        let (here, there) = (merged(&healed, &brams), merged(&brams, &healed));
        prop_assert_eq!(here.heads(), there.heads());
        prop_assert_eq!(here.text(), there.text());

        // No letter is in the text more or less often than the edits put it in and took it out.
        let count = |text: &str, letter: char| text.chars().filter(|there| *there == letter).count();
        let text = here.text();
        for letter in ['c', 'd'] {
            let typed = count(&put_back.text(), letter) + count(&brams.text(), letter);
            prop_assert_eq!(count(&text, letter), typed);
        }
        let loaded = NoteText::load(id, [here.save().as_slice()], &anna_again()).unwrap();
        prop_assert_eq!(loaded.text(), here.text());
    }
}
