//! Tests of one person with two laptops.

use super::support::*;
use crate::charter::GrantedRole;
use crate::{InvitationKind, MeetError, Notice};
use chrono::TimeDelta;

const OWN: InvitationKind = InvitationKind::OwnDevice;

/// Returns Anna's desktop and a second laptop that is hers.
fn two_laptops() -> (Coach, Coach, Store) {
    let (mut desk, mut laptop, mut store) = (Coach::new("Anna"), Coach::new("Laptop"), Store::default());
    met(OWN, &mut desk, &mut laptop, &mut store);
    confirmed(&mut desk, &mut laptop, &mut store);
    (desk, laptop, store)
}

#[test]
fn a_new_laptop_joins_once_both_sides_confirm_the_words() {
    let (mut desk, mut laptop, mut store) = (Coach::new("Anna"), Coach::new("Laptop"), Store::default());
    met(OWN, &mut desk, &mut laptop, &mut store);
    let nobody = laptop.person();
    let words = |one: &Coach, other: &Coach| *one.exchange.words_secret(&other.person()).unwrap();
    assert_eq!(words(&desk, &laptop), words(&laptop, &desk));
    let step = desk.exchange.confirm(&nobody, desk.now).unwrap();
    desk.commit(step);
    settle(&mut [&mut desk, &mut laptop], &mut store);
    assert_eq!(laptop.person(), nobody, "its own side has not said so yet");
    let step = laptop.exchange.confirm(&desk.person(), laptop.now).unwrap();
    laptop.commit(step);
    settle(&mut [&mut desk, &mut laptop], &mut store);
    assert_eq!(laptop.person(), desk.person());
    assert_ne!(laptop.exchange.device(), desk.exchange.device());
    let (coach, name) = (desk.home.coach.clone(), "Anna".to_owned());
    assert!(laptop.notices.contains(&Notice::Joined { coach, name }));
    assert_eq!((desk.exchange.contacts().count(), laptop.exchange.contacts().count()), (0, 0));
    assert_eq!((desk.exchange.own_devices().count(), laptop.exchange.own_devices().count()), (1, 1));
    // Both poll often for a while, because the dossiers come now.
    for one in [&desk, &laptop] {
        assert!(one.exchange.expects_contact(one.now));
        assert!(!one.exchange.expects_contact(one.now + TimeDelta::days(15)));
    }
}

#[test]
fn a_dossier_of_one_person_is_on_both_of_her_laptops() {
    let (mut desk, mut laptop, mut store) = two_laptops();
    let dossier = desk.new_dossier("Mevrouw De Wit");
    desk.share_with_own_devices(&dossier);
    settle(&mut [&mut desk, &mut laptop], &mut store);
    laptop.add_person(&dossier, "Fatima");
    desk.add_person(&dossier, "Joost");
    settle(&mut [&mut desk, &mut laptop], &mut store);
    assert_eq!(desk.names(&dossier), ["Fatima", "Joost"]);
    assert_eq!(laptop.names(&dossier), ["Fatima", "Joost"]);
    assert_eq!((desk.exchange.quarantined().count(), laptop.exchange.quarantined().count()), (0, 0));
}

#[test]
fn a_colleague_sees_both_laptops_as_one_person() {
    let (mut desk, mut bram, mut store) = (Coach::new("Anna"), Coach::new("Bram"), Store::default());
    acquainted(&mut desk, &mut bram, &mut store);
    let dossier = desk.new_dossier("Mevrouw De Wit");
    desk.consent(&dossier);
    desk.share(&dossier, &bram.person(), GrantedRole::Coach).unwrap();
    settle(&mut [&mut desk, &mut bram], &mut store);
    let mut laptop = Coach::new("Laptop");
    met(OWN, &mut desk, &mut laptop, &mut store);
    confirmed(&mut desk, &mut laptop, &mut store);
    for _ in 0..4 {
        settle(&mut [&mut desk, &mut laptop, &mut bram], &mut store);
        pass(&mut [&mut desk, &mut laptop, &mut bram], TimeDelta::hours(7));
    }
    laptop.add_person(&dossier, "Fatima");
    settle(&mut [&mut laptop, &mut bram], &mut store);
    assert_eq!(bram.names(&dossier), ["Fatima"]);
    assert!(bram.notices.contains(&Notice::NewDevice { person: desk.person() }));
    // The words were compared on one device, and count on the other.
    assert!(laptop.exchange.member_of(&bram.person()).is_some());
    let another = laptop.new_dossier("Meneer Jansen");
    laptop.consent(&another);
    laptop.share(&another, &bram.person(), GrantedRole::Reader).unwrap();
    settle(&mut [&mut laptop, &mut bram, &mut desk], &mut store);
    assert_eq!(bram.home.record(&another).unwrap().profile().name, "Meneer Jansen");
    assert_eq!(desk.home.record(&another).unwrap().profile().name, "Meneer Jansen");
}

#[test]
fn a_laptop_in_use_cannot_join_another_person() {
    let (mut anna, mut bram, mut cleo) = (Coach::new("Anna"), Coach::new("Bram"), Coach::new("Cleo"));
    let mut store = Store::default();
    acquainted(&mut bram, &mut cleo, &mut store);
    let role = crate::InviterRole::Professional;
    let (invitation, step) = anna.exchange.invite(OWN, role, None, anna.now, &mut anna.random);
    anna.commit(step);
    let refused = bram.exchange.accept(&invitation, bram.now, &mut bram.random);
    assert_eq!(refused.err(), Some(MeetError::NotNew));
}

#[test]
fn two_copies_of_a_vault_that_both_opened_a_charter_agree_on_one() {
    let (mut desk, mut store) = (Coach::new("Anna"), Store::default());
    let dossier = desk.new_dossier("Mevrouw De Wit");
    let mut twin = Coach::new("Anna");
    twin.home = desk.home.clone();
    twin.restart([9; 16]);
    assert_eq!(
        twin.exchange.own_devices().count(),
        0,
        "what the vault was before is no computer that is in use"
    );
    let (a, b) = (InvitationKind::OwnDevice, &mut twin);
    met(a, &mut desk, b, &mut store);
    desk.share_with_own_devices(&dossier);
    twin.share_with_own_devices(&dossier);
    desk.add_person(&dossier, "Fatima");
    twin.add_person(&dossier, "Joost");
    for _ in 0..4 {
        settle(&mut [&mut desk, &mut twin], &mut store);
        pass(&mut [&mut desk, &mut twin], TimeDelta::hours(7));
    }
    assert_eq!(desk.names(&dossier), ["Fatima", "Joost"]);
    assert_eq!(twin.names(&dossier), ["Fatima", "Joost"]);
}
