//! A member puts another key in the place of one that was on a lost computer.

use super::*;

/// Says that `to` takes the place of `from`.
fn succeed(from: Who, to: Who) -> Act {
    Act::Succeed { succession: Succession::sign(&from.secret(), &to.secret()), name: format!("{from:?}") }
}

#[test]
fn a_new_key_has_the_role_of_the_lost_one() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Reader));
    put(&mut charter, Cleo, &[granted], succeed(Bram, Cleo));
    assert_eq!((role(&charter, Bram), role(&charter, Cleo)), (None, Some(MemberRole::Reader)));
    assert_eq!(charter.terms().latest_key(&Bram.key()), Cleo.key());
}

#[test]
fn a_new_key_of_the_keeper_keeps_the_dossier_and_the_lost_one_has_no_role() {
    let mut charter = annas();
    let root = charter.root;
    let succeeded = put(&mut charter, Cleo, &[root], succeed(Anna, Cleo));
    assert_eq!((role(&charter, Anna), role(&charter, Cleo)), (None, Some(MemberRole::Keeper)));
    put(&mut charter, Cleo, &[succeeded], grant(Dewi, GrantedRole::Coach));
    dropped(&mut charter, Anna, &[succeeded], withdraw(Dewi));
    dropped(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    assert_eq!(role(&charter, Dewi), Some(MemberRole::Coach));
}

#[test]
fn a_thief_who_names_a_successor_too_gets_no_role() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    put(&mut charter, Cleo, &[granted], succeed(Bram, Cleo));
    put(&mut charter, Dewi, &[granted], succeed(Bram, Dewi));
    assert_eq!([Bram, Cleo, Dewi].map(|who| role(&charter, who)), [None, None, None]);
    // The keeper asks him, and gives his own key the role.
    charter.issue(consent(), &Anna.secret(), at(1)).unwrap();
    charter.issue(grant(Cleo, GrantedRole::Coach), &Anna.secret(), at(2)).unwrap();
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
}

#[test]
fn a_thief_of_the_keepers_key_freezes_the_charter_and_gets_no_role() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    put(&mut charter, Cleo, &[consented], succeed(Anna, Cleo));
    let stolen = put(&mut charter, Anna, &[consented], hand_over(Dewi));
    put(&mut charter, Dewi, &[stolen], accept(stolen));
    assert!(charter.terms().is_frozen());
    // Whoever handed over goes on as a coach, and that is her new key.
    assert_eq!([Anna, Cleo, Dewi].map(|who| role(&charter, who)), [None, Some(MemberRole::Coach), None]);
    assert!(charter.follow(Cleo.key()));
    assert_eq!((role(&charter, Cleo), role(&charter, Dewi)), (Some(MemberRole::Keeper), None));
}

#[test]
fn a_computer_that_had_not_heard_of_the_handover_yet_makes_people_choose() {
    for first in [true, false] {
        let mut charter = annas();
        let root = charter.root;
        let consented = put(&mut charter, Anna, &[root], consent());
        let granted = put(&mut charter, Anna, &[consented], grant(Dewi, GrantedRole::Coach));
        let handed = put(&mut charter, Anna, &[granted], hand_over(Dewi));
        let accepted = says(Dewi, &[handed], accept(handed));
        // Anna's desktop has seen that Dewi accepted, and her laptop has not. Both state her new key. A former keeper
        // could make it look so too, to take the dossier back.
        let desktop = says(Cleo, &[accepted.hash()], succeed(Anna, Cleo));
        let laptop = says(Cleo, &[handed], succeed(Anna, Cleo));
        let all = if first { [accepted, desktop, laptop] } else { [laptop, accepted, desktop] };
        all.into_iter().for_each(|statement| charter.add(statement).unwrap());
        assert!(charter.terms().is_frozen());
        assert!(charter.follow(Dewi.key()));
        assert_eq!(
            [Anna, Cleo, Dewi].map(|who| role(&charter, who)),
            [None, Some(MemberRole::Coach), Some(MemberRole::Keeper)]
        );
    }
}

#[test]
fn a_former_keeper_cannot_take_the_dossier_back_by_naming_the_successor_after_a_forged_handover() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Cleo, GrantedRole::Coach));
    let succeeded = put(&mut charter, Bram, &[granted], succeed(Anna, Bram));
    let cleo = handed(&mut charter, Bram, &[succeeded], Cleo);
    put(&mut charter, Cleo, &[cleo], withdraw(Bram));
    let forged = says(Anna, &[granted], hand_over(Dewi));
    let accepted = says(Dewi, &[forged.hash()], accept(forged.hash()));
    let again = says(Bram, &[accepted.hash()], succeed(Anna, Bram));
    charter.extend([forged, accepted, again]);
    assert!(charter.terms().is_frozen());
    assert_eq!([Anna, Bram, Dewi].map(|who| role(&charter, who).is_some()), [false; 3]);
}

#[test]
fn a_lost_key_of_a_former_keeper_removes_nothing() {
    for act in [Act::Close, withdraw(Dewi)] {
        let mut charter = annas();
        let root = charter.root;
        let dewi = put(&mut charter, Anna, &[root], grant(Dewi, GrantedRole::Coach));
        let offered = put(&mut charter, Anna, &[dewi], hand_over(Cleo));
        let accepted = put(&mut charter, Cleo, &[offered], accept(offered));
        let succeeded = put(&mut charter, Bram, &[accepted], succeed(Anna, Bram));
        put(&mut charter, Cleo, &[succeeded], withdraw(Bram));
        charter.extend([says(Anna, &[offered], act)]);
        assert!(!charter.terms().is_closed());
        assert_eq!(role(&charter, Dewi), Some(MemberRole::Coach));
    }
}

#[test]
fn a_withdrawal_holds_for_the_new_key_too() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Cleo, &[granted], succeed(Bram, Cleo));
    assert_eq!((role(&charter, Bram), role(&charter, Cleo)), (None, None));
}

#[test]
fn only_somebody_whom_the_charter_names_can_name_a_successor() {
    let mut charter = annas();
    let root = charter.root;
    dropped(&mut charter, Cleo, &[root], succeed(Bram, Cleo));
    // Only the successor says so, because whoever has the lost computer has the former key too.
    let signed = says(Anna, &[root], succeed(Anna, Cleo));
    assert_eq!(SignedStatement::from_bytes(&signed.to_bytes()), Err(NotAStatement::Unreadable));
}

#[test]
fn a_withdrawal_of_any_key_of_a_person_holds_for_the_last() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let cleo = put(&mut charter, Cleo, &[granted], succeed(Bram, Cleo));
    put(&mut charter, Anna, &[cleo], withdraw(Cleo));
    // The same person takes another key once more, and says that it was before.
    put(&mut charter, Dewi, &[cleo], succeed(Cleo, Dewi));
    assert_eq!([Bram, Cleo, Dewi].map(|who| role(&charter, who)), [None, None, None]);
}

#[test]
fn a_thief_cannot_crowd_out_the_owners_successor() {
    // Bram was offered the dossier, so many of his acceptances could count.
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let offered = put(&mut charter, Anna, &[granted], hand_over(Bram));
    put(&mut charter, Anna, &[offered], withdraw(Bram));
    let thief = (0..40).map(|at| says_at(at, Dewi, &[granted], succeed(Bram, Dewi)));
    let accepted = (0..40).map(|at| says_at(at, Bram, &[offered], accept(offered)));
    charter.extend(thief.chain(accepted));
    let cleo = says(Cleo, &[granted], succeed(Bram, Cleo));
    charter.extend([cleo.clone()]);
    assert!(charter.statements().any(|one| one.hash() == cleo.hash()));
    assert_eq!([Bram, Cleo, Dewi].map(|who| role(&charter, who)), [None, None, None]);
}

#[test]
fn a_thief_of_the_keepers_key_removes_nothing_after_the_owner_took_another() {
    for act in [Act::Close, withdraw(Bram)] {
        let mut charter = annas();
        let root = charter.root;
        let consented = put(&mut charter, Anna, &[root], consent());
        let granted = put(&mut charter, Anna, &[consented], grant(Bram, GrantedRole::Coach));
        put(&mut charter, Cleo, &[granted], succeed(Anna, Cleo));
        // The thief says so as if it were before.
        charter.extend([says(Anna, &[granted], act)]);
        assert!(!charter.terms().is_closed(), "the dossier is closed for good");
        assert_eq!(role(&charter, Bram), Some(MemberRole::Coach));
    }
}

#[test]
fn what_the_new_key_of_a_claimant_states_is_kept_who_accepted_with_the_lost_one_at_the_same_time() {
    // The order of statements that were made at the same time goes by their hashes, which follow the clock.
    for clock in 0..16 {
        let mut charter = annas();
        let root = charter.root;
        handed(&mut charter, Anna, &[root], Dewi);
        let offered = put(&mut charter, Anna, &[root], hand_over(Bram));
        let accepted = says_at(clock, Bram, &[offered], accept(offered));
        let succeeded = says_at(clock, Cleo, &[offered], succeed(Bram, Cleo));
        let after = [accepted.hash(), succeeded.hash()];
        charter.extend([accepted, succeeded]);
        put(&mut charter, Cleo, &after, consent());
        assert!(charter.terms().is_frozen());
        assert!(charter.follow(Cleo.key()));
        assert_eq!(charter.terms().keeper().person, Cleo.key());
        assert_eq!(charter.terms().consents().count(), 1);
    }
}

#[test]
fn a_withdrawal_cancels_a_role_that_was_given_to_the_new_key_at_the_same_time() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let succeeded = put(&mut charter, Cleo, &[granted], succeed(Bram, Cleo));
    put(&mut charter, Anna, &[succeeded], withdraw(Bram));
    let again = put(&mut charter, Anna, &[succeeded], grant(Cleo, GrantedRole::Coach));
    assert_eq!([Bram, Cleo].map(|who| role(&charter, who)), [None, None]);
    // What the keeper gives after the withdrawal counts.
    let heads = charter.heads();
    assert!(heads.contains(&again));
    put(&mut charter, Anna, &heads, grant(Cleo, GrantedRole::Reader));
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Reader));
}

#[test]
fn the_new_key_of_a_claimant_follows_nothing_that_another_claimant_stated_as_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let dewi = handed(&mut charter, Anna, &[granted], Dewi);
    let stated = put(&mut charter, Dewi, &[dewi], consent());
    handed(&mut charter, Anna, &[granted], Bram);
    let succession = Succession::sign(&Bram.secret(), &Cleo.secret());
    charter.succeed(succession, "Bram", &Cleo.secret(), at(1)).unwrap();
    let of_cleo = charter.statements().find(|one| one.statement().author == Cleo.key());
    let parents = &of_cleo.unwrap().statement().parents;
    assert!(!parents.contains(&stated), "otherwise it would take up her room for good");
}
