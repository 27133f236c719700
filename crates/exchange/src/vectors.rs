//! Examples of everything that `docs/exchange-format.md` describes, in `docs/exchange-vectors.json`: the same bytes are made
//! from fixed seeds, and the bytes are read back.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{ChangeHash, CoachId, DocumentName, DossierId, Id, NoteId};
use serde_json::{Value, json};

use crate::cbor;
use crate::certificate::DeviceCertificate;
use crate::charter::{Act, Charter, How, Member, Role, SignedStatement, StandingRole, Statement};
use crate::content::{Card, Content, HeadsProof, Part};
use crate::envelope::{Kind, Sealed, padded};
use crate::exchange::Exchange;
use crate::invitation::{Invitation, InvitationKind, Invited, InvitedStorage, InviterRole};
use crate::key::{DeviceKey, DeviceSecret, PersonSecret};
use crate::outside::Randomness;
use crate::pairing::{self, Introduction};
use crate::sealing::SealingSecret;
use crate::words::comparison_words;

struct Somebody {
    name: &'static str,
    person: PersonSecret,
    device: DeviceSecret,
    card: SealingSecret,
    coach: CoachId,
}

impl Somebody {
    fn new(name: &'static str, number: u8) -> Self {
        Self {
            name,
            person: PersonSecret::from_bytes(&[number; 32]),
            device: DeviceSecret::from_bytes(&[number + 1; 32]),
            card: SealingSecret::from_bytes(&[number + 2; 32]),
            coach: CoachId::from_random([number; 10]),
        }
    }

    fn certificate(&self) -> DeviceCertificate {
        DeviceCertificate::sign(&self.person, self.device.public(), self.coach.clone(), at(0))
    }

    fn card(&self) -> Card {
        Card { certificate: self.certificate(), name: self.name.into(), key: self.card.public() }
    }

    fn member(&self) -> Member {
        Member { person: self.person.public(), coach: self.coach.clone(), name: self.name.into() }
    }

    fn told(&self) -> Value {
        json!({
            "name": self.name,
            "coach": self.coach.as_str(),
            "person_seed": hex(self.person.for_the_vault()),
            "person": hex(&self.person.public().0),
            "device_seed": hex(self.device.for_the_vault()),
            "device": hex(&self.device.public().0),
            "card_seed": hex(self.card.for_the_vault()),
            "card_key": hex(self.card.public().bytes()),
            "card_key_id": hex(&self.card.public().id().0),
            "certificate": hex(&cbor::to_vec(&self.certificate())),
            "card": hex(&cbor::to_vec(&self.card())),
        })
    }
}

fn anna() -> Somebody {
    Somebody::new("Anna", 0x10)
}

fn bram() -> Somebody {
    Somebody::new("Bram", 0x20)
}

fn cleo() -> Somebody {
    Somebody::new("Cleo", 0x30)
}

/// The key that Bram's reply brings along.
fn answer_of_bram() -> SealingSecret {
    SealingSecret::from_bytes(&[0x41; 32])
}

fn answer_of_anna() -> SealingSecret {
    SealingSecret::from_bytes(&[0x42; 32])
}

fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + 3600 * hours, 0).unwrap()
}

fn dossier() -> DossierId {
    DossierId::from_random([0x51; 10])
}

fn note() -> DocumentName {
    DocumentName::Note(NoteId::from_random([0x52; 10]))
}

fn heads(byte: u8) -> Vec<ChangeHash> {
    vec![ChangeHash([byte; 32]), ChangeHash([byte + 1; 32])]
}

fn invitation() -> Invitation {
    let anna = anna();
    Invited {
        id: [0x61; 16],
        kind: InvitationKind::Colleague,
        secret: [0x62; 32],
        person: anna.person.public(),
        device: anna.device.public(),
        coach: anna.coach.clone(),
        name: anna.name.into(),
        role: InviterRole::Professional,
        storage: Some(InvitedStorage {
            address: "https://wolk.example/kring".into(),
            user: Some("bram".into()),
            password: None,
        }),
        expires: at(14 * 24),
    }
    .into()
}

/// The reply of Bram, or the welcome of Anna.
fn introduced(kind: Kind, from: &Somebody, to: &Somebody, answer: &SealingSecret) -> Value {
    let introduction = Introduction { card: from.card(), answer_with: answer.public() };
    let random = &mut Randomness::from_seed([0x71; 32]);
    let to = to.device.public();
    let bytes = pairing::seal(kind, &invitation(), &introduction, &from.device, &to, random);
    json!({
        "answer_key_seed": hex(answer.for_the_vault()),
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

fn proof(heads: Vec<ChangeHash>) -> HeadsProof {
    let anna = anna();
    HeadsProof::sign(&anna.device, &anna.certificate(), Vec::new(), &dossier(), &DocumentName::Record, heads)
}

fn content() -> Content {
    let statements = charter().statements().map(|one| one.to_bytes().into()).take(1).collect();
    let (dossier, record) = (dossier(), DocumentName::Record);
    let documents = vec![(record.clone(), heads(0x83)), (note(), heads(0x85))];
    let proofs = vec![proof(heads(0x81))];
    let changes = b"Automerge chunks".to_vec();
    Content {
        sender: anna().certificate(),
        number: 7,
        previous: [0x80; 32],
        sent: at(2),
        acknowledged: 5,
        answer_with: None,
        parts: vec![
            Part::Charter { dossier: dossier.clone(), statements },
            Part::Changes { dossier: dossier.clone(), document: record, changes, proofs },
            Part::Have { dossier, statements: 1, documents, devices: 0x8687 },
            Part::Device { card: cleo().card() },
            Part::Retired { device: DeviceKey([0x87; 32]) },
        ],
    }
}

fn envelope() -> Value {
    let (anna, bram, content) = (anna(), bram(), content());
    let (key, random) = (answer_of_bram(), &mut Randomness::from_seed([0x72; 32]));
    let to = bram.device.public();
    let (sealed, hash) = Sealed::seal(&content, &anna.device, &to, &key.public(), random).unwrap();
    json!({
        "sealed_with_seed": hex(key.for_the_vault()),
        "sealed_with": hex(&key.public().id().0),
        "content": hex(&cbor::to_vec(&content)),
        "hash": hex(&hash),
        "bytes": hex(sealed.as_bytes()),
    })
}

/// Anna opens, records a consent, lets Bram write and Cleo read, hands over to Bram, who withdraws Cleo; Anna, who had not
/// heard of it, made Cleo a coach at the same time, which does not hold.
fn charter() -> Charter {
    let (anna, bram, cleo) = (anna(), bram(), cleo());
    let before = vec![(DocumentName::Record, heads(0x91))];
    let mut charter = Charter::open(dossier(), anna.member(), before, &anna.person, at(0)).unwrap();
    let consent = Act::Consent {
        purpose: "samen begeleiden".into(),
        how: How::Spoken,
        given_by: "mevrouw De Wit".into(),
        until: NaiveDate::from_ymd_opt(2027, 6, 30),
    };
    charter.state(consent, &anna.person, at(1)).unwrap();
    let grant = Act::Grant { to: bram.member(), role: Role::Coach };
    charter.state(grant, &anna.person, at(2)).unwrap();
    let grant = Act::Grant { to: cleo.member(), role: Role::Reader };
    charter.state(grant, &anna.person, at(3)).unwrap();
    let parents = charter.heads();
    charter.state(Act::HandOver { to: bram.member() }, &anna.person, at(4)).unwrap();
    let accepted = vec![(note(), heads(0x93))];
    let withdraw = Act::Withdraw { person: cleo.person.public(), accepted };
    charter.state(withdraw, &bram.person, at(5)).unwrap();
    let act = Act::Grant { to: cleo.member(), role: Role::Coach };
    let author = anna.person.public();
    let late = Statement { dossier: dossier(), parents, author, at: at(4), act };
    charter.add(late.sign(&anna.person)).unwrap();
    charter
}

fn told_charter(charter: &Charter) -> Value {
    let standing = charter.standing();
    let statements: Vec<Value> = charter
        .statements()
        .map(|one| json!({ "hash": one.hash().to_string(), "bytes": hex(&one.to_bytes()) }))
        .collect();
    let members: Vec<Value> = standing
        .members()
        .map(|(member, role)| {
            let role = match role {
                StandingRole::Reader => "reader",
                StandingRole::Coach => "coach",
                StandingRole::Keeper => "keeper",
            };
            json!({ "person": hex(&member.person.0), "name": member.name, "role": role })
        })
        .collect();
    let cleo = cleo().person.public();
    json!({
        "dossier": dossier().as_str(),
        "statements": statements,
        "bytes": hex(&charter.encode()),
        "hold": standing.story().iter().map(|told| told.hash.to_string()).collect::<Vec<_>>(),
        "members": members,
        "consents": standing.consents().map(|(hash, _)| hash.to_string()).collect::<Vec<_>>(),
        "closed": standing.is_closed(),
        "cleo_was_withdrawn": standing.withdrawn(&cleo).is_some(),
        "shared_on_2027_06_30": standing.shared_on(NaiveDate::from_ymd_opt(2027, 6, 30).unwrap()),
        "shared_on_2027_07_01": standing.shared_on(NaiveDate::from_ymd_opt(2027, 7, 1).unwrap()),
    })
}

/// How long an envelope becomes of so many bytes that are padded.
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
        "people": [anna().told(), bram().told(), cleo().told()],
        "invitation": {
            "secret": hex(invitation().secret()),
            "cbor": hex(&cbor::to_vec(&invitation())),
            "code": invitation().to_code(),
        },
        "reply": introduced(Kind::Reply, &bram(), &anna(), &answer_of_bram()),
        "welcome": introduced(Kind::Welcome, &anna(), &bram(), &answer_of_anna()),
        "words": words(),
        "signed_heads": hex(&cbor::to_vec(&proof(heads(0x81)))),
        "envelope": envelope(),
        "charter": told_charter(&charter()),
        "padding": padding(),
        "actors": [actor(&DocumentName::Record), actor(&note())],
    })
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/exchange-vectors.json")
}

fn kept() -> Value {
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
fn the_same_seeds_make_the_bytes_that_are_kept() {
    let (kept, made) = (kept(), made());
    for (name, made) in made.as_object().unwrap() {
        assert_eq!(&kept[name], made, "{name}");
    }
}

#[test]
fn the_certificates_and_cards_that_are_kept_hold() {
    for somebody in kept()["people"].as_array().unwrap() {
        let certificate: DeviceCertificate = cbor::read(&unhex(&somebody["certificate"])).unwrap();
        let card: Card = cbor::read(&unhex(&somebody["card"])).unwrap();
        assert!(certificate.holds());
        assert_eq!(card.certificate, certificate);
        assert_eq!(card.name, somebody["name"]);
        assert_eq!(hex(&card.key.id().0), somebody["card_key_id"]);
        let secret = SealingSecret::from_bytes(&unhex(&somebody["card_seed"]).try_into().unwrap());
        assert_eq!(secret.public(), card.key);
    }
}

#[test]
fn the_invitation_that_is_kept_is_found_and_its_answers_open() {
    let kept = kept();
    let invitation = Invitation::find(kept["invitation"]["code"].as_str().unwrap()).unwrap();
    assert_eq!(cbor::to_vec(&invitation), unhex(&kept["invitation"]["cbor"]));
    for (answer, to) in [("reply", anna()), ("welcome", bram())] {
        let bytes = unhex(&kept[answer]["bytes"]);
        let introduction = pairing::open(&bytes, &invitation, &to.device.public()).unwrap();
        assert_eq!(cbor::to_vec(&introduction), unhex(&kept[answer]["introduction"]));
    }
}

#[test]
fn the_words_are_those_of_the_invitation_with_the_key_of_its_answer() {
    let random = &mut Randomness::from_seed([0x73; 32]);
    let (mut bram, _) = Exchange::begin(bram().coach, "Bram", [0; 16], at(0), random);
    let (invitation, anna) = (invitation(), anna().person.public());
    bram.accept(&invitation, at(1), random).unwrap();
    let answer = bram.accepted[&invitation.id].answer_key.0.public();
    let both = [invitation.secret().as_slice(), answer.bytes()].concat();
    let expected = blake3::derive_key("kring 2026 secret of comparison words", &both);
    assert_eq!(bram.words_secret(&anna), Some(&expected));
}

#[test]
fn the_envelope_that_is_kept_opens_to_its_content() {
    let kept = &kept()["envelope"];
    let secret = SealingSecret::from_bytes(&unhex(&kept["sealed_with_seed"]).try_into().unwrap());
    let sealed = Sealed::from_bytes(unhex(&kept["bytes"])).unwrap();
    let opened = sealed.open(&bram().device.public(), &secret).unwrap();
    assert_eq!(opened.content(), &content());
    assert_eq!(opened.hash().as_slice(), unhex(&kept["hash"]));
    let proved = opened.content().parts.iter().any(|part| match part {
        Part::Changes { dossier, document, proofs, .. } => {
            proofs.iter().all(|proof| proof.holds(dossier, document, DeviceCertificate::holds))
        }
        _ => false,
    });
    assert!(proved);
}

#[test]
fn the_statements_that_are_kept_say_what_is_kept_in_any_order() {
    let kept = &kept()["charter"];
    let read = |one: &Value| SignedStatement::from_bytes(&unhex(&one["bytes"])).unwrap();
    let statements: Vec<SignedStatement> = kept["statements"].as_array().unwrap().iter().map(read).collect();
    let mut charter = Charter::begin(dossier(), statements[0].clone()).unwrap();
    for one in statements.iter().rev() {
        charter.add(one.clone()).unwrap();
    }
    assert_eq!(&told_charter(&charter), kept);
    let whole = Charter::decode(&unhex(&kept["bytes"])).unwrap();
    assert_eq!(&told_charter(&whole), kept);
}

/// After a change of the format, which then has another number: `cargo test -p exchange vectors -- --ignored`.
#[test]
#[ignore = "writes the file that the other tests read"]
fn write_the_vectors_anew() {
    let text = serde_json::to_string_pretty(&made()).unwrap();
    std::fs::write(path(), text + "\n").unwrap();
}
