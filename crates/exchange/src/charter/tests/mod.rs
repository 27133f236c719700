//! Tests of the charter: Anna keeps a dossier, and Bram, Cleo and Dewi come and go.

mod bounds;
mod bytes;
mod convergence;
mod issuing;
mod rules;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use dossier::{ChangeHash, DocumentName, DossierId, Id};

use super::charter::MOST_WAITING;
use super::*;
use crate::cbor::Documents;
use crate::signing_key::{PersonKey, PersonSecret};

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
        let coach = dossier::CoachId::from_random([self as u8; 10]);
        CharterMember { person: self.key(), coach, name: format!("{self:?}") }
    }
}

fn dossier_id(number: u8) -> DossierId {
    DossierId::from_random([number; 10])
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
    Act::Withdraw { person: who.key(), accepted: heads(who as u8) }
}

fn hand_over(to: Who) -> Act {
    Act::HandOver { to: to.member() }
}

/// Returns a charter that Anna opened.
fn annas() -> Charter {
    Charter::open(dossier_id(1), Anna.member(), heads(7), &Anna.secret(), at(0)).unwrap()
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
    assert_eq!(charter.add(statement.clone()), Ok(Added::Included));
    statement.hash()
}

/// Adds two concurrent statements of one author, the first with the smaller hash.
fn put_in_order(
    charter: &mut Charter,
    author: Who,
    after: &[StatementHash],
    [first, second]: [Act; 2],
) -> [StatementHash; 2] {
    let second = says(author, after, second);
    let first = (1..).map(|seconds| says_at(seconds, author, after, first.clone()));
    let first = first.into_iter().find(|first| first.hash() < second.hash()).unwrap();
    let hashes = [first.hash(), second.hash()];
    assert_eq!(charter.add(second), Ok(Added::Included));
    assert_eq!(charter.add(first), Ok(Added::Included));
    hashes
}

fn role(charter: &Charter, who: Who) -> Option<MemberRole> {
    charter.terms().role(&who.key())
}
