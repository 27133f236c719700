//! The full copy, for the client who asks for it.

use std::cell::RefCell;

use coach::paper::Paper;
use coach::people::views::{ConsentHow, NewConsent};
use readers::{contains_in_order, contains_none};

use crate::greet::day;
use crate::{printed, read, request, with_greet};

/// Collects every text of more than one word in a JSON value, except the ones that only programs read.
fn leaves(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') => found.push(text.replace('\n', " ")),
        serde_json::Value::Array(all) => all.iter().for_each(|one| leaves(one, found)),
        serde_json::Value::Object(all) => {
            all.iter().filter(|(key, _)| *key != "heads").for_each(|(_, one)| leaves(one, found));
        }
        _ => {}
    }
}

#[test]
fn the_full_copy_contains_every_word_of_the_dossier_and_says_what_is_missing() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, greet) = with_greet(&home);
    let consent = NewConsent {
        purpose: "Samen begeleiden".into(),
        how: ConsentHow::Written,
        given_by: "Greet de Wit".into(),
        until: day("2027-03-31"),
    };
    desk.record_consent(&greet, &consent).unwrap();
    let files = printed(&RefCell::new(desk), &greet, &home, &request(Paper::Copy));
    let [pages, beside] = files.as_slice() else { panic!("{files:?}") };
    let text = read(pages);
    let whole: serde_json::Value = serde_json::from_slice(&std::fs::read(beside).unwrap()).unwrap();
    let mut words = Vec::new();
    leaves(&whole, &mut words);
    assert!(words.len() > 30, "{words:?}");
    for words in &words {
        assert!(text.contains(words.as_str()), "“{words}” is not in:\n{text}");
    }
    contains_in_order(
        &text,
        &[
            "Alles in het dossier van Greet de Wit",
            "AVG, artikel 15 en 20",
            "Over Greet de Wit",
            "Wie dit dossier delen",
            "Anna de Boer",
            "bewaart het dossier",
            "Samen begeleiden",
            "Op papier of in een bericht",
            "31 maart 2027",
            "De mensen",
            "Joris",
            "Zoon of dochter",
            "Praktische hulp, Emotionele steun",
            "mei 1970",
            "Joris drinkt te veel.",
            "De organisaties",
            "Banden met elkaar",
            "Buren",
            "Partners",
            "± 1968",
            "Ouders en kinderen",
            "Hoe het leven gaat",
            "Sociale inclusie",
            "Doelen",
            "Relaties met anderen",
            "Acties",
            "Reanimeren",
            "Meetmomenten",
            "1 1 1 1 1 1 1 1 1 0 0 0 0",
            "De weg door de stappen",
            "Notities",
            "14:30",
            "Koffie gedronken.",
            "Wat er niet in staat",
            "Die aantekeningen staan niet in deze kopie.",
            "Autoriteit Persoonsgegevens",
        ],
    );
    // Everything is printed in words. No name of a field or a message occurs in the text.
    contains_none(&text, &["field-", "paper-", "record-", "step-", "seven-steps", "p-0", "own_strength"]);
}
