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
fn a_statement_of_a_coach_is_invalid() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let before = charter.terms();
    for act in [grant(Cleo, GrantedRole::Coach), hand_over(Bram), withdraw(Anna), consent(), Act::Close] {
        put(&mut charter, Bram, &[granted], act);
    }
    assert_eq!(charter.terms(), before);
}

#[test]
fn an_invalid_statement_renames_nobody() {
    let mut charter = annas();
    let root = charter.root;
    let renamed = CharterMember { name: "Iemand anders".into(), ..Anna.member() };
    put(&mut charter, Bram, &[root], Act::Grant { to: renamed, role: GrantedRole::Coach });
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
    assert_eq!(charter.terms().withdrawn(&Bram.key()), Some(&heads(Bram as u8)));
}

#[test]
fn a_grant_after_a_withdrawal_restores_the_role() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let withdrawn = put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Anna, &[withdrawn], grant(Bram, GrantedRole::Reader));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Reader));
    assert_eq!(charter.terms().withdrawn(&Bram.key()), None);
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
fn changes_that_either_of_two_withdrawals_accepts_remain() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    for number in [4, 5] {
        let act = Act::Withdraw { person: Bram.key(), accepted: heads(number) };
        put(&mut charter, Anna, &[granted], act);
    }
    let mut accepted = charter.terms().withdrawn(&Bram.key()).unwrap().clone();
    accepted.sort();
    assert_eq!(accepted, [heads(4), heads(5)].concat());
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
fn a_handover_makes_another_person_the_keeper_and_the_former_keeper_a_coach() {
    let mut charter = annas();
    let root = charter.root;
    let handed = put(&mut charter, Anna, &[root], hand_over(Bram));
    assert_eq!(role(&charter, Bram), Some(MemberRole::Keeper));
    assert_eq!(role(&charter, Anna), Some(MemberRole::Coach));
    let granted = put(&mut charter, Bram, &[handed], grant(Cleo, GrantedRole::Reader));
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Reader));
    put(&mut charter, Bram, &[granted], withdraw(Anna));
    assert_eq!(role(&charter, Anna), None);
}

#[test]
fn a_statement_of_the_former_keeper_after_the_handover_is_invalid() {
    let mut charter = annas();
    let root = charter.root;
    let handed = put(&mut charter, Anna, &[root], hand_over(Bram));
    let before = charter.terms();
    for act in [grant(Cleo, GrantedRole::Coach), withdraw(Bram), consent(), Act::Close, hand_over(Cleo)] {
        put(&mut charter, Anna, &[handed], act);
    }
    assert_eq!(charter.terms(), before);
}

#[test]
fn a_statement_of_the_new_keeper_before_the_handover_is_invalid() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Bram, &[root], grant(Cleo, GrantedRole::Coach));
    put(&mut charter, Anna, &[root], hand_over(Bram));
    assert_eq!(role(&charter, Cleo), None);
}

#[test]
fn only_removals_are_valid_concurrently_with_a_handover() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Cleo, GrantedRole::Coach));
    put(&mut charter, Anna, &[granted], hand_over(Bram));
    put(&mut charter, Anna, &[granted], grant(Dewi, GrantedRole::Coach));
    put(&mut charter, Anna, &[granted], consent_until(Some("2026-05-03")));
    assert_eq!((role(&charter, Dewi), charter.terms().consents().count()), (None, 1));
    put(&mut charter, Anna, &[granted], withdraw(Cleo));
    assert_eq!(role(&charter, Cleo), None);
    put(&mut charter, Anna, &[granted], Act::WithdrawConsent { consent: consented });
    assert_eq!(charter.terms().consents().count(), 0);
    put(&mut charter, Anna, &[granted], Act::Close);
    assert!(charter.terms().is_closed());
}

#[test]
fn the_smaller_hash_decides_between_two_concurrent_handovers() {
    for winner in [Bram, Cleo] {
        let loser = if winner == Bram { Cleo } else { Bram };
        let mut charter = annas();
        let root = charter.root;
        let acts = [hand_over(winner), hand_over(loser)];
        let [won, lost] = put_in_order(&mut charter, Anna, &[root], acts);
        put(&mut charter, Anna, &[lost], hand_over(Dewi));
        put(&mut charter, loser, &[lost], grant(Dewi, GrantedRole::Coach));
        put(&mut charter, winner, &[won], grant(Dewi, GrantedRole::Reader));
        assert_eq!(charter.terms().keeper(), &winner.member());
        assert_eq!((role(&charter, loser), role(&charter, Dewi)), (None, Some(MemberRole::Reader)));
    }
}

#[test]
fn a_keeper_may_hand_back_to_the_former_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let there = put(&mut charter, Anna, &[root], hand_over(Bram));
    let back = put(&mut charter, Bram, &[there], hand_over(Anna));
    put(&mut charter, Anna, &[back], grant(Cleo, GrantedRole::Coach));
    // This statement is concurrent with her first tenure, where it may only remove something.
    put(&mut charter, Anna, &[root], grant(Dewi, GrantedRole::Coach));
    assert_eq!(charter.terms().keeper(), &Anna.member());
    assert_eq!(role(&charter, Bram), Some(MemberRole::Coach));
    assert_eq!((role(&charter, Cleo), role(&charter, Dewi)), (Some(MemberRole::Coach), None));
}

#[test]
fn a_handover_concurrent_with_an_earlier_tenure_does_not_end_a_later_one() {
    let mut charter = annas();
    let root = charter.root;
    let there = put(&mut charter, Anna, &[root], hand_over(Bram));
    let back = put(&mut charter, Bram, &[there], hand_over(Anna));
    // This handover is sorted after both others, and yet follows neither.
    let mut beside = (1..).map(|seconds| says_at(seconds, Anna, &[root], hand_over(Cleo)));
    let beside = beside.find(|one| one.hash() > there.max(back)).unwrap();
    assert_eq!(charter.add(beside), Ok(Added::Included));
    assert_eq!(charter.terms().keeper(), &Anna.member());
}

#[test]
fn a_handover_to_oneself_has_no_effect() {
    let mut charter = annas();
    let root = charter.root;
    let before = charter.terms();
    put(&mut charter, Anna, &[root], hand_over(Anna));
    assert_eq!(charter.terms(), before);
}

#[test]
fn nobody_can_withdraw_the_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    put(&mut charter, Anna, &[granted], hand_over(Bram));
    let before = charter.terms();
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    assert_eq!(charter.terms(), before, "it is not told either");
    put(&mut charter, Anna, &[granted], withdraw(Anna));
    assert_eq!(charter.terms(), before, "not by herself, while she was keeper");
}

#[test]
fn the_history_lists_the_valid_statements_with_names_causes_first() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Bram, GrantedRole::Coach));
    put(&mut charter, Bram, &[granted], Act::Close);
    let handed = put(&mut charter, Anna, &[granted], hand_over(Cleo));
    let withdrawn = put(&mut charter, Cleo, &[handed], withdraw(Bram));
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
            (withdrawn, "Cleo", Some("Bram")),
        ]
    );
    assert_eq!(terms.history()[2].act, grant(Bram, GrantedRole::Coach));
}
