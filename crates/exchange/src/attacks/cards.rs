//! Cards and certificates of devices that are not Mallory's.

use super::*;
use crate::certificate::DeviceCertificate;
use crate::device_card::DeviceCard;
use crate::forge::Forger;
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceSecret, PersonSecret};

#[test]
fn nobody_can_put_a_sealing_key_on_the_card_of_another() {
    let Scene { mut anna, bram, mut mallory, mut store, secret, .. } = scene(GrantedRole::Reader);
    let own_key = SealingSecret::random(&mut mallory.random);
    let certificate = bram.exchange.me.certificate.clone();
    let card = Forger::of(&mallory.exchange).card(&certificate, "Bram", &own_key.public(), 9);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card }]);
    // The storage loses what Anna sends, so that she sends it again with the key of the card.
    anna.add_person(&secret, "Joost");
    anna.send(&mut store);
    store.boxes.clear();
    pass(&mut [&mut anna], chrono::TimeDelta::hours(2));
    anna.send(&mut store);
    let to_bram = store.boxes[&bram.exchange.device()].clone();
    assert!(!to_bram.is_empty());
    for bytes in to_bram {
        let sealed = SealedEnvelope::from_bytes(bytes).unwrap();
        assert!(sealed.open(&bram.exchange.device(), &own_key).is_err(), "Mallory reads it");
    }
    assert_eq!(anna.exchange.peers[&bram.exchange.device()].card, bram.exchange.me.card());
}

#[test]
fn nobody_can_introduce_a_device_of_another_with_a_card_of_their_own() {
    let Scene { mut anna, mut bram, mut mallory, .. } = scene(GrantedRole::Coach);
    // Bram has a second computer, which Anna does not know yet, and Mallory knows its certificate.
    let (device, key) = (DeviceSecret::random(&mut bram.random), SealingSecret::random(&mut mallory.random));
    let certificate = DeviceCertificate::sign(&bram.exchange.me.person, &device);
    let card = Forger::of(&mallory.exchange).card(&certificate, "Bram", &key.public(), 1);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card }]);
    assert!(!anna.exchange.peers.contains_key(&device.public()));
}

#[test]
fn nobody_can_certify_a_device_that_did_not_agree() {
    let Scene { mut anna, mut bram, mut mallory, mut store, shared, .. } = scene(GrantedRole::Coach);
    let device = bram.exchange.device();
    let keys = Forger::of(&mallory.exchange);
    let forged = keys.claims(&device).unwrap();
    assert!(!forged.holds());
    let key = SealingSecret::random(&mut mallory.random).public();
    let card = keys.card(&forged, "Mallory", &key, 9);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card }]);
    assert_eq!(anna.exchange.peers[&device].person(), bram.person());
    anna.add_person(&shared, "Joost");
    settle(&mut [&mut anna, &mut bram], &mut store);
    assert_eq!(bram.names(&shared), ["Joost"]);
}

#[test]
fn the_owner_of_a_known_device_never_changes() {
    let Scene { mut anna, mut bram, mut mallory, .. } = scene(GrantedRole::Coach);
    // Bram's device agrees to belong to Mallory, perhaps because its keys were stolen.
    let certificate = DeviceCertificate::sign(&mallory.exchange.me.person, &bram.exchange.me.device);
    let key = SealingSecret::random(&mut mallory.random);
    let card = DeviceCard::sign(&bram.exchange.me.device, certificate, "Mallory", key.public(), 9, None);
    assert!(card.holds());
    let before = anna.exchange.peers[&bram.exchange.device()].card.clone();
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card: card.clone() }]);
    attack(&mut bram, &mut anna, vec![EnvelopePart::Device { card }]);
    assert_eq!(anna.exchange.peers[&bram.exchange.device()].card, before);
}

#[test]
fn an_older_card_does_not_replace_a_newer_one() {
    let Scene { mut anna, bram, mut mallory, .. } = scene(GrantedRole::Coach);
    let certificate = bram.exchange.me.certificate.clone();
    let key = SealingSecret::random(&mut mallory.random);
    let newer = DeviceCard::sign(&bram.exchange.me.device, certificate, "Bram", key.public(), 2, None);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card: newer.clone() }]);
    attack(&mut mallory, &mut anna, vec![EnvelopePart::Device { card: bram.exchange.me.card() }]);
    assert_eq!(anna.exchange.peers[&bram.exchange.device()].card, newer);
}

#[test]
fn the_id_of_a_coach_follows_from_the_key() {
    let Scene { mut anna, mallory, .. } = scene(GrantedRole::Coach);
    assert_eq!(anna.exchange.member().coach(), anna.person().coach());
    assert_ne!(mallory.exchange.coach(), anna.exchange.coach());
    // A person whose id is another's would need another's key.
    let other = PersonSecret::random(&mut anna.random);
    assert_ne!(other.public().coach(), anna.person().coach());
}
