//! Tests of searching, from writing a text to finding it.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

use std::fs;
use std::path::PathBuf;

use dossier::model::{Action, ActionField, Note, NoteField, Wish, WishField};
use dossier::{ActionId, Edit, Id, RecordKind, RecordRef, WishId, edit};
use tempfile::TempDir;

use super::*;
use crate::two_desks::{add_person, desk_of, give, opened_again};

fn note(number: u8) -> NoteId {
    NoteId::from_random([number; 10])
}

fn add_note(desk: &mut Desk, id: &DossierId, number: u8, day: &str, text: &str) {
    let day = NoteField::Day(Some(day.parse().unwrap()));
    desk.edit(id, &edit::add::<Note>(note(number), [day])).unwrap();
    desk.write_note(id, &note(number), text).unwrap();
}

/// Returns everything that a search finds: the client, a mark for a private note, and the words in context.
fn found(desk: &mut Desk, typed: &str) -> Vec<String> {
    while desk.prepare_search().unwrap() {}
    let findings = desk.search(typed, 50).unwrap();
    assert_eq!((findings.count as usize, findings.unread), (findings.found.len(), 0));
    let said = |found: &SearchResult| {
        let mark =
            |piece: &SnippetPiece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() };
        let words: String = found.pieces.iter().map(mark).collect();
        format!("{}{}: {words}", found.client, if found.private { " (privé)" } else { "" })
    };
    findings.found.iter().map(said).collect()
}

fn two_clients(home: &TempDir) -> (Desk, DossierId, DossierId) {
    let mut desk = desk_of(home, "Anna");
    let (greet, ali) = (desk.new_dossier("Greet de Wit").unwrap(), desk.new_dossier("Ali Yılmaz").unwrap());
    add_person(&mut desk, &greet, 1, "Fatima");
    add_note(&mut desk, &greet, 1, "2026-11-02", "Twee wandelingen gemaakt met @Fatima.");
    add_note(&mut desk, &greet, 2, "2026-11-20", "Nog eens een wandeling. Ze had ideeën voor het koor.");
    add_note(&mut desk, &ali, 3, "2026-10-01", "Koffie; over het café op de hoek.");
    (desk, greet, ali)
}

#[test]
fn search_finds_every_form_of_a_word_in_all_dossiers_newest_first() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, ali) = two_clients(&home);
    let walks = [
        "Greet de Wit: Nog eens een [wandeling]. Ze had ideeën voor het koor.",
        "Greet de Wit: Twee [wandelingen] gemaakt met @Fatima.",
    ];
    assert_eq!(found(&mut desk, "Wandeling"), walks);
    assert_eq!(found(&mut desk, "wandel"), walks);
    assert_eq!(found(&mut desk, "cafe"), ["Ali Yılmaz: Koffie; over het [café] op de hoek."]);
    assert_eq!(
        found(&mut desk, "IDEE"),
        ["Greet de Wit: Nog eens een wandeling. Ze had [ideeën] voor het koor."]
    );
    // A text must contain each word, but the client's name may contain some of them.
    assert_eq!(found(&mut desk, "wit koor wandeling").len(), 1);
    assert_eq!(found(&mut desk, "ali koor"), Vec::<String>::new());
    assert_eq!(found(&mut desk, "yilmaz"), ["Ali Yılmaz: Ali [Yılmaz]"]);
    assert_eq!(found(&mut desk, "  . "), Vec::<String>::new());

    let words = Some("Koorleden bellen".to_owned());
    let action = edit::add::<Action>(
        ActionId::from_random([1; 10]),
        [ActionField::Title("Samen zingen".into()), ActionField::FirstStep(words)],
    );
    let wish =
        edit::add::<Wish>(WishId::from_random([1; 10]), [WishField::Words("Weer bij een koor".into())]);
    desk.edit(&ali, &Edit::All(vec![action, wish])).unwrap();
    desk.edit(&greet, &edit::set::<Note>(note(1), NoteField::Agreed(Some("Koor bellen".into())))).unwrap();
    let findings = desk.search("koor", 50).unwrap();
    let kind = |found: &SearchResult| match &found.place {
        RecordRef::Record { kind, .. } => *kind,
        RecordRef::Profile => RecordKind::Person,
    };
    let kinds: Vec<RecordKind> = findings.found.iter().map(kind).collect();
    assert_eq!(kinds, [RecordKind::Note, RecordKind::Note, RecordKind::Wish, RecordKind::Action]);
    assert_eq!(findings.found[3].title, "Samen zingen");
    let few = desk.search("koor", 2).unwrap();
    assert_eq!((few.found.as_slice(), few.count), (&findings.found[..2], 4));
}

#[test]
fn a_word_that_is_longer_than_a_snippet_is_found_wherever_it_is() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    let (before, long) =
        ("Een regel van ruim zestig letters, en dan een heel lang adres", "adresé".repeat(60));
    let shown: String = long.chars().take(60).collect();
    let one_word = "x".repeat(60);
    let texts = [
        long.clone(),
        format!(" {long}"),
        format!("{before} {long}"),
        format!("{one_word} {long}"),
        format!("{one_word}\u{2028}{long} {long}"),
    ];
    for (number, text) in (1..).zip(texts) {
        add_note(&mut desk, &greet, 10 + number, "2026-11-21", &text);
        let found = found(&mut desk, "adresea");
        assert_eq!(found.len(), usize::from(number));
        assert!(found.iter().all(|found| found.contains(&format!("[{shown}"))), "{found:?}");
    }
}

#[test]
fn the_next_search_sees_every_addition_arrival_and_removal() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    assert_eq!(found(&mut desk, "zangles").len(), 0);
    desk.write_note(&greet, &note(1), "Zangles gevonden.").unwrap();
    assert_eq!(found(&mut desk, "zangles").len(), 1);
    assert_eq!(found(&mut desk, "fatima"), ["Greet de Wit: [Fatima]"]);
    desk.edit(&greet, &edit::remove::<Note>(note(1))).unwrap();
    assert_eq!(found(&mut desk, "zangles").len(), 0);
    desk.undo(&greet).unwrap();
    assert_eq!(found(&mut desk, "zangles").len(), 1);

    let mut brams = desk_of(&home, "Bram");
    assert_eq!(found(&mut brams, "zangles").len(), 0);
    give(&mut desk, &mut brams, &greet);
    assert_eq!(found(&mut brams, "zangles").len(), 1);
    desk.write_note(&greet, &note(2), "Trompetles.").unwrap();
    give(&mut desk, &mut brams, &greet);
    assert_eq!(found(&mut brams, "trompetles").len(), 1);
}

/// Returns the files of the search index on disk.
fn index_files(home: &TempDir) -> Vec<PathBuf> {
    let folder = home.path().join("Anna/derived");
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

#[test]
fn the_search_index_is_sealed_on_disk() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    desk.write_private(&greet, &note(9), "Kanariezorgen.").unwrap();
    assert_eq!(found(&mut desk, "kanariezorg"), ["Greet de Wit (privé): [Kanariezorgen]."]);
    assert_eq!(index_files(&home).len(), 2);
    for file in index_files(&home) {
        let bytes = fs::read(file).unwrap();
        for words in ["Kanarie", "wandel", "Greet"] {
            assert!(!bytes.windows(words.len()).any(|part| part == words.as_bytes()));
        }
    }
}

#[test]
fn a_missing_or_damaged_index_is_computed_again() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    desk.write_private(&greet, &note(9), "Kanariezorgen.").unwrap();
    assert_eq!(found(&mut desk, "kanariezorg").len(), 1);
    // This text is written after the last search, so the saved texts are older than it.
    desk.write_note(&greet, &note(2), "Zangles gevonden.").unwrap();
    let mut desk = opened_again(&home, "Anna", desk);
    assert_eq!(desk.search("zangles", 5).unwrap().unread, 2);
    assert_eq!(found(&mut desk, "zangles").len(), 1);
    assert!(desk.caseload().iter().all(|card| desk.if_open(&card.id).is_none()));
    for damage in [
        |path: &std::path::Path| fs::remove_file(path).unwrap(),
        |path: &std::path::Path| fs::write(path, b"nothing that was ever sealed").unwrap(),
    ] {
        drop(desk);
        index_files(&home).iter().for_each(|file| damage(file));
        desk = crate::desk::Desk::unlock(
            &home.path().join("Anna"),
            crate::two_desks::PASSPHRASE,
            crate::Environment::COMPUTER,
        )
        .unwrap();
        assert_eq!(found(&mut desk, "zangles").len(), 1);
        assert_eq!(found(&mut desk, "kanarie").len(), 1);
        assert_eq!(desk.session().repairs, []);
    }
}

#[test]
fn a_long_text_is_cut_to_what_surrounds_the_words() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    let long = format!(
        "{}Een één-op-ééngesprek over de buurvrouw.\n{}",
        "Één lange inleiding. ".repeat(40),
        "Naslag. ".repeat(60)
    );
    desk.write_note(&greet, &note(1), &long).unwrap();
    let [cut] = found(&mut desk, "buurvrouwen").try_into().unwrap();
    assert!(cut.starts_with("Greet de Wit: … "), "{cut}");
    assert!(cut.contains("over de [buurvrouw]. Naslag.") && cut.ends_with(" …"), "{cut}");
    assert!(cut.len() < 260, "{cut}");
}

#[test]
fn notes_that_mention_somebody_are_given_with_their_words() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, ali) = two_clients(&home);
    desk.write_private(&greet, &note(9), "@Fatima klonk moe.").unwrap();
    let notes = desk.notes_that_mention(&greet).unwrap();
    assert_eq!(
        notes.iter().map(|note| (note.note.clone(), note.private)).collect::<Vec<_>>(),
        [(note(9), true), (note(1), false)]
    );
    assert_eq!(notes[1].text, "Twee wandelingen gemaakt met @Fatima.");
    assert_eq!(desk.notes_that_mention(&ali).unwrap(), []);
}

#[test]
fn removing_old_history_removes_it_from_the_search_index() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    desk.write_private(&greet, &note(9), "Kanarie.").unwrap();
    assert_eq!(found(&mut desk, "kanarie").len(), 1);
    desk.write_private(&greet, &note(9), "Merel.").unwrap();
    desk.edit(&greet, &edit::remove::<Note>(note(1))).unwrap();
    assert_eq!(found(&mut desk, "merel").len(), 1);
    desk.forget_history(&greet).unwrap();
    assert_eq!(index_files(&home).len(), 1);
    assert_eq!(found(&mut desk, "merel").len(), 1);
    assert_eq!(found(&mut desk, "wandelingen").len(), 1);
    let private = crate::desk::document_id::private_document(&greet);
    let bytes = desk.vault().chunks(private).unwrap().concat();
    assert!(!bytes.windows(7).any(|part| part == b"Kanarie"));
    let mut desk = opened_again(&home, "Anna", desk);
    assert_eq!(found(&mut desk, "kanarie").len(), 0);
    assert_eq!(desk.private_text(&greet, &note(9)).unwrap(), "Merel.");
}

#[test]
fn private_notes_are_not_sent_to_others() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet, _) = two_clients(&home);
    // One of the private notes has the same id as a shared one.
    for number in [1, 9] {
        desk.write_private(&greet, &note(number), "Kanariezorgen").unwrap();
    }
    assert_eq!(found(&mut desk, "kanariezorgen").len(), 2);
    let documents = desk.documents_of(&greet).unwrap();
    assert_eq!(documents.len(), 3);
    let left: Vec<Vec<u8>> =
        documents.iter().map(|name| desk.changes_since(&greet, name, &[]).unwrap()).collect();
    let shows =
        |text: &str| left.iter().any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()));
    assert!(shows("Fatima") && !shows("Kanarie"));
    let mut brams = desk_of(&home, "Bram");
    give(&mut desk, &mut brams, &greet);
    assert_eq!(brams.private_notes(&greet).unwrap(), []);
    assert_eq!(found(&mut brams, "wandelingen").len(), 2);
    assert_eq!(found(&mut brams, "kanariezorgen").len(), 0);
}
