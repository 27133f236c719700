//! What an author may not say, or what makes no sense.

use super::*;

/// Anna's charter, with a consent.
fn consented() -> Charter {
    let mut charter = annas();
    charter.state(consent(), &Anna.secret(), at(1)).unwrap();
    charter
}

fn refuses(charter: &Charter, author: Who, act: Act, error: StateError) {
    let mut charter = charter.clone();
    let before = charter.clone();
    assert_eq!(charter.state(act, &author.secret(), at(9)), Err(error));
    assert_eq!(charter, before);
}

#[test]
fn only_the_keeper_states() {
    let mut charter = consented();
    charter.state(grant(Bram, Role::Coach), &Anna.secret(), at(2)).unwrap();
    for act in [consent(), grant(Cleo, Role::Coach), withdraw(Bram), hand_over(Bram), Act::Close] {
        refuses(&charter, Bram, act, StateError::NotTheKeeper);
    }
    charter.state(hand_over(Bram), &Anna.secret(), at(3)).unwrap();
    refuses(&charter, Anna, consent(), StateError::NotTheKeeper);
    charter.state(grant(Cleo, Role::Coach), &Bram.secret(), at(4)).unwrap();
    assert_eq!(role(&charter, Cleo), Some(StandingRole::Coach));
}

#[test]
fn nothing_is_shared_without_a_consent_that_stands() {
    refuses(&annas(), Anna, grant(Bram, Role::Reader), StateError::NoConsent);
    refuses(&annas(), Anna, hand_over(Bram), StateError::NoConsent);
    let mut charter = consented();
    let consent = charter.standing().consents().next().unwrap().0;
    charter.state(Act::WithdrawConsent { consent }, &Anna.secret(), at(2)).unwrap();
    refuses(&charter, Anna, grant(Bram, Role::Reader), StateError::NoConsent);
    refuses(&charter, Anna, Act::WithdrawConsent { consent }, StateError::NoSuchConsent);
}

#[test]
fn what_makes_no_sense_is_not_stated() {
    let mut charter = consented();
    charter.state(grant(Bram, Role::Coach), &Anna.secret(), at(2)).unwrap();
    refuses(&charter, Anna, withdraw(Anna), StateError::KeeperCannotBeWithdrawn);
    refuses(&charter, Anna, withdraw(Cleo), StateError::NotAMember);
    refuses(&charter, Anna, grant(Bram, Role::Coach), StateError::HasThatRole);
    refuses(&charter, Anna, grant(Anna, Role::Reader), StateError::HasThatRole);
    refuses(&charter, Anna, hand_over(Anna), StateError::HasThatRole);
    let open = Act::Open { keeper: Anna.member(), before: Vec::new() };
    refuses(&charter, Anna, open, StateError::OpenAlready);
    let nameless = Member { name: String::new(), ..Cleo.member() };
    refuses(&charter, Anna, Act::HandOver { to: nameless }, StateError::BadText);
}

#[test]
fn after_the_close_nothing_is_stated() {
    let mut charter = consented();
    charter.state(Act::Close, &Anna.secret(), at(2)).unwrap();
    for act in [consent(), grant(Bram, Role::Coach), Act::Close] {
        refuses(&charter, Anna, act, StateError::Closed);
    }
}

#[test]
fn what_others_could_not_read_is_not_stated() {
    let many: Documents = vec![(DocumentName::Record, vec![ChangeHash([1; 32]); 1_001])];
    let open = Charter::open(dossier_id(1), Anna.member(), many.clone(), &Anna.secret(), at(0));
    assert_eq!(open.map(drop), Err(StateError::BadText));
    let mut charter = consented();
    charter.state(grant(Bram, Role::Coach), &Anna.secret(), at(2)).unwrap();
    refuses(&charter, Anna, Act::Withdraw { person: Bram.key(), accepted: many }, StateError::BadText);
}

#[test]
fn a_statement_follows_all_that_its_author_had() {
    let mut charter = consented();
    let root = charter.root;
    let beside = put(&mut charter, Anna, &[root], consent_until(Some("2026-05-03")));
    let heads = charter.heads();
    assert!(heads.contains(&beside) && heads.len() == 2);
    charter.state(Act::Close, &Anna.secret(), at(2)).unwrap();
    assert_eq!(charter.statements().last().unwrap().statement().parents, heads);
    assert_eq!(charter.heads().len(), 1);
}
