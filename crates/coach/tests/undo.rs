//! Undo and redo at a desk.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use coach::dossier::model::{Note, NoteField, Person, PersonField, Tie, TieField};
use coach::dossier::news::Seen;
use coach::dossier::{DossierId, Edit, NoteId, RecordRef, edit};
use coach::message::Message;
use coach::{Desk, ImportFile};
use support::*;

fn with_a_dossier(desk: &mut Desk) -> DossierId {
    desk.new_dossier("Mevrouw De Wit").unwrap()
}

fn can_undo(desk: &mut Desk, dossier: &DossierId) -> bool {
    desk.dossier(dossier).unwrap().can_undo
}

fn make_note(desk: &mut Desk, dossier: &DossierId, number: u8, title: &str) -> NoteId {
    let note = numbered::<NoteId>(number);
    let title = NoteField::Title(Some(title.into()));
    desk.edit(dossier, &edit::add::<Note>(note.clone(), [title])).unwrap();
    note
}

fn titles(desk: &mut Desk, dossier: &DossierId) -> Vec<String> {
    let notes = desk.dossier(dossier).unwrap().notes;
    notes.into_iter().filter_map(|card| card.note.title).collect()
}

/// Returns the message of an undo or redo: its name, and its values.
fn said(message: Option<Message>) -> (String, Vec<(String, String)>) {
    let message = message.unwrap();
    (message.id, message.args.into_iter().collect())
}

fn done(verb: &str, args: &[(&str, &str)]) -> (String, Vec<(String, String)>) {
    let args = args.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    (format!("{verb}-done"), args)
}

fn nothing(verb: &str) -> Option<Message> {
    Some(Message { id: format!("{verb}-nothing"), args: Default::default() })
}

#[test]
fn what_created_a_dossier_is_not_offered_for_undo() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let file = ImportFile {
        name: "netwerk.csv",
        bytes: b"naam;relatie\nFatima;buurvrouw\n",
        format: None,
        client: None,
    };
    let new = with_a_dossier(&mut desk);
    let (imported, _) = desk.import_new("Meneer Bos", &file).unwrap();
    let example = desk.example_dossier().unwrap();
    for dossier in [new, imported, example] {
        assert!(!can_undo(&mut desk, &dossier));
        assert_eq!(desk.undo(&dossier).unwrap().message, nothing("undo"));
        desk.edit(&dossier, &add(9, "Joris", [])).unwrap();
        assert!(can_undo(&mut desk, &dossier));
    }
}

#[test]
fn undo_takes_a_text_back_word_by_word_before_its_note() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = with_a_dossier(&mut desk);
    let note = make_note(&mut desk, &dossier, 1, "Bezoek");
    // It is saved in the middle of a word too, because it is saved while she types.
    for (shown, text) in [("", "Koffie "), ("Koffie ", "Koffie ged"), ("Koffie ged", "Koffie gedronken.")] {
        desk.write_note_over(&dossier, &note, shown, text).unwrap();
    }
    let of_the_text = |verb: &str| (format!("{verb}-done-text-of"), vec![("name".into(), "Bezoek".into())]);
    assert_eq!(said(desk.undo(&dossier).unwrap().message), of_the_text("undo"));
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Koffie ");
    assert_eq!(said(desk.redo(&dossier).unwrap().message), of_the_text("redo"));
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Koffie gedronken.");
    desk.undo(&dossier).unwrap();
    desk.undo(&dossier).unwrap();
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "");
    assert_eq!(titles(&mut desk, &dossier), ["Bezoek"]);
    // An empty note loses nothing.
    desk.undo(&dossier).unwrap();
    assert!(titles(&mut desk, &dossier).is_empty());
    for _ in 0..3 {
        desk.redo(&dossier).unwrap();
    }
    assert_eq!(titles(&mut desk, &dossier), ["Bezoek"]);
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Koffie gedronken.");
    assert!(!desk.dossier(&dossier).unwrap().can_redo);
}

#[test]
fn texts_and_edits_are_undone_in_the_order_in_which_they_were_made() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = with_a_dossier(&mut desk);
    let note = make_note(&mut desk, &dossier, 1, "Bezoek");
    desk.write_note(&dossier, &note, "Koffie.").unwrap();
    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    let other = make_note(&mut desk, &dossier, 2, "Telefoon");
    desk.write_note(&dossier, &other, "Gebeld.").unwrap();

    desk.undo(&dossier).unwrap();
    assert_eq!(desk.note_text(&dossier, &other).unwrap(), "");
    desk.undo(&dossier).unwrap();
    assert_eq!(titles(&mut desk, &dossier), ["Bezoek"]);
    desk.undo(&dossier).unwrap();
    assert!(desk.dossier(&dossier).unwrap().people.is_empty());
    desk.undo(&dossier).unwrap();
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "");
}

#[test]
fn a_text_of_another_day_is_not_undone() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = with_a_dossier(&mut desk);
    let note = make_note(&mut desk, &dossier, 1, "Bezoek");
    desk.write_note_over(&dossier, &note, "", "Koffie gedronken.").unwrap();
    let mut desk = opened_again(&home, desk);
    assert!(!can_undo(&mut desk, &dossier));
    desk.write_note_over(&dossier, &note, "Koffie gedronken.", "Koffie gedronken. Gelachen.").unwrap();
    desk.undo(&dossier).unwrap();
    assert_eq!(desk.undo(&dossier).unwrap().message, nothing("undo"));
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Koffie gedronken.");
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = with_a_dossier(&mut desk);
    let fatima = [("kind", "person"), ("name", "Fatima")];
    let of = |what: &'static str| [fatima[0], fatima[1], ("what", what)];

    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    assert_eq!(said(desk.undo(&dossier).unwrap().message), done("undo", &of("added")));
    assert_eq!(said(desk.redo(&dossier).unwrap().message), done("redo", &of("added")));

    desk.edit(&dossier, &set(1, PersonField::Remark("Komt op dinsdag.".into()))).unwrap();
    assert_eq!(said(desk.undo(&dossier).unwrap().message), done("undo", &of("changed")));
    assert_eq!(said(desk.redo(&dossier).unwrap().message), done("redo", &of("changed")));

    desk.edit(&dossier, &edit::remove::<Person>(numbered(1))).unwrap();
    assert_eq!(said(desk.undo(&dossier).unwrap().message), done("undo", &of("removed")));
    assert_eq!(said(desk.redo(&dossier).unwrap().message), done("redo", &of("removed")));
    desk.undo(&dossier).unwrap();

    // A person who is added with a tie is one thing; two people are several.
    let ends = [TieField::A(Some(member(1))), TieField::B(Some(member(2)))];
    let tied = Edit::All(vec![add(2, "Joris", []), edit::add::<Tie>(numbered(1), ends)]);
    desk.edit(&dossier, &tied).unwrap();
    let joris = [("kind", "person"), ("name", "Joris"), ("what", "added")];
    assert_eq!(said(desk.undo(&dossier).unwrap().message), done("undo", &joris));
    desk.edit(&dossier, &Edit::All(vec![add(3, "Bep", []), add(4, "Wim", [])])).unwrap();
    assert_eq!(
        said(desk.undo(&dossier).unwrap().message),
        ("undo-done-several".to_owned(), vec![("count".to_owned(), "2".to_owned())])
    );
}

#[test]
fn redo_outlasts_looking_around() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = with_a_dossier(&mut desk);
    let note = make_note(&mut desk, &dossier, 1, "Bezoek");
    desk.write_note(&dossier, &note, "Koffie gedronken.").unwrap();
    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    desk.undo(&dossier).unwrap();

    let place = RecordRef::of_id("client").unwrap();
    desk.seen(&dossier, &Seen::One { place }).unwrap();
    desk.seen(&dossier, &Seen::All).unwrap();
    desk.note_text(&dossier, &note).unwrap();
    desk.private_notes(&dossier).unwrap();
    desk.quality(&dossier, None).unwrap();
    desk.carers(&dossier).unwrap();
    desk.search("koffie", 10).unwrap();
    // She goes to another dossier and comes back.
    let other = desk.new_dossier("Meneer Bos").unwrap();
    desk.caseload();
    desk.agenda(None);
    desk.dossier(&other).unwrap();

    assert!(desk.dossier(&dossier).unwrap().can_redo);
    desk.redo(&dossier).unwrap();
    assert_eq!(desk.dossier(&dossier).unwrap().people[0].name, "Fatima");
}
