//! An envelope that cannot be read keeps nothing else from being received or sent, and is set apart.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::TimeDelta;
use coach::dossier::DossierId;
use coach::{Courier, Desk, Environment, Round};
use support::*;
use tempfile::TempDir;

thread_local! {
    /// True if the next use of randomness stops, as a decoder might that meets bytes it does not expect.
    static STOPS: Cell<bool> = const { Cell::new(false) };
}

fn random(bytes: &mut [u8]) -> bool {
    if STOPS.replace(false) {
        panic!("reading stops here");
    }
    (Environment::COMPUTER.random)(bytes)
}

fn told(desk: &RefCell<Desk>, id: &DossierId, story: &str) {
    let field = coach::dossier::model::ProfileField::Story(story.into());
    desk.borrow_mut().edit(id, &coach::Edit::Profile(field)).unwrap();
}

/// Returns the files in all mailboxes.
fn objects(home: &TempDir) -> BTreeSet<PathBuf> {
    let mailboxes = std::fs::read_dir(store(home).join("kring1")).unwrap().flatten();
    mailboxes
        .flat_map(|mailbox| std::fs::read_dir(mailbox.path()).unwrap().flatten())
        .map(|file| file.path())
        .collect()
}

/// Bram, whose computer stops in reading when the test says so.
struct Bram {
    desk: RefCell<Desk>,
    courier: Courier,
    folder: PathBuf,
}

impl Bram {
    fn of(home: &TempDir, bram: Someone) -> Self {
        drop(bram);
        let folder = home.path().join("Bram");
        let environment = Environment { random, ..Environment::COMPUTER };
        let desk = RefCell::new(Desk::unlock(&folder, PASSPHRASE, environment).unwrap());
        Self { desk, courier: Courier::default(), folder }
    }

    fn round(&mut self, stops: bool) -> Round {
        STOPS.set(stops);
        let round = self.courier.round(&self.desk, &mut |_, _| ()).unwrap().unwrap();
        assert!(!STOPS.get(), "something was read");
        round
    }

    fn set_apart(&self) -> usize {
        std::fs::read_dir(self.folder.join("set-apart")).map_or(0, Iterator::count)
    }
}

#[test]
fn an_envelope_that_stops_the_reader_twice_is_set_apart_and_the_exchange_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, bram, id) = shared(&home);
    let mut bram = Bram::of(&home, bram);
    rename(&anna, &id, "Mevrouw De Wit-Smit");
    anna.sync();
    told(&bram.desk, &id, "Zong in een koor.");
    let first = bram.round(true);
    assert_eq!((first.received, first.unreadable), (0, 1));
    assert_eq!(first.sent, 1, "what Bram wrote is sent although he cannot receive");
    let before = objects(&home);
    anna.sync();
    // Names are random, so Anna's answer may be read before the envelope that stops the reader.
    objects(&home).difference(&before).for_each(|answer| std::fs::remove_file(answer).unwrap());
    assert!(anna.desk.borrow_mut().read(&id).unwrap().profile().story.0.contains("koor"));
    // A new courier, as after a restart, has not forgotten the first try.
    assert_eq!(bram.set_apart(), 0);
    bram.round(true);
    let third = bram.courier.round(&bram.desk, &mut |_, _| ()).unwrap().unwrap();
    assert_eq!((third.set_apart, bram.set_apart()), (1, 1));
    let events = bram.desk.borrow().events().unwrap();
    assert!(events.iter().any(|event| event.message.id == "event-set-apart"));
    // What was in it comes again.
    pass(TimeDelta::hours(2));
    for _ in 0..4 {
        anna.sync();
        bram.courier.round(&bram.desk, &mut |_, _| ()).unwrap();
    }
    assert_eq!(bram.desk.borrow_mut().caseload()[0].name, "Mevrouw De Wit-Smit");
}

#[test]
fn an_envelope_that_ended_the_program_twice_is_not_read_a_third_time() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, bram, id) = shared(&home);
    let mut bram = Bram::of(&home, bram);
    rename(&anna, &id, "Mevrouw De Wit-Smit");
    anna.sync();
    // The program ended while it read this envelope for the second time.
    let device = std::fs::read_dir(store(&home).join("kring1")).unwrap().flatten();
    let names = device.flat_map(|mailbox| std::fs::read_dir(mailbox.path()).unwrap().flatten());
    let names = names.map(|object| object.file_name().into_string().unwrap());
    let envelope = names.into_iter().find(|name| !name.starts_with("mark")).unwrap();
    std::fs::write(bram.folder.join("being-read"), format!("{envelope} 2")).unwrap();
    let round = bram.courier.round(&bram.desk, &mut |_, _| ()).unwrap().unwrap();
    assert_eq!((round.received, round.set_apart, bram.set_apart()), (0, 1, 1));
}

#[test]
fn a_mailbox_full_of_other_peoples_files_keeps_nobody_from_sending_and_raises_no_false_alarm() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, id) = shared(&home);
    let mailbox = store(&home).join("kring1");
    // Whoever may write to the storage fills Bram's mailbox.
    let brams = std::fs::read_dir(&mailbox).unwrap().flatten().map(|entry| entry.path());
    for folder in brams.filter(|path| path.is_dir()) {
        for number in 0..21_000_u32 {
            std::fs::write(folder.join(format!("{number:032x}")), b"junk").unwrap();
        }
    }
    told(&bram.desk, &id, "Zong in een koor.");
    let round = bram.sync();
    assert_eq!(round.sent, 1);
    assert!(round.unreadable > 0 && round.unreadable <= 2_000, "{}", round.unreadable);
    assert_eq!(bram.events(), [""; 0], "the storage was not emptied");
    rename(&anna, &id, "Mevrouw De Wit-Smit");
    assert_eq!(anna.sync().sent, 1);
}

#[test]
fn junk_and_envelopes_of_a_newer_version_are_not_set_apart() {
    let home = tempfile::tempdir().unwrap();
    let (_, mut bram, _) = shared(&home);
    let device = bram.mailbox(&home);
    std::fs::write(device.join(format!("{:032x}", 1)), b"junk").unwrap();
    std::fs::write(device.join(format!("{:032x}", 2)), [b"KRING\xff\x01".as_slice(), &[0; 40]].concat())
        .unwrap();
    for _ in 0..5 {
        assert_eq!(bram.sync().set_apart, 0);
    }
    assert!(!device.join(format!("{:032x}", 1)).exists(), "junk is removed after a few tries");
    assert!(device.join(format!("{:032x}", 2)).exists(), "a newer version can read it");
}
