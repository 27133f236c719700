//! Signatures of heads that Mallory brings, so that others lack those of honest people, or send too much.

use dossier::{ChangeHash, DocumentName};

use super::*;
use crate::charter::Act;
use crate::forge::Forger;
use crate::heads_proof::HeadsProof;

/// Lets Mallory send a document, with heads signed by many devices that she made up.
fn with_many_devices(from: &mut Coach, on: &mut Coach, dossier: &DossierId, name: &DocumentName, more: u16) {
    let changes = from.home.changes_since(dossier, name, &[]).unwrap();
    let mut heads = from.home.heads(dossier, name).unwrap();
    heads.extend((0..more).map(|number| {
        let mut hash = [9; 32];
        hash[..2].copy_from_slice(&number.to_le_bytes());
        ChangeHash(hash)
    }));
    let keys = Forger::of(&from.exchange);
    let proofs: Vec<HeadsProof> = (0..64)
        .map(|_| keys.with_another_device(&mut from.random).heads(dossier, name, heads.clone(), Vec::new()))
        .collect();
    let part = EnvelopePart::Changes { dossier: dossier.clone(), document: name.clone(), changes, proofs };
    attack(from, on, vec![part]);
}

#[test]
fn a_coach_cannot_make_others_forget_the_signatures_of_somebody_else() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    bram.add_person(&shared, "Van Bram");
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    with_many_devices(&mut mallory, &mut anna, &shared, &DocumentName::Record, 0);
    // Bram is away, and Anna shares the dossier with somebody who is new.
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    let mut zoe = Coach::new("Zoe");
    acquainted(&mut anna, &mut zoe, &mut store);
    anna.share(&shared, &zoe.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut zoe], &mut store);
    let refused: Vec<_> = zoe.exchange.quarantined().map(|one| one.why).collect();
    assert_eq!(zoe.names(&shared), ["Van Bram"], "{refused:?}");
}

#[test]
fn a_coach_cannot_make_the_withdrawal_too_long_to_be_sent() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    for number in 0..17 {
        let note = dossier::Id::from_random([number; 10]);
        mallory.write(&shared, &note, "Iets.");
        with_many_devices(&mut mallory, &mut anna, &shared, &DocumentName::Note(note), 999);
    }
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    for _ in 0..8 {
        settle(&mut [&mut anna, &mut bram], &mut store);
        pass(&mut [&mut anna, &mut bram], chrono::TimeDelta::hours(13));
    }
    let charter = bram.exchange.charter(&shared, &mut bram.home).unwrap().unwrap().unwrap();
    assert!(charter.terms().is_withdrawn(&mallory.person()), "Bram does not hear of it");
}

#[test]
fn a_contact_cannot_make_a_vault_grow_with_successors_of_successors() {
    let Scene { mut anna, mut mallory, .. } = scene(GrantedRole::Reader);
    let (before, contacts) = (saved_bytes(&anna), anna.exchange.contacts().count());
    let mut key = Forger::of(&mallory.exchange);
    let mut parts = Vec::new();
    for _ in 0..1_000 {
        let next = Forger::random("Mallory", &mut mallory.random);
        parts.push(EnvelopePart::Succeeded { succession: key.succeeded_by(&next) });
        key = next;
    }
    attack(&mut mallory, &mut anna, parts);
    let grown = saved_bytes(&anna) - before;
    assert!(grown < 32 * 1024, "{grown} bytes, {} contacts", anna.exchange.contacts().count() - contacts);
}
