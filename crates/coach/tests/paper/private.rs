//! A coach's private notes are on no paper, not even on the full copy (GDPR, article 15).

use std::cell::RefCell;
use std::path::Path;

use coach::Language;
use coach::paper::{Paper, PaperRequest};

use crate::support::numbered;
use crate::{printed, request, with_greet};

/// A private text and a shared text. The tests must find the shared one, or not finding the private
/// one proves nothing.
const PRIVATE: &str = "kwartelkoning";
const SHARED: &str = "nachtzwaluw";

/// Returns whether a word occurs anywhere in a printed file, even across lines.
fn holds(file: &Path, word: &str) -> bool {
    let read = match file.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => {
            [readers::metadata, readers::running_text, readers::read_aloud].map(|say| say(file)).concat()
        }
        _ => std::fs::read_to_string(file).unwrap(),
    };
    let letters: String = read.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.to_lowercase().contains(word)
}

#[test]
fn private_notes_are_on_no_paper_and_shared_ones_are_in_the_full_copy() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet) = with_greet(&home);
    desk.write_note(&greet, &numbered(2), &format!("Ze straalde om een {SHARED}.")).unwrap();
    // One private note has an id of its own, and the other has the same id as a shared note.
    for note in [9, 2] {
        desk.write_private(&greet, &numbered(note), &format!("Ik twijfel over de {PRIVATE}.")).unwrap();
    }
    assert_eq!(desk.private_notes(&greet).unwrap().len(), 2);
    let desk = RefCell::new(desk);
    for language in [Language::Nl, Language::En] {
        for &paper in Paper::ALL {
            let whole = PaperRequest { language, texts: u32::MAX, ..request(paper) };
            let files = printed(&desk, &greet, &home, &whole);
            assert_eq!(files.len(), if paper == Paper::Copy { 2 } else { 1 });
            for file in &files {
                assert!(!holds(file, PRIVATE), "“{PRIVATE}” stands in {}", file.display());
                assert_eq!(holds(file, SHARED), paper != Paper::Plan, "{}", file.display());
            }
        }
    }
}
