//! The use cases of a desk, before and after closing Kring.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use coach::changed::Topic;
use coach::desk::account::{self, CoachRole, Preferences};
use coach::dossier::model::{Note, NoteField, Person, PersonField, ProfileField, Tie, TieField};
use coach::dossier::{DossierId, Edit, Id, NoteId, edit};
use coach::{
    CoachError, Desk, Environment, ExportFormat, ImportFile, ImportInto, KdfParams, MapPicture, PictureFormat,
};
use support::*;

/// Creates a dossier with Fatima in it, and a note without a text.
fn with_a_visit(desk: &mut Desk) -> (DossierId, NoteId) {
    let (dossier, note) = (desk.new_dossier("Mevrouw De Wit").unwrap(), numbered::<NoteId>(1));
    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    desk.edit(&dossier, &edit::add::<Note>(note.clone(), [NoteField::Title(Some("Bezoek".into()))])).unwrap();
    (dossier, note)
}

#[test]
fn everything_is_there_after_closing_and_opening() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let (dossier, note) = with_a_visit(&mut desk);
    let changed = desk.write_note(&dossier, &note, "Koffie gedronken.").unwrap();
    assert!(changed.topics.contains(&Topic::Note { id: dossier.clone(), note: note.clone() }));
    desk.set_preferences(Preferences { language: "en".into(), theme: "dark".into(), size: 150 }).unwrap();

    let mut desk = opened_again(&home, desk);
    let kept = desk.session().preferences;
    assert_eq!((kept.language.as_str(), kept.size), ("en", 150));
    assert_eq!(desk.caseload()[0].members, 1);
    let view = desk.dossier(&dossier).unwrap();
    assert_eq!(view.people[0].name, "Fatima");
    assert_eq!(view.notes[0].excerpt, "Koffie gedronken.");
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Koffie gedronken.");
}

#[test]
fn a_thousand_edits_are_saved_and_read_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    let note = NoteId::from_random([1; 10]);
    desk.edit(&dossier, &edit::add::<Note>(note.clone(), [])).unwrap();
    for number in 0..1_000 {
        let to = PersonField::Contact(Some(format!("nummer {number}")));
        desk.edit(&dossier, &set(1, to)).unwrap();
        if number % 2 == 0 {
            desk.write_note(&dossier, &note, &format!("Regel {number}")).unwrap();
        }
    }
    let mut desk = opened_again(&home, desk);
    assert_eq!(desk.dossier(&dossier).unwrap().people[0].contact.as_deref(), Some("nummer 999"));
    assert_eq!(desk.note_text(&dossier, &note).unwrap(), "Regel 998");
    assert_eq!(desk.check().unwrap().problems, []);
}

#[test]
fn a_refused_first_name_leaves_no_dossier_behind() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    assert!(matches!(desk.new_dossier("  "), Err(CoachError::Edit(_))));
    assert!(desk.caseload().is_empty());
}

#[test]
fn a_tie_is_out_of_view_while_one_of_its_members_is_removed() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.edit(&dossier, &add(1, "Fatima", [])).unwrap();
    desk.edit(&dossier, &add(2, "Joris", [])).unwrap();
    let ends = [TieField::A(Some(member(1))), TieField::B(Some(member(2)))];
    desk.edit(&dossier, &edit::add::<Tie>(numbered(1), ends)).unwrap();
    desk.edit(&dossier, &edit::remove::<Person>(numbered(2))).unwrap();
    assert!(desk.dossier(&dossier).unwrap().ties.is_empty());
    let changed = desk.undo(&dossier).unwrap();
    assert_eq!(changed.message.unwrap().id, "undo-done");
    assert_eq!(desk.dossier(&dossier).unwrap().ties.len(), 1);
}

#[test]
fn there_is_nothing_to_undo_right_after_opening() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    let mut desk = opened_again(&home, desk);
    assert!(!desk.dossier(&dossier).unwrap().can_undo);
    assert_eq!(desk.undo(&dossier).unwrap().message.unwrap().id, "undo-nothing");
}

#[test]
fn the_example_is_created_once() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let first = desk.example_dossier().unwrap();
    assert_eq!(desk.example_dossier().unwrap(), first);
    let view = desk.dossier(&first).unwrap();
    assert!(view.profile.example && view.people.len() > 5 && view.ties.len() > 2);
    assert!(desk.caseload()[0].example);
}

#[test]
fn weak_passphrases_and_impossible_account_names_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let weak = account::NewAccount { name: "Anna", role: CoachRole::Trainee, passphrase: "welkom01" };
    let refused = Desk::create(&home.path().join("anna"), &weak, KdfParams::LEAST, Environment::COMPUTER);
    assert!(matches!(refused, Err(CoachError::WeakPassphrase)));
    for label in ["", "..", "a/b", "con:", "\u{7}"] {
        assert!(matches!(account::folder(home.path(), label), Err(CoachError::BadLabel(_))), "{label:?}");
    }
    assert!(account::list(home.path()).is_empty());
}

#[test]
fn an_unknown_dossier_is_named() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let nowhere = DossierId::from_random([9; 10]);
    let refused = desk.edit(&nowhere, &Edit::Profile(ProfileField::Name("A".into())));
    assert!(matches!(refused, Err(CoachError::NoSuchDossier(id)) if id == nowhere));
}

fn table(bytes: &[u8]) -> ImportFile<'_> {
    ImportFile { name: "netwerk.csv", bytes, format: None, client: None }
}

#[test]
fn a_file_is_previewed_before_it_is_imported() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    let file = table(b"naam;relatie\nFatima;buurvrouw\nJoop;tuinman\n");
    let seen = desk.preview_import(ImportInto::Dossier(&dossier), &file).unwrap();
    assert_eq!((seen.people.len(), seen.unread_count), (2, 1));
    assert!(desk.dossier(&dossier).unwrap().people.is_empty());

    let (_, made) = desk.import(&dossier, &file).unwrap();
    assert_eq!(made.people, seen.people);
    let mut desk = opened_again(&home, desk);
    assert_eq!(desk.dossier(&dossier).unwrap().people.len(), 2);
    let again = desk.preview_import(ImportInto::Dossier(&dossier), &file).unwrap();
    let outcome: Vec<&str> = again.totals[0].outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    assert_eq!((again.people.len(), outcome), (0, vec!["import-outcome-already-there"]));
}

#[test]
fn one_undo_reverts_an_import() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.import(&dossier, &table(b"naam\nFatima\nJoop\n")).unwrap();
    desk.undo(&dossier).unwrap();
    assert!(desk.dossier(&dossier).unwrap().people.is_empty());
    desk.import(&dossier, &table(b"naam\nFatima\nJoop\n")).unwrap();
    assert_eq!(desk.dossier(&dossier).unwrap().people.len(), 2, "the file can be read again");
}

#[test]
fn a_file_that_cannot_be_read_opens_no_dossier() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let refused = desk.import_new("Mevrouw De Wit", &table(b"kleur;maat\nrood;3\n")).unwrap_err();
    assert_eq!(refused.code(), "file-no-names");
    let unknown = ImportFile { name: "foto.jpg", ..table(b"\xff\xd8\xff") };
    assert_eq!(desk.import_new("Mevrouw De Wit", &unknown).unwrap_err().code(), "unknown-format");
    assert!(desk.caseload().is_empty());
    let (id, _) = desk.import_new("Mevrouw De Wit", &table(b"naam\nFatima\n")).unwrap();
    assert_eq!(desk.caseload()[0].members, 1);
    assert_eq!(desk.dossier(&id).unwrap().profile.name, "Mevrouw De Wit");
}

fn picture() -> MapPicture {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle r='4'/></svg>";
    let words = serde_json::json!({
        "svg": svg,
        "title": "Het netwerk op 25 november",
        "dated": "25 november 2026",
        "says": "Een kring.",
        "legend": { "title": "Wat de tekens betekenen", "lines": ["Kring: iemand"] },
        "table": { "title": "In woorden", "head": ["Naam"], "rows": [["F."]] },
        "language": "nl",
    });
    serde_json::from_value(words).unwrap()
}

#[test]
fn a_picture_is_named_after_its_title_and_recorded_in_the_access_log() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    let formats = [PictureFormat::Svg, PictureFormat::Png, PictureFormat::Pdf, PictureFormat::Pdf];
    let files = formats.map(|format| desk.save_picture(&dossier, format, &picture(), home.path()).unwrap());
    let names = files.each_ref().map(|file| file.file_name().unwrap().to_str().unwrap());
    let name = "kring-Het-netwerk-op-25-november";
    let expected = [".svg", ".png", ".pdf", "-2.pdf"].map(|ending| format!("{name}{ending}"));
    assert_eq!(names, expected.each_ref().map(String::as_str));
    let beginnings = files.each_ref().map(|file| std::fs::read(file).unwrap()[1..4].to_vec());
    assert_eq!(beginnings, [b"svg", b"PNG", b"PDF", b"PDF"].map(|beginning| beginning.to_vec()));
    let log: Vec<String> = desk.access_log().unwrap().into_iter().map(|entry| entry.format).collect();
    assert_eq!(log, ["pdf", "pdf", "png", "svg"]);
}

#[test]
fn a_picture_that_cannot_be_made_leaves_no_file_and_no_log_entry() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let dossier = desk.new_dossier("Mevrouw De Wit").unwrap();
    let broken = MapPicture { svg: "<svg".into(), ..picture() };
    let refused = desk.save_picture(&dossier, PictureFormat::Png, &broken, home.path()).unwrap_err();
    assert_eq!(refused.code(), "picture-unreadable");
    assert!(desk.access_log().unwrap().is_empty());
}

#[test]
fn exports_are_recorded_in_the_access_log() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let (dossier, note) = with_a_visit(&mut desk);
    desk.write_note(&dossier, &note, "Koffie gedronken.").unwrap();

    let files = desk.export(&dossier, ExportFormat::Csv, &home.path().join("wit.csv")).unwrap();
    let names: Vec<_> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["wit.csv", "wit-banden.csv"]);
    let whole = desk.export_into(&dossier, ExportFormat::Json, home.path()).unwrap();
    let second = desk.export_into(&dossier, ExportFormat::Json, home.path()).unwrap();
    assert_ne!(whole, second);
    assert!(std::fs::read_to_string(&whole[0]).unwrap().contains("Koffie gedronken."));

    let desk = opened_again(&home, desk);
    let log: Vec<String> = desk.access_log().unwrap().into_iter().map(|entry| entry.format).collect();
    assert_eq!(log, ["json", "json", "csv"]);
}
