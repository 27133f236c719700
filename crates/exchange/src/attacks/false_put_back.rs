//! People who would like a device to think that its vault was put back.

use chrono::TimeDelta;
use dossier::DocumentName;

use super::put_back::days;
use super::*;
use crate::exchange::Exchange;
use crate::heads_proof::HeadsProof;
use crate::home::Home;

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
