//! The bytes of statements and charters, which are read whole or refused.

use dossier::Id;
use minicbor::bytes::ByteVec;
use proptest::prelude::*;

use super::*;
use crate::cbor;
use crate::signing_key::Signature;

fn one_of_each() -> Vec<SignedStatement> {
    let open = says(Anna, &[], opening(Anna));
    let after = [open.hash(), StatementHash([9; 32])];
    let acts = [
        consent_until(Some("2026-05-03")),
        consent(),
        Act::WithdrawConsent { consent: StatementHash([3; 32]) },
        grant(Bram, GrantedRole::Reader),
        withdraw(Bram),
        hand_over(Cleo),
        Act::Close,
        accept(StatementHash([4; 32])),
    ];
    let succession = Succession::sign(&Anna.secret(), &Cleo.secret());
    let succeeded = says(Cleo, &after, Act::Succeed { succession, name: "Anna".into() });
    let of_anna = acts.into_iter().map(|act| says(Anna, &after, act));
    [open.clone()].into_iter().chain(of_anna).chain([succeeded]).collect()
}

/// Returns the bytes of a statement as a hostile author signs them.
fn signed(statement: &Statement) -> Vec<u8> {
    let bytes = cbor::to_vec(statement);
    let signature = Anna.secret().sign("kring 2026 charter statement", &bytes);
    wire(signature, bytes)
}

fn wire(signature: Signature, signed: Vec<u8>) -> Vec<u8> {
    let mut bytes = vec![0x82];
    bytes.extend(cbor::to_vec(&signature));
    bytes.extend(cbor::to_vec(&ByteVec::from(signed)));
    bytes
}

fn refused(change: impl FnOnce(&mut Statement)) {
    let mut statement = says(Anna, &[StatementHash([1; 32])], consent()).statement().clone();
    assert!(SignedStatement::from_bytes(&signed(&statement)).is_ok());
    change(&mut statement);
    assert_eq!(SignedStatement::from_bytes(&signed(&statement)), Err(NotAStatement::Unreadable));
}

#[test]
fn every_kind_of_statement_is_read_back_unchanged() {
    for statement in one_of_each() {
        let back = SignedStatement::from_bytes(&statement.to_bytes()).unwrap();
        assert_eq!(back, statement);
        assert_eq!(back.hash(), statement.hash());
    }
}

#[test]
fn a_statement_contains_whole_seconds_only() {
    let mut charter = annas();
    let half_past = at(5) + chrono::TimeDelta::milliseconds(500);
    charter.issue(consent(), &Anna.secret(), half_past).unwrap();
    assert_eq!(Charter::decode(&charter.encode()).unwrap().terms(), charter.terms());
    assert_eq!(charter.terms().history()[1].at, at(5));
}

#[test]
fn a_statement_with_any_byte_changed_is_refused() {
    for statement in one_of_each() {
        let whole = statement.to_bytes();
        for place in 0..whole.len() {
            for flip in [0x01, 0x20, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[place] ^= flip;
                assert!(SignedStatement::from_bytes(&bytes).is_err(), "byte {place} of {statement:?}");
            }
        }
    }
}

#[test]
fn a_statement_that_is_too_short_or_too_long_is_refused() {
    for statement in one_of_each() {
        let mut bytes = statement.to_bytes();
        for length in 0..bytes.len() {
            assert_eq!(SignedStatement::from_bytes(&bytes[..length]), Err(NotAStatement::Unreadable));
        }
        bytes.push(0);
        assert_eq!(SignedStatement::from_bytes(&bytes), Err(NotAStatement::Unreadable));
    }
}

#[test]
fn a_statement_with_a_signature_of_another_person_or_purpose_is_refused() {
    let bytes = cbor::to_vec(says(Anna, &[StatementHash([1; 32])], consent()).statement());
    let purpose = "kring 2026 charter statement";
    let by_another = Bram.secret().sign(purpose, &bytes);
    let for_another = Anna.secret().sign("kring 2026 envelope", &bytes);
    for signature in [by_another, for_another] {
        let read = SignedStatement::from_bytes(&wire(signature, bytes.clone()));
        assert_eq!(read, Err(NotAStatement::BadSignature));
    }
    assert!(SignedStatement::from_bytes(&wire(Anna.secret().sign(purpose, &bytes), bytes)).is_ok());
}

#[test]
fn parents_must_be_sorted_unique_and_few() {
    let parent = |number: u8| StatementHash([number; 32]);
    refused(|statement| statement.parents = vec![parent(2), parent(1)]);
    refused(|statement| statement.parents = vec![parent(1), parent(1)]);
    refused(|statement| statement.parents = (0..65).map(parent).collect());
}

#[test]
fn names_and_texts_must_not_be_empty_or_too_long() {
    let consent = |purpose: &str, given_by: &str| Act::Consent {
        purpose: purpose.into(),
        how: ConsentForm::Written,
        given_by: given_by.into(),
        until: None,
    };
    refused(|statement| statement.act = consent("", "Mevrouw De Wit"));
    refused(|statement| statement.act = consent("Samen", " "));
    refused(|statement| statement.act = consent(&"é".repeat(2_001), "Mevrouw De Wit"));
    refused(|statement| statement.act = consent("Samen", &"é".repeat(201)));
    for name in ["", " ", &"é".repeat(201)] {
        let named = CharterMember { name: name.into(), ..Bram.member() };
        refused(|statement| statement.act = Act::HandOver { to: named.clone() });
        refused(|statement| statement.act = Act::Grant { to: named.clone(), role: GrantedRole::Coach });
        let open = Charter::open(&founding(1), named.clone(), Vec::new(), &Bram.secret(), at(0));
        assert_eq!(open.map(drop), Err(IssueError::BadText));
    }
    let longest = consent(&"é".repeat(2_000), &"é".repeat(200));
    let longest = says(Anna, &[StatementHash([1; 32])], longest);
    assert_eq!(SignedStatement::from_bytes(&longest.to_bytes()), Ok(longest));
}

#[test]
fn only_the_opening_may_be_large() {
    let list = |count: u8| -> Documents {
        (0..count).map(|number| (note(number), vec![ChangeHash([number; 32]); 40])).collect()
    };
    let large = |before: Documents| match opening(Anna) {
        Act::Open { keeper, founding, .. } => Act::Open { keeper, before, founding },
        other => other,
    };
    let opened = says(Anna, &[], large(list(60)));
    assert!(opened.to_bytes().len() > 64 * 1024);
    assert_eq!(SignedStatement::from_bytes(&opened.to_bytes()), Ok(opened));
    let too_large = large([list(250), list(250), list(250), list(250)].concat());
    refused(|statement| statement.act = too_large);
    // Fields that a later version adds are skipped, but not without a limit.
    let mut padded = cbor::to_vec(says(Anna, &[StatementHash([1; 32])], Act::Close).statement());
    assert_eq!(padded[0], 0x85);
    padded[0] = 0x86;
    padded.extend(cbor::to_vec(&ByteVec::from(vec![0; 16 * 1024])));
    let signature = Anna.secret().sign("kring 2026 charter statement", &padded);
    assert_eq!(SignedStatement::from_bytes(&wire(signature, padded)), Err(NotAStatement::Unreadable));
}

fn note(number: u8) -> DocumentName {
    DocumentName::Note(dossier::NoteId::from_random([number; 10]))
}

#[test]
fn a_charter_is_read_back_unchanged() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Anna, &[root], consent());
    put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    charter.chosen.insert(StatementHash([5; 32]));
    let back = Charter::decode(&charter.encode()).unwrap();
    assert_eq!(back.terms(), charter.terms());
    assert_eq!(back, charter);
}

#[test]
fn a_charter_is_never_read_in_part() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let whole = charter.encode();
    for place in 0..whole.len() {
        assert!(Charter::decode(&whole[..place]).is_err());
        let mut bytes = whole.clone();
        bytes[place] ^= 0x01;
        let all = Charter::decode(&bytes).map_or(charter.len(), |read| read.len());
        assert_eq!(all, charter.len(), "byte {place}");
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(SignedStatement::from_bytes(&bytes).is_err());
        prop_assert!(Charter::decode(&bytes).is_err());
    }

    #[test]
    fn any_signed_bytes_are_refused_or_read_without_a_panic(
        start in 0..250_usize,
        junk in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let mut bytes = cbor::to_vec(says(Anna, &[StatementHash([1; 32])], withdraw(Bram)).statement());
        let start = start.min(bytes.len());
        let end = (start + junk.len()).min(bytes.len());
        bytes.splice(start..end, junk);
        let signature = Anna.secret().sign("kring 2026 charter statement", &bytes);
        drop(SignedStatement::from_bytes(&wire(signature, bytes)));
    }
}
