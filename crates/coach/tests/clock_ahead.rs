//! A clock that was years ahead for a moment, and is right again, stops nothing.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, TimeDelta, Utc};
use support::*;
use tempfile::TempDir;

const YEARS: TimeDelta = TimeDelta::days(730);

/// Returns the files in all mailboxes.
fn objects(home: &TempDir) -> Vec<PathBuf> {
    let mailboxes = fs::read_dir(store(home).join("kring1")).unwrap().flatten();
    let mailboxes = mailboxes.filter(|entry| entry.file_name() != "unfinished.part");
    mailboxes
        .flat_map(|entry| fs::read_dir(entry.path()).unwrap().flatten().map(|file| file.path()))
        .collect()
}

fn is_mark(path: &Path) -> bool {
    path.file_name().unwrap().to_string_lossy().starts_with("mark-")
}

/// Returns the marks in all mailboxes, as days after today.
fn marks(home: &TempDir) -> Vec<i64> {
    let today = Utc::now().date_naive().signed_duration_since(NaiveDate::default()).num_days();
    let marks = objects(home).into_iter().filter(|path| is_mark(path));
    marks
        .map(|path| path.file_name().unwrap().to_string_lossy().replace("mark-", "").parse::<i64>().unwrap())
        .map(|day| day - today)
        .collect()
}

// There is one test here, because the clock is shared by the whole program.
#[test]
fn a_clock_that_was_ahead_stops_neither_sending_again_nor_the_watch_over_the_storage() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, id) = shared(&home);

    // The clock is two years ahead while Anna sends something, and it is lost on its way.
    pass(YEARS);
    rename(&anna, &id, "Mevrouw De Wit-Smit");
    assert_eq!(anna.sync().sent, 1);
    assert!(marks(&home).contains(&730), "the mark of that day is left: {:?}", marks(&home));
    objects(&home).iter().filter(|path| !is_mark(path)).for_each(|path| fs::remove_file(path).unwrap());

    // The clock is right again. What was lost is sent again within hours.
    pass(TimeDelta::hours(2) - YEARS);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw De Wit-Smit"]);
    assert_eq!(
        (anna.events(), bram.events()),
        (vec![], vec![]),
        "a storage that lost nothing is not reported"
    );
    let left = marks(&home);
    assert!(left.iter().all(|day| (0..=1).contains(day)), "the mark of the future is gone: {left:?}");

    // A storage that is put back afterwards is noticed.
    let old = home.path().join("oud");
    copy(&store(&home), &old);
    pass(TimeDelta::days(7));
    settle(&mut [&mut anna, &mut bram]);
    rename(&anna, &id, "Mevrouw Smit");
    anna.sync();
    fs::remove_dir_all(store(&home)).unwrap();
    copy(&old, &store(&home));
    anna.sync();
    assert_eq!(anna.events(), ["event-storage-put-back"]);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw Smit"]);
}
