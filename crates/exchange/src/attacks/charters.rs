//! Statements of people without a say, and dossiers that are not shared with Mallory.

use super::*;
use crate::charter::{Act, SignedStatement};
use crate::document_set::DocumentSet;
use crate::forge::{Forger, charter_part};
use crate::notice::Notice;
use crate::signing_key::FoundingSecret;

fn charter_of(coach: &mut Coach, dossier: &DossierId) -> crate::charter::Charter {
    coach.exchange.charter(dossier, &mut coach.home).unwrap().unwrap().unwrap()
}

/// Returns a statement of a coach, after anything.
fn says(author: &Coach, dossier: &DossierId, after: &SignedStatement, act: Act) -> SignedStatement {
    Forger::of(&author.exchange).states(dossier, [after.hash()], author.now, act)
}

#[test]
fn a_contact_who_knows_the_id_of_a_dossier_learns_nothing_of_it() {
    let Scene { mut anna, mut mallory, mut store, secret, .. } = scene(GrantedRole::Coach);
    let have = || EnvelopePart::Have {
        dossier: secret.clone(),
        statements: [0; 32],
        documents: Vec::new(),
        devices: [0; 32],
        all: false,
    };
    let changes = EnvelopePart::Changes {
        dossier: secret.clone(),
        document: dossier::DocumentName::Record,
        changes: b"changes".to_vec(),
        proofs: Vec::new(),
    };
    let nothing = have();
    let parts = || vec![have(), changes.clone(), charter_part(&secret, [])];
    attack(&mut mallory, &mut anna, parts());
    let mut zoe = Coach::new("Zoe");
    acquainted(&mut mallory, &mut zoe, &mut store);
    attack(&mut mallory, &mut zoe, parts());
    let of_zoe = sent_to(&mut zoe, &mut mallory);
    assert!(of_zoe.contains(&nothing) && sent_to(&mut anna, &mut mallory).contains(&nothing));
    for days in [0, 1, 40] {
        pass(&mut [&mut anna], chrono::TimeDelta::days(days));
        let mut parts = sent_to(&mut anna, &mut mallory);
        // Somebody who has nothing of the dossier answers the same.
        parts.retain(|part| *part != nothing);
        assert!(!speaks_of(&parts, &secret), "{parts:?}");
    }
    // Nor if Anna's own program believes that she owes an answer.
    let device = mallory.exchange.device();
    anna.exchange.owe_answer(&device, &secret, None);
    let step = anna.exchange.edited(&secret, &dossier::DocumentName::Record, anna.now);
    anna.commit(step);
    anna.exchange.make_due(device, &secret, None, anna.now, &mut Step::default());
    anna.exchange.peers.get_mut(&device).unwrap().lacks_cards.insert(secret.clone());
    let mut parts = sent_to(&mut anna, &mut mallory);
    parts.retain(|part| *part != nothing);
    assert!(!speaks_of(&parts, &secret), "{parts:?}");
    let owed = anna.exchange.have(&secret, &DocumentSet::ALL, &mallory.person(), &mut anna.home).unwrap();
    assert_eq!(owed, nothing);
}

#[test]
fn a_withdrawn_person_learns_of_the_withdrawal_and_of_nothing_after_it() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    let mut cleo = Coach::new("Cleo");
    acquainted(&mut anna, &mut cleo, &mut store);
    anna.share(&shared, &cleo.person(), GrantedRole::Coach).unwrap();
    anna.add_person(&shared, "Geheim");
    settle(&mut [&mut anna, &mut bram, &mut cleo], &mut store);
    let parts = sent_to(&mut anna, &mut mallory);
    assert!(parts.is_empty(), "everything is in the mailbox already");
    settle(&mut [&mut mallory, &mut anna], &mut store);
    assert!(mallory.notices.contains(&Notice::Withdrawn { dossier: shared.clone() }));
    let seen = charter_of(&mut mallory, &shared);
    assert!(seen.terms().is_withdrawn(&mallory.person()));
    assert!(!seen.terms().is_named(&cleo.person()), "who came after her is none of her business");
    // She asks for more, and learns nothing about the documents either.
    let have = EnvelopePart::Have {
        dossier: shared.clone(),
        statements: [7; 32],
        documents: Vec::new(),
        devices: [7; 32],
        all: true,
    };
    attack(&mut mallory, &mut anna, vec![have]);
    pass(&mut [&mut anna], chrono::TimeDelta::days(1));
    for part in sent_to(&mut anna, &mut mallory) {
        match part {
            EnvelopePart::Charter { statements, .. } => assert_eq!(statements.len(), seen.len()),
            EnvelopePart::Have { documents, devices, .. } => {
                assert_eq!((documents.len(), devices), (0, [0; 32]));
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(mallory.names(&shared), [""; 0]);
}

#[test]
fn a_withdrawn_member_cannot_silence_the_withdrawal() {
    // Under the first format, a digest of 64 bits told what somebody has, and junk statements could be chosen
    // so that two different charters had the same.
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let before = charter_of(&mut bram, &shared);
    let last = before.statements().last().unwrap().clone();
    let junk: Vec<SignedStatement> = (0..64).map(|_| says(&mallory, &shared, &last, Act::Close)).collect();
    let parts = vec![charter_part(&shared, before.statements().chain(&junk))];
    attack(&mut mallory, &mut bram, parts);
    assert_eq!(charter_of(&mut bram, &shared), before, "what a coach states about a dossier is not kept");
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.add_person(&shared, "Na de intrekking");
    settle(&mut [&mut bram, &mut anna, &mut mallory], &mut store);
    assert_eq!(mallory.names(&shared), [""; 0]);
    assert_eq!(anna.names(&shared), ["Na de intrekking"]);
}

#[test]
fn a_withdrawn_former_keeper_cannot_take_the_dossier_back() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Reader);
    // Bram keeps the dossier now, and withdraws Anna. Mallory is Anna's friend.
    let before = charter_of(&mut anna, &shared);
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.issue(&shared, Act::HandOver { to }).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    assert_eq!(charter_of(&mut bram, &shared).terms().keeper().name, "Anna", "Bram was not asked yet");
    assert!(bram.notices.contains(&Notice::Offered { dossier: shared.clone(), by: anna.person() }));
    bram.accept_handover(&shared);
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    assert_eq!(charter_of(&mut bram, &shared).terms().keeper().name, "Bram");
    let by = bram.exchange.member();
    assert!(anna.notices.contains(&Notice::TakenOver { dossier: shared.clone(), by }));
    bram.issue(&shared, Act::Withdraw { person: anna.person() }).unwrap();
    let mut cleo = Coach::new("Cleo");
    acquainted(&mut bram, &mut cleo, &mut store);
    bram.share(&shared, &cleo.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut bram, &mut cleo, &mut anna, &mut mallory], &mut store);
    // Anna signs a handover to Mallory as if it were older, and Mallory gives her a role.
    let last = before.statements().last().unwrap().clone();
    let act = Act::HandOver { to: mallory.exchange.member() };
    let offered = says(&anna, &shared, &last, act);
    let accepted = says(&mallory, &shared, &offered, Act::Accept { hand_over: offered.hash() });
    let to = anna.exchange.member();
    let granted = says(&mallory, &shared, &accepted, Act::Grant { to, role: GrantedRole::Coach });
    let all: Vec<SignedStatement> =
        before.statements().cloned().chain([offered, accepted, granted]).collect();
    // Mallory knows Bram through the charter.
    attack(&mut mallory, &mut bram, vec![charter_part(&shared, &all)]);
    settle(&mut [&mut bram, &mut cleo], &mut store);
    assert!(bram.notices.contains(&Notice::Frozen { dossier: shared.clone() }));
    bram.add_person(&shared, "Geheim");
    settle(&mut [&mut bram, &mut cleo, &mut anna, &mut mallory], &mut store);
    for other in [&anna, &mallory, &cleo] {
        assert_eq!(other.names(&shared), [""; 0], "nothing is sent while nobody can tell who keeps it");
    }
    // They talk. Bram follows himself, and Cleo, who hears of it then, follows him too.
    let keeper = bram.person();
    for own in [true, false] {
        let one = if own { &mut bram } else { &mut cleo };
        assert!(charter_of(one, &shared).terms().is_frozen());
        let step = one.exchange.follow_keeper(&shared, &keeper, one.now, &mut one.home).unwrap().unwrap();
        one.commit(step);
        pass(&mut [&mut bram, &mut cleo], chrono::TimeDelta::hours(7));
        settle(&mut [&mut bram, &mut cleo, &mut anna, &mut mallory], &mut store);
    }
    assert_eq!(cleo.names(&shared), ["Geheim"]);
    assert_eq!(anna.names(&shared), [""; 0]);
}

#[test]
fn nobody_can_open_the_charter_of_a_dossier_that_they_did_not_found() {
    let Scene { anna, mut bram, mut mallory, .. } = scene(GrantedRole::Coach);
    // Anna founded another dossier, and Mallory knows its id. Bram has nothing of it yet.
    let theirs = FoundingSecret::random(&mut mallory.random);
    let wanted = DossierId::clone(&FoundingSecret::from_bytes(&[9; 32]).public().dossier());
    let opening = Forger::of(&mallory.exchange).opens(&wanted, &theirs, mallory.now);
    attack(&mut mallory, &mut bram, vec![charter_part(&wanted, [&opening])]);
    assert!(bram.exchange.shared_dossiers().all(|dossier| *dossier != wanted));
    drop(anna);
}

#[test]
fn a_member_cannot_fill_a_charter_with_successors_of_successors() {
    let Scene { mut anna, mut mallory, shared, .. } = scene(GrantedRole::Reader);
    let before = charter_of(&mut anna, &shared);
    let mut all: Vec<SignedStatement> = before.statements().cloned().collect();
    let mut key = Forger::of(&mallory.exchange);
    for _ in 0..200 {
        let next = Forger::random("Mallory", &mut mallory.random);
        let act = Act::Succeed { succession: key.succeeded_by(&next), name: "Mallory".into() };
        let last = all.last().unwrap().hash();
        all.push(next.states(&shared, [last], mallory.now, act));
        key = next;
    }
    attack(&mut mallory, &mut anna, vec![charter_part(&shared, &all)]);
    assert!(charter_of(&mut anna, &shared).len() <= before.len() + 16);
}

#[test]
fn whoever_founds_a_dossier_writes_nothing_in_the_name_of_another_before_opening_its_charter() {
    let Scene { mut anna, bram, mut mallory, mut store, .. } = scene(GrantedRole::Reader);
    // Mallory writes as Bram would, and then opens the charter. Nobody signed that.
    let own = std::mem::replace(&mut mallory.home.coach, bram.exchange.coach());
    let dossier = mallory.new_dossier("Mevrouw De Wit");
    let id = mallory.add_person(&dossier, "Van Bram?");
    mallory.home.coach = own;
    mallory.consent(&dossier);
    mallory.share(&dossier, &anna.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut mallory, &mut anna], &mut store);
    let record = anna.home.record(&dossier);
    let by = record.and_then(|record| record.added::<dossier::model::Person>(&id)).and_then(|one| one.by);
    assert_ne!(by, Some(bram.exchange.coach()), "Anna is told that Bram wrote it");
}
