//! Examples of everything in `docs/exchange-format.md`, saved in `docs/exchange-vectors.json`. The tests make
//! the same bytes from fixed seeds, and read the bytes back.

mod example;

use std::path::PathBuf;

use chrono::NaiveDate;
use dossier::{DocumentName, Id};
use serde_json::{Value, json};

use self::example::*;
use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::{Charter, CharterError, MemberRole, SignedStatement};
use crate::comparison_words::comparison_words;
use crate::content::EnvelopePart;
use crate::device_card::DeviceCard;
use crate::envelope::SealedEnvelope;
use crate::exchange::Exchange;
use crate::header::Kind;
use crate::invitation::Invitation;
use crate::padding::padded;
use crate::pairing::{self, Introduction};
use crate::randomness::Randomness;
use crate::sealing_key::SealingSecret;

fn described(somebody: &Somebody) -> Value {
    json!({
        "name": somebody.name,
        "coach": somebody.person.public().coach().as_str(),
        "person_seed": hex(somebody.person.expose_seed()),
        "person": hex(&somebody.person.public().0),
        "device_seed": hex(somebody.device.expose_seed()),
        "device": hex(&somebody.device.public().0),
        "card_seed": hex(somebody.card.expose_seed()),
        "card_key": hex(somebody.card.public().bytes()),
        "card_key_id": hex(&somebody.card.public().id().0),
        "certificate": hex(&cbor::to_vec(&somebody.certificate())),
        "card": hex(&cbor::to_vec(&somebody.card())),
    })
}

/// Returns the reply of Bram, or the welcome of Anna.
fn introduced(kind: Kind, from: &Somebody, to: &Somebody, answer: &SealingSecret) -> Value {
    let introduction = Introduction { card: from.card(), answer_with: answer.public() };
    let random = &mut Randomness::from_seed([0x71; 32]);
    let to = to.device.public();
    let bytes = pairing::seal(kind, &invitation(), &introduction, &from.device, &to, random);
    json!({
        "answer_key_seed": hex(answer.expose_seed()),
        "introduction": hex(&cbor::to_vec(&introduction)),
        "bytes": hex(&bytes),
    })
}

fn words_secret() -> [u8; 32] {
    let both = [[0x62; 32].as_slice(), answer_of_bram().public().bytes()].concat();
    blake3::derive_key("kring 2026 secret of comparison words", &both)
}

fn words() -> Value {
    let (secret, anna, bram) = (words_secret(), anna().person.public(), bram().person.public());
    json!({ "secret": hex(&secret), "words": comparison_words(&anna, &bram, &secret).unwrap() })
}

fn envelope() -> Value {
    let (anna, bram, content) = (anna(), bram(), content());
    let (key, random) = (answer_of_bram(), &mut Randomness::from_seed([0x72; 32]));
    let to = bram.device.public();
    let (sealed, hash) = SealedEnvelope::seal(&content, &anna.device, &to, &key.public(), random).unwrap();
    json!({
        "sealed_with_seed": hex(key.expose_seed()),
        "sealed_with": hex(&key.public().id().0),
        "content": hex(&cbor::to_vec(&content)),
        "hash": hex(&hash),
        "bytes": hex(sealed.as_bytes()),
    })
}

fn described_charter(charter: &Charter) -> Value {
    let terms = charter.terms();
    let statements: Vec<Value> = charter
        .statements()
        .map(|one| json!({ "hash": one.hash().to_string(), "bytes": hex(&one.to_bytes()) }))
        .collect();
    let members: Vec<Value> = terms
        .members()
        .map(|(member, role)| {
            let role = match role {
                MemberRole::Reader => "reader",
                MemberRole::Coach => "coach",
                MemberRole::Keeper => "keeper",
            };
            json!({ "person": hex(&member.person.0), "name": member.name, "role": role })
        })
        .collect();
    let anna = anna().person.public();
    json!({
        "founding_seed": hex(founding().expose_seed()),
        "founding_key": hex(&founding().public().0),
        "dossier": dossier().as_str(),
        "statements": statements,
        "bytes": hex(&charter.encode()),
        "hold": terms.history().iter().map(|described| described.hash.to_string()).collect::<Vec<_>>(),
        "members": members,
        "consents": terms.consents().map(|(hash, _)| hash.to_string()).collect::<Vec<_>>(),
        "closed": terms.is_closed(),
        "digest": hex(&charter.digest()),
        "anna_was_withdrawn": terms.is_withdrawn(&anna),
        "not_kept": hex(&late().to_bytes()),
        "shared_on_2027_06_30": terms.shared_on(NaiveDate::from_ymd_opt(2027, 6, 30).unwrap()),
        "shared_on_2027_07_01": terms.shared_on(NaiveDate::from_ymd_opt(2027, 7, 1).unwrap()),
    })
}

/// Returns the length of the envelope for several lengths of what is padded.
fn padding() -> Vec<Value> {
    let around = 23 + 1120 + 16;
    let whole = |length: usize| padded(&vec![0; length], around).len() + around;
    [0, 885, 886, 2_000, 10_000, 100_000, 1_000_000, 20_000_000]
        .into_iter()
        .map(|length| json!({ "padded": length, "envelope": whole(length) }))
        .collect()
}

fn actor(document: &DocumentName) -> Value {
    let device = anna().device.public();
    json!({
        "device": hex(&device.0),
        "dossier": dossier().as_str(),
        "document": document.to_string(),
        "actor": hex(&Exchange::actor(&device, &dossier(), document)),
    })
}

fn made() -> Value {
    json!({
        "people": [described(&anna()), described(&bram()), described(&cleo())],
        "invitation": {
            "secret": hex(invitation().secret()),
            "cbor": hex(&cbor::to_vec(&invitation())),
            "code": invitation().to_code(),
        },
        "reply": introduced(Kind::Reply, &bram(), &anna(), &answer_of_bram()),
        "welcome": introduced(Kind::Welcome, &anna(), &bram(), &answer_of_anna()),
        "words": words(),
        "succession": {
            "successor_seed": hex(successor_of_cleo().expose_seed()),
            "bytes": hex(&cbor::to_vec(&succession())),
        },
        "signed_heads": hex(&cbor::to_vec(&proof(heads(0x81)))),
        "envelope": envelope(),
        "charter": described_charter(&charter()),
        "padding": padding(),
        "actors": [actor(&DocumentName::Record), actor(&note())],
    })
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/exchange-vectors.json")
}

fn saved() -> Value {
    serde_json::from_slice(&std::fs::read(path()).unwrap()).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(value: &Value) -> Vec<u8> {
    let digits = value.as_str().unwrap().as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

#[test]
fn the_same_seeds_make_the_saved_bytes() {
    let (saved, made) = (saved(), made());
    for (name, made) in made.as_object().unwrap() {
        assert_eq!(&saved[name], made, "{name}");
    }
}

#[test]
fn the_saved_certificates_and_cards_are_valid() {
    for somebody in saved()["people"].as_array().unwrap() {
        let certificate: DeviceCertificate = cbor::read(&unhex(&somebody["certificate"])).unwrap();
        let card: DeviceCard = cbor::read(&unhex(&somebody["card"])).unwrap();
        assert!(certificate.holds() && card.holds());
        assert_eq!(card.certificate(), &certificate);
        assert_eq!(card.name(), somebody["name"]);
        assert_eq!(certificate.person().coach().as_str(), somebody["coach"]);
        assert_eq!(hex(&card.key().id().0), somebody["card_key_id"]);
        let secret = SealingSecret::from_bytes(&unhex(&somebody["card_seed"]).try_into().unwrap());
        assert_eq!(&secret.public(), card.key());
    }
}

#[test]
fn the_saved_invitation_is_found_and_its_answers_open() {
    let saved = saved();
    let invitation = Invitation::find(saved["invitation"]["code"].as_str().unwrap()).unwrap();
    assert_eq!(cbor::to_vec(&invitation), unhex(&saved["invitation"]["cbor"]));
    for (answer, to) in [("reply", anna()), ("welcome", bram())] {
        let bytes = unhex(&saved[answer]["bytes"]);
        let introduction = pairing::open(&bytes, &invitation, &to.device.public()).unwrap();
        assert_eq!(cbor::to_vec(&introduction), unhex(&saved[answer]["introduction"]));
    }
}

#[test]
fn the_words_follow_from_the_invitation_and_the_key_of_its_reply() {
    let random = &mut Randomness::from_seed([0x73; 32]);
    let (mut bram, _) = Exchange::begin("Bram", [0; 16], at(0), random);
    let (invitation, anna) = (invitation(), anna().person.public());
    bram.accept(&invitation, at(1), random).unwrap();
    let answer = bram.accepted[&invitation.id].answer_key.0.public();
    let both = [invitation.secret().as_slice(), answer.bytes()].concat();
    let expected = blake3::derive_key("kring 2026 secret of comparison words", &both);
    assert_eq!(bram.words_secret(&anna), Some(&expected));
}

#[test]
fn the_saved_envelope_opens_to_its_content() {
    let saved = &saved()["envelope"];
    let secret = SealingSecret::from_bytes(&unhex(&saved["sealed_with_seed"]).try_into().unwrap());
    let sealed = SealedEnvelope::from_bytes(unhex(&saved["bytes"])).unwrap();
    let opened = sealed.open(&bram().device.public(), &secret).unwrap();
    assert_eq!(opened.content(), &content());
    assert_eq!(opened.hash().as_slice(), unhex(&saved["hash"]));
    let proved = opened.content().parts.iter().any(|part| match part {
        EnvelopePart::Changes { dossier, document, proofs, .. } => {
            proofs.iter().all(|proof| proof.holds(dossier, document, DeviceCertificate::holds))
        }
        _ => false,
    });
    assert!(proved);
}

#[test]
fn the_saved_statements_give_the_saved_terms_in_any_order() {
    let saved = &saved()["charter"];
    let read = |one: &Value| SignedStatement::from_bytes(&unhex(&one["bytes"])).unwrap();
    let statements: Vec<SignedStatement> = saved["statements"].as_array().unwrap().iter().map(read).collect();
    let mut charter = Charter::begin(dossier(), statements[0].clone()).unwrap();
    // A statement that comes before its parents comes again.
    for _ in 0..statements.len() {
        charter.extend(statements.iter().rev().cloned());
    }
    assert_eq!(&described_charter(&charter), saved);
    let late = SignedStatement::from_bytes(&unhex(&saved["not_kept"])).unwrap();
    assert_eq!(charter.add(late), Err(CharterError::NoStanding));
    let whole = Charter::decode(&unhex(&saved["bytes"])).unwrap();
    assert_eq!(&described_charter(&whole), saved);
}

/// Run this after a change of the format, which then gets another number:
/// `cargo test --lib vectors -- --ignored`.
#[test]
#[ignore = "writes the file that the other tests read"]
fn write_the_vectors_anew() {
    let text = serde_json::to_string_pretty(&made()).unwrap();
    std::fs::write(path(), text + "\n").unwrap();
}
