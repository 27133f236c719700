//! Papers in the other language, and papers of an empty dossier.

use std::cell::RefCell;

use coach::Language;
use coach::paper::{Paper, PaperRequest};
use readers::contains_none;

use crate::{printed, read, request, with_greet};

#[test]
fn every_paper_of_an_empty_dossier_is_printed_in_english_too() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet) = with_greet(&home);
    let empty = desk.new_dossier("Nieuw").unwrap();
    let desk = RefCell::new(desk);
    for &paper in Paper::ALL {
        let english = PaperRequest { language: Language::En, ..request(paper) };
        let english = read(&printed(&desk, &greet, &home, &english)[0]);
        assert!(english.contains("25 November 2026"), "{english}");
        contains_none(&english, &["field-", "paper-", "Wat ", "Gemaakt"]);
        read(&printed(&desk, &empty, &home, &request(paper))[0]);
    }
}
