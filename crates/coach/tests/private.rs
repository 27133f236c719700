//! A coach's private notes stay private: after closing Kring, beside shared notes, and in every export.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use std::fs;
use std::path::Path;

use coach::ExportFormat;
use coach::dossier::model::{Note, NoteField};
use coach::dossier::{NoteId, edit};
use support::*;

/// A private text and a shared text. The tests must find the shared one, or not finding the private
/// one proves nothing.
const PRIVATE: &str = "kanarie-voor-mijzelf";
const SHARED: &str = "merel-voor-ons-beiden";

fn note(number: u8) -> NoteId {
    numbered(number)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

fn all_files(folder: &Path) -> Vec<Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .flat_map(|path| if path.is_dir() { all_files(&path) } else { vec![fs::read(path).unwrap()] })
        .collect()
}

#[test]
fn private_notes_are_there_after_closing_and_are_shared_as_a_copy() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    assert_eq!(desk.private_notes(&id).unwrap(), []);
    assert_eq!(desk.private_text(&id, &note(1)).unwrap(), "");
    for text in ["Ik", "Ik maak me", "Ik maak me zorgen."] {
        desk.write_private(&id, &note(1), text).unwrap();
    }
    desk.write_private(&id, &note(2), "Weg hiermee.").unwrap();
    desk.write_private(&id, &note(2), "").unwrap();

    let mut desk = opened_again(&home, desk);
    let [card] = desk.private_notes(&id).unwrap().try_into().unwrap();
    assert_eq!((card.id, card.excerpt.as_str()), (note(1), "Ik maak me zorgen."));
    assert_eq!(desk.dossier(&id).unwrap().notes, []);
    desk.share_private(&id, &note(1), &note(3)).unwrap();
    desk.write_private(&id, &note(1), "Ik maak me minder zorgen.").unwrap();
    let notes = desk.dossier(&id).unwrap().notes;
    assert_eq!(notes.iter().map(|note| note.excerpt.as_str()).collect::<Vec<_>>(), ["Ik maak me zorgen."]);
    assert_eq!(notes[0].note.day, Some(card.day));
    assert_eq!(desk.private_notes(&id).unwrap()[0].excerpt, "Ik maak me minder zorgen.");
    assert_eq!(desk.share_private(&id, &note(2), &note(4)).unwrap_err().code(), "not-there");
    assert_eq!(desk.check().unwrap().problems, []);
}

#[test]
fn many_private_edits_are_saved_and_read_again() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    for round in 0..40 {
        desk.write_private(&id, &note(1), &format!("Regel {round}")).unwrap();
    }
    for _ in 0..2 {
        desk = opened_again(&home, desk);
        assert_eq!(desk.private_text(&id, &note(1)).unwrap(), "Regel 39");
    }
    desk.write_private(&id, &note(1), "Regel 40").unwrap();
    let mut desk = opened_again(&home, desk);
    assert_eq!(desk.private_text(&id, &note(1)).unwrap(), "Regel 40");
}

#[test]
fn no_export_and_no_file_on_disk_shows_a_private_note() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    desk.edit(&id, &edit::add::<Note>(note(1), [NoteField::Title(Some(SHARED.into()))])).unwrap();
    desk.write_note(&id, &note(1), SHARED).unwrap();
    desk.write_private(&id, &note(2), PRIVATE).unwrap();
    // A private note that has the same id as a shared one.
    desk.write_private(&id, &note(1), PRIVATE).unwrap();
    while desk.prepare_search().unwrap() {}
    assert_eq!(desk.search(PRIVATE, 9).unwrap().count, 2);
    let out = tempfile::tempdir().unwrap();
    for format in [ExportFormat::Json, ExportFormat::Csv, ExportFormat::Graphml] {
        desk.export_into(&id, format, out.path()).unwrap();
    }
    let left = all_files(out.path());
    assert!(left.iter().any(|file| holds(file, SHARED)));
    assert!(!left.iter().any(|file| holds(file, PRIVATE)));
    let view = serde_json::to_vec(&desk.dossier(&id).unwrap()).unwrap();
    assert!(holds(&view, SHARED) && !holds(&view, PRIVATE));
    drop(desk);
    assert!(!all_files(&home.path().join("Anna")).iter().any(|file| holds(file, PRIVATE)));
}
