//! Searching dossiers at the terminal.

use anyhow::{Result, ensure};
use kring_tests::Coach;
use serde_json::{Value, json};

use crate::made;

#[test]
fn a_note_is_found_by_words_without_accents_and_without_dutch_endings() -> Result<()> {
    let anna = Coach::new("Anna", "professional")?;
    let id = made(anna.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    let add = |text: &str| anna.says(&["note", "add", &id, "kind=visit", text]);
    let gardens = made(add("text=In de tuinen bij het café gezeten.")?)?;
    add("text=In de tuin gewied.")?;
    add("text=Naar het café geweest.")?;

    let found = anna.says(&["search", "tuin", "cafe"])?;
    ensure!(found["count"] == 1 && found["found"][0]["place"]["id"] == gardens, "{found}");
    ensure!(found["found"][0]["client"] == "Mevrouw De Wit", "{found}");
    ensure!(found["found"][0]["private"] == false, "{found}");
    ensure!(marked(&found) == ["tuinen", "café"], "{found}");
    ensure!(anna.says(&["search", "tuin", "kerk"])?["found"] == json!([]));
    Ok(())
}

#[test]
fn a_private_note_is_found_in_every_dossier_and_says_that_it_is_private() -> Result<()> {
    let anna = Coach::new("Anna", "professional")?;
    let wit = made(anna.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    let aydin = made(anna.says(&["dossier", "new", "Meneer Aydin"])?)?;
    anna.says(&["note", "add", &wit, "kind=visit", "text=Zij vertelde over haar dochters."])?;
    let own =
        made(anna.says(&["note", "add", &aydin, "--private", "text=Zijn dochter maakt mij ongerust."])?)?;

    let found = anna.says(&["search", "dochter", "ongerust"])?;
    ensure!(found["count"] == 1 && found["found"][0]["place"]["id"] == own, "{found}");
    ensure!(found["found"][0]["client"] == "Meneer Aydin" && found["found"][0]["private"] == true, "{found}");
    ensure!(anna.says(&["search", "dochter"])?["count"] == 2);

    // A note that was rewritten is found by its new words alone, and a note that was removed no longer.
    anna.says(&["note", "set", &aydin, &own, "text=Zijn zoon maakt mij blij."])?;
    ensure!(anna.says(&["search", "ongerust"])?["count"] == 0);
    ensure!(anna.says(&["search", "zonen", "blij"])?["count"] == 1);
    anna.says(&["note", "remove", &aydin, &own])?;
    ensure!(anna.says(&["search", "blij"])?["count"] == 0);
    Ok(())
}

/// Returns the words that are marked in the first result.
fn marked(found: &Value) -> Vec<&str> {
    let pieces = found["found"][0]["pieces"].as_array().into_iter().flatten();
    pieces.filter(|piece| piece["found"] == true).filter_map(|piece| piece["text"].as_str()).collect()
}
