//! Invented people and the messages that they exchange, made from fixed seeds.

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{ChangeHash, DocumentName, DossierId, Id, NoteId};

use crate::certificate::DeviceCertificate;
use crate::charter::{Act, Charter, CharterMember, ConsentForm, GrantedRole, SignedStatement, Statement};
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::device_card::DeviceCard;
use crate::heads_proof::HeadsProof;
use crate::invitation::{Invitation, InvitationKind, Invited, InvitedStorage, InviterRole};
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceSecret, FoundingSecret, PersonSecret};
use crate::succession::Succession;

pub(super) struct Somebody {
    pub(super) name: &'static str,
    pub(super) person: PersonSecret,
    pub(super) device: DeviceSecret,
    pub(super) card: SealingSecret,
}

impl Somebody {
    pub(crate) fn new(name: &'static str, number: u8) -> Self {
        Self {
            name,
            person: PersonSecret::from_bytes(&[number; 32]),
            device: DeviceSecret::from_bytes(&[number + 1; 32]),
            card: SealingSecret::from_bytes(&[number + 2; 32]),
        }
    }

    pub(crate) fn certificate(&self) -> DeviceCertificate {
        DeviceCertificate::sign(&self.person, &self.device)
    }

    pub(super) fn card(&self) -> DeviceCard {
        DeviceCard::sign(&self.device, self.certificate(), self.name, self.card.public(), 1, None)
    }

    pub(crate) fn member(&self) -> CharterMember {
        CharterMember { person: self.person.public(), name: self.name.into() }
    }
}

pub(super) fn anna() -> Somebody {
    Somebody::new("Anna", 0x10)
}

pub(super) fn bram() -> Somebody {
    Somebody::new("Bram", 0x20)
}

pub(super) fn cleo() -> Somebody {
    Somebody::new("Cleo", 0x30)
}

/// The answer key in Bram's reply.
pub(super) fn answer_of_bram() -> SealingSecret {
    SealingSecret::from_bytes(&[0x41; 32])
}

pub(super) fn answer_of_anna() -> SealingSecret {
    SealingSecret::from_bytes(&[0x42; 32])
}

pub(super) fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + 3600 * hours, 0).unwrap()
}

/// The key with which Anna founded the dossier.
pub(super) fn founding() -> FoundingSecret {
    FoundingSecret::from_bytes(&[0x51; 32])
}

pub(super) fn dossier() -> DossierId {
    founding().public().dossier()
}

/// Cleo's new key, after a computer was lost.
pub(super) fn successor_of_cleo() -> PersonSecret {
    PersonSecret::from_bytes(&[0x53; 32])
}

pub(super) fn succession() -> Succession {
    Succession::sign(&cleo().person, &successor_of_cleo())
}

pub(super) fn note() -> DocumentName {
    DocumentName::Note(NoteId::from_random([0x52; 10]))
}

pub(super) fn heads(byte: u8) -> Vec<ChangeHash> {
    vec![ChangeHash([byte; 32]), ChangeHash([byte + 1; 32])]
}

pub(super) fn invitation() -> Invitation {
    let anna = anna();
    Invited {
        id: [0x61; 16],
        kind: InvitationKind::Colleague,
        secret: [0x62; 32],
        person: anna.person.public(),
        device: anna.device.public(),
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

pub(super) fn proof(heads: Vec<ChangeHash>) -> HeadsProof {
    let anna = anna();
    HeadsProof::sign(&anna.device, &anna.certificate(), Vec::new(), &dossier(), &DocumentName::Record, heads)
}

pub(super) fn content() -> EnvelopeContent {
    let statements = charter().statements().map(|one| one.to_bytes().into()).take(1).collect();
    let (dossier, record) = (dossier(), DocumentName::Record);
    let documents = vec![(record.clone(), heads(0x83)), (note(), heads(0x85))];
    let proofs = vec![proof(heads(0x81))];
    let changes = b"Automerge chunks".to_vec();
    EnvelopeContent {
        sender: anna().certificate(),
        number: 7,
        previous: [0x80; 32],
        sent: at(2),
        acknowledged: 5,
        answer_with: None,
        parts: vec![
            EnvelopePart::Charter { dossier: dossier.clone(), statements },
            EnvelopePart::Changes { dossier: dossier.clone(), document: record, changes, proofs },
            EnvelopePart::Have {
                dossier,
                statements: [0x88; 32],
                documents,
                devices: [0x89; 32],
                all: false,
            },
            EnvelopePart::Device { card: cleo().card() },
            EnvelopePart::Succeeded { succession: succession() },
        ],
    }
}

/// Anna opens the charter, records a consent, and lets Bram write and Cleo read. Cleo replaces her key. Anna
/// hands over to Bram, who accepts and withdraws her. Anna had not heard of that and withdrew the consent, in
/// vain.
pub(super) fn charter() -> Charter {
    let (anna, bram, cleo) = (anna(), bram(), cleo());
    let before = vec![(DocumentName::Record, heads(0x91))];
    let mut charter = Charter::open(&founding(), anna.member(), before, &anna.person, at(0)).unwrap();
    let consent = Act::Consent {
        purpose: "samen begeleiden".into(),
        how: ConsentForm::Spoken,
        given_by: "mevrouw De Wit".into(),
        until: NaiveDate::from_ymd_opt(2027, 6, 30),
    };
    charter.issue(consent, &anna.person, at(1)).unwrap();
    let grant = Act::Grant { to: bram.member(), role: GrantedRole::Coach };
    charter.issue(grant, &anna.person, at(2)).unwrap();
    let grant = Act::Grant { to: cleo.member(), role: GrantedRole::Reader };
    charter.issue(grant, &anna.person, at(3)).unwrap();
    charter.issue(Act::HandOver { to: bram.member() }, &anna.person, at(4)).unwrap();
    charter.succeed(succession(), "Cleo", &successor_of_cleo(), at(4)).unwrap();
    charter.accept(&bram.person, at(5)).unwrap();
    let withdraw = Act::Withdraw { person: anna.person.public() };
    charter.issue(withdraw, &bram.person, at(6)).unwrap();
    charter
}

/// A statement that the charter does not keep.
pub(super) fn late() -> SignedStatement {
    let anna = anna();
    let charter = charter();
    let consent = charter.statements().find(|one| matches!(one.statement().act, Act::Consent { .. }));
    let consent = consent.unwrap().hash();
    let (author, act) = (anna.person.public(), Act::WithdrawConsent { consent });
    Statement { dossier: dossier(), parents: vec![consent], author, at: at(7), act }.sign(&anna.person)
}
