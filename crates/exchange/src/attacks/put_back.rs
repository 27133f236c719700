//! A vault that was put back to an older state and does not know it, and people who would like it to think so.

use chrono::TimeDelta;
use dossier::DocumentName;

use super::*;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::home::{Home, Step, Verified};

/// Bram's vault is put back to what it was before he wrote something: the same files, the same incarnation.
fn put_back(anna: &mut Coach, bram: &mut Coach, store: &mut Store, shared: &DossierId) -> DeviceKey {
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    bram.add_person(shared, "Na de kopie");
    settle(&mut [&mut *anna, &mut *bram], store);
    let device = bram.exchange.device();
    bram.home = backup;
    bram.restart(incarnation);
    assert_eq!(bram.exchange.device(), device);
    device
}

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

fn days(anna: &mut Coach, bram: &mut Coach, store: &mut Store) {
    for _ in 0..6 {
        settle(&mut [&mut *anna, &mut *bram], store);
        pass(&mut [&mut *anna, &mut *bram], TimeDelta::hours(13));
    }
}

#[test]
fn a_vault_that_was_put_back_in_place_becomes_a_new_device_and_catches_up() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let device = put_back(&mut anna, &mut bram, &mut store, &shared);
    anna.add_person(&shared, "Van Anna");
    days(&mut anna, &mut bram, &mut store);
    assert_ne!(bram.exchange.device(), device);
    assert_eq!(bram.names(&shared), ["Na de kopie", "Van Anna"]);
    assert_eq!(anna.names(&shared), bram.names(&shared));
}

#[test]
fn a_vault_that_was_put_back_gets_what_it_wrote_where_nobody_writes_any_more() {
    for bram_writes in [true, false] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        let (note, other) = (dossier::Id::from_random([1; 10]), dossier::Id::from_random([2; 10]));
        bram.write(&shared, &note, "Eerst.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
        bram.write(&shared, &note, "Eerst. Daarna.");
        bram.write(&shared, &other, "Nog iets.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        bram.home = backup;
        bram.restart(incarnation);
        // Something is written elsewhere, by him or by her.
        let one = if bram_writes { &mut bram } else { &mut anna };
        one.add_person(&shared, "Joost");
        days(&mut anna, &mut bram, &mut store);
        for coach in [&anna, &bram] {
            assert_eq!(coach.home.note(&shared, &note).unwrap(), "Eerst. Daarna.");
            assert_eq!(coach.home.note(&shared, &other).unwrap(), "Nog iets.");
            assert_eq!(coach.names(&shared), ["Joost"]);
        }
    }
}

#[test]
fn what_was_written_after_a_vault_was_put_back_is_kept_beside_what_others_have() {
    for bram_sends_first in [true, false] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        put_back(&mut anna, &mut bram, &mut store, &shared);
        // Bram goes on writing with numbers that Anna has already, with something else in them.
        bram.add_person(&shared, "Na het terugzetten");
        if bram_sends_first {
            bram.send(&mut store);
        }
        anna.add_person(&shared, "Van Anna");
        days(&mut anna, &mut bram, &mut store);
        bram.add_person(&shared, "Later");
        days(&mut anna, &mut bram, &mut store);
        let all = ["Later", "Na de kopie", "Na het terugzetten", "Van Anna"];
        assert_eq!(bram.names(&shared), all);
        assert_eq!(anna.names(&shared), all);
    }
}

#[test]
fn nobody_can_make_a_device_give_up_its_keys_by_acknowledging_what_was_not_sent() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let device = anna.exchange.device();
    for acknowledged in [10, 1_000, u64::MAX] {
        let highest = mallory.exchange.peers[&device].highest;
        mallory.exchange.peers.get_mut(&device).unwrap().highest = acknowledged;
        assert!(matches!(attack(&mut mallory, &mut anna, Vec::new()), Received::Merged(..)));
        mallory.exchange.peers.get_mut(&device).unwrap().highest = highest;
    }
    assert_eq!(anna.exchange.device(), device);
    anna.add_person(&shared, "Joost");
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    assert_eq!((bram.names(&shared), mallory.names(&shared)), (vec!["Joost".into()], vec!["Joost".into()]));
}

#[test]
fn nobody_can_make_a_device_give_up_its_keys_by_writing_in_its_stream() {
    let Scene { mut anna, mut mallory, shared, .. } = scene(GrantedRole::Coach);
    let (device, name) = (anna.exchange.device(), DocumentName::Record);
    let before = anna.home.heads(&shared, &name).unwrap();
    // Mallory writes in the stream of Anna's device and in Anna's name, and signs with a device of her own.
    let mut home = mallory.home.clone();
    home.coach = anna.exchange.coach();
    home.become_device(device).unwrap();
    let id = dossier::Id::from_random([7; 10]);
    let name_of = dossier::model::PersonField::Name("Van Anna?".into());
    home.edit(&shared, &dossier::edit::add::<dossier::model::Person>(id, [name_of]), mallory.now).unwrap();
    let heads = home.heads(&shared, &name).unwrap();
    let me = &mallory.exchange.me;
    let proof = HeadsProof::sign(&me.device, &me.certificate, Vec::new(), &shared, &name, heads);
    let changes = home.changes_since(&shared, &name, &before).unwrap();
    let part = EnvelopePart::Changes {
        dossier: shared.clone(),
        document: name.clone(),
        changes,
        proofs: vec![proof],
    };
    assert!(matches!(attack(&mut mallory, &mut anna, vec![part]), Received::Merged(..)));
    assert_eq!(anna.exchange.device(), device);
    assert_eq!(anna.home.heads(&shared, &name).unwrap(), before, "nor is it merged");
    // Anna writes with the same number, and Mallory's change does not fit any more.
    anna.add_person(&shared, "Joost");
    let proof = |exchange: &Exchange| exchange.sign_heads(&shared, &name, before.clone());
    let changes = home.changes_since(&shared, &name, &before).unwrap();
    let replayed = proof(&anna.exchange);
    let part = EnvelopePart::Changes {
        dossier: shared.clone(),
        document: name.clone(),
        changes,
        proofs: vec![replayed],
    };
    assert!(matches!(attack(&mut mallory, &mut anna, vec![part]), Received::Merged(..)));
    assert_eq!((anna.exchange.device(), anna.names(&shared)), (device, vec!["Joost".to_owned()]));
}

#[test]
fn the_proof_of_another_computer_makes_nobody_write_its_changes_anew() {
    use crate::invitation::InvitationKind;

    let Scene { mut anna, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let mut laptop = Coach::new("Laptop");
    met(InvitationKind::OwnDevice, &mut anna, &mut laptop, &mut store);
    confirmed(&mut anna, &mut laptop, &mut store);
    for _ in 0..4 {
        settle(&mut [&mut anna, &mut laptop, &mut mallory], &mut store);
        pass(&mut [&mut anna, &mut laptop, &mut mallory], TimeDelta::hours(7));
    }
    laptop.add_person(&shared, "Eerst");
    settle(&mut [&mut anna, &mut laptop, &mut mallory], &mut store);
    let name = DocumentName::Record;
    let before = anna.home.heads(&shared, &name).unwrap();
    let device = laptop.exchange.device();
    // Mallory has a proof of the laptop that Anna's desktop does not have yet, and forges changes with numbers
    // of the laptop.
    laptop.add_person(&shared, "Daarna");
    let newer = laptop.home.heads(&shared, &name).unwrap();
    let proof = laptop.exchange.sign_heads(&shared, &name, newer);
    let mut home = mallory.home.clone();
    home.coach = anna.exchange.coach();
    home.become_device(device).unwrap();
    let id = dossier::Id::from_random([7; 10]);
    let field = dossier::model::PersonField::Name("Vervalst".into());
    home.edit(&shared, &dossier::edit::add::<dossier::model::Person>(id, [field]), mallory.now).unwrap();
    let changes = home.changes_since(&shared, &name, &before).unwrap();
    let part = EnvelopePart::Changes {
        dossier: shared.clone(),
        document: name.clone(),
        changes,
        proofs: vec![proof],
    };
    attack(&mut mallory, &mut anna, vec![part]);
    assert_eq!(anna.home.heads(&shared, &name).unwrap(), before);
    settle(&mut [&mut laptop, &mut anna], &mut store);
    assert_eq!(anna.names(&shared), ["Daarna", "Eerst"]);
}

#[test]
fn a_vault_that_was_put_back_to_before_a_dossier_or_a_note_gets_them_back() {
    for before_the_dossier in [true, false] {
        let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
        acquainted(&mut anna, &mut bram, &mut store);
        let (dossier, note) = (anna.new_dossier("Mevrouw De Wit"), dossier::Id::from_random([1; 10]));
        anna.consent(&dossier);
        let mut backup = bram.home.clone();
        anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
        settle(&mut [&mut anna, &mut bram], &mut store);
        if !before_the_dossier {
            backup = bram.home.clone();
        }
        anna.write(&dossier, &note, "Eerst.");
        settle(&mut [&mut anna, &mut bram], &mut store);
        assert_eq!(bram.home.note(&dossier, &note).unwrap(), "Eerst.");
        let incarnation = bram.exchange.me.incarnation;
        bram.home = backup;
        bram.restart(incarnation);
        anna.write(&dossier, &note, "Eerst. Daarna.");
        days(&mut anna, &mut bram, &mut store);
        assert_eq!(bram.home.note(&dossier, &note).as_deref(), Some("Eerst. Daarna."));
        assert_eq!(bram.home.record(&dossier).unwrap().heads(), anna.home.record(&dossier).unwrap().heads());
    }
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
fn a_vault_that_was_put_back_to_before_a_note_gets_it_although_only_another_document_is_edited() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    let note = dossier::Id::from_random([1; 10]);
    anna.write(&shared, &note, "Eerst.");
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.home = backup;
    bram.restart(incarnation);
    assert_eq!(bram.home.note(&shared, &note), None);
    anna.add_person(&shared, "Joost");
    days(&mut anna, &mut bram, &mut store);
    assert_eq!(bram.home.note(&shared, &note).as_deref(), Some("Eerst."));
    assert_eq!(bram.names(&shared), ["Joost"]);
}

#[test]
fn a_reader_whose_vault_was_put_back_to_a_change_that_nobody_accepts_gets_what_is_new() {
    let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
    anna.add_person(&shared, "Joost");
    settle(&mut [&mut anna, &mut bram], &mut store);
    let (mut backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    let to = anna.exchange.member_of(&bram.person()).unwrap();
    anna.add_person(&shared, "Truus");
    anna.issue(&shared, crate::charter::Act::Grant { to, role: GrantedRole::Reader }).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    // Bram could still write then, and nobody takes it in any more.
    let name = dossier::model::PersonField::Name("Van Bram".into());
    let add = dossier::edit::add::<dossier::model::Person>(dossier::Id::from_random([7; 10]), [name]);
    backup.edit(&shared, &add, bram.now).unwrap();
    bram.home = backup;
    bram.restart(incarnation);
    anna.add_person(&shared, "Wim");
    days(&mut anna, &mut bram, &mut store);
    assert_eq!(bram.names(&shared), ["Joost", "Truus", "Van Bram", "Wim"]);
    assert_eq!(anna.names(&shared), ["Joost", "Truus", "Wim"]);
}

#[test]
fn a_reader_gives_the_only_writer_back_what_she_wrote() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    acquainted(&mut anna, &mut bram, &mut store);
    let dossier = anna.new_dossier("Mevrouw De Wit");
    anna.consent(&dossier);
    anna.share(&dossier, &bram.person(), GrantedRole::Reader).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    let (backup, incarnation) = (anna.home.clone(), anna.exchange.me.incarnation);
    anna.add_person(&dossier, "Na de kopie");
    settle(&mut [&mut anna, &mut bram], &mut store);
    anna.home = backup;
    anna.restart(incarnation);
    anna.add_person(&dossier, "Na het terugzetten");
    days(&mut anna, &mut bram, &mut store);
    for coach in [&anna, &bram] {
        assert_eq!(coach.names(&dossier), ["Na de kopie", "Na het terugzetten"]);
    }
}

#[test]
fn a_reader_gives_back_nothing_that_somebody_else_wrote() {
    let Scene { mut anna, mut bram, mut mallory, shared, .. } = scene(GrantedRole::Reader);
    let name = DocumentName::Record;
    // Anna lacks what she signed. Mallory adds a change of her own.
    let (backup, incarnation) = (anna.home.clone(), anna.exchange.me.incarnation);
    let before = anna.home.heads(&shared, &name).unwrap();
    anna.add_person(&shared, "Na de kopie");
    let mut home = anna.home.clone();
    let proofs = vec![anna.exchange.sign_heads(&shared, &name, home.heads(&shared, &name).unwrap())];
    anna.home = backup;
    anna.restart(incarnation);
    home.coach = mallory.exchange.coach();
    home.become_device(mallory.exchange.device()).unwrap();
    let add = dossier::edit::add::<dossier::model::Person>(
        dossier::Id::from_random([7; 10]),
        [dossier::model::PersonField::Name("Van Mallory".into())],
    );
    home.edit(&shared, &add, mallory.now).unwrap();
    let own = mallory.exchange.sign_heads(&shared, &name, home.heads(&shared, &name).unwrap());
    let changes = home.changes_since(&shared, &name, &before).unwrap();
    let proofs = proofs.into_iter().chain([own]).collect();
    let part = EnvelopePart::Changes { dossier: shared.clone(), document: name, changes, proofs };
    for on in [&mut anna, &mut bram] {
        attack(&mut mallory, on, vec![part.clone()]);
        assert_eq!(on.names(&shared), [""; 0]);
    }
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
fn a_put_back_vault_is_healed_although_what_it_sent_first_as_a_new_device_was_lost() {
    for writes in [false, true] {
        let Scene { mut anna, mut bram, mut store, shared, .. } = scene(GrantedRole::Reader);
        let old = put_back(&mut anna, &mut bram, &mut store, &shared);
        bram.add_person(&shared, "Na het terugzetten");
        anna.add_person(&shared, "Van Anna");
        for _ in 0..20 {
            if bram.exchange.device() == old {
                bram.send(&mut store);
                anna.collect(&mut store);
                anna.send(&mut store);
                bram.collect(&mut store);
                pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
            }
        }
        assert_ne!(bram.exchange.device(), old, "he is a new device");
        if writes {
            bram.add_person(&shared, "Nog iets");
        }
        // The storage loses what he sends now.
        bram.send(&mut Store::default());
        for _ in 0..60 {
            settle(&mut [&mut anna, &mut bram], &mut store);
            pass(&mut [&mut anna, &mut bram], TimeDelta::days(1));
        }
        for coach in [&anna, &bram] {
            let names = coach.names(&shared);
            assert!(
                ["Na de kopie", "Na het terugzetten", "Van Anna"]
                    .iter()
                    .all(|one| names.iter().any(|name| name == one)),
                "{names:?}"
            );
        }
        assert_eq!(anna.names(&shared), bram.names(&shared));
    }
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

#[test]
fn a_change_that_somebody_made_up_makes_nobody_write_anything_anew() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let name = DocumentName::Record;
    let (before, old) = (anna.home.clone(), bram.exchange.device());
    bram.add_person(&shared, "Eerder");
    settle(&mut [&mut anna, &mut bram, &mut mallory], &mut store);
    // What Bram writes last reaches Mallory alone, and his vault is restored from a backup.
    let backup = bram.home.clone();
    bram.add_person(&shared, "Alleen aan Mallory");
    let proof = bram.exchange.sign_heads(&shared, &name, bram.home.heads(&shared, &name).unwrap());
    bram.home = backup;
    bram.restart([7; 16]);
    bram.add_person(&shared, "Later");
    let device = bram.exchange.device();
    assert_ne!(device, old);
    bram.send(&mut store);
    mallory.collect(&mut store);
    // Mallory writes under a number of his former device.
    let mut home = before;
    let base = home.heads(&shared, &name).unwrap();
    home.coach = bram.exchange.coach();
    home.become_device(old).unwrap();
    let field = dossier::model::PersonField::Name("Verzonnen".into());
    let add = dossier::edit::add::<dossier::model::Person>(dossier::Id::from_random([7; 10]), [field]);
    home.edit(&shared, &add, mallory.now).unwrap();
    let changes = home.changes_since(&shared, &name, &base).unwrap();
    let part = EnvelopePart::Changes {
        dossier: shared.clone(),
        document: name.clone(),
        changes,
        proofs: vec![proof],
    };
    for _ in 0..3 {
        attack(&mut mallory, &mut bram, vec![part.clone()]);
    }
    days(&mut anna, &mut bram, &mut store);
    assert_eq!(bram.exchange.device(), device);
    for coach in [&anna, &bram] {
        assert_eq!(coach.names(&shared), ["Eerder", "Later"]);
    }
}

#[test]
fn two_ends_of_one_stream_make_no_device_after_another() {
    let Scene { mut anna, mut bram, mallory: mut carol, mut store, shared, .. } = scene(GrantedRole::Coach);
    let (backup, incarnation) = (bram.home.clone(), bram.exchange.me.incarnation);
    bram.add_person(&shared, "Aan Anna");
    bram.send(&mut store);
    store.boxes.remove(&carol.exchange.device());
    anna.collect(&mut store);
    bram.home = backup;
    bram.restart(incarnation);
    bram.add_person(&shared, "Aan Carol");
    bram.send(&mut store);
    store.boxes.remove(&anna.exchange.device());
    carol.collect(&mut store);
    for _ in 0..12 {
        settle(&mut [&mut anna, &mut bram, &mut carol], &mut store);
        pass(&mut [&mut anna, &mut bram, &mut carol], TimeDelta::hours(13));
        bram.write(&shared, &dossier::Id::from_random([1; 10]), "Nog iets.");
    }
    assert_eq!(
        anna.exchange.devices_of(&bram.person()).count(),
        2,
        "the one that was put back, and the new one"
    );
    assert_eq!(bram.names(&shared), ["Aan Anna", "Aan Carol"]);
    assert_eq!(anna.names(&shared), bram.names(&shared));
}
