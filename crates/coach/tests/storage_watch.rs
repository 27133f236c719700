//! A storage that is emptied or restored is detected and reported, and no data is lost.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use std::fs;

use chrono::{NaiveDate, TimeDelta};
use support::*;

// There is one test here, because the clock is shared by the whole program.
#[test]
fn data_that_the_storage_lost_is_reported_and_sent_again() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, id) = shared(&home);
    assert_eq!((anna.events(), bram.events()), (vec![], vec![]));

    // Anna sends, and the storage is emptied before Bram reads it.
    rename(&anna, &id, "Mevrouw De Wit-Smit");
    anna.sync();
    fs::remove_dir_all(store(&home).join("kring1")).unwrap();
    bram.sync();
    assert_eq!(bram.events(), ["event-storage-emptied"]);
    anna.sync();
    assert_eq!(anna.events(), ["event-storage-emptied"]);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw De Wit-Smit"]);

    // After the coach has seen the event it is gone, and it is not reported twice.
    anna.desk.borrow_mut().events_seen().unwrap();
    anna.sync();
    assert_eq!(anna.events(), Vec::<String>::new());

    // The storage is restored to its state of a week ago, while something of Anna's is on its way.
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
    let event = anna.desk.borrow().events().unwrap().remove(0);
    let week_ago = event.at.date_naive() - TimeDelta::days(7);
    assert_eq!(event.message.args.get("day"), Some(&week_ago.to_string()));
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw Smit"]);
    assert_eq!(anna.caseload(), ["Mevrouw Smit"]);

    // A full storage still gives what it holds. Only the mark cannot be left there.
    pass(TimeDelta::days(1));
    let tomorrow = (event.at + TimeDelta::days(1)).date_naive().signed_duration_since(NaiveDate::default());
    let mailboxes = fs::read_dir(store(&home).join("kring1")).unwrap().map(|entry| entry.unwrap().path());
    for mailbox in mailboxes {
        fs::create_dir_all(mailbox.join(format!("mark-{}", tomorrow.num_days()))).unwrap();
    }
    rename(&anna, &id, "Mevrouw De Wit");
    assert!(anna.try_sync().is_err());
    assert!(bram.try_sync().is_err());
    assert_eq!(bram.caseload(), ["Mevrouw De Wit"]);
}
