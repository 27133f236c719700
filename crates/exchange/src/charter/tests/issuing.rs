//! The statements that an author may not issue, and those that make no sense.

use super::*;

/// Returns Anna's charter with a consent.
fn consented() -> Charter {
    let mut charter = annas();
    charter.issue(consent(), &Anna.secret(), at(1)).unwrap();
    charter
}

fn refuses(charter: &Charter, author: Who, act: Act, error: IssueError) {
    let mut charter = charter.clone();
    let before = charter.clone();
    assert_eq!(charter.issue(act, &author.secret(), at(9)), Err(error));
    assert_eq!(charter, before);
}

#[test]
fn only_the_keeper_issues_statements() {
    let mut charter = consented();
    charter.issue(grant(Bram, GrantedRole::Coach), &Anna.secret(), at(2)).unwrap();
    for act in [consent(), grant(Cleo, GrantedRole::Coach), withdraw(Bram), hand_over(Bram), Act::Close] {
        refuses(&charter, Bram, act, IssueError::NotTheKeeper);
    }
    charter.issue(hand_over(Bram), &Anna.secret(), at(3)).unwrap();
    assert_eq!(charter.clone().accept(&Cleo.secret(), at(3)), Err(IssueError::NotOffered));
    charter.accept(&Bram.secret(), at(3)).unwrap();
    refuses(&charter, Anna, consent(), IssueError::NotTheKeeper);
    charter.issue(grant(Cleo, GrantedRole::Coach), &Bram.secret(), at(4)).unwrap();
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
}

#[test]
fn nothing_is_shared_without_a_valid_consent() {
    refuses(&annas(), Anna, grant(Bram, GrantedRole::Reader), IssueError::NoConsent);
    refuses(&annas(), Anna, hand_over(Bram), IssueError::NoConsent);
    let mut charter = consented();
    let consent = charter.terms().consents().next().unwrap().0;
    charter.issue(Act::WithdrawConsent { consent }, &Anna.secret(), at(2)).unwrap();
    refuses(&charter, Anna, grant(Bram, GrantedRole::Reader), IssueError::NoConsent);
    refuses(&charter, Anna, Act::WithdrawConsent { consent }, IssueError::NoSuchConsent);
}

#[test]
fn an_act_that_makes_no_sense_is_refused() {
    let mut charter = consented();
    charter.issue(grant(Bram, GrantedRole::Coach), &Anna.secret(), at(2)).unwrap();
    refuses(&charter, Anna, withdraw(Anna), IssueError::KeeperCannotBeWithdrawn);
    refuses(&charter, Anna, withdraw(Cleo), IssueError::NotAMember);
    refuses(&charter, Anna, hand_over(Cleo), IssueError::NotAMember);
    refuses(&charter, Anna, grant(Bram, GrantedRole::Coach), IssueError::HasThatRole);
    refuses(&charter, Anna, grant(Anna, GrantedRole::Reader), IssueError::HasThatRole);
    refuses(&charter, Anna, hand_over(Anna), IssueError::HasThatRole);
    refuses(&charter, Anna, opening(Anna), IssueError::OpenAlready);
    let nameless = CharterMember { name: String::new(), ..Cleo.member() };
    refuses(&charter, Anna, Act::HandOver { to: nameless }, IssueError::BadText);
}

#[test]
fn nothing_is_issued_after_the_charter_is_closed() {
    let mut charter = consented();
    charter.issue(Act::Close, &Anna.secret(), at(2)).unwrap();
    for act in [consent(), grant(Bram, GrantedRole::Coach), Act::Close] {
        refuses(&charter, Anna, act, IssueError::Closed);
    }
}

#[test]
fn a_statement_that_others_could_not_read_is_refused() {
    let many: Documents = vec![(DocumentName::Record, vec![ChangeHash([1; 32]); 1_001])];
    let open = Charter::open(&founding(1), Anna.member(), many, &Anna.secret(), at(0));
    assert_eq!(open.map(drop), Err(IssueError::BadText));
}

#[test]
fn a_statement_follows_every_head_that_its_author_has() {
    let mut charter = consented();
    let root = charter.root;
    let beside = put(&mut charter, Anna, &[root], consent_until(Some("2026-05-03")));
    let heads = charter.heads();
    assert!(heads.contains(&beside) && heads.len() == 2);
    charter.issue(Act::Close, &Anna.secret(), at(2)).unwrap();
    assert_eq!(charter.statements().last().unwrap().statement().parents, heads);
    assert_eq!(charter.heads().len(), 1);
}
