//! One person with two computers that exchange through a folder.

#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use coach::caseload::calendar::CalendarWords;
use coach::dossier::model::{Action, ActionField};
use coach::dossier::{ActionId, Id as _, edit};
use support::*;
use tempfile::TempDir;

/// Creates Anna's computer with a dossier, and a new computer that she connects to it.
fn two_computers(home: &TempDir) -> (Someone, Someone) {
    let (mut desk, mut laptop) = (Someone::new(home, "Anna"), Someone::new(home, "Laptop"));
    desk.new_dossier("Mevrouw De Wit");
    let code = desk.desk.borrow_mut().invite_own_device().unwrap();
    laptop.desk.borrow_mut().accept_own_device(&code.text).unwrap();
    settle(&mut [&mut laptop, &mut desk]);
    (desk, laptop)
}

#[test]
fn a_new_computer_gets_all_dossiers_and_continues_under_its_owners_name() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, mut laptop) = two_computers(&home);
    let words = |one: &Someone| one.desk.borrow_mut().people().unwrap().people[0].words.clone();
    assert_eq!(words(&desk), words(&laptop));
    assert_eq!(words(&desk).len(), 4);
    let refused = laptop.desk.borrow_mut().new_dossier("Meneer Aydin").unwrap_err();
    assert_eq!(refused.code(), "joining");
    desk.confirms("Laptop");
    laptop.confirms("Anna");
    settle(&mut [&mut desk, &mut laptop]);
    assert_eq!(laptop.caseload(), ["Mevrouw De Wit"]);
    assert_eq!(laptop.desk.borrow().session().name, "Anna");
    laptop.new_dossier("Meneer Aydin");
    settle(&mut [&mut laptop, &mut desk]);
    let mut names = desk.caseload();
    names.sort();
    assert_eq!(names, ["Meneer Aydin", "Mevrouw De Wit"]);
    assert_eq!(desk.desk.borrow_mut().people().unwrap().own_computers.len(), 1);
    assert_eq!(laptop.desk.borrow_mut().people().unwrap().own_computers.len(), 1);
}

#[test]
fn an_appointment_has_one_name_on_both_computers() {
    let home = tempfile::tempdir().unwrap();
    let (mut desk, mut laptop) = two_computers(&home);
    desk.confirms("Laptop");
    laptop.confirms("Anna");
    let due = [ActionField::Title("Riet bellen".into()), ActionField::Due("2026-12-11".parse().ok())];
    let id = desk.new_dossier("Meneer Aydin");
    desk.desk.borrow_mut().edit(&id, &edit::add::<Action>(ActionId::from_random([1; 10]), due)).unwrap();
    settle(&mut [&mut desk, &mut laptop]);
    let names = |one: &Someone, file: &str| {
        let mut desk = one.desk.borrow_mut();
        let file = desk.save_calendar(&home.path().join(file), false, &CalendarWords::default()).unwrap();
        let text = std::fs::read_to_string(file).unwrap();
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(&desk, "desk.ics").len(), 1);
    assert_eq!(names(&desk, "desk.ics"), names(&laptop, "laptop.ics"));
}

#[test]
fn each_kind_of_code_is_refused_where_the_other_is_expected() {
    let home = tempfile::tempdir().unwrap();
    let (anna, bram) = (Someone::new(&home, "Anna"), Someone::new(&home, "Bram"));
    let own = anna.desk.borrow_mut().invite_own_device().unwrap().text;
    let colleague = anna.desk.borrow_mut().invite().unwrap().text;
    let mut desk = bram.desk.borrow_mut();
    assert_eq!(desk.accept(&own).unwrap_err().code(), "invitation-for-own-computer");
    assert_eq!(desk.accept_own_device(&colleague).unwrap_err().code(), "invitation-for-colleague");
}

#[test]
fn a_computer_with_dossiers_cannot_join_another_person() {
    let home = tempfile::tempdir().unwrap();
    let (anna, bram) = (Someone::new(&home, "Anna"), Someone::new(&home, "Bram"));
    bram.new_dossier("Meneer Aydin");
    let own = anna.desk.borrow_mut().invite_own_device().unwrap().text;
    let refused = bram.desk.borrow_mut().accept_own_device(&own).unwrap_err();
    assert_eq!(refused.code(), "computer-in-use");
    assert_eq!(bram.caseload(), ["Meneer Aydin"]);
}
