//! Heads of many devices, joined into one.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::model::*;
use dossier::*;
use support::*;

/// Returns the dossier of Mrs De Wit after many devices each added a person.
fn written_by(devices: u8) -> Dossier {
    let begun = mrs_de_wit();
    let mut here = copy_for(&begun, &anna());
    for device in 10..10 + devices {
        let mut there = copy_for(&begun, &writer(device));
        there.apply(&person(device, "Buur"), at(1)).unwrap();
        here.merge_changes(&there.save_since(&begun.heads())).unwrap();
    }
    here
}

#[test]
fn more_heads_than_the_limit_are_joined_into_one() {
    let mut dossier = written_by(9);
    assert_eq!(dossier.heads().len(), 9);
    let before = dossier.heads();
    assert!(!dossier.join_heads(9, at(2)).unwrap());
    assert_eq!(dossier.heads(), before);
    assert!(dossier.join_heads(8, at(2)).unwrap());
    assert_eq!(dossier.heads().len(), 1);
    assert!(!dossier.join_heads(1, at(3)).unwrap());
    assert_eq!(dossier.all::<Person>().len(), 11);
}

#[test]
fn a_colleague_takes_the_change_that_joins_heads() {
    let mut annas = written_by(20);
    let mut brams = copy_for(&annas, &bram());
    let heads = annas.heads();
    annas.join_heads(1, at(2)).unwrap();
    brams.merge(brams.examine(&annas.save_since(&heads)).unwrap()).unwrap();
    assert_eq!(brams.heads(), annas.heads());
    assert_eq!(brams.last_written().unwrap(), Written { by: Some(anna().coach), at: at(2) });
}

#[test]
fn the_heads_of_a_note_are_joined_without_a_change_of_its_text() {
    let id = NoteId::from_random([1; 10]);
    let mut note = NoteText::create(id.clone(), &anna()).unwrap();
    note.write("Koffie.", at(1)).unwrap();
    let begun = note.save();
    for device in 10..14 {
        let mut there = NoteText::load(id.clone(), [begun.as_slice()], &writer(device)).unwrap();
        there.write("Koffie. Thee.", at(2)).unwrap();
        note.merge_changes(&there.save()).unwrap();
    }
    let text = note.text();
    assert!(note.join_heads(3, at(3)).unwrap());
    assert_eq!((note.heads().len(), note.text()), (1, text));
}

#[test]
fn an_arrival_counts_the_devices_that_wrote() {
    let here = copy_for(&mrs_de_wit(), &bram());
    let arrival = here.examine(&written_by(7).save()).unwrap();
    assert_eq!((arrival.actors(), arrival.new_changes().len()), (7, 7));
    assert_eq!(here.examine(&here.save()).unwrap().actors(), 0);
}
