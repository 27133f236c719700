//! Handing a dossier over, to one person and by mistake to two.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use chrono::TimeDelta;
use coach::PersonRef;
use coach::dossier::DossierId;
use coach::people::views::{CharterView, ConsentHow, DossierRole, NewConsent};
use support::*;
use tempfile::TempDir;

fn named(name: &str) -> PersonRef {
    PersonRef(name.to_owned())
}

fn consent_of(client: &str) -> NewConsent {
    NewConsent {
        purpose: "Samen begeleiden".to_owned(),
        how: ConsentHow::Spoken,
        given_by: client.to_owned(),
        until: None,
    }
}

fn charter(one: &Someone, id: &DossierId) -> CharterView {
    one.desk.borrow_mut().charter(id).unwrap().unwrap()
}

/// Creates Anna, Bram and Carla, who all share Anna's dossier of Mrs De Wit.
fn three_people(home: &TempDir) -> (Someone, Someone, Someone, DossierId) {
    let (mut anna, mut bram) = acquainted(home);
    let mut carla = Someone::new(home, "Carla");
    meet(&mut anna, &mut carla, "Anna", "Carla");
    meet(&mut bram, &mut carla, "Bram", "Carla");
    let id = anna.new_dossier("Mevrouw De Wit");
    let consent = consent_of("Mevrouw De Wit");
    let mut desk = anna.desk.borrow_mut();
    desk.record_consent(&id, &consent).unwrap();
    desk.share(&id, &named("Bram"), DossierRole::Coach).unwrap();
    desk.share(&id, &named("Carla"), DossierRole::Coach).unwrap();
    drop(desk);
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    (anna, bram, carla, id)
}

fn meet(one: &mut Someone, other: &mut Someone, name: &str, others_name: &str) {
    let invitation = one.desk.borrow_mut().invite().unwrap();
    other.desk.borrow_mut().accept(&invitation.text).unwrap();
    settle(&mut [other, one]);
    one.confirms(others_name);
    other.confirms(name);
    settle(&mut [one, other]);
}

#[test]
fn the_keeper_stays_until_the_other_person_has_taken_the_dossier_over() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, mut carla, id) = three_people(&home);
    anna.desk.borrow_mut().hand_over(&id, &named("Bram")).unwrap();
    anna.sync();
    let offered = charter(&anna, &id);
    let to = offered.offered_to.unwrap();
    assert_eq!((offered.role, to.name.as_str(), to.me), (Some(DossierRole::Keeper), "Bram", false));

    settle(&mut [&mut anna, &mut bram, &mut carla]);
    let asked = charter(&bram, &id);
    assert_eq!((asked.role, asked.offered_to.unwrap().me), (Some(DossierRole::Coach), true));
    assert_eq!(bram.events()[0], "event-offered");
    let marks = |one: &Someone| {
        let cards = one.desk.borrow_mut().caseload();
        cards[0].attention.iter().map(|mark| mark.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!((marks(&bram), marks(&carla)), (vec!["caseload-offered".to_owned()], Vec::new()));
    let refused = carla.desk.borrow_mut().accept_handover(&id).unwrap_err();
    assert_eq!(refused.code(), "charter-not-offered");

    bram.desk.borrow_mut().accept_handover(&id).unwrap();
    assert!(!bram.events().contains(&"event-offered".to_owned()), "the offer is over");
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    for other in [&anna, &carla] {
        assert_eq!(other.events()[0], "event-taken-over");
    }
    assert_eq!(marks(&bram), [""; 0]);
    let (hers, his) = (charter(&anna, &id), charter(&bram, &id));
    assert_eq!((hers.role, hers.offered_to), (Some(DossierRole::Coach), None));
    assert_eq!(his.role, Some(DossierRole::Keeper));
    let told: Vec<&str> = his.story.iter().rev().take(2).map(|line| line.message.id.as_str()).collect();
    assert_eq!(told, ["charter-accepted", "charter-handed-over"]);
    assert_eq!(his.claimants, []);
}

#[test]
fn after_two_handovers_at_once_nothing_is_sent_until_a_person_chooses_whom_to_follow() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, mut carla, id) = three_people(&home);
    // A copy of Anna's vault from before the first handover makes the second one.
    copy(&home.path().join("Anna"), &home.path().join("Kopie"));
    anna.desk.borrow_mut().hand_over(&id, &named("Bram")).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    bram.desk.borrow_mut().accept_handover(&id).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    drop(anna);
    // What Anna sent to Carla about it gets lost, so Carla hears of the second handover first.
    std::fs::remove_dir_all(store(&home)).unwrap();
    store(&home);
    std::fs::remove_dir_all(home.path().join("Anna")).unwrap();
    std::fs::rename(home.path().join("Kopie"), home.path().join("Anna")).unwrap();
    let mut copy_of_anna = Someone::again(&home, "Anna");
    copy_of_anna.desk.borrow_mut().hand_over(&id, &named("Carla")).unwrap();
    settle(&mut [&mut copy_of_anna, &mut carla]);
    carla.desk.borrow_mut().accept_handover(&id).unwrap();
    settle(&mut [&mut copy_of_anna, &mut carla]);
    // The two who accepted pass that on to each other after some hours, because mostly the keeper does.
    pass(TimeDelta::hours(7));
    settle(&mut [&mut carla, &mut bram]);

    for (one, me) in [(&bram, "Bram"), (&carla, "Carla")] {
        let frozen = charter(one, &id);
        let mut names: Vec<(&str, bool)> =
            frozen.claimants.iter().map(|one| (one.name.as_str(), one.me)).collect();
        names.sort_unstable();
        assert_eq!(names, [("Bram", me == "Bram"), ("Carla", me == "Carla")]);
        assert!(frozen.frozen && !frozen.shared);
        let cards = one.desk.borrow_mut().caseload();
        assert_eq!(cards[0].attention[0].id, "caseload-frozen");
    }
    assert!(bram.events().contains(&"event-frozen".to_owned()));
    let refused = bram.desk.borrow_mut().follow_keeper(&id, &named("Anna")).unwrap_err();
    assert_eq!(refused.code(), "not-a-claimant");

    // They choose each other, so nobody keeps it for everybody. Each sees the choice, and can choose anew.
    bram.desk.borrow_mut().follow_keeper(&id, &named("Carla")).unwrap();
    carla.desk.borrow_mut().follow_keeper(&id, &named("Bram")).unwrap();
    settle(&mut [&mut bram, &mut carla]);
    for (one, keeper) in [(&bram, "Carla"), (&carla, "Bram")] {
        let chosen = charter(one, &id);
        assert!(!chosen.frozen);
        assert_eq!(chosen.claimants.len(), 2);
        assert_eq!(chosen.members.iter().find(|one| one.role == DossierRole::Keeper).unwrap().name, keeper);
    }
    carla.desk.borrow_mut().follow_keeper(&id, &named("Carla")).unwrap();
    settle(&mut [&mut bram, &mut carla]);
    let (his, hers) = (charter(&bram, &id), charter(&carla, &id));
    assert_eq!((his.frozen, his.shared), (false, true));
    assert_eq!(hers.role, Some(DossierRole::Keeper));
    assert_eq!(his.members.iter().find(|one| one.role == DossierRole::Keeper).unwrap().name, "Carla");
}

#[test]
fn a_keeper_who_is_asked_back_for_a_dossier_takes_the_role_away_and_can_hand_it_over_again() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram, mut carla, id) = three_people(&home);
    anna.desk.borrow_mut().hand_over(&id, &named("Bram")).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    anna.desk.borrow_mut().withdraw(&id, &named("Bram")).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    let refused = bram.desk.borrow_mut().accept_handover(&id).unwrap_err();
    assert_eq!(refused.code(), "charter-not-offered");
    assert!(charter(&anna, &id).offered_to.is_none());

    anna.desk.borrow_mut().share(&id, &named("Bram"), DossierRole::Coach).unwrap();
    anna.desk.borrow_mut().hand_over(&id, &named("Bram")).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    bram.desk.borrow_mut().accept_handover(&id).unwrap();
    settle(&mut [&mut anna, &mut bram, &mut carla]);
    for one in [&anna, &bram, &carla] {
        let there = charter(one, &id);
        assert_eq!(there.members.iter().find(|one| one.role == DossierRole::Keeper).unwrap().name, "Bram");
    }
}

#[test]
fn a_volunteer_who_took_a_dossier_over_withdraws_the_consent_and_hands_it_back() {
    let home = tempfile::tempdir().unwrap();
    let (mut anna, mut bram) = (Someone::new(&home, "Anna"), Someone::volunteer(&home, "Bram"));
    meet(&mut anna, &mut bram, "Anna", "Bram");
    let id = anna.new_dossier("Mevrouw De Wit");
    let consent = consent_of("Mevrouw De Wit");
    anna.desk.borrow_mut().record_consent(&id, &consent).unwrap();
    anna.desk.borrow_mut().share(&id, &named("Bram"), DossierRole::Coach).unwrap();
    anna.desk.borrow_mut().hand_over(&id, &named("Bram")).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    bram.desk.borrow_mut().accept_handover(&id).unwrap();
    settle(&mut [&mut anna, &mut bram]);

    bram.desk.borrow_mut().hand_over(&id, &named("Anna")).unwrap();
    let given = charter(&bram, &id).consents[0].id.clone();
    bram.desk.borrow_mut().withdraw_consent(&id, &given).unwrap();
    settle(&mut [&mut anna, &mut bram]);
    assert!(!charter(&anna, &id).shared);
    anna.desk.borrow_mut().accept_handover(&id).unwrap();
    assert_eq!(charter(&anna, &id).role, Some(DossierRole::Keeper));

    // To begin sharing is for professionals.
    let own = bram.new_dossier("Meneer Jansen");
    let refused = bram.desk.borrow_mut().record_consent(&own, &consent).unwrap_err();
    assert_eq!(refused.code(), "only-professionals");
}

#[test]
fn a_volunteer_with_two_computers_cannot_begin_to_share_either() {
    let home = tempfile::tempdir().unwrap();
    let (mut bram, mut laptop) = (Someone::volunteer(&home, "Bram"), Someone::volunteer(&home, "Laptop"));
    let own = bram.new_dossier("Meneer Jansen");
    let code = bram.desk.borrow_mut().invite_own_device().unwrap();
    laptop.desk.borrow_mut().accept_own_device(&code.text).unwrap();
    settle(&mut [&mut laptop, &mut bram]);
    bram.confirms("Laptop");
    laptop.confirms("Bram");
    settle(&mut [&mut bram, &mut laptop]);
    assert_eq!(laptop.caseload(), ["Meneer Jansen"]);
    let consent = consent_of("Meneer Jansen");
    for one in [&bram, &laptop] {
        assert!(!charter(one, &own).decides);
        let refused = one.desk.borrow_mut().record_consent(&own, &consent).unwrap_err();
        assert_eq!(refused.code(), "only-professionals");
    }
}

#[test]
fn a_consent_that_has_ended_already_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let (anna, _) = acquainted(&home);
    let id = anna.new_dossier("Mevrouw De Wit");
    let until = Some("2020-01-01".parse().unwrap());
    let consent = NewConsent { until, ..consent_of("Mevrouw De Wit") };
    let refused = anna.desk.borrow_mut().record_consent(&id, &consent).unwrap_err();
    assert_eq!(refused.code(), "consent-ended");
    assert!(anna.desk.borrow_mut().charter(&id).unwrap().is_none());
}
