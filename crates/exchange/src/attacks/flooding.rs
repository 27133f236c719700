//! Work, memory and disk space that Mallory would like others to spend.

use dossier::model::{Person, PersonField};
use dossier::{ChangeHash, DocumentName, Id, PersonId, edit};

use super::*;
use crate::certificate::DeviceCertificate;
use crate::charter::{Act, SignedStatement};
use crate::exchange::Exchange;
use crate::forge::{Forger, charter_part};
use crate::heads_proof::{HeadsProof, MOST_DEVICES};
use crate::quarantine::QuarantineReason;
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceSecret, FoundingSecret};

fn changes(dossier: &DossierId, document: DocumentName, changes: Vec<u8>) -> EnvelopePart {
    EnvelopePart::Changes { dossier: dossier.clone(), document, changes, proofs: Vec::new() }
}

fn note(number: u8) -> DocumentName {
    DocumentName::Note(dossier::NoteId::from_random([number; 10]))
}

#[test]
fn nothing_is_unpacked_for_somebody_who_may_not_write() {
    let Scene { mut anna, mut mallory, shared, secret, .. } = scene(GrantedRole::Reader);
    let unknown = DossierId::from_random([9; 10]);
    let parts = [&shared, &secret, &unknown].map(|dossier| changes(dossier, note(1), vec![7; 1000]));
    let bytes = forged(&mut mallory, &anna.exchange.device(), parts.to_vec());
    anna.home.unpacked = 0;
    let received = anna.exchange.receive(bytes, anna.now, &mut anna.random, &mut anna.home).unwrap().unwrap();
    assert!(matches!(received, Received::Merged(..)));
    assert_eq!(anna.home.unpacked, 0);
}

#[test]
fn a_contact_without_a_role_makes_a_vault_grow_by_little() {
    let Scene { mut anna, mut mallory, shared, secret, .. } = scene(GrantedRole::Reader);
    let before = saved_bytes(&anna);
    for number in 0..20 {
        let many = (0..2_000_u32).map(|count| {
            let mut id = [number; 10];
            id[..4].copy_from_slice(&count.to_le_bytes());
            (DocumentName::Note(dossier::NoteId::from_random(id)), vec![ChangeHash([number; 32]); 3])
        });
        let documents: Vec<_> = many.collect();
        let have = |dossier: &DossierId| EnvelopePart::Have {
            dossier: dossier.clone(),
            statements: [number; 32],
            documents: documents.clone(),
            devices: [0; 32],
            all: true,
        };
        let parts = vec![
            have(&shared),
            have(&secret),
            changes(&shared, note(number), vec![number; 1024 * 1024]),
            changes(&secret, note(number), vec![number; 1024 * 1024]),
            changes(&DossierId::from_random([number; 10]), note(number), vec![number; 1024 * 1024]),
        ];
        attack(&mut mallory, &mut anna, parts);
    }
    let grown = saved_bytes(&anna) - before;
    assert!(grown < 16 * 1024, "{grown} bytes");
    assert!(anna.exchange.quarantined().count() <= 2);
}

#[test]
fn a_person_writes_on_no_more_devices_than_others_can_follow() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    settle(&mut [&mut anna, &mut mallory], &mut store);
    let (base, coach) = (mallory.home.clone(), mallory.exchange.coach());
    let name = DocumentName::Record;
    let heads = mallory.home.heads(&shared, &name).unwrap();
    // Each of Mallory's devices writes one change beside the others.
    let mut parts = Vec::new();
    for number in 0..=MOST_DEVICES as u8 {
        let device = DeviceSecret::from_bytes(&[100 + number; 32]);
        let certificate = DeviceCertificate::sign(&mallory.exchange.me.person, &device);
        let mut home = base.clone();
        home.coach = coach.clone();
        home.become_device(device.public()).unwrap();
        let id = PersonId::from_random([100 + number; 10]);
        let add = edit::add::<Person>(id, [PersonField::Name(format!("Buur {number}"))]);
        home.edit(&shared, &add, mallory.now).unwrap();
        let changes = home.changes_since(&shared, &name, &heads).unwrap();
        let signed = home.heads(&shared, &name).unwrap();
        let proof = HeadsProof::sign(&device, &certificate, Vec::new(), &shared, &name, signed);
        parts.push(EnvelopePart::Changes {
            dossier: shared.clone(),
            document: name.clone(),
            changes,
            proofs: vec![proof],
        });
    }
    for part in parts {
        attack(&mut mallory, &mut anna, vec![part]);
    }
    let after = anna.home.heads(&shared, &name).unwrap().len();
    assert!((2..=MOST_DEVICES + 1).contains(&after), "{after}");
    assert!(anna.exchange.quarantined().any(|one| one.why == QuarantineReason::TooMuch));
    // The keeper withdraws her, and everybody reads that.
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    let charter = bram.exchange.charter(&shared, &mut bram.home).unwrap().unwrap().unwrap();
    assert!(charter.terms().is_withdrawn(&mallory.person()));
    assert_eq!(bram.home.heads(&shared, &name).unwrap().len(), after);
}

#[test]
fn an_envelope_that_others_would_not_read_is_not_sealed() {
    let Scene { mut anna, bram, shared, .. } = scene(GrantedRole::Coach);
    let too_long = changes(&shared, note(1), vec![1; crate::MAX_ENVELOPE_BYTES]);
    let content = EnvelopeContent {
        sender: anna.exchange.me.certificate.clone(),
        number: 1,
        previous: [0; 32],
        sent: anna.now,
        acknowledged: 0,
        answer_with: None,
        parts: vec![too_long],
    };
    let (to, key) = (bram.exchange.device(), bram.exchange.me.card.public());
    let sealed = SealedEnvelope::seal(&content, &anna.exchange.me.device, &to, &key, &mut anna.random);
    assert!(sealed.is_none());
}

#[test]
fn a_part_that_this_version_does_not_know_is_skipped_and_the_others_are_read() {
    let Scene { mut anna, mut bram, shared, .. } = scene(GrantedRole::Coach);
    let known = EnvelopePart::Device { card: bram.exchange.me.card() };
    let content = EnvelopeContent {
        sender: bram.exchange.me.certificate.clone(),
        number: 1,
        previous: [0; 32],
        sent: bram.now,
        acknowledged: 0,
        answer_with: None,
        parts: vec![known.clone()],
    };
    let plain = crate::cbor::to_vec(&content);
    // A list of one part becomes a list of two, of which the first is of kind 999.
    let part = crate::cbor::to_vec(&known);
    let at = plain.windows(part.len()).position(|window| window == part).unwrap();
    let mut newer = plain[..at - 1].to_vec();
    newer.push(0x82);
    newer.extend(crate::cbor::to_vec(&(999_u32, ("something", 7))));
    newer.extend(&plain[at..]);
    let read: EnvelopeContent = crate::cbor::read(&newer).unwrap();
    assert_eq!(read.parts, [known]);
    let _ = (Exchange::device(&anna.exchange), bytes(Vec::new()), documents(&mut anna, &shared), &mut bram);
}

#[test]
fn two_charters_of_one_dossier_are_not_sent_back_and_forth() {
    let Scene { mut anna, mut bram, shared, .. } = scene(GrantedRole::Coach);
    // Anna kept the founding key, and opens the charter a second time.
    let theirs = FoundingSecret::random(&mut anna.random);
    let opening = Forger::of(&anna.exchange).opens(&shared, &theirs, anna.now);
    let mut sent = 0;
    for _ in 0..20 {
        attack(&mut anna, &mut bram, vec![charter_part(&shared, [&opening])]);
        let parts = sent_to(&mut bram, &mut anna);
        sent += parts.iter().filter(|part| matches!(part, EnvelopePart::Charter { .. })).count();
        pass(&mut [&mut anna, &mut bram], chrono::TimeDelta::minutes(1));
    }
    assert_eq!(sent, 1, "it is sent again with the usual waits only");
}

#[test]
fn one_charter_is_read_once_for_an_envelope() {
    let Scene { mut anna, mut bram, shared, .. } = scene(GrantedRole::Coach);
    let charter = anna.exchange.charter(&shared, &mut anna.home).unwrap().unwrap().unwrap();
    let all: Vec<SignedStatement> = charter.statements().cloned().collect();
    let last = all.last().unwrap().hash();
    let more = |author: &Coach, purpose: &str| {
        let (purpose, given_by) = (purpose.to_owned(), "Mevrouw De Wit".to_owned());
        let how = crate::charter::ConsentForm::Spoken;
        let act = Act::Consent { purpose, how, given_by, until: None };
        Forger::of(&author.exchange).states(&shared, [last], author.now, act)
    };
    let parts = (0..500).map(|number| {
        let one = more(&anna, &number.to_string());
        charter_part(&shared, all.iter().chain([&one]))
    });
    let parts = parts.collect();
    attack(&mut anna, &mut bram, parts);
    let read = bram.exchange.charter(&shared, &mut bram.home).unwrap().unwrap().unwrap();
    assert_eq!(read.len(), all.len() + 1);
}

#[test]
fn a_new_device_of_somebody_is_recorded_only_for_people_with_a_role_beside_them() {
    let Scene { mut anna, bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let mut zoe = Coach::new("Zoe");
    acquainted(&mut anna, &mut zoe, &mut store);
    let other = Forger::of(&mallory.exchange).with_another_device(&mut mallory.random);
    let key = SealingSecret::random(&mut mallory.random);
    let card = other.card(&other.certificate(), "Mallory", &key.public(), 1);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card }]);
    let lacks = |coach: &Coach| anna.exchange.peers[&coach.exchange.device()].lacks_cards.clone();
    assert!(lacks(&bram).contains(&shared));
    assert!(lacks(&zoe).is_empty());
}

#[test]
fn nobody_can_name_one_document_many_times_to_have_it_looked_up() {
    let Scene { mut anna, mut mallory, shared, .. } = scene(GrantedRole::Coach);
    anna.add_person(&shared, "Joost");
    let heads: Vec<ChangeHash> = (0..64).map(|number| ChangeHash([number; 32])).collect();
    let have = EnvelopePart::Have {
        dossier: shared.clone(),
        statements: [7; 32],
        documents: vec![(DocumentName::Record, heads); 1_000],
        devices: [0; 32],
        all: false,
    };
    let bytes = forged(&mut mallory, &anna.exchange.device(), vec![have]);
    anna.home.looked_up = 0;
    anna.exchange.receive(bytes, anna.now, &mut anna.random, &mut anna.home).unwrap().unwrap();
    assert!(anna.home.looked_up <= 64, "{}", anna.home.looked_up);
}

#[test]
fn a_contact_shares_no_more_dossiers_than_a_coach_can_have() {
    let Scene { mut bram, mut mallory, .. } = scene(GrantedRole::Reader);
    let me = Forger::of(&mallory.exchange);
    let before = bram.exchange.shared_dossiers().count();
    for _ in 0..11 {
        let parts = (0..200).map(|_| {
            let founding = FoundingSecret::random(&mut mallory.random);
            let id = founding.public().dossier();
            let opening = me.opens(&id, &founding, mallory.now);
            let act = Act::Grant { to: bram.exchange.member(), role: GrantedRole::Reader };
            let granted = me.states(&id, [opening.hash()], mallory.now, act);
            charter_part(&id, [&opening, &granted])
        });
        let parts = parts.collect();
        attack(&mut mallory, &mut bram, parts);
    }
    assert_eq!(bram.exchange.shared_dossiers().count() - before, 1_999, "and the one that they shared");
}

#[test]
fn two_people_with_different_charters_do_not_send_them_back_and_forth() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    // Mallory was withdrawn, and has more of the charter than she may see.
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.issue(&shared, Act::Grant { to, role: GrantedRole::Reader }).unwrap();
    let all = anna.exchange.charter(&shared, &mut anna.home).unwrap().unwrap().unwrap();
    let mut step = Step::default();
    mallory.exchange.save_charter(&shared, &all, &mut step);
    mallory.exchange.tell_members(&shared, None, mallory.now, &mut step);
    mallory.commit(step);
    let mut sent = 0;
    for _ in 0..72 {
        sent += settle(&mut [&mut anna, &mut mallory], &mut store);
        pass(&mut [&mut anna, &mut bram, &mut mallory], chrono::TimeDelta::hours(1));
    }
    assert!(sent <= 40, "{sent} envelopes in three days");
}

#[test]
fn a_charter_is_read_a_few_times_however_often_somebody_says_what_they_have() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Reader);
    anna.issue(&shared, Act::Withdraw { person: mallory.person() }).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    let have = EnvelopePart::Have {
        dossier: shared.clone(),
        statements: [7; 32],
        documents: Vec::new(),
        devices: [0; 32],
        all: false,
    };
    let bytes = forged(&mut mallory, &anna.exchange.device(), vec![have; 1_000]);
    let length = bytes.len();
    anna.home.charters = 0;
    let begun = std::time::Instant::now();
    let received = anna.exchange.receive(bytes, anna.now, &mut anna.random, &mut anna.home).unwrap().unwrap();
    assert!(matches!(received, Received::Merged(..)));
    let (read, took) = (anna.home.charters, begun.elapsed());
    assert!(read < 10, "{read} times for {length} bytes, in {took:?}");
}

#[test]
fn a_coach_cannot_make_a_device_owe_answers_about_any_number_of_documents() {
    let Scene { mut anna, mut mallory, shared, .. } = scene(GrantedRole::Coach);
    let id = dossier::NoteId::from_random([1; 10]);
    mallory.write(&shared, &id, "Eerst.");
    let name = DocumentName::Note(id.clone());
    let heads = mallory.home.heads(&shared, &name).unwrap();
    mallory.write(&shared, &id, "Eerst. Daarna.");
    let later = mallory.home.changes_since(&shared, &name, &heads).unwrap();
    for number in 0..5_u8 {
        let parts = (0..1_000_u32).map(|count| {
            let mut id = [number; 10];
            id[..4].copy_from_slice(&count.to_le_bytes());
            changes(&shared, DocumentName::Note(dossier::NoteId::from_random(id)), later.clone())
        });
        let parts = parts.collect();
        attack(&mut mallory, &mut anna, parts);
    }
    let owed = &anna.exchange.peers[&mallory.exchange.device()].owed[&shared];
    let owed = owed.0.as_ref().map_or(0, std::collections::BTreeSet::len);
    assert!(owed <= 1_000, "{owed}");
}

#[test]
fn a_list_of_holdings_is_compared_once_for_an_envelope_and_a_dossier() {
    let Scene { mut anna, mut mallory, mut store, shared, .. } = scene(GrantedRole::Reader);
    for number in 0..50 {
        anna.write(&shared, &dossier::NoteId::from_random([number; 10]), "Iets.");
    }
    settle(&mut [&mut anna, &mut mallory], &mut store);
    let have = EnvelopePart::Have {
        dossier: shared.clone(),
        statements: [7; 32],
        documents: Vec::new(),
        devices: [0; 32],
        all: false,
    };
    let bytes = forged(&mut mallory, &anna.exchange.device(), vec![have; 1_000]);
    anna.home.listed = 0;
    let received = anna.exchange.receive(bytes, anna.now, &mut anna.random, &mut anna.home).unwrap().unwrap();
    assert!(matches!(received, Received::Merged(..)));
    assert!(anna.home.listed < 10_000, "{} times", anna.home.listed);
}
