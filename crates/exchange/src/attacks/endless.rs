//! Honest people who cannot agree, and would write to each other for ever.

use chrono::TimeDelta;

use super::*;
use crate::charter::{Act, ConsentForm, SignedStatement};
use crate::forge::{Forger, charter_part};
use crate::signing_key::FoundingSecret;

/// Returns the number of envelopes that two people send in the given number of days, while nobody does anything.
fn sent_in_days(coaches: &mut [&mut Coach], store: &mut Store, days: usize) -> usize {
    let mut count = 0;
    for _ in 0..days * 24 {
        count += settle(coaches, store);
        pass(coaches, TimeDelta::hours(1));
    }
    count
}

/// Anna and Bram know each other and Mallory. Mallory founds a dossier, opens its charter twice, and gives each
/// of them another one of the two.
fn two_openings() -> (Coach, Coach, Store) {
    let (mut anna, mut bram, mut mallory) = (Coach::new("Anna"), Coach::new("Bram"), Coach::new("Mallory"));
    let mut store = Store::default();
    acquainted(&mut anna, &mut bram, &mut store);
    acquainted(&mut anna, &mut mallory, &mut store);
    acquainted(&mut bram, &mut mallory, &mut store);
    let founding = FoundingSecret::random(&mut mallory.random);
    let dossier = founding.public().dossier();
    let keys = Forger::of(&mallory.exchange);
    let members = [anna.exchange.member(), bram.exchange.member()];
    for (number, on) in [&mut anna, &mut bram].into_iter().enumerate() {
        let at = mallory.now + TimeDelta::seconds(number as i64);
        let opening = keys.opens(&dossier, &founding, at);
        let mut all = vec![opening];
        let consent = Act::Consent {
            purpose: "samen begeleiden".into(),
            how: ConsentForm::Spoken,
            given_by: "mevrouw De Wit".into(),
            until: None,
        };
        let grants = members.iter().map(|to| Act::Grant { to: to.clone(), role: GrantedRole::Coach });
        for act in [consent].into_iter().chain(grants) {
            let last: &SignedStatement = all.last().unwrap();
            let next = keys.states(&dossier, [last.hash()], at, act);
            all.push(next);
        }
        attack(&mut mallory, on, vec![charter_part(&dossier, &all)]);
    }
    (anna, bram, store)
}

#[test]
fn two_people_with_charters_that_were_opened_differently_stop_writing_to_each_other() {
    let (mut anna, mut bram, mut store) = two_openings();
    let _ = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 2);
    let later = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 30);
    assert!(later < 60, "{later} envelopes in thirty days");
}

#[test]
fn a_keeper_who_takes_a_handover_back_before_it_arrived_and_the_other_stop_writing_to_each_other() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.issue(&shared, Act::HandOver { to }).unwrap();
    anna.issue(&shared, Act::Withdraw { person: bram.person() }).unwrap();
    let _ = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 2);
    let later = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 30);
    assert!(later < 60, "{later} envelopes in thirty days");
}

#[test]
fn two_people_who_follow_different_keepers_stop_writing_to_each_other() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.issue(&shared, Act::HandOver { to }).unwrap();
    anna.send(&mut store);
    // Bram accepts while Anna withdraws him.
    anna.issue(&shared, Act::Withdraw { person: bram.person() }).unwrap();
    bram.collect(&mut store);
    bram.accept_handover(&shared);
    let _ = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 2);
    for one in [&mut anna, &mut bram] {
        let own = one.person();
        let step = one.exchange.follow_keeper(&shared, &own, one.now, &mut one.home).unwrap();
        one.commit(step.unwrap());
    }
    let _ = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 2);
    let later = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 30);
    assert!(later < 60, "{later} envelopes in thirty days");
}

#[test]
fn a_withdrawn_person_who_heard_of_a_successor_that_the_keeper_had_not_seen_falls_silent() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Reader);
    // Mallory tells Bram alone that she has another key, and Anna withdraws him at the same time.
    let charter = anna.exchange.charter(&shared, &mut anna.home).unwrap().unwrap().unwrap();
    let mut all: Vec<SignedStatement> = charter.statements().cloned().collect();
    let next = Forger::random("Mallory", &mut mallory.random);
    let succession = Forger::of(&mallory.exchange).succeeded_by(&next);
    let act = Act::Succeed { succession, name: "Mallory".into() };
    all.push(next.states(&shared, [all.last().unwrap().hash()], mallory.now, act));
    acquainted(&mut mallory, &mut bram, &mut store);
    attack(&mut mallory, &mut bram, vec![charter_part(&shared, &all)]);
    anna.issue(&shared, Act::Withdraw { person: bram.person() }).unwrap();
    let _ = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 2);
    let later = sent_in_days(&mut [&mut anna, &mut bram], &mut store, 30);
    assert!(later < 60, "{later} envelopes in thirty days");
}
