//! A keeper whose vault was put back to before a withdrawal, and somebody who would like to gain by it.

use chrono::TimeDelta;

use super::*;
use crate::home::{Home, Step, Verified};

/// Anna withdraws Mallory, and her vault is put back to what it was before.
fn forget_a_withdrawal(
    anna: &mut Coach,
    bram: &mut Coach,
    mallory: &mut Coach,
    store: &mut Store,
    shared: &DossierId,
) {
    let (backup, incarnation) = (anna.home.clone(), anna.exchange.me.incarnation);
    anna.issue(shared, crate::charter::Act::Withdraw { person: mallory.person() }).unwrap();
    settle(&mut [&mut *anna, bram, mallory], store);
    anna.home = backup;
    anna.restart(incarnation);
}

/// Returns the names of the people in the record, as far as the changes that a coach sends now bring them.
fn people_sent_to(from: &mut Coach, to: &mut Coach) -> Vec<String> {
    let parts = sent_to(from, to);
    let mut home = to.home.clone();
    let mut people = Vec::new();
    for (dossier, document, changes) in parts.iter().filter_map(EnvelopePart::changes) {
        let arrival = home.examine(dossier, document, changes).unwrap().unwrap();
        let mut step = Step::default();
        let arrivals = [(document.clone(), Verified(arrival))];
        step.arrivals.insert(dossier.clone(), arrivals.into());
        home.commit(step);
        people = home.record(dossier).unwrap().all::<dossier::model::Person>();
    }
    people.into_iter().map(|person| person.name).collect()
}

#[test]
fn a_keeper_whose_vault_was_put_back_to_before_a_withdrawal_hears_of_it_before_passing_anything_on() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    forget_a_withdrawal(&mut anna, &mut bram, &mut mallory, &mut store, &shared);
    bram.add_person(&shared, "Geheim");
    for _ in 0..6 {
        settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
        pass(&mut [&mut anna, &mut bram, &mut mallory], TimeDelta::hours(13));
    }
    let charter = anna.exchange.charter(&shared, &mut anna.home).unwrap().unwrap().unwrap();
    assert!(charter.terms().is_withdrawn(&mallory.person()));
    assert_eq!(anna.names(&shared), ["Geheim"]);
    assert_eq!(mallory.names(&shared), [""; 0]);
}

#[test]
fn somebody_whose_withdrawal_a_put_back_vault_forgot_cannot_ask_for_what_is_not_passed_on_yet() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    forget_a_withdrawal(&mut anna, &mut bram, &mut mallory, &mut store, &shared);
    bram.add_person(&shared, "Geheim");
    bram.send(&mut store);
    anna.collect(&mut store);
    // The charters do not agree yet. Mallory says that she has nothing.
    let have = EnvelopePart::Have {
        dossier: shared.clone(),
        statements: [0; 32],
        documents: Vec::new(),
        devices: [0; 32],
        all: true,
    };
    attack(&mut mallory, &mut anna, vec![have]);
    assert_eq!(people_sent_to(&mut anna, &mut mallory), [""; 0]);
}

#[test]
fn what_is_not_passed_on_yet_does_not_go_out_with_what_a_put_back_vault_writes_itself() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    forget_a_withdrawal(&mut anna, &mut bram, &mut mallory, &mut store, &shared);
    bram.add_person(&shared, "Geheim");
    bram.send(&mut store);
    anna.collect(&mut store);
    anna.add_person(&shared, "Van Anna");
    assert_eq!(people_sent_to(&mut anna, &mut mallory), ["Van Anna"], "Anna does not know of the withdrawal");
}

#[test]
fn what_came_with_another_charter_is_not_passed_on_while_its_sender_is_away() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    forget_a_withdrawal(&mut anna, &mut bram, &mut mallory, &mut store, &shared);
    bram.add_person(&shared, "Geheim");
    bram.send(&mut store);
    anna.collect(&mut store);
    for _ in 0..3 {
        pass(&mut [&mut anna, &mut mallory], TimeDelta::hours(13));
        assert_eq!(people_sent_to(&mut anna, &mut mallory), [""; 0]);
    }
    bram.now = anna.now;
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(anna.names(&shared), ["Geheim"], "it comes again with the charter");
}
