//! Stories of two coaches who each have a desk, and give each other what they wrote.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use dossier::model::{Note, NoteField, Person, PersonField};
use dossier::{DocumentName, DossierId, Id, NoteId, PersonId, edit};
use tempfile::TempDir;
use vault::{Batch, KdfParams, Shelf};

use crate::account::{self, NewAccount};
use crate::desk::Desk;
use crate::outside::Outside;
use crate::view::{Changed, CoachRole};

const PASSPHRASE: &str = "fiets paraplu zondag kachel";

pub(crate) fn desk_of(home: &TempDir, name: &str) -> Desk {
    let account = NewAccount { name, role: CoachRole::Professional, passphrase: PASSPHRASE };
    account::create(&home.path().join(name), &account, KdfParams::LEAST, Outside::COMPUTER).unwrap().0
}

pub(crate) fn opened_again(home: &TempDir, name: &str, desk: Desk) -> Desk {
    drop(desk);
    account::unlock(&home.path().join(name), PASSPHRASE, Outside::COMPUTER).unwrap()
}

/// Gives the other what it lacks, as the exchange does once everything is verified.
pub(crate) fn give(from: &mut Desk, to: &mut Desk, id: &DossierId) -> Changed {
    let documents = from.documents_of(id).unwrap();
    let arrivals = documents.into_iter().map(|name| {
        let known = to.heads_of(id, &name).unwrap();
        let changes = from.changes_since(id, &name, &known).unwrap();
        let arrival = to.examine(id, &name, &changes).unwrap();
        (name, arrival)
    });
    let arrivals = arrivals.collect();
    to.take_in(id, arrivals, Batch::default()).unwrap()
}

pub(crate) fn exchange(one: &mut Desk, other: &mut Desk, id: &DossierId) {
    give(one, other, id);
    give(other, one, id);
}

pub(crate) fn person(number: u8) -> PersonId {
    PersonId::from_random([number; 10])
}

pub(crate) fn add_person(desk: &mut Desk, id: &DossierId, number: u8, name: &str) {
    let add = edit::add::<Person>(person(number), [PersonField::Name(name.into())]);
    desk.edit(id, &add).unwrap();
}

fn note() -> NoteId {
    NoteId::from_random([1; 10])
}

/// Anna's dossier of Mrs De Wit with Fatima and a note in it, given to Bram.
fn two_desks(home: &TempDir) -> (Desk, Desk, DossierId) {
    let (mut annas, mut brams) = (desk_of(home, "Anna"), desk_of(home, "Bram"));
    let id = annas.new_dossier("Mevrouw De Wit").unwrap();
    add_person(&mut annas, &id, 1, "Fatima");
    annas.edit(&id, &edit::add::<Note>(note(), [NoteField::Title(Some("Bezoek".into()))])).unwrap();
    annas.write_note(&id, &note(), "Koffie gedronken.").unwrap();
    give(&mut annas, &mut brams, &id);
    (annas, brams, id)
}

#[test]
fn a_dossier_that_was_not_here_yet_arrives_whole_and_stays_after_closing() {
    let home = tempfile::tempdir().unwrap();
    let (_annas, brams, id) = two_desks(&home);
    let mut brams = opened_again(&home, "Bram", brams);
    assert_eq!(brams.caseload()[0].name, "Mevrouw De Wit");
    assert_eq!(brams.caseload()[0].members, 1);
    let view = brams.dossier(&id).unwrap();
    assert_eq!(view.people[0].name, "Fatima");
    assert_eq!(view.notes[0].excerpt, "Koffie gedronken.");
    assert_eq!(brams.note_text(&id, &note()).unwrap(), "Koffie gedronken.");
    assert_eq!(brams.check().unwrap().problems, []);
}

#[test]
fn what_both_wrote_apart_is_on_both_desks() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    add_person(&mut brams, &id, 3, "Bea");
    annas.write_note(&id, &note(), "Koffie gedronken. Ze lachte.").unwrap();
    brams.write_note(&id, &note(), "Samen koffie gedronken.").unwrap();
    exchange(&mut annas, &mut brams, &id);
    let text = annas.note_text(&id, &note()).unwrap();
    assert_eq!(text, brams.note_text(&id, &note()).unwrap());
    assert!(text.contains("Samen") && text.contains("Ze lachte."), "{text}");
    for desk in [&mut annas, &mut brams] {
        let view = desk.dossier(&id).unwrap();
        assert_eq!(view.people.len(), 3);
        assert_eq!(view.notes[0].excerpt, text);
        assert_eq!(desk.caseload()[0].members, 3);
    }
    let record = DocumentName::Record;
    let heads = annas.heads_of(&id, &record).unwrap();
    assert!(brams.knows(&id, &record, &heads).unwrap());
    assert!(annas.changes_since(&id, &record, &heads).unwrap().is_empty());
}

#[test]
fn what_arrives_is_durable_together_with_what_is_kept_about_it() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    let known = brams.heads_of(&id, &DocumentName::Record).unwrap();
    let changes = annas.changes_since(&id, &DocumentName::Record, &known).unwrap();
    let arrival = brams.examine(&id, &DocumentName::Record, &changes).unwrap();
    let mut batch = Batch::default();
    batch.put(Shelf::Settings, b"kept along", b"yes");
    brams.take_in(&id, vec![(DocumentName::Record, arrival)], batch).unwrap();
    let mut brams = opened_again(&home, "Bram", brams);
    assert_eq!(brams.dossier(&id).unwrap().people.len(), 2);
    assert_eq!(brams.vault.get(Shelf::Settings, b"kept along").unwrap().as_deref(), Some(b"yes".as_slice()));
}

#[test]
fn what_was_written_between_looking_and_taking_in_stays() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    add_person(&mut annas, &id, 2, "Joris");
    let changes = annas.changes_since(&id, &DocumentName::Record, &[]).unwrap();
    let arrival = brams.examine(&id, &DocumentName::Record, &changes).unwrap();
    add_person(&mut brams, &id, 3, "Bea");
    brams.take_in(&id, vec![(DocumentName::Record, arrival)], Batch::default()).unwrap();
    assert_eq!(brams.dossier(&id).unwrap().people.len(), 3);
    let brams_again = opened_again(&home, "Bram", brams).dossier(&id).unwrap();
    assert_eq!(brams_again.people.len(), 3);
}

#[test]
fn a_note_that_comes_before_its_record_waits_without_a_dossier() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, _, id) = two_desks(&home);
    let mut karims = desk_of(&home, "Karim");
    let name = DocumentName::Note(note());
    let changes = annas.changes_since(&id, &name, &[]).unwrap();
    let arrival = karims.examine(&id, &name, &changes).unwrap();
    karims.take_in(&id, vec![(name.clone(), arrival)], Batch::default()).unwrap();
    assert!(karims.caseload().is_empty());
    assert_eq!(karims.documents_of(&id).unwrap(), []);
    give(&mut annas, &mut karims, &id);
    assert_eq!(karims.documents_of(&id).unwrap(), [DocumentName::Record, name]);
    assert_eq!(karims.note_text(&id, &note()).unwrap(), "Koffie gedronken.");
}

#[test]
fn one_undoes_ones_own_edit_and_not_what_came_in() {
    let home = tempfile::tempdir().unwrap();
    let (mut annas, mut brams, id) = two_desks(&home);
    let contact = |text: &str| edit::set::<Person>(person(1), PersonField::Contact(Some(text.into())));
    annas.edit(&id, &contact("op dinsdag")).unwrap();
    add_person(&mut brams, &id, 3, "Bea");
    exchange(&mut annas, &mut brams, &id);
    assert_eq!(annas.undo(&id).unwrap().message, None);
    let view = annas.dossier(&id).unwrap();
    assert_eq!((view.people.len(), view.people[0].contact.clone()), (2, None));

    annas.edit(&id, &contact("op woensdag")).unwrap();
    give(&mut annas, &mut brams, &id);
    brams.edit(&id, &contact("altijd")).unwrap();
    give(&mut brams, &mut annas, &id);
    assert_eq!(annas.undo(&id).unwrap().message.unwrap().id, "undo-changed-by-another");
}
