//! A dossier that was handed over and that nobody accepted yet: the keeper thinks again, or keys are replaced.

use super::*;

/// Says that `to` takes the place of `from`.
fn succeed(from: Who, to: Who) -> Act {
    Act::Succeed { succession: Succession::sign(&from.secret(), &to.secret()), name: format!("{from:?}") }
}

/// Returns a charter in which Anna handed over to Bram, with the statement that says so.
fn offered_to_bram() -> (Charter, StatementHash) {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Bram, GrantedRole::Coach));
    let offered = put(&mut charter, Anna, &[granted], hand_over(Bram));
    (charter, offered)
}

fn offered_to(charter: &Charter) -> Option<PersonKey> {
    charter.terms().offered_to().map(|member| member.person)
}

#[test]
fn a_lost_key_cannot_accept_after_its_owner_took_another() {
    let (mut charter, offered) = offered_to_bram();
    assert_eq!(offered_to(&charter), Some(Bram.key()));
    let succeeded = put(&mut charter, Cleo, &[offered], succeed(Bram, Cleo));
    assert_eq!(offered_to(&charter), None, "the keeper has to hand over to the new key");
    charter.extend([says(Bram, &[succeeded], accept(offered))]);
    assert_eq!(role(&charter, Anna), Some(MemberRole::Keeper));
}

#[test]
fn what_a_lost_key_accepted_before_it_heard_of_its_successor_is_the_successors() {
    for first in [true, false] {
        let (mut charter, offered) = offered_to_bram();
        let accepted = says(Bram, &[offered], accept(offered));
        let succeeded = says(Cleo, &[offered], succeed(Bram, Cleo));
        let (accepting, succeeding) = (accepted.hash(), succeeded.hash());
        let both = if first { [accepted, succeeded] } else { [succeeded, accepted] };
        charter.extend(both);
        assert!(!charter.terms().is_frozen());
        assert_eq!(
            [Anna, Bram, Cleo].map(|who| role(&charter, who)),
            [Some(MemberRole::Coach), None, Some(MemberRole::Keeper)]
        );
        charter.extend([says(Bram, &[accepting], grant(Dewi, GrantedRole::Coach))]);
        assert_eq!(role(&charter, Dewi), None, "whoever has the lost key gives nobody a role");
        put(&mut charter, Cleo, &[accepting, succeeding], grant(Dewi, GrantedRole::Reader));
        assert_eq!(role(&charter, Dewi), Some(MemberRole::Reader));
        // Anna is not the keeper any more.
        charter.extend([says(Anna, &[accepting, succeeding], grant(Dewi, GrantedRole::Coach))]);
        assert_eq!(role(&charter, Dewi), Some(MemberRole::Reader));
    }
}

#[test]
fn a_thief_who_accepts_and_names_a_successor_is_not_the_keeper() {
    let (mut charter, offered) = offered_to_bram();
    let accepted = says(Bram, &[offered], accept(offered));
    let thief = says(Dewi, &[accepted.hash()], succeed(Bram, Dewi));
    charter.extend([accepted, thief]);
    charter.extend([says(Cleo, &[offered], succeed(Bram, Cleo))]);
    assert!(charter.terms().is_frozen());
    assert_eq!(role(&charter, Dewi), None);
}

#[test]
fn taking_the_role_of_the_new_key_away_takes_the_offer_to_the_lost_one_back() {
    let (mut charter, offered) = offered_to_bram();
    let succeeded = put(&mut charter, Cleo, &[offered], succeed(Bram, Cleo));
    put(&mut charter, Anna, &[succeeded], withdraw(Cleo));
    charter.extend([says(Bram, &[offered], accept(offered))]);
    assert_ne!(role(&charter, Bram), Some(MemberRole::Keeper));
    assert_ne!(role(&charter, Cleo), Some(MemberRole::Keeper));
}

#[test]
fn an_offer_that_was_taken_back_and_made_again_can_be_accepted_late() {
    let (mut charter, first) = offered_to_bram();
    let withdrawn = put(&mut charter, Anna, &[first], withdraw(Bram));
    let granted = put(&mut charter, Anna, &[withdrawn], grant(Bram, GrantedRole::Coach));
    let second = put(&mut charter, Anna, &[granted], hand_over(Bram));
    // His laptop has not heard of the second one.
    charter.extend([says(Bram, &[first], accept(first)), says(Bram, &[second], accept(second))]);
    assert!(!charter.terms().is_frozen());
    assert_eq!(role(&charter, Bram), Some(MemberRole::Keeper));
}

#[test]
fn an_offer_that_was_accepted_long_ago_cannot_be_accepted_against_a_later_withdrawal() {
    let (mut charter, first) = offered_to_bram();
    let his = put(&mut charter, Bram, &[first], accept(first));
    let back = put(&mut charter, Bram, &[his], hand_over(Anna));
    let hers = put(&mut charter, Anna, &[back], accept(back));
    put(&mut charter, Anna, &[hers], withdraw(Bram));
    charter.extend([says_at(5, Bram, &[first], accept(first))]);
    assert!(!charter.terms().is_frozen());
    assert_eq!((role(&charter, Anna), role(&charter, Bram)), (Some(MemberRole::Keeper), None));
}

#[test]
fn of_two_people_the_one_who_accepts_after_the_other_did_accepts_nothing() {
    let (mut charter, to_bram) = offered_to_bram();
    let to_cleo = put(&mut charter, Anna, &[to_bram], grant(Cleo, GrantedRole::Coach));
    let to_cleo = put(&mut charter, Anna, &[to_cleo], hand_over(Cleo));
    let hers = put(&mut charter, Cleo, &[to_cleo], accept(to_cleo));
    charter.extend([says(Bram, &[hers], accept(to_bram))]);
    assert!(!charter.terms().is_frozen());
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Keeper));
}

#[test]
fn a_keeper_hands_over_to_one_person_at_a_time() {
    let (mut charter, _) = offered_to_bram();
    charter.issue(grant(Cleo, GrantedRole::Coach), &Anna.secret(), at(1)).unwrap();
    let refused = charter.issue(hand_over(Cleo), &Anna.secret(), at(2));
    assert_eq!(refused, Err(IssueError::OfferedAlready));
    charter.issue(withdraw(Bram), &Anna.secret(), at(3)).unwrap();
    charter.issue(hand_over(Cleo), &Anna.secret(), at(4)).unwrap();
    assert_eq!(offered_to(&charter), Some(Cleo.key()));
}

#[test]
fn an_offer_to_somebody_without_a_role_or_in_a_closed_charter_is_none() {
    let (mut charter, offered) = offered_to_bram();
    // The keeper's other computer withdraws him without having heard of the offer.
    let root = charter.root;
    put(&mut charter, Anna, &[root], withdraw(Bram));
    assert_eq!(offered_to(&charter), None);
    let (mut closed, offered_too) = offered_to_bram();
    assert_eq!(offered_too, offered);
    put(&mut closed, Anna, &[offered], Act::Close);
    assert_eq!(offered_to(&closed), None);
}

#[test]
fn an_owner_names_her_successor_although_a_thief_named_another_before() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    put(&mut charter, Dewi, &[consented], succeed(Anna, Dewi));
    let succession = Succession::sign(&Anna.secret(), &Cleo.secret());
    for _ in 0..2 {
        charter.succeed(succession.clone(), "Anna", &Cleo.secret(), at(1)).unwrap();
        assert!(charter.terms().is_frozen());
        assert_eq!(charter.statements().count(), 4, "she says so once");
    }
    assert_eq!((role(&charter, Cleo), role(&charter, Dewi)), (None, None));
}

#[test]
fn two_keys_that_take_each_others_place_end_a_tenure_once() {
    let mut charter = annas();
    let root = charter.root;
    let there = says(Cleo, &[root], succeed(Anna, Cleo));
    let back = says(Anna, &[root], succeed(Cleo, Anna));
    charter.extend([there, back]);
    // What matters is that this returns.
    assert!(charter.terms().members().count() <= 1);
}

#[test]
fn a_former_keeper_cannot_lift_a_withdrawal_by_a_handover_that_nobody_had_seen() {
    let (mut charter, first) = offered_to_bram();
    let withdrawn = put(&mut charter, Anna, &[first], withdraw(Bram));
    charter.extend([says(Bram, &[withdrawn], accept(first))]);
    let granted = put(&mut charter, Anna, &[withdrawn], grant(Cleo, GrantedRole::Coach));
    let cleo = handed(&mut charter, Anna, &[granted], Cleo);
    put(&mut charter, Cleo, &[cleo], withdraw(Anna));
    charter.extend([says(Anna, &[withdrawn], hand_over(Bram))]);
    assert_ne!(role(&charter, Bram), Some(MemberRole::Keeper));
    assert_eq!(role(&charter, Anna), None);
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Keeper));
}

#[test]
fn a_withdrawal_of_somebody_else_does_not_count_against_a_person_who_names_that_one_as_successor_later() {
    let (mut charter, first) = offered_to_bram();
    let withdrawn = put(&mut charter, Anna, &[first], withdraw(Dewi));
    let his = put(&mut charter, Bram, &[withdrawn], accept(first));
    let granted = put(&mut charter, Bram, &[his], grant(Cleo, GrantedRole::Coach));
    let cleo = handed(&mut charter, Bram, &[granted], Cleo);
    put(&mut charter, Cleo, &[cleo], withdraw(Anna));
    let root = charter.root;
    let parents: Vec<StatementHash> = charter.statements().map(SignedStatement::hash).collect();
    let granted_to_bram = parents.into_iter().find(|hash| *hash != root).unwrap();
    charter.extend([says(Dewi, &[granted_to_bram, first], succeed(Bram, Dewi))]);
    assert_ne!(
        role(&charter, Anna),
        Some(MemberRole::Keeper),
        "nobody takes it back without people being asked"
    );
}

#[test]
fn a_role_that_a_former_keeper_backdates_to_what_a_lost_key_accepted_does_not_count() {
    let (mut charter, offered) = offered_to_bram();
    let accepted = says(Bram, &[offered], accept(offered));
    let succeeded = says(Cleo, &[offered], succeed(Bram, Cleo));
    let (accepting, succeeding) = (accepted.hash(), succeeded.hash());
    charter.extend([accepted, succeeded]);
    put(&mut charter, Cleo, &[accepting, succeeding], withdraw(Anna));
    let backdated = says(Anna, &[offered], grant(Dewi, GrantedRole::Coach));
    let accepted_again = says_at(9, Bram, &[backdated.hash()], accept(offered));
    charter.extend([backdated, accepted_again]);
    assert_eq!(role(&charter, Dewi), None);
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Keeper));
}

#[test]
fn a_keeper_who_was_followed_hands_over_again() {
    let (mut charter, offered) = offered_to_bram();
    let withdrawn = put(&mut charter, Anna, &[offered], withdraw(Bram));
    put(&mut charter, Bram, &[offered], accept(offered));
    assert!(charter.terms().is_frozen());
    assert!(charter.follow(Anna.key()));
    assert_eq!(role(&charter, Anna), Some(MemberRole::Keeper));
    let granted = put(&mut charter, Anna, &[withdrawn], grant(Cleo, GrantedRole::Coach));
    handed(&mut charter, Anna, &[granted], Cleo);
    assert!(!charter.terms().is_frozen());
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Keeper));
}
