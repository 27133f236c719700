//! A durable edit through the use case.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::record::{everyday_edit, five_years, new_desk};
use crate::sqlcipher::SqlCipher;
use crate::table::{Amount, Line, median, timed};

const ROUNDS: usize = 1000;
/// The approximate length of a sealed summary of a dossier, in bytes. An edit writes one of these and the
/// change itself.
const SUMMARY: usize = 300;

pub(crate) fn measure(home: &Path) -> Result<Vec<Line>> {
    let mut desk = new_desk(home)?;
    let dossier = five_years(&mut desk, 0)?;
    let journal = File::open(journal_path(&home.join("anna"))?)?;
    let mut raw = OpenOptions::new().create(true).append(true).open(home.join("raw"))?;
    let mut sqlcipher = SqlCipher::create(&home.join("sqlcipher"))?;
    let [mut ours, mut appends, mut commits] = [(); 3].map(|()| Vec::with_capacity(ROUNDS));
    // The three take turns, so that a slow moment of the disk falls on all of them.
    for round in 0..ROUNDS {
        let before = journal.metadata()?.len();
        ours.push(timed(|| Ok(desk.edit(&dossier, &everyday_edit(round))?))?);
        let written = journal.metadata()?.len().saturating_sub(before).max(1) as usize;
        let bytes = vec![round as u8; written];
        appends.push(timed(|| {
            raw.write_all(&bytes)?;
            Ok(raw.sync_data()?)
        })?);
        let (summary, chunk) = bytes.split_at(written.min(SUMMARY));
        commits.push(timed(|| sqlcipher.commit(b"dossier", round as i64, chunk, summary))?);
    }
    let what = "a durable edit in a dossier of five years";
    let kring = Amount::Milliseconds(median(ours));
    let against = |yardstick, theirs, aim| Line { what, kring, yardstick, theirs, aim };
    Ok(vec![
        against("raw append + fdatasync", Amount::Milliseconds(median(appends)), 1.5),
        against("SQLCipher commit", Amount::Milliseconds(median(commits)), 1.0),
    ])
}

/// Returns the path of the journal, whose name ends with the incarnation of the vault.
fn journal_path(account: &Path) -> Result<PathBuf> {
    let mut paths = fs::read_dir(account)?.flatten().map(|entry| entry.path());
    let is_journal =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal-"));
    paths.find(is_journal).context("there is no journal")
}
