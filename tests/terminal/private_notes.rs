//! Private notes at the terminal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use kring_tests::Coach;
use serde_json::Value;

use crate::storage::Storage;
use crate::{made, meet, until_quiet};

/// Words in the private note and nowhere else.
const PRIVATE: &str = "Knalgeel vermoeden.";
/// Words in the note that everybody may read.
const SHARED: &str = "Koffie gedronken.";

#[test]
fn a_private_note_is_listed_as_private_beside_the_shared_ones() -> Result<()> {
    let anna = Coach::new("Anna", "professional")?;
    let (id, shared, own) = a_dossier_with_both(&anna)?;
    let notes = anna.says(&["note", "list", &id])?;
    let notes = notes.as_array().context("no list")?;
    let find = |id: &str| notes.iter().find(|note| note["id"] == id).context("a note is not listed");
    ensure!(notes.len() == 2, "{notes:?}");
    ensure!(find(&own)?["private"] == true && find(&own)?["text"] == PRIVATE, "{notes:?}");
    ensure!(find(&own)?["day"].is_string(), "{notes:?}");
    ensure!(find(&shared)?["private"] == false && find(&shared)?["text"] == SHARED, "{notes:?}");
    Ok(())
}

#[test]
fn a_private_note_is_never_exported_printed_or_shown_with_a_dossier() -> Result<()> {
    let anna = Coach::new("Anna", "professional")?;
    let (id, _, own) = a_dossier_with_both(&anna)?;
    let folder = anna.home().join("out");
    fs::create_dir(&folder)?;
    for format in ["json", "csv", "graphml"] {
        let file = folder.join(format!("export.{format}"));
        anna.says(&["export", &id, "--format", format, "-o", path(&file)?])?;
    }
    for paper in ["plan", "handover", "copy"] {
        anna.says(&["paper", paper, &id, "-o", path(&folder.join(format!("{paper}.pdf")))?])?;
    }
    anna.says(&["agenda", "--ics", path(&folder.join("agenda.ics"))?, "--names"])?;
    let files = texts(&folder)?;
    let holds = |name: &str| files.iter().any(|(file, text)| file.ends_with(name) && text.contains(SHARED));
    // The same places hold the shared note, so words of the private one would be found there.
    ensure!(holds("export.json") && holds("handover.pdf") && holds("copy.pdf") && holds("copy.json"));
    let shown = [
        anna.says(&["dossier", "show", &id])?,
        anna.says(&["dossier", "list"])?,
        anna.says(&["caseload"])?,
        anna.says(&["agenda"])?,
        anna.says(&["step", "list", &id])?,
        anna.says(&["log"])?,
    ];
    let shown = shown.iter().map(|answer| (PathBuf::from("standard output"), answer.to_string()));
    for (file, text) in files.into_iter().chain(shown) {
        for secret in ["Knalgeel", "vermoeden", &own] {
            ensure!(!text.contains(secret), "{secret} is in {}:\n{text}", file.display());
        }
    }
    Ok(())
}

#[test]
fn a_private_note_is_not_sent_to_a_colleague_with_the_shared_dossier() -> Result<()> {
    let storage = Storage::folder()?;
    let (anna, bram) = (Coach::new("Anna", "professional")?, Coach::new("Bram", "volunteer")?);
    meet(&anna, &bram, &storage)?;
    let (id, shared, own) = a_dossier_with_both(&anna)?;
    anna.says(&["consent", &id, "--purpose", "samen begeleiden", "--given-by", "Mevrouw De Wit"])?;
    anna.says(&["share", &id, "Bram"])?;
    until_quiet(&anna, &bram)?;
    anna.says(&["note", "set", &id, &own, "text=Knalgeel vermoeden, nu sterker."])?;
    ensure!(until_quiet(&anna, &bram)? == 0, "writing for oneself sends something");

    let notes = bram.says(&["note", "list", &id])?;
    ensure!(ids(&notes) == [shared.as_str()] && notes[0]["private"] == false, "{notes}");
    ensure!(bram.says(&["search", "knalgeel"])?["count"] == 0);
    // A private note of Bram's stays with Bram likewise.
    let his = made(bram.says(&["note", "add", &id, "--private", "text=Ik twijfel."])?)?;
    until_quiet(&anna, &bram)?;
    ensure!(!ids(&anna.says(&["note", "list", &id])?).contains(&his.as_str()));
    ensure!(ids(&bram.says(&["note", "list", &id])?) == [shared.as_str(), &his]);
    Ok(())
}

/// Creates a dossier with a shared note and a private one, and returns the three ids.
fn a_dossier_with_both(coach: &Coach<'_>) -> Result<(String, String, String)> {
    let id = made(coach.says(&["dossier", "new", "Mevrouw De Wit"])?)?;
    let shared = made(coach.says(&["note", "add", &id, "kind=visit", &format!("text={SHARED}")])?)?;
    let own = made(coach.says(&["note", "add", &id, "--private", &format!("text={PRIVATE}")])?)?;
    Ok((id, shared, own))
}

fn ids(notes: &Value) -> Vec<&str> {
    notes.as_array().into_iter().flatten().filter_map(|note| note["id"].as_str()).collect()
}

/// Returns all files in a folder with their content; of printed pages, the text that is read aloud.
fn texts(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let text = |file: PathBuf| {
        let bytes = match file.extension() {
            Some(kind) if kind == "pdf" => Command::new("pdftotext").arg(&file).arg("-").output()?.stdout,
            _ => fs::read(&file)?,
        };
        Ok((file, String::from_utf8(bytes)?))
    };
    fs::read_dir(folder)?.map(|entry| text(entry?.path())).collect()
}

fn path(file: &Path) -> Result<&str> {
    file.to_str().context("no path")
}
