//! Searching a thousand dossiers with thirty notes each.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use coach::Desk;
use coach::dossier::model::Note;
use coach::dossier::{Edit, NoteId, edit};

use crate::record::{id, new_desk, open_again, two_hundred_words};
use crate::table::{Amount, Line, median, timed};

const DOSSIERS: usize = 1000;
const NOTES: usize = 30;
const ROUNDS: usize = 51;
const SHOWN: usize = 20;
/// The words to search for, each with the pattern that finds the same in plain text: `rg` knows no stems and
/// no accents.
const TYPED: &[(&str, &str)] = &[
    ("vertelde", "vertel"),
    ("tuinen", "tuin"),
    ("cafe", "caf[eé]"),
    ("buurvrouwen kof", "buurvrouw.*kof|kof.*buurvrouw"),
];

/// Returns the number of dossiers. `KRING_BENCH_DOSSIERS` sets a smaller one, to try the benchmark itself.
fn dossiers() -> usize {
    std::env::var("KRING_BENCH_DOSSIERS").ok().and_then(|number| number.parse().ok()).unwrap_or(DOSSIERS)
}

/// Returns the text of a note: two hundred words that every dossier has, and some that few have.
fn text(dossier: usize, number: usize) -> String {
    let words = two_hundred_words(dossier * NOTES + number);
    let own = match (dossier * NOTES + number) % 97 {
        0 => "Samen in de tuin gewerkt.",
        31 => "Naar het café op de hoek geweest.",
        62 => "De buurvrouw schonk koffie.",
        _ => "",
    };
    format!("{words} {own}")
}

/// Creates the dossiers, and files with the same plain text: one file a dossier, which is the least work for
/// a program that reads them.
fn make(desk: &mut Desk, plain: &Path) -> Result<()> {
    fs::create_dir(plain)?;
    for dossier in 0..dossiers() {
        let its = desk.new_dossier(&format!("Mevrouw De Wit {dossier}"))?;
        let notes = (0..NOTES).map(|number| id::<NoteId>(number + 1)).collect::<Vec<_>>();
        let adds = notes.iter().map(|note| edit::add::<Note>(note.clone(), [])).collect();
        desk.edit(&its, &Edit::All(adds))?;
        let mut all = String::new();
        for (number, note) in notes.iter().enumerate() {
            let words = text(dossier, number);
            desk.write_note(&its, note, &words)?;
            all.extend([&words, "\n"]);
        }
        fs::write(plain.join(format!("{dossier}.txt")), all)?;
    }
    Ok(())
}

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let plain = home.join("plain");
    let mut desk = new_desk(home)?;
    make(&mut desk, &plain)?;
    while desk.prepare_search()? {}
    drop(desk);
    let mut desk = open_again(home)?;
    let warm = timed(|| {
        while desk.prepare_search()? {}
        Ok(())
    })?;
    let [mut ours, mut theirs] = [(); 2].map(|()| Vec::with_capacity(ROUNDS));
    for round in 0..ROUNDS {
        let (typed, pattern) = TYPED[round % TYPED.len()];
        let mut count = 0;
        ours.push(timed(|| {
            count = desk.search(typed, SHOWN)?.count;
            Ok(())
        })?);
        ensure!(count > 0, "nothing was found for “{typed}”");
        theirs.push(timed(|| ripgrep(pattern, &plain))?);
    }
    let read = timed(|| ripgrep("words that no note has", &plain))?;
    let line = |what, ours, yardstick, theirs| Line {
        what,
        kring: Amount::Milliseconds(ours),
        yardstick,
        theirs: Amount::Milliseconds(theirs),
        aim: 1.0,
    };
    Ok(vec![
        line("first results in 1,000 dossiers of 30 notes, warm", median(ours.clone()), "the aim", 30.0),
        line("the same", median(ours), "ripgrep over the same plain text", median(theirs)),
        line(
            "reading the sealed index after opening, all of it",
            warm,
            "ripgrep reading all of it in plain text",
            read,
        ),
    ])
}

fn ripgrep(pattern: &str, plain: &Path) -> Result<()> {
    let found = Command::new("rg").args(["--ignore-case", "--max-count", "20", pattern]).arg(plain).output();
    found.map(drop).context("ripgrep is needed: it is the yardstick")
}
