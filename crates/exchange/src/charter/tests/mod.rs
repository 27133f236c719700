//! Tests of the charter: Anna keeps a dossier, and Bram, Cleo and Dewi come and go.

mod attacks;
mod bounds;
mod bytes;
mod convergence;
mod floods;
mod issuing;
mod offers;
mod rules;
mod successions;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId};

use super::*;
use crate::cbor::Documents;
use crate::founding::Founding;
use crate::signing_key::{FoundingSecret, PersonKey, PersonSecret};
use crate::succession::Succession;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Anna = 1,
    Bram,
    Cleo,
    Dewi,
}

use Who::*;

const EVERYBODY: [Who; 4] = [Anna, Bram, Cleo, Dewi];

impl Who {
    fn secret(self) -> PersonSecret {
        PersonSecret::from_bytes(&[self as u8; 32])
    }

    fn key(self) -> PersonKey {
        self.secret().public()
    }

    fn member(self) -> CharterMember {
        CharterMember { person: self.key(), name: format!("{self:?}") }
    }
}

/// The key with which a dossier was founded.
fn founding(number: u8) -> FoundingSecret {
    FoundingSecret::from_bytes(&[number; 32])
}

fn dossier_id(number: u8) -> DossierId {
    founding(number).public().dossier()
}

/// Returns the opening of the first dossier by somebody who has its founding key.
fn opening(keeper: Who) -> Act {
    let founding = Founding::sign(&founding(1), &keeper.key());
    Act::Open { keeper: keeper.member(), before: heads(7), founding }
}

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + seconds, 0).unwrap()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn heads(number: u8) -> Documents {
    vec![(DocumentName::Record, vec![ChangeHash([number; 32])])]
}

fn consent() -> Act {
    consent_until(None)
}

fn consent_until(until: Option<&str>) -> Act {
    let (purpose, given_by) = ("Samen werken aan mijn netwerk".into(), "Mevrouw De Wit".into());
    Act::Consent { purpose, how: ConsentForm::Spoken, given_by, until: until.map(day) }
}

fn grant(to: Who, role: GrantedRole) -> Act {
    Act::Grant { to: to.member(), role }
}

fn withdraw(who: Who) -> Act {
    Act::Withdraw { person: who.key() }
}

fn hand_over(to: Who) -> Act {
    Act::HandOver { to: to.member() }
}

fn accept(hand_over: StatementHash) -> Act {
    Act::Accept { hand_over }
}

/// Lets a keeper hand over, and the other accept. Returns the acceptance, with which the tenure begins.
fn handed(charter: &mut Charter, from: Who, after: &[StatementHash], to: Who) -> StatementHash {
    let offered = put(charter, from, after, hand_over(to));
    put(charter, to, &[offered], accept(offered))
}

/// Returns a charter that Anna opened.
fn annas() -> Charter {
    Charter::open(&founding(1), Anna.member(), heads(7), &Anna.secret(), at(0)).unwrap()
}

/// Returns a statement with any act and any parents that its author likes.
fn says(author: Who, after: &[StatementHash], act: Act) -> SignedStatement {
    says_at(0, author, after, act)
}

fn says_at(seconds: i64, author: Who, after: &[StatementHash], act: Act) -> SignedStatement {
    let mut parents = after.to_vec();
    parents.sort();
    Statement { dossier: dossier_id(1), parents, author: author.key(), at: at(seconds), act }
        .sign(&author.secret())
}

/// Adds a statement that follows `after`.
fn put(charter: &mut Charter, author: Who, after: &[StatementHash], act: Act) -> StatementHash {
    let statement = says(author, after, act);
    assert_eq!(charter.add(statement.clone()), Ok(()));
    statement.hash()
}

/// Offers a statement that the charter must not keep.
fn dropped(charter: &mut Charter, author: Who, after: &[StatementHash], act: Act) {
    let before = charter.clone();
    assert_eq!(charter.add(says(author, after, act)), Err(CharterError::NoStanding));
    assert_eq!(*charter, before);
}

fn role(charter: &Charter, who: Who) -> Option<MemberRole> {
    charter.terms().role(&who.key())
}
