//! An account that was used in two copies, whose files came together in one folder: nothing is lost, and what
//! the other copy wrote can be read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use std::path::Path;

use coach::Desk;
use support::*;
use tempfile::TempDir;
use vault::Problem;

/// Copies Anna's account, writes in both copies, and lays the files of the other copy over the first.
fn two_copies_in_one_folder(home: &TempDir) {
    let (ours, theirs) = (home.path().join("Anna"), home.path().join("elders"));
    Someone::new(home, "Anna").new_dossier("Mevrouw De Wit");
    copy(&ours, &theirs);
    Someone::again(home, "Anna").new_dossier("Meneer Aydin");
    Someone::again(home, "elders").new_dossier("Mevrouw Bos");
    copy(&theirs, &ours);
}

fn names(desk: &Someone) -> Vec<String> {
    let mut names = desk.caseload();
    names.sort();
    names
}

/// Returns the names under which the desk reports what other copies wrote.
fn other_copies(desk: &Desk) -> Vec<String> {
    let repairs = desk.session().repairs.into_iter();
    let others = repairs.filter(|repair| repair.id == "repair-other-copy");
    others.map(|repair| repair.args["detail"].clone()).collect()
}

fn accounts(home: &Path) -> Vec<String> {
    coach::desk::account::list(home).into_iter().map(|card| card.label).collect()
}

#[test]
fn the_other_copy_becomes_an_account_with_the_same_passphrase_and_this_one_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    two_copies_in_one_folder(&home);
    let anna = Someone::again(&home, "Anna");
    assert_eq!(names(&anna), ["Meneer Aydin", "Mevrouw De Wit"]);
    let [other] = &other_copies(&anna.desk.borrow())[..] else { panic!("one copy is reported") };

    let label = anna.desk.borrow().save_other_copy(other).unwrap();
    assert_eq!(label, "Anna 2");
    let second = Someone::again(&home, &label);
    assert_eq!(names(&second), ["Mevrouw Bos", "Mevrouw De Wit"]);
    assert_eq!(second.desk.borrow().session().name, "Anna");
    assert_eq!(second.desk.borrow().session().repairs, []);
    assert_eq!(second.desk.borrow().check().unwrap().problems, []);

    // Nothing was removed here, so the other computer does not lose it either if the folder is synchronised.
    assert_eq!(anna.desk.borrow().save_other_copy(other).unwrap(), "Anna 3");
    drop(anna);
    let anna = Someone::again(&home, "Anna");
    assert_eq!(names(&anna), ["Meneer Aydin", "Mevrouw De Wit"]);
    // It is told no more until the other copy writes again.
    assert_eq!(other_copies(&anna.desk.borrow()), [""; 0]);
    let problems = anna.desk.borrow().check().unwrap().problems;
    assert_eq!(problems, [Problem::OtherCopy { name: other.clone() }]);
}

#[test]
fn another_copy_that_the_coach_has_seen_is_told_again_once_it_writes_more() {
    let home = tempfile::tempdir().unwrap();
    two_copies_in_one_folder(&home);
    let anna = Someone::again(&home, "Anna");
    let [other] = &other_copies(&anna.desk.borrow())[..] else { panic!("one copy is reported") };
    anna.desk.borrow().other_copy_seen(other).unwrap();
    assert_eq!(other_copies(&anna.desk.borrow()), [""; 0]);
    drop(anna);
    let anna = Someone::again(&home, "Anna");
    assert_eq!(other_copies(&anna.desk.borrow()), [""; 0]);
    drop(anna);

    let journal = home.path().join("Anna").join(other);
    let longer = [std::fs::read(&journal).unwrap(), vec![0; 9]].concat();
    std::fs::write(&journal, longer).unwrap();
    let anna = Someone::again(&home, "Anna");
    assert_eq!(other_copies(&anna.desk.borrow()), std::slice::from_ref(other));
}

#[test]
fn a_name_that_is_not_that_of_another_copy_makes_no_account() {
    let home = tempfile::tempdir().unwrap();
    two_copies_in_one_folder(&home);
    let anna = Someone::again(&home, "Anna");
    let before = accounts(home.path());
    let own = std::fs::read_dir(home.path().join("Anna")).unwrap().flatten();
    let own: Vec<String> = own.map(|entry| entry.file_name().into_string().unwrap()).collect();
    let others = other_copies(&anna.desk.borrow());
    for name in
        own.iter().filter(|name| !others.contains(name)).map(String::as_str).chain(["", "..", "../elders"])
    {
        // The index of the other copy belongs to its journal, and the journal is enough.
        let refused = anna.desk.borrow().save_other_copy(name).unwrap_err();
        assert_eq!(refused.code(), "not-a-vault", "{name}");
    }
    assert_eq!(accounts(home.path()), before);
    assert!(!home.path().join("Anna 2").exists());
}

#[test]
fn the_two_accounts_get_what_the_other_has_when_one_invites_the_other() {
    let home = tempfile::tempdir().unwrap();
    two_copies_in_one_folder(&home);
    let mut anna = Someone::again(&home, "Anna");
    let [other] = &other_copies(&anna.desk.borrow())[..] else { panic!("one copy is reported") };
    let label = anna.desk.borrow().save_other_copy(other).unwrap();
    let mut second = Someone::again(&home, &label);
    let invitation = anna.desk.borrow_mut().invite().unwrap();
    second.desk.borrow_mut().accept(&invitation.text).unwrap();
    settle(&mut [&mut second, &mut anna]);
    let all = ["Meneer Aydin", "Mevrouw Bos", "Mevrouw De Wit"];
    assert_eq!(
        (names(&anna), names(&second)),
        (all.map(str::to_owned).to_vec(), all.map(str::to_owned).to_vec())
    );
}
