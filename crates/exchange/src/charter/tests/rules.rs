//! The rules of a charter, one by one.

use super::*;

#[test]
fn the_person_who_opens_a_charter_is_its_only_member_and_keeper() {
    let charter = annas();
    let terms = charter.terms();
    assert_eq!(terms.keeper(), &Anna.member());
    assert_eq!(terms.members().collect::<Vec<_>>(), [(Anna.member(), MemberRole::Keeper)]);
    assert!(terms.may_write(&Anna.key()));
    assert_eq!(terms.role(&Bram.key()), None);
    assert_eq!(terms.before(&DocumentName::Record), [ChangeHash([7; 32])]);
    assert!(!terms.is_closed() && !terms.shared_on(day("2026-05-03")));
}

#[test]
fn a_coach_may_write_and_a_reader_may_not() {
    let mut charter = annas();
    let root = charter.root;
    let bram = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    put(&mut charter, Anna, &[bram], grant(Cleo, GrantedRole::Reader));
    let terms = charter.terms();
    assert!(terms.may_write(&Bram.key()) && !terms.may_write(&Cleo.key()));
    assert_eq!(terms.role(&Cleo.key()), Some(MemberRole::Reader));
    assert_eq!(terms.members().count(), 3);
}

#[test]
fn a_statement_of_a_coach_is_not_kept() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    for act in [grant(Cleo, GrantedRole::Coach), hand_over(Bram), withdraw(Anna), consent(), Act::Close] {
        dropped(&mut charter, Bram, &[granted], act);
    }
}

#[test]
fn nobody_is_renamed_by_somebody_who_has_no_say() {
    let mut charter = annas();
    let root = charter.root;
    let renamed = CharterMember { name: "Iemand anders".into(), ..Anna.member() };
    dropped(&mut charter, Bram, &[root], Act::Grant { to: renamed, role: GrantedRole::Coach });
    assert_eq!(charter.terms().history()[0].by, "Anna");
}

#[test]
fn a_dossier_is_shared_through_the_last_day_of_a_consent() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Anna, &[root], consent_until(Some("2026-05-03")));
    let terms = charter.terms();
    assert!(terms.shared_on(day("2026-05-03")) && !terms.shared_on(day("2026-05-04")));
    put(&mut charter, Anna, &[root], consent_until(None));
    assert!(charter.terms().shared_on(day("2099-01-01")));
}

#[test]
fn a_withdrawn_consent_ends_and_another_remains_valid() {
    let mut charter = annas();
    let root = charter.root;
    let first = put(&mut charter, Anna, &[root], consent_until(None));
    let second = put(&mut charter, Anna, &[first], consent_until(Some("2026-05-03")));
    put(&mut charter, Anna, &[second], Act::WithdrawConsent { consent: first });
    let terms = charter.terms();
    assert_eq!(terms.consents().map(|(hash, _)| hash).collect::<Vec<_>>(), [second]);
    assert!(terms.shared_on(day("2026-05-03")) && !terms.shared_on(day("2026-05-04")));
}

#[test]
fn a_closed_charter_shares_nothing_despite_a_consent() {
    let mut charter = annas();
    let root = charter.root;
    let consent = put(&mut charter, Anna, &[root], consent());
    put(&mut charter, Anna, &[consent], Act::Close);
    assert!(charter.terms().is_closed() && !charter.terms().shared_on(day("2026-05-03")));
}

#[test]
fn a_withdrawal_wins_over_a_concurrent_grant() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Reader));
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Anna, &[granted], grant(Bram, GrantedRole::Coach));
    assert_eq!(role(&charter, Bram), None);
    assert!(charter.terms().is_withdrawn(&Bram.key()));
}

#[test]
fn a_grant_after_a_withdrawal_restores_the_role() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let withdrawn = put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Anna, &[withdrawn], grant(Bram, GrantedRole::Reader));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Reader));
    assert!(!charter.terms().is_withdrawn(&Bram.key()));
}

#[test]
fn a_withdrawal_removes_the_role_of_one_person_only() {
    let mut charter = annas();
    let root = charter.root;
    let bram = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let cleo = put(&mut charter, Anna, &[bram], grant(Cleo, GrantedRole::Coach));
    put(&mut charter, Anna, &[cleo], withdraw(Bram));
    assert_eq!((role(&charter, Bram), role(&charter, Cleo)), (None, Some(MemberRole::Coach)));
}

#[test]
fn the_lesser_of_two_concurrent_grants_counts() {
    let mut charter = annas();
    let root = charter.root;
    let reader = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Reader));
    let coach = put(&mut charter, Anna, &[reader], grant(Bram, GrantedRole::Coach));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Coach));
    put(&mut charter, Anna, &[reader], grant(Bram, GrantedRole::Reader));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Reader));
    let all = charter.heads();
    assert!(all.contains(&coach));
    put(&mut charter, Anna, &all, grant(Bram, GrantedRole::Coach));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Coach));
}

#[test]
fn a_handover_makes_another_person_the_keeper_once_they_accept() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let offered = put(&mut charter, Anna, &[granted], hand_over(Bram));
    assert_eq!(role(&charter, Anna), Some(MemberRole::Keeper));
    assert_eq!(charter.terms().offered_to(), Some(&Bram.member()));
    let accepted = put(&mut charter, Bram, &[offered], accept(offered));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Keeper));
    assert_eq!(role(&charter, Anna), Some(MemberRole::Coach));
    assert_eq!(charter.terms().offered_to(), None);
    let granted = put(&mut charter, Bram, &[accepted], grant(Cleo, GrantedRole::Reader));
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Reader));
    put(&mut charter, Bram, &[granted], withdraw(Anna));
    assert_eq!(role(&charter, Anna), None);
}

#[test]
fn only_the_person_to_whom_a_dossier_was_handed_over_can_accept_it() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Cleo, GrantedRole::Coach));
    let offered = put(&mut charter, Anna, &[granted], hand_over(Bram));
    dropped(&mut charter, Cleo, &[offered], accept(offered));
    dropped(&mut charter, Bram, &[granted], accept(offered));
    dropped(&mut charter, Bram, &[offered], accept(granted));
    assert_eq!(charter.terms().keeper(), &Anna.member());
}

#[test]
fn a_statement_of_the_former_keeper_after_the_handover_is_not_kept() {
    let mut charter = annas();
    let root = charter.root;
    let accepted = handed(&mut charter, Anna, &[root], Bram);
    for act in [grant(Cleo, GrantedRole::Coach), withdraw(Bram), consent(), Act::Close, hand_over(Cleo)] {
        dropped(&mut charter, Anna, &[accepted], act);
    }
}

#[test]
fn a_statement_of_the_new_keeper_before_the_acceptance_is_not_kept() {
    let mut charter = annas();
    let root = charter.root;
    let offered = put(&mut charter, Anna, &[root], hand_over(Bram));
    dropped(&mut charter, Bram, &[offered], grant(Cleo, GrantedRole::Coach));
    put(&mut charter, Bram, &[offered], accept(offered));
    assert_eq!(role(&charter, Cleo), None);
}

#[test]
fn only_removals_hold_concurrently_with_an_acceptance() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Cleo, GrantedRole::Coach));
    handed(&mut charter, Anna, &[granted], Bram);
    dropped(&mut charter, Anna, &[granted], grant(Dewi, GrantedRole::Coach));
    dropped(&mut charter, Anna, &[granted], consent_until(Some("2026-05-03")));
    put(&mut charter, Anna, &[granted], withdraw(Cleo));
    assert_eq!(role(&charter, Cleo), None);
    put(&mut charter, Anna, &[granted], Act::WithdrawConsent { consent: consented });
    assert_eq!(charter.terms().consents().count(), 0);
    put(&mut charter, Anna, &[granted], Act::Close);
    assert!(charter.terms().is_closed());
}

#[test]
fn a_keeper_may_hand_back_to_the_former_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let there = handed(&mut charter, Anna, &[root], Bram);
    let back = handed(&mut charter, Bram, &[there], Anna);
    put(&mut charter, Anna, &[back], grant(Cleo, GrantedRole::Coach));
    // This statement is concurrent with the end of her first tenure, where it may only remove something.
    dropped(&mut charter, Anna, &[root], grant(Dewi, GrantedRole::Coach));
    assert_eq!(charter.terms().keeper(), &Anna.member());
    assert_eq!(role(&charter, Bram), Some(MemberRole::Coach));
    assert_eq!((role(&charter, Cleo), role(&charter, Dewi)), (Some(MemberRole::Coach), None));
}

#[test]
fn a_handover_to_oneself_has_no_effect() {
    let mut charter = annas();
    let root = charter.root;
    let before = charter.terms();
    put(&mut charter, Anna, &[root], hand_over(Anna));
    assert_eq!(charter.terms(), before, "the charter keeps what its keeper says, and it changes nothing");
}

#[test]
fn nobody_can_withdraw_the_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let before = charter.terms();
    put(&mut charter, Anna, &[granted], withdraw(Anna));
    assert_eq!(charter.terms(), before, "not by herself, and it is not told either");
    handed(&mut charter, Anna, &[granted], Bram);
    let before = charter.terms();
    // Before he was offered the dossier, Anna withdrew him on her other computer.
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    assert_eq!(charter.terms(), before);
}

#[test]
fn the_history_lists_the_valid_statements_with_names_causes_first() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Bram, GrantedRole::Coach));
    let handed = put(&mut charter, Anna, &[granted], hand_over(Cleo));
    let accepted = put(&mut charter, Cleo, &[handed], accept(handed));
    let withdrawn = put(&mut charter, Cleo, &[accepted], withdraw(Bram));
    let terms = charter.terms();
    let history = terms.history().iter();
    let history: Vec<_> = history.map(|told| (told.hash, told.by.as_str(), told.about.as_deref())).collect();
    assert_eq!(
        history,
        [
            (root, "Anna", None),
            (consented, "Anna", None),
            (granted, "Anna", Some("Bram")),
            (handed, "Anna", Some("Cleo")),
            (accepted, "Cleo", None),
            (withdrawn, "Cleo", Some("Bram")),
        ]
    );
    assert_eq!(terms.history()[2].act, grant(Bram, GrantedRole::Coach));
}
