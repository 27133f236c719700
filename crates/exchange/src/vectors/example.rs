//! Invented people and the messages that they exchange, made from fixed seeds.

use chrono::{DateTime, NaiveDate, Utc};
use dossier::{ChangeHash, CoachId, DocumentName, DossierId, Id, NoteId};

use crate::certificate::DeviceCertificate;
use crate::charter::{Act, Charter, CharterMember, ConsentForm, GrantedRole, Statement};
use crate::content::{EnvelopeContent, EnvelopePart};
use crate::device_card::DeviceCard;
use crate::heads_proof::HeadsProof;
use crate::invitation::{Invitation, InvitationKind, Invited, InvitedStorage, InviterRole};
use crate::sealing_key::SealingSecret;
use crate::signing_key::{DeviceKey, DeviceSecret, PersonSecret};

pub(super) struct Somebody {
    pub(super) name: &'static str,
    pub(super) person: PersonSecret,
    pub(super) device: DeviceSecret,
    pub(super) card: SealingSecret,
    pub(super) coach: CoachId,
}

impl Somebody {
    pub(crate) fn new(name: &'static str, number: u8) -> Self {
        Self {
            name,
            person: PersonSecret::from_bytes(&[number; 32]),
            device: DeviceSecret::from_bytes(&[number + 1; 32]),
            card: SealingSecret::from_bytes(&[number + 2; 32]),
            coach: CoachId::from_random([number; 10]),
        }
    }

    pub(crate) fn certificate(&self) -> DeviceCertificate {
        DeviceCertificate::sign(&self.person, self.device.public(), self.coach.clone(), at(0))
    }

    pub(super) fn card(&self) -> DeviceCard {
        DeviceCard { certificate: self.certificate(), name: self.name.into(), key: self.card.public() }
    }

    pub(crate) fn member(&self) -> CharterMember {
        CharterMember { person: self.person.public(), coach: self.coach.clone(), name: self.name.into() }
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

pub(super) fn dossier() -> DossierId {
    DossierId::from_random([0x51; 10])
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
            EnvelopePart::Have { dossier, statements: 1, documents, devices: 0x8687 },
            EnvelopePart::Device { card: cleo().card() },
            EnvelopePart::Retired { device: DeviceKey([0x87; 32]) },
        ],
    }
}

/// Anna opens the charter, records a consent, and lets Bram write and Cleo read. She hands over to Bram, who
/// withdraws Cleo. Anna had not heard of that and made Cleo a coach at the same time, which does not hold.
pub(super) fn charter() -> Charter {
    let (anna, bram, cleo) = (anna(), bram(), cleo());
    let before = vec![(DocumentName::Record, heads(0x91))];
    let mut charter = Charter::open(dossier(), anna.member(), before, &anna.person, at(0)).unwrap();
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
    let parents = charter.heads();
    charter.issue(Act::HandOver { to: bram.member() }, &anna.person, at(4)).unwrap();
    let accepted = vec![(note(), heads(0x93))];
    let withdraw = Act::Withdraw { person: cleo.person.public(), accepted };
    charter.issue(withdraw, &bram.person, at(5)).unwrap();
    let act = Act::Grant { to: cleo.member(), role: GrantedRole::Coach };
    let author = anna.person.public();
    let late = Statement { dossier: dossier(), parents, author, at: at(4), act };
    charter.add(late.sign(&anna.person)).unwrap();
    charter
}
