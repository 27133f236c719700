//! Tests of a professional and a volunteer who share a dossier.

use super::support::*;
use crate::InvitationKind;
use crate::Notice;
use crate::charter::{Act, GrantedRole};
use chrono::TimeDelta;
use dossier::model::{Person, PersonField, Relation};
use dossier::{Id, NoteId};

fn shared() -> (Coach, Coach, Store, dossier::DossierId) {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    acquainted(&mut anna, &mut bram, &mut store);
    let dossier = anna.new_dossier("Mevrouw De Wit");
    anna.add_person(&dossier, "Fatima");
    anna.consent(&dossier);
    anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    (anna, bram, store, dossier)
}

#[test]
fn a_shared_dossier_reaches_the_other_person() {
    let (_, bram, _, dossier) = shared();
    assert_eq!(bram.names(&dossier), ["Fatima"]);
    assert_eq!(bram.home.record(&dossier).unwrap().profile().name, "Mevrouw De Wit");
}

#[test]
fn a_person_who_confirms_before_the_welcome_comes_gets_the_dossier_too() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    let (kind, role) = (crate::InvitationKind::Colleague, crate::InviterRole::Professional);
    let (invitation, step) = anna.exchange.invite(kind, role, None, anna.now, &mut anna.random);
    anna.commit(step);
    let step = bram.exchange.accept(&invitation, bram.now, &mut bram.random).unwrap();
    bram.commit(step);
    let step = bram.exchange.confirm(&anna.person(), bram.now).unwrap();
    bram.commit(step);
    settle(&mut [&mut bram, &mut anna], &mut store);
    let step = anna.exchange.confirm(&bram.person(), anna.now).unwrap();
    anna.commit(step);
    let dossier = anna.new_dossier("Mevrouw De Wit");
    anna.consent(&dossier);
    anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.home.record(&dossier).unwrap().profile().name, "Mevrouw De Wit");
    assert!(!bram.notices.contains(&Notice::NewDevice { person: anna.person() }));
}

#[test]
fn an_edit_is_sealed_in_two_kibibytes_beside_its_change() {
    let (mut anna, _, _, dossier) = shared();
    let before = anna.home.record(&dossier).unwrap().heads();
    anna.add_person(&dossier, "Joris");
    let change = anna.home.record(&dossier).unwrap().save_since(&before);
    let (_, posts) = anna.exchange.outgoing(anna.now, &mut anna.random, &mut anna.home).unwrap();
    let [post] = posts.as_slice() else { panic!("{} envelopes", posts.len()) };
    let beside = post.outgoing.bytes.len() - change.len();
    assert!(beside <= 2 * 1024, "{beside} bytes beside {} bytes of a change", change.len());
}

#[test]
fn one_edit_is_one_envelope_and_one_answer() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    anna.add_person(&dossier, "Joost");
    assert_eq!(anna.send(&mut store), 1);
    bram.collect(&mut store);
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost"]);
    assert_eq!(bram.send(&mut store), 1);
    anna.collect(&mut store);
    assert_eq!(settle(&mut [&mut anna, &mut bram], &mut store), 0);
    assert!(anna.notices.contains(&Notice::Received { dossier, person: bram.person() }));
}

#[test]
fn an_envelope_still_opens_after_forty_answers_in_a_row_were_lost() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    for number in 0..40 {
        anna.add_person(&dossier, &format!("Buur {number}"));
        anna.send(&mut store);
        bram.collect(&mut store);
        bram.send(&mut store);
        store.boxes.remove(&anna.exchange.device());
    }
    assert_eq!(bram.names(&dossier).len(), 41, "Fatima and forty neighbours");
}

#[test]
fn two_people_who_write_apart_end_with_the_same_record() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let note = NoteId::from_random([7; 10]);
    let fatima = anna.home.record(&dossier).unwrap().all::<Person>()[0].id.clone();
    anna.set::<Person>(&dossier, &fatima, PersonField::Relation(Some(Relation::Neighbour)));
    anna.write(&dossier, &note, "Koffie gedronken.");
    bram.set::<Person>(&dossier, &fatima, PersonField::Relation(Some(Relation::Friend)));
    bram.write(&dossier, &note, "Gebeld.");
    settle(&mut [&mut anna, &mut bram], &mut store);
    let heads = |coach: &Coach| {
        let mut heads = coach.home.record(&dossier).unwrap().heads();
        heads.sort();
        heads
    };
    assert_eq!(heads(&anna), heads(&bram));
    assert_eq!(anna.home.record(&dossier).unwrap().conflicts::<Person>().len(), 1);
    let text = anna.home.note(&dossier, &note).unwrap();
    assert!(text.contains("Koffie") && text.contains("Gebeld"), "{text}");
    assert_eq!(bram.home.note(&dossier, &note).unwrap(), text);
}

#[test]
fn nothing_is_shared_before_the_words_are_compared_and_a_consent_is_recorded() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    let dossier = anna.new_dossier("Mevrouw De Wit");
    assert!(anna.share(&dossier, &bram.person(), GrantedRole::Coach).is_err());
    acquainted(&mut anna, &mut bram, &mut store);
    assert!(anna.share(&dossier, &bram.person(), GrantedRole::Coach).is_err(), "no consent yet");
    anna.consent(&dossier);
    anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert!(bram.home.record(&dossier).is_some());
}

#[test]
fn a_withdrawn_coach_receives_nothing_after_the_withdrawal() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    anna.issue(&dossier, Act::Withdraw { person: bram.person() }).unwrap();
    anna.add_person(&dossier, "Geheim");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima"]);
    assert!(bram.notices.contains(&Notice::Withdrawn { dossier: dossier.clone() }));
    let before = store.ever.len();
    anna.add_person(&dossier, "Nog een");
    pass(&mut [&mut anna, &mut bram], TimeDelta::days(30));
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(store.ever.len(), before, "nothing at all goes to Bram any more");
    // Everything that he still writes is quarantined.
    bram.add_person(&dossier, "Van Bram");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(anna.names(&dossier), ["Fatima", "Geheim", "Nog een"]);
}

#[test]
fn withdrawing_the_consent_ends_the_sharing() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let charter = anna.exchange.charter(&dossier, &mut anna.home).unwrap().unwrap().unwrap();
    let consent = charter.terms().consents().next().unwrap().0;
    anna.issue(&dossier, Act::WithdrawConsent { consent }).unwrap();
    anna.add_person(&dossier, "Joost");
    bram.add_person(&dossier, "Truus");
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.add_person(&dossier, "Wim");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert!(!bram.names(&dossier).contains(&"Joost".to_owned()));
    assert!(!anna.names(&dossier).contains(&"Wim".to_owned()));
}

#[test]
fn a_lost_envelope_is_sent_again() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    anna.add_person(&dossier, "Joost");
    anna.send(&mut store);
    store.boxes.clear();
    // The next change follows the lost one. Bram answers with what he has, and Anna sends again from there.
    anna.add_person(&dossier, "Truus");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost", "Truus"]);
    // Without a next change, the passing of time has the same effect.
    anna.add_person(&dossier, "Wim");
    anna.send(&mut store);
    store.boxes.clear();
    pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost", "Truus", "Wim"]);
}

#[test]
fn a_clock_that_was_ahead_for_a_moment_delays_nothing() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let right = anna.now;
    anna.now = right + TimeDelta::days(730);
    anna.add_person(&dossier, "Joost");
    anna.send(&mut store);
    store.boxes.clear();
    anna.now = right + TimeDelta::hours(2);
    bram.now = anna.now;
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost"]);
}

#[test]
fn doubled_reordered_and_replayed_envelopes_have_no_effect() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    for name in ["Joost", "Truus", "Wim"] {
        anna.add_person(&dossier, name);
        anna.send(&mut store);
    }
    let bramsbox = store.boxes.get_mut(&bram.exchange.device()).unwrap();
    bramsbox.reverse();
    bramsbox.extend(bramsbox.clone());
    settle(&mut [&mut anna, &mut bram], &mut store);
    let all = store.ever.clone();
    store.boxes.entry(bram.exchange.device()).or_default().extend(all.clone());
    store.boxes.entry(anna.exchange.device()).or_default().extend(all);
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost", "Truus", "Wim"]);
    assert_eq!(anna.names(&dossier), bram.names(&dossier));
}

#[test]
fn a_restored_vault_becomes_another_device_and_catches_up() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let backup = bram.home.clone();
    bram.add_person(&dossier, "Na de kopie");
    anna.add_person(&dossier, "Van Anna");
    settle(&mut [&mut anna, &mut bram], &mut store);
    bram.home = backup;
    bram.restart([99; 16]);
    bram.add_person(&dossier, "Na het terugzetten");
    pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
    settle(&mut [&mut anna, &mut bram], &mut store);
    let all = ["Fatima", "Na de kopie", "Na het terugzetten", "Van Anna"];
    assert_eq!(anna.names(&dossier), all);
    assert_eq!(bram.names(&dossier), all);
}

#[test]
fn an_old_envelope_cannot_be_opened_after_its_key_was_replaced() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    anna.add_person(&dossier, "Joost");
    anna.send(&mut store);
    let old = store.ever.last().unwrap().clone();
    for name in ["a", "b", "c"] {
        anna.add_person(&dossier, name);
        settle(&mut [&mut anna, &mut bram], &mut store);
    }
    // Whoever steals Bram's vault now cannot read the old envelope.
    let opened = bram.exchange.receive(old, bram.now, &mut bram.random, &mut bram.home).unwrap();
    assert!(matches!(opened, Err(crate::EnvelopeError::NoKey)), "{opened:?}");
}

#[test]
fn the_key_of_a_lost_envelope_is_destroyed_after_a_term_even_if_nothing_arrives() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    anna.add_person(&dossier, "Joost");
    anna.send(&mut store);
    let lost = store.boxes.remove(&bram.exchange.device()).unwrap().remove(0);
    for name in ["a", "b", "c"] {
        anna.add_person(&dossier, name);
        settle(&mut [&mut anna, &mut bram], &mut store);
    }
    pass(&mut [&mut bram], TimeDelta::days(31));
    bram.send(&mut store);
    let opened = bram.exchange.receive(lost, bram.now, &mut bram.random, &mut bram.home).unwrap();
    assert!(matches!(opened, Err(crate::EnvelopeError::NoKey)), "{opened:?}");
    assert_eq!(bram.names(&dossier), ["Fatima", "Joost", "a", "b", "c"]);
}

#[test]
fn the_charter_introduces_a_third_member() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let mut cleo = Coach::new("Cleo");
    acquainted(&mut anna, &mut cleo, &mut store);
    anna.share(&dossier, &cleo.person(), GrantedRole::Reader).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut cleo], &mut store);
    assert_eq!(cleo.names(&dossier), ["Fatima"]);
    bram.add_person(&dossier, "Van Bram");
    settle(&mut [&mut anna, &mut bram, &mut cleo], &mut store);
    assert_eq!(cleo.names(&dossier), ["Fatima", "Van Bram"]);
    // A reader's changes are quarantined.
    cleo.add_person(&dossier, "Van Cleo");
    settle(&mut [&mut anna, &mut bram, &mut cleo], &mut store);
    assert_eq!(anna.names(&dossier), ["Fatima", "Van Bram"]);
}

#[test]
fn both_people_compute_the_same_secret_and_another_acceptance_gives_another() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    let kind = crate::InvitationKind::Colleague;
    let role = crate::InviterRole::Professional;
    let (invitation, step) = anna.exchange.invite(kind, role, None, anna.now, &mut anna.random);
    anna.commit(step);
    let mut twin = Coach::new("Bram");
    twin.random = crate::Randomness::from_seed([42; 32]);
    for coach in [&mut bram, &mut twin] {
        let step = coach.exchange.accept(&invitation, coach.now, &mut coach.random).unwrap();
        coach.commit(step);
    }
    let his = *bram.exchange.words_secret(&anna.person()).unwrap();
    assert_ne!(Some(&his), twin.exchange.words_secret(&anna.person()));
    // Accepting the same invitation again changes nothing.
    let step = bram.exchange.accept(&invitation, bram.now, &mut bram.random).unwrap();
    bram.commit(step);
    settle(&mut [&mut bram, &mut anna], &mut store);
    assert_eq!(anna.exchange.words_secret(&bram.person()), Some(&his));
    assert_eq!(bram.exchange.words_secret(&anna.person()), Some(&his));
    // The invitation worked once, so a second answer is ignored.
    settle(&mut [&mut twin, &mut anna], &mut store);
    assert_eq!(anna.exchange.words_secret(&bram.person()), Some(&his));
}

#[test]
fn somebody_who_removed_a_person_can_meet_them_again_whoever_invites() {
    for anna_invites in [true, false] {
        let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
        acquainted(&mut anna, &mut bram, &mut store);
        let dossier = anna.new_dossier("Mevrouw De Wit");
        anna.consent(&dossier);
        anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
        settle(&mut [&mut anna, &mut bram], &mut store);
        let step = bram.exchange.forget(&anna.person());
        bram.commit(step);
        match anna_invites {
            true => met(InvitationKind::Colleague, &mut anna, &mut bram, &mut store),
            false => met(InvitationKind::Colleague, &mut bram, &mut anna, &mut store),
        }
        let (of_anna, of_bram) = (anna.person(), bram.person());
        let words = bram.exchange.words_secret(&of_anna);
        assert!(words.is_some());
        assert_eq!(words, anna.exchange.words_secret(&of_bram), "both see words, and the same ones");
        assert_eq!(bram.exchange.accepted_invitations().count(), 0);
        assert_eq!(anna.exchange.accepted_invitations().count(), 0);
        confirmed(&mut anna, &mut bram, &mut store);
        assert_eq!(anna.exchange.words_secret(&of_bram), None);

        for _ in 0..4 {
            pass(&mut [&mut anna, &mut bram], TimeDelta::hours(7));
            settle(&mut [&mut anna, &mut bram], &mut store);
        }
        bram.add_person(&dossier, "Fatima");
        anna.add_person(&dossier, "Joost");
        settle(&mut [&mut anna, &mut bram], &mut store);
        assert_eq!(
            (anna.names(&dossier), bram.names(&dossier)),
            (
                ["Fatima", "Joost"].map(str::to_owned).to_vec(),
                ["Fatima", "Joost"].map(str::to_owned).to_vec()
            )
        );
    }
}

#[test]
fn a_withdrawn_or_expired_invitation_is_not_answered() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    let kind = crate::InvitationKind::Colleague;
    let role = crate::InviterRole::Professional;
    let (invitation, step) = anna.exchange.invite(kind, role, None, anna.now, &mut anna.random);
    anna.commit(step);
    let step = anna.exchange.withdraw_invitation(invitation.id);
    anna.commit(step);
    let step = bram.exchange.accept(&invitation, bram.now, &mut bram.random).unwrap();
    bram.commit(step);
    settle(&mut [&mut bram, &mut anna], &mut store);
    assert!(anna.exchange.contact(&bram.person()).is_none());
    pass(&mut [&mut anna, &mut bram], TimeDelta::days(15));
    let late = bram.exchange.accept(&invitation, bram.now, &mut bram.random);
    assert_eq!(late.unwrap_err(), crate::MeetError::Expired);
}

#[test]
fn a_charter_of_somebody_else_cannot_take_over_ones_own_dossier() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    acquainted(&mut anna, &mut bram, &mut store);
    let dossier = anna.new_dossier("Mevrouw De Wit");
    anna.add_person(&dossier, "Geheim");
    // Bram knows the id, and has no key with which he could open a charter for it.
    let to = bram.exchange.member_of(&anna.person()).unwrap();
    let act = Act::Grant { to, role: GrantedRole::Coach };
    assert_eq!(bram.issue(&dossier, act), Err(crate::ShareError::NotFounded));
    settle(&mut [&mut anna, &mut bram], &mut store);
    anna.add_person(&dossier, "Nog een");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert!(bram.names(&dossier).is_empty());
    assert!(anna.exchange.charter(&dossier, &mut anna.home).unwrap().unwrap().is_none());
}

#[test]
fn nobody_can_write_in_the_name_of_another_coach() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    // Bram uses a modified program: his changes name Anna as their author.
    bram.home.coach = anna.home.coach.clone();
    bram.home.become_device(bram.exchange.device()).unwrap();
    bram.add_person(&dossier, "Van Anna?");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(anna.names(&dossier), ["Fatima"]);
    let why = anna.exchange.quarantined().next().unwrap().why;
    assert!(
        matches!(why, crate::QuarantineReason::FalseName | crate::QuarantineReason::UnknownAuthor),
        "{why:?}"
    );
}

#[test]
fn a_lost_welcome_is_sent_again() {
    let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    let kind = crate::InvitationKind::Colleague;
    let role = crate::InviterRole::Professional;
    let (invitation, step) = anna.exchange.invite(kind, role, None, anna.now, &mut anna.random);
    anna.commit(step);
    let step = bram.exchange.accept(&invitation, bram.now, &mut bram.random).unwrap();
    bram.commit(step);
    bram.send(&mut store);
    anna.collect(&mut store);
    store.boxes.clear();
    assert_eq!(bram.exchange.accepted_invitations().count(), 1);
    pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
    settle(&mut [&mut bram, &mut anna], &mut store);
    assert_eq!(bram.exchange.accepted_invitations().count(), 0);
    assert_eq!(anna.exchange.open_invitations().count(), 0);
}

#[test]
fn changes_are_forwarded_with_their_signature_while_others_are_lost() {
    let (mut anna, mut bram, mut store, dossier) = shared();
    let (mut cleo, mut daan) = (Coach::new("Cleo"), Coach::new("Daan"));
    for other in [&mut cleo, &mut daan] {
        acquainted(&mut anna, other, &mut store);
        anna.share(&dossier, &other.person(), GrantedRole::Coach).unwrap();
    }
    settle(&mut [&mut anna, &mut bram, &mut cleo, &mut daan], &mut store);
    let lose = |store: &mut Store, coach: &Coach| store.boxes.remove(&coach.exchange.device());

    // Both write apart. The changes of Daan are lost on their way to Cleo, and Anna gets nothing of either.
    bram.add_person(&dossier, "Van Bram");
    daan.add_person(&dossier, "Van Daan");
    daan.send(&mut store);
    lose(&mut store, &cleo);
    bram.collect(&mut store);
    bram.send(&mut store);
    lose(&mut store, &cleo);
    lose(&mut store, &anna);
    // Daan forwards to Cleo what Bram signed, together with what Cleo never got.
    daan.collect(&mut store);
    pass(&mut [&mut daan, &mut cleo], TimeDelta::days(1));
    daan.send(&mut store);
    lose(&mut store, &anna);
    cleo.collect(&mut store);
    assert_eq!(cleo.names(&dossier), ["Fatima", "Van Bram"]);
    pass(&mut [&mut cleo], TimeDelta::days(1));
    cleo.send(&mut store);
    anna.collect(&mut store);
    assert_eq!(anna.names(&dossier), ["Fatima", "Van Bram"]);
}

#[test]
fn a_large_dossier_goes_to_a_new_member_in_several_envelopes() {
    for is_lost in [false, true] {
        let (mut anna, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
        acquainted(&mut anna, &mut bram, &mut store);
        let dossier = anna.new_dossier("Mevrouw De Wit");
        anna.consent(&dossier);
        let notes: Vec<_> = (1..=12).map(|number| Id::from_random([number; 10])).collect();
        for note in &notes {
            let text: String = (0..180_000).map(|_| letter(&mut anna)).collect();
            anna.write(&dossier, note, &text);
        }
        anna.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
        if is_lost {
            anna.send(&mut Store::default());
            pass(&mut [&mut anna, &mut bram], TimeDelta::hours(2));
        }
        assert!(anna.send(&mut store) > 1, "more than a mebibyte is not one envelope");
        settle(&mut [&mut anna, &mut bram], &mut store);
        for note in &notes {
            assert_eq!(bram.home.note(&dossier, note), anna.home.note(&dossier, note));
        }
        assert!(!anna.exchange.is_waiting(&dossier, &bram.person()));
    }
}

fn letter(coach: &mut Coach) -> char {
    char::from(b'a' + coach.random.bytes::<1>()[0] % 26)
}
