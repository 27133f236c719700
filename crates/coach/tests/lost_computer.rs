//! A computer that was lost: its owner reports it, and from then on it gets nothing from anybody.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use coach::PersonRef;
use coach::dossier::DossierId;
use coach::dossier::author::Who;
use coach::dossier::model::{Person, PersonField, Supervision, SupervisionField};
use coach::dossier::{Id as _, PersonId, SupervisionId, edit};
use coach::people::views::{ConsentHow, DossierRole, NewConsent};
use support::*;
use tempfile::TempDir;

/// Creates Anna's desk and her laptop, which have the same dossiers, and Bram, with whom she shares the
/// dossier of Mrs De Wit.
fn anna_with_a_laptop_and_bram(home: &TempDir) -> (Someone, Someone, Someone, DossierId) {
    let (mut anna, mut bram) = acquainted(home);
    let id = anna.new_dossier("Mevrouw De Wit");
    let mut laptop = Someone::new(home, "Laptop");
    let code = anna.desk.borrow_mut().invite_own_device().unwrap();
    laptop.desk.borrow_mut().accept_own_device(&code.text).unwrap();
    settle(&mut [&mut laptop, &mut anna]);
    anna.confirms("Laptop");
    laptop.confirms("Anna");
    settle(&mut [&mut anna, &mut laptop]);
    consent(&anna, &id);
    anna.desk.borrow_mut().share(&id, &PersonRef("Bram".to_owned()), DossierRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut laptop, &mut bram]);
    assert_eq!(bram.caseload(), ["Mevrouw De Wit"]);
    assert_eq!(laptop.caseload(), ["Mevrouw De Wit"]);
    (anna, laptop, bram, id)
}

fn consent(one: &Someone, id: &DossierId) {
    let consent = NewConsent {
        purpose: "Samen begeleiden".to_owned(),
        how: ConsentHow::Spoken,
        given_by: "Mevrouw De Wit".to_owned(),
        until: None,
    };
    one.desk.borrow_mut().record_consent(id, &consent).unwrap();
}

fn add_person(one: &Someone, id: &DossierId, number: u8, name: &str) {
    let person = edit::add::<Person>(PersonId::from_random([number; 10]), [PersonField::Name(name.into())]);
    one.desk.borrow_mut().edit(id, &person).unwrap();
}

fn people(one: &Someone, id: &DossierId) -> Vec<String> {
    let view = one.desk.borrow_mut().dossier(id).unwrap();
    let mut names: Vec<String> = view.people.iter().map(|person| person.name.clone()).collect();
    names.sort();
    names
}

/// Reports all other computers of somebody as lost.
fn report_all_lost(one: &Someone) {
    let mut desk = one.desk.borrow_mut();
    let lost: Vec<String> = desk.own_computers().unwrap().into_iter().map(|computer| computer.mark).collect();
    desk.report_lost(&lost, PASSPHRASE).unwrap();
}

#[test]
fn each_computer_shows_the_mark_of_the_other() {
    let home = tempfile::tempdir().unwrap();
    let (anna, laptop, ..) = anna_with_a_laptop_and_bram(&home);
    let (hers, its) = (anna.desk.borrow_mut().people().unwrap(), laptop.desk.borrow_mut().people().unwrap());
    assert_eq!(hers.own_computers.len(), 1);
    assert_eq!(hers.own_computers[0].mark, its.computer_mark);
    assert_eq!(its.own_computers[0].mark, hers.computer_mark);
    assert!(hers.own_computers[0].last_heard.is_some());
}

#[test]
fn a_lost_computer_gets_nothing_more_and_what_is_written_on_it_reaches_nobody() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut laptop, mut bram, id) = anna_with_a_laptop_and_bram(&home);
    report_all_lost(&anna);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(anna.desk.borrow_mut().own_computers().unwrap(), []);

    add_person(&anna, &id, 1, "Fatima");
    add_person(&bram, &id, 2, "Joris");
    add_person(&laptop, &id, 3, "Een vreemde");
    settle(&mut [&mut anna, &mut bram, &mut laptop]);
    for one in [&anna, &bram] {
        assert_eq!(people(one, &id), ["Fatima", "Joris"]);
    }
    assert_eq!(people(&laptop, &id), ["Een vreemde"]);
}

#[test]
fn a_lost_computer_that_gets_a_connection_says_that_it_was_reported_lost() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut laptop, ..) = anna_with_a_laptop_and_bram(&home);
    report_all_lost(&anna);
    anna.sync();
    laptop.sync();
    assert!(laptop.desk.borrow_mut().people().unwrap().reported_lost);
    assert!(laptop.events().contains(&"event-reported-lost".to_owned()));
}

#[test]
fn an_owner_whose_computer_was_reported_lost_by_a_thief_reports_the_computer_of_the_thief() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut thief, mut bram, _) = anna_with_a_laptop_and_bram(&home);
    report_all_lost(&thief);
    settle(&mut [&mut thief, &mut bram, &mut anna]);
    assert!(anna.desk.borrow_mut().people().unwrap().reported_lost);
    report_all_lost(&anna);
    settle(&mut [&mut anna, &mut bram]);
    assert!(!anna.desk.borrow_mut().people().unwrap().reported_lost);
    assert!(bram.events().contains(&"event-key-disputed".to_owned()));
}

#[test]
fn an_owner_with_one_computer_that_was_reported_lost_says_that_it_was_not_her() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut thief, mut bram, id) = anna_with_a_laptop_and_bram(&home);
    report_all_lost(&thief);
    settle(&mut [&mut thief, &mut bram, &mut anna]);
    let refused = anna.desk.borrow_mut().withdraw(&id, &PersonRef("Bram".to_owned())).unwrap_err();
    assert_eq!(refused.code(), "reported-lost");
    // She names no computer: perhaps the thief has one that she never saw.
    anna.desk.borrow_mut().report_lost(&[], PASSPHRASE).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    assert!(!anna.desk.borrow_mut().people().unwrap().reported_lost);
    assert!(bram.events().contains(&"event-key-disputed".to_owned()));
}

#[test]
fn a_colleague_hears_of_a_lost_computer_and_still_knows_one_person() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, _laptop, mut bram, id) = anna_with_a_laptop_and_bram(&home);
    bram.desk.borrow_mut().events_seen().unwrap();
    report_all_lost(&anna);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(bram.events(), ["event-key-replaced"]);
    let people = bram.desk.borrow_mut().people().unwrap().people;
    let names: Vec<(&str, bool)> = people.iter().map(|one| (one.name.as_str(), one.disputed)).collect();
    assert_eq!(names, [("Anna", false)]);

    // Her name means her present key, in charters too.
    let charter = bram.desk.borrow_mut().charter(&id).unwrap().unwrap();
    assert!(charter.story.iter().any(|line| line.message.id == "charter-key-replaced"));
    let anna_there = charter.members.iter().find(|member| member.name == "Anna").unwrap();
    assert_eq!(anna_there.id, people[0].id);
    let hers = anna.desk.borrow_mut().charter(&id).unwrap().unwrap();
    assert_eq!(hers.role, Some(DossierRole::Keeper));
}

#[test]
fn the_owner_of_a_lost_computer_gets_no_false_alarm() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, _laptop, mut bram, _) = anna_with_a_laptop_and_bram(&home);
    anna.desk.borrow_mut().events_seen().unwrap();
    report_all_lost(&anna);
    settle(&mut [&mut anna, &mut bram]);
    assert_eq!(anna.events(), Vec::<String>::new(), "nobody emptied the storage");
}

#[test]
fn two_computers_of_one_person_that_were_linked_alarm_nobody() {
    let home = tempfile::tempdir().unwrap();
    let (anna, laptop, ..) = anna_with_a_laptop_and_bram(&home);
    // The laptop learns which computer Bram has. He has no other one.
    assert_eq!(laptop.events(), Vec::<String>::new());
    assert_eq!(anna.events(), ["event-own-computer"]);
}

#[test]
fn what_somebody_wrote_before_reporting_a_computer_lost_stays_hers() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, _laptop, mut bram, id) = anna_with_a_laptop_and_bram(&home);
    let asked = edit::add::<Supervision>(
        SupervisionId::from_random([1; 10]),
        [SupervisionField::Words("Mag ik Joris bellen?".into())],
    );
    anna.desk.borrow_mut().edit(&id, &asked).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    report_all_lost(&anna);
    settle(&mut [&mut anna, &mut bram]);
    let by = |one: &Someone| {
        let asked = one.desk.borrow_mut().supervision(&id).unwrap();
        asked[0].question.said.as_ref().unwrap().by.clone()
    };
    assert_eq!(by(&anna), Who::Me);
    assert_eq!(by(&bram), Who::Colleague { name: "Anna".to_owned() });
}

#[test]
fn reporting_needs_the_passphrase_and_a_mark_that_exists() {
    let home = tempfile::tempdir().unwrap();
    let (anna, ..) = anna_with_a_laptop_and_bram(&home);
    let mut desk = anna.desk.borrow_mut();
    let mark = desk.own_computers().unwrap()[0].mark.clone();
    let refused = desk.report_lost(std::slice::from_ref(&mark), "trompet wolk kelder lamp").unwrap_err();
    assert_eq!(refused.code(), "wrong-passphrase");
    for unknown in ["0000000000", "", &mark[..3]] {
        let refused = desk.report_lost(&[unknown.to_owned()], PASSPHRASE).unwrap_err();
        assert_eq!(refused.code(), "no-such-computer");
    }
    assert_eq!(desk.own_computers().unwrap().len(), 1);
}

#[test]
fn a_third_computer_goes_on_with_its_owner() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut laptop, mut bram, id) = anna_with_a_laptop_and_bram(&home);
    let mut tablet = Someone::new(&home, "Tablet");
    let code = anna.desk.borrow_mut().invite_own_device().unwrap();
    tablet.desk.borrow_mut().accept_own_device(&code.text).unwrap();
    settle(&mut [&mut tablet, &mut anna]);
    anna.confirms("Tablet");
    tablet.confirms("Anna");
    settle(&mut [&mut anna, &mut tablet, &mut laptop, &mut bram]);

    let mark = laptop.desk.borrow_mut().people().unwrap().computer_mark;
    anna.desk.borrow_mut().report_lost(&[mark], PASSPHRASE).unwrap();
    settle(&mut [&mut anna, &mut tablet, &mut bram]);
    assert_eq!(anna.desk.borrow_mut().own_computers().unwrap().len(), 1);
    assert_eq!(tablet.desk.borrow_mut().own_computers().unwrap().len(), 1);
    add_person(&tablet, &id, 1, "Fatima");
    settle(&mut [&mut tablet, &mut anna, &mut bram]);
    for one in [&anna, &bram, &tablet] {
        assert_eq!(people(one, &id), ["Fatima"]);
    }
}

#[test]
fn two_reports_of_each_other_make_colleagues_compare_words_anew() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut laptop, mut bram, _) = anna_with_a_laptop_and_bram(&home);
    report_all_lost(&anna);
    report_all_lost(&laptop);
    settle(&mut [&mut anna, &mut bram]);
    settle(&mut [&mut laptop, &mut bram]);
    assert!(bram.events().contains(&"event-key-disputed".to_owned()));
    let shown = bram.desk.borrow_mut().people().unwrap().people;
    assert_eq!(shown.len(), 1);
    assert!(shown[0].disputed);

    // Bram removes her, and they compare words anew.
    bram.desk.borrow_mut().forget(&PersonRef("Anna".to_owned())).unwrap();
    assert_eq!(bram.desk.borrow_mut().people().unwrap().people, []);
    let invitation = anna.desk.borrow_mut().invite().unwrap();
    bram.desk.borrow_mut().accept(&invitation.text).unwrap();
    settle(&mut [&mut bram, &mut anna]);
    bram.confirms("Anna");
    settle(&mut [&mut bram, &mut anna]);
    let shown = bram.desk.borrow_mut().people().unwrap().people;
    assert_eq!(shown.iter().map(|one| one.disputed).collect::<Vec<_>>(), [false]);
}
