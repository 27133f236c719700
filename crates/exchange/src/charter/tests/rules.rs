//! What a charter says, rule by rule.

use super::*;

#[test]
fn the_one_who_opens_a_charter_keeps_it_and_alone() {
    let charter = annas();
    let standing = charter.standing();
    assert_eq!(standing.keeper(), &Anna.member());
    assert_eq!(standing.members().collect::<Vec<_>>(), [(Anna.member(), StandingRole::Keeper)]);
    assert!(standing.may_write(&Anna.key()));
    assert_eq!(standing.role(&Bram.key()), None);
    assert_eq!(standing.before(&DocumentName::Record), [ChangeHash([7; 32])]);
    assert!(!standing.is_closed() && !standing.shared_on(day("2026-05-03")));
}

#[test]
fn a_coach_reads_and_writes_and_a_reader_reads() {
    let mut charter = annas();
    let root = charter.root;
    let bram = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    put(&mut charter, Anna, &[bram], grant(Cleo, Role::Reader));
    let standing = charter.standing();
    assert!(standing.may_write(&Bram.key()) && !standing.may_write(&Cleo.key()));
    assert_eq!(standing.role(&Cleo.key()), Some(StandingRole::Reader));
    assert_eq!(standing.members().count(), 3);
}

#[test]
fn what_a_coach_states_does_not_hold() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    let before = charter.standing();
    for act in [grant(Cleo, Role::Coach), hand_over(Bram), withdraw(Anna), consent(), Act::Close] {
        put(&mut charter, Bram, &[granted], act);
    }
    assert_eq!(charter.standing(), before);
}

#[test]
fn nobody_is_renamed_by_what_does_not_hold() {
    let mut charter = annas();
    let root = charter.root;
    let renamed = Member { name: "Iemand anders".into(), ..Anna.member() };
    put(&mut charter, Bram, &[root], Act::Grant { to: renamed, role: Role::Coach });
    assert_eq!(charter.standing().story()[0].by, "Anna");
}

#[test]
fn a_dossier_is_shared_up_to_and_with_the_last_day_of_a_consent() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Anna, &[root], consent_until(Some("2026-05-03")));
    let standing = charter.standing();
    assert!(standing.shared_on(day("2026-05-03")) && !standing.shared_on(day("2026-05-04")));
    put(&mut charter, Anna, &[root], consent_until(None));
    assert!(charter.standing().shared_on(day("2099-01-01")));
}

#[test]
fn a_consent_that_was_taken_back_does_not_stand_and_another_does() {
    let mut charter = annas();
    let root = charter.root;
    let first = put(&mut charter, Anna, &[root], consent_until(None));
    let second = put(&mut charter, Anna, &[first], consent_until(Some("2026-05-03")));
    put(&mut charter, Anna, &[second], Act::WithdrawConsent { consent: first });
    let standing = charter.standing();
    assert_eq!(standing.consents().map(|(hash, _)| hash).collect::<Vec<_>>(), [second]);
    assert!(standing.shared_on(day("2026-05-03")) && !standing.shared_on(day("2026-05-04")));
}

#[test]
fn a_closed_charter_shares_nothing_whatever_the_consent() {
    let mut charter = annas();
    let root = charter.root;
    let consent = put(&mut charter, Anna, &[root], consent());
    put(&mut charter, Anna, &[consent], Act::Close);
    assert!(charter.standing().is_closed() && !charter.standing().shared_on(day("2026-05-03")));
}

#[test]
fn a_withdrawal_beats_a_grant_made_at_the_same_time() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, Role::Reader));
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Anna, &[granted], grant(Bram, Role::Coach));
    assert_eq!(role(&charter, Bram), None);
    assert_eq!(charter.standing().withdrawn(&Bram.key()), Some(&heads(Bram as u8)));
}

#[test]
fn a_grant_after_a_withdrawal_gives_the_role_again() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    let withdrawn = put(&mut charter, Anna, &[granted], withdraw(Bram));
    put(&mut charter, Anna, &[withdrawn], grant(Bram, Role::Reader));
    assert_eq!(role(&charter, Bram), Some(StandingRole::Reader));
    assert_eq!(charter.standing().withdrawn(&Bram.key()), None);
}

#[test]
fn a_withdrawal_takes_one_persons_role_and_no_others() {
    let mut charter = annas();
    let root = charter.root;
    let bram = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    let cleo = put(&mut charter, Anna, &[bram], grant(Cleo, Role::Coach));
    put(&mut charter, Anna, &[cleo], withdraw(Bram));
    assert_eq!((role(&charter, Bram), role(&charter, Cleo)), (None, Some(StandingRole::Coach)));
}

#[test]
fn what_two_withdrawals_accepted_both_stands() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    for number in [4, 5] {
        let act = Act::Withdraw { person: Bram.key(), accepted: heads(number) };
        put(&mut charter, Anna, &[granted], act);
    }
    let mut accepted = charter.standing().withdrawn(&Bram.key()).unwrap().clone();
    accepted.sort();
    assert_eq!(accepted, [heads(4), heads(5)].concat());
}

#[test]
fn the_last_grant_counts_and_of_two_at_once_the_lesser() {
    let mut charter = annas();
    let root = charter.root;
    let reader = put(&mut charter, Anna, &[root], grant(Bram, Role::Reader));
    let coach = put(&mut charter, Anna, &[reader], grant(Bram, Role::Coach));
    assert_eq!(role(&charter, Bram), Some(StandingRole::Coach));
    put(&mut charter, Anna, &[reader], grant(Bram, Role::Reader));
    assert_eq!(role(&charter, Bram), Some(StandingRole::Reader));
    let all = charter.heads();
    assert!(all.contains(&coach));
    put(&mut charter, Anna, &all, grant(Bram, Role::Coach));
    assert_eq!(role(&charter, Bram), Some(StandingRole::Coach));
}

#[test]
fn a_handover_makes_another_the_keeper_and_the_former_one_a_coach() {
    let mut charter = annas();
    let root = charter.root;
    let handed = put(&mut charter, Anna, &[root], hand_over(Bram));
    assert_eq!(role(&charter, Bram), Some(StandingRole::Keeper));
    assert_eq!(role(&charter, Anna), Some(StandingRole::Coach));
    let granted = put(&mut charter, Bram, &[handed], grant(Cleo, Role::Reader));
    assert_eq!(role(&charter, Cleo), Some(StandingRole::Reader));
    put(&mut charter, Bram, &[granted], withdraw(Anna));
    assert_eq!(role(&charter, Anna), None);
}

#[test]
fn what_the_former_keeper_states_after_the_handover_does_not_hold() {
    let mut charter = annas();
    let root = charter.root;
    let handed = put(&mut charter, Anna, &[root], hand_over(Bram));
    let before = charter.standing();
    for act in [grant(Cleo, Role::Coach), withdraw(Bram), consent(), Act::Close, hand_over(Cleo)] {
        put(&mut charter, Anna, &[handed], act);
    }
    assert_eq!(charter.standing(), before);
}

#[test]
fn what_the_new_keeper_stated_before_the_handover_does_not_hold() {
    let mut charter = annas();
    let root = charter.root;
    put(&mut charter, Bram, &[root], grant(Cleo, Role::Coach));
    put(&mut charter, Anna, &[root], hand_over(Bram));
    assert_eq!(role(&charter, Cleo), None);
}

#[test]
fn beside_a_handover_only_what_takes_away_holds() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Cleo, Role::Coach));
    put(&mut charter, Anna, &[granted], hand_over(Bram));
    put(&mut charter, Anna, &[granted], grant(Dewi, Role::Coach));
    put(&mut charter, Anna, &[granted], consent_until(Some("2026-05-03")));
    assert_eq!((role(&charter, Dewi), charter.standing().consents().count()), (None, 1));
    put(&mut charter, Anna, &[granted], withdraw(Cleo));
    assert_eq!(role(&charter, Cleo), None);
    put(&mut charter, Anna, &[granted], Act::WithdrawConsent { consent: consented });
    assert_eq!(charter.standing().consents().count(), 0);
    put(&mut charter, Anna, &[granted], Act::Close);
    assert!(charter.standing().is_closed());
}

#[test]
fn of_handovers_the_first_counts_and_of_two_at_once_the_one_with_the_smaller_hash() {
    for winner in [Bram, Cleo] {
        let loser = if winner == Bram { Cleo } else { Bram };
        let mut charter = annas();
        let root = charter.root;
        let acts = [hand_over(winner), hand_over(loser)];
        let [won, lost] = put_in_order(&mut charter, Anna, &[root], acts);
        put(&mut charter, Anna, &[lost], hand_over(Dewi));
        put(&mut charter, loser, &[lost], grant(Dewi, Role::Coach));
        put(&mut charter, winner, &[won], grant(Dewi, Role::Reader));
        assert_eq!(charter.standing().keeper(), &winner.member());
        assert_eq!((role(&charter, loser), role(&charter, Dewi)), (None, Some(StandingRole::Reader)));
    }
}

#[test]
fn a_keeper_may_hand_back_and_the_first_is_keeper_again() {
    let mut charter = annas();
    let root = charter.root;
    let there = put(&mut charter, Anna, &[root], hand_over(Bram));
    let back = put(&mut charter, Bram, &[there], hand_over(Anna));
    put(&mut charter, Anna, &[back], grant(Cleo, Role::Coach));
    // Signed beside her first tenure, where it may only take away.
    put(&mut charter, Anna, &[root], grant(Dewi, Role::Coach));
    assert_eq!(charter.standing().keeper(), &Anna.member());
    assert_eq!(role(&charter, Bram), Some(StandingRole::Coach));
    assert_eq!((role(&charter, Cleo), role(&charter, Dewi)), (Some(StandingRole::Coach), None));
}

#[test]
fn a_handover_beside_an_earlier_tenure_does_not_end_a_later_one() {
    let mut charter = annas();
    let root = charter.root;
    let there = put(&mut charter, Anna, &[root], hand_over(Bram));
    let back = put(&mut charter, Bram, &[there], hand_over(Anna));
    // It is told after both, and yet follows neither.
    let mut beside = (1..).map(|seconds| says_at(seconds, Anna, &[root], hand_over(Cleo)));
    let beside = beside.find(|one| one.hash() > there.max(back)).unwrap();
    assert_eq!(charter.add(beside), Ok(Added::In));
    assert_eq!(charter.standing().keeper(), &Anna.member());
}

#[test]
fn a_handover_to_oneself_is_none() {
    let mut charter = annas();
    let root = charter.root;
    let before = charter.standing();
    put(&mut charter, Anna, &[root], hand_over(Anna));
    assert_eq!(charter.standing(), before);
}

#[test]
fn a_keeper_is_not_withdrawn_by_anybody() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, Role::Coach));
    put(&mut charter, Anna, &[granted], hand_over(Bram));
    let before = charter.standing();
    put(&mut charter, Anna, &[granted], withdraw(Bram));
    assert_eq!(charter.standing(), before, "it is not told either");
    put(&mut charter, Anna, &[granted], withdraw(Anna));
    assert_eq!(charter.standing(), before, "not by herself, while she was keeper");
}

#[test]
fn the_story_tells_what_holds_with_names_causes_first() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let granted = put(&mut charter, Anna, &[consented], grant(Bram, Role::Coach));
    put(&mut charter, Bram, &[granted], Act::Close);
    let handed = put(&mut charter, Anna, &[granted], hand_over(Cleo));
    let withdrawn = put(&mut charter, Cleo, &[handed], withdraw(Bram));
    let standing = charter.standing();
    let story = standing.story().iter();
    let story: Vec<_> = story.map(|told| (told.hash, told.by.as_str(), told.about.as_deref())).collect();
    assert_eq!(
        story,
        [
            (root, "Anna", None),
            (consented, "Anna", None),
            (granted, "Anna", Some("Bram")),
            (handed, "Anna", Some("Cleo")),
            (withdrawn, "Cleo", Some("Bram")),
        ]
    );
    assert_eq!(standing.story()[2].act, grant(Bram, Role::Coach));
}
