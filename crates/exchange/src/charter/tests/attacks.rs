//! Attacks of people with valid keys: a former keeper, and a member who colludes.

use proptest::prelude::*;

use super::*;

/// Anna shared with Dewi, handed over to Bram, and Bram withdrew her and gave Cleo a role.
fn withdrawn_anna() -> (Charter, Vec<StatementHash>) {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let dewi = put(&mut charter, Anna, &[consented], grant(Dewi, GrantedRole::Coach));
    let offered = put(&mut charter, Anna, &[dewi], hand_over(Bram));
    let accepted = put(&mut charter, Bram, &[offered], accept(offered));
    let withdrawn = put(&mut charter, Bram, &[accepted], withdraw(Anna));
    let gone = put(&mut charter, Bram, &[withdrawn], withdraw(Dewi));
    let cleo = put(&mut charter, Bram, &[gone], grant(Cleo, GrantedRole::Coach));
    (charter, vec![root, consented, dewi, offered, accepted, withdrawn, gone, cleo])
}

#[test]
fn a_withdrawn_former_keeper_cannot_take_the_dossier_back() {
    // Under the first format, of two handovers the one with the smaller hash won, and Anna could try many.
    let (charter, hashes) = withdrawn_anna();
    let mut taken = charter.clone();
    for seconds in 0..50 {
        let offered = says_at(seconds, Anna, &[hashes[2]], hand_over(Dewi));
        let accepted = says(Dewi, &[offered.hash()], accept(offered.hash()));
        let granted = says(Dewi, &[accepted.hash()], grant(Anna, GrantedRole::Coach));
        taken.extend([offered, accepted, granted]);
    }
    let terms = taken.terms();
    assert!(terms.is_frozen(), "both handovers are signed, so people are asked");
    assert!(!terms.shared_on(day("2026-01-01")), "and nothing is sent until then");
    assert_eq!((role(&taken, Anna), role(&taken, Dewi)), (None, None));
    // Cleo asks Bram, and follows him.
    assert!(taken.follow(Bram.key()));
    let followed = taken.terms();
    assert!(!followed.is_frozen() && followed.shared_on(day("2026-01-01")));
    assert_eq!(followed.keeper(), &Bram.member());
    assert_eq!((role(&taken, Anna), role(&taken, Dewi)), (None, None));
    assert_eq!(role(&taken, Cleo), Some(MemberRole::Coach));
}

#[test]
fn a_withdrawn_former_keeper_cannot_close_the_charter_or_cut_anybody_off() {
    let (charter, hashes) = withdrawn_anna();
    let before = charter.terms();
    for after in &hashes[..4] {
        for act in [Act::Close, withdraw(Cleo), Act::WithdrawConsent { consent: hashes[1] }] {
            let mut attacked = charter.clone();
            dropped(&mut attacked, Anna, &[*after], act);
            assert_eq!(attacked.terms(), before);
        }
    }
}

#[test]
fn a_former_keeper_who_was_not_withdrawn_can_still_remove_what_they_gave() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let accepted = handed(&mut charter, Anna, &[consented], Bram);
    // The client took the consent back while Anna had not heard of the acceptance yet.
    put(&mut charter, Anna, &[consented], Act::WithdrawConsent { consent: consented });
    assert_eq!(charter.terms().consents().count(), 0);
    put(&mut charter, Bram, &[accepted], withdraw(Anna));
    assert_eq!(charter.terms().consents().count(), 1, "a withdrawal ends what was not seen before it");
}

#[test]
fn a_former_keeper_cannot_silence_their_own_withdrawal() {
    let (charter, hashes) = withdrawn_anna();
    // Anna says that she had withdrawn Bram before he accepted. That contradicts his acceptance.
    let mut attacked = charter.clone();
    attacked.extend([says(Anna, &[hashes[3]], withdraw(Bram))]);
    assert_eq!(role(&attacked, Anna), None);
    assert!(attacked.terms().is_withdrawn(&Anna.key()));
}

#[test]
fn somebody_who_was_withdrawn_cannot_accept_any_more() {
    let mut charter = annas();
    let root = charter.root;
    let offered = put(&mut charter, Anna, &[root], hand_over(Bram));
    let withdrawn = put(&mut charter, Anna, &[offered], withdraw(Bram));
    put(&mut charter, Bram, &[withdrawn], accept(offered));
    assert_eq!(charter.terms().keeper(), &Anna.member());
    // If he had not seen the withdrawal, nobody can tell which came first.
    let mut charter = annas();
    let offered = put(&mut charter, Anna, &[root], hand_over(Bram));
    put(&mut charter, Anna, &[offered], withdraw(Bram));
    put(&mut charter, Bram, &[offered], accept(offered));
    assert!(charter.terms().is_frozen());
    assert!(charter.follow(Anna.key()));
    assert_eq!(charter.terms().keeper(), &Anna.member());
    assert_eq!(role(&charter, Bram), None);
}

#[test]
fn somebody_who_chose_wrongly_can_choose_anew() {
    let mut charter = annas();
    let root = charter.root;
    for to in [Bram, Cleo] {
        let offered = put(&mut charter, Anna, &[root], hand_over(to));
        put(&mut charter, to, &[offered], accept(offered));
    }
    let claimants: Vec<PersonKey> = charter.claimants().iter().map(|one| one.person).collect();
    assert_eq!(claimants.len(), 2);
    for to in [Bram, Cleo, Bram] {
        assert!(charter.follow(to.key()));
        assert_eq!(charter.terms().keeper(), &to.member());
    }
    assert!(!charter.follow(Dewi.key()));
    assert!(!charter.follow(Anna.key()), "she handed it over");
}

#[test]
fn two_devices_that_accept_the_same_handover_freeze_nothing() {
    let mut charter = annas();
    let root = charter.root;
    let offered = put(&mut charter, Anna, &[root], hand_over(Bram));
    for seconds in 0..2 {
        charter.add(says_at(seconds, Bram, &[offered], accept(offered))).unwrap();
    }
    assert!(!charter.terms().is_frozen());
    assert_eq!(charter.terms().keeper(), &Bram.member());
}

/// Anna handed over to Bram, and Bram to Cleo, who withdrew both.
fn withdrawn_anna_and_bram() -> (Charter, [StatementHash; 3]) {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    let cleo = handed(&mut charter, Bram, &[bram], Cleo);
    let anna = put(&mut charter, Cleo, &[cleo], withdraw(Anna));
    put(&mut charter, Cleo, &[anna], withdraw(Bram));
    (charter, [consented, bram, cleo])
}

#[test]
fn a_former_keeper_cannot_make_a_role_count_by_accepting_once_more() {
    let (mut charter, [consented, ..]) = withdrawn_anna_and_bram();
    let before = charter.terms();
    let granted = says(Anna, &[consented], grant(Dewi, GrantedRole::Coach));
    let offered = says(Anna, &[granted.hash()], hand_over(Bram));
    let accepted = says(Bram, &[offered.hash()], accept(offered.hash()));
    charter.extend([granted, offered, accepted]);
    assert_eq!(role(&charter, Dewi), None);
    assert_eq!(charter.terms().keeper(), before.keeper());
    assert!(!charter.terms().is_frozen());
}

#[test]
fn a_thief_of_the_keepers_key_cannot_make_a_role_count_by_naming_the_successor_once_more() {
    let mut charter = annas();
    let root = charter.root;
    let succession = || Succession::sign(&Anna.secret(), &Cleo.secret());
    let act = || Act::Succeed { succession: succession(), name: "Anna".into() };
    put(&mut charter, Cleo, &[root], act());
    let granted = says(Anna, &[root], grant(Dewi, GrantedRole::Coach));
    let stated = says(Anna, &[granted.hash()], act());
    let read = [&granted, &stated].map(|one| SignedStatement::from_bytes(&one.to_bytes()));
    charter.extend(read.into_iter().flatten());
    assert_eq!(role(&charter, Dewi), None);
}

#[test]
fn what_the_keeper_of_a_branch_states_is_kept_for_those_who_follow_it() {
    // Bram handed over to Cleo, and Cleo gave Dewi a role, before anybody heard that Anna handed over twice.
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    let cleo = handed(&mut charter, Bram, &[bram], Cleo);
    put(&mut charter, Cleo, &[cleo], grant(Dewi, GrantedRole::Coach));
    handed(&mut charter, Anna, &[consented], Dewi);
    assert!(charter.terms().is_frozen());
    // People know Cleo as the keeper, and not Bram any more.
    let claimants: BTreeSet<PersonKey> = charter.claimants().iter().map(|one| one.person).collect();
    assert_eq!(claimants, BTreeSet::from([Cleo.key(), Dewi.key()]));
    assert!(!charter.follow(Bram.key()));
    assert!(charter.follow(Cleo.key()));
    assert_eq!(charter.terms().keeper(), &Cleo.member());
    assert_eq!(role(&charter, Dewi), Some(MemberRole::Coach));
}

#[test]
fn what_a_keeper_states_who_withdrew_the_next_one_is_kept_for_those_who_follow_the_keeper() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let offered = put(&mut charter, Anna, &[consented], hand_over(Bram));
    let withdrawn = put(&mut charter, Anna, &[offered], withdraw(Bram));
    put(&mut charter, Anna, &[withdrawn], grant(Cleo, GrantedRole::Coach));
    put(&mut charter, Bram, &[offered], accept(offered));
    assert!(charter.terms().is_frozen());
    assert_eq!(role(&charter, Cleo), None, "statements of a frozen charter only remove");
    assert!(charter.follow(Anna.key()));
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
}

#[test]
fn somebody_who_claims_to_be_the_keeper_cannot_fill_the_charter_of_the_one_who_is_followed() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    let dewi = handed(&mut charter, Anna, &[consented], Dewi);
    let junk: Vec<SignedStatement> = (0..crate::charter::MOST_STATEMENTS as i64 + 10)
        .map(|seconds| says_at(seconds, Dewi, &[dewi], consent()))
        .chain((0..crate::charter::RESERVE as i64 + 10).map(|at| says_at(at, Dewi, &[dewi], withdraw(Cleo))))
        .collect();
    charter.extend(junk.clone());
    let granted = says(Bram, &[bram], grant(Cleo, GrantedRole::Coach));
    assert_eq!(charter.add(granted.clone()), Err(CharterError::TooMany));
    assert!(charter.follow(Bram.key()));
    // It comes again, because the digests differ, and Bram goes on.
    charter.extend(junk.into_iter().rev());
    charter.extend([granted]);
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
    charter.issue(withdraw(Cleo), &Bram.secret(), at(1)).unwrap();
    charter.issue(grant(Cleo, GrantedRole::Reader), &Bram.secret(), at(2)).unwrap();
    charter.extend([]);
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Reader));
    assert!(charter.len() < 3 * crate::charter::MOST_STATEMENTS);
}

/// Returns anything that Anna or Dewi can sign, after anything.
fn any_attack(hashes: &[StatementHash], [kind, who, after, author, at]: [u8; 5]) -> SignedStatement {
    let who = EVERYBODY[usize::from(who) % EVERYBODY.len()];
    let after = hashes[usize::from(after) % hashes.len()];
    let act = match kind % 9 {
        0 => grant(who, GrantedRole::Coach),
        1 => withdraw(who),
        2 => hand_over(who),
        3 => accept(after),
        4 => Act::Close,
        5 => Act::WithdrawConsent { consent: hashes[1] },
        6 => {
            Act::Succeed { succession: Succession::sign(&Anna.secret(), &Dewi.secret()), name: "Anna".into() }
        }
        7 => {
            Act::Succeed { succession: Succession::sign(&Dewi.secret(), &Anna.secret()), name: "Dewi".into() }
        }
        _ => consent(),
    };
    let author = match act {
        Act::Succeed { ref succession, .. } if succession.former() == Anna.key() => Dewi,
        Act::Succeed { .. } => Anna,
        _ if author.is_multiple_of(2) => Anna,
        _ => Dewi,
    };
    says_at(i64::from(at), author, &[after], act)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn two_withdrawn_people_get_no_role_whatever_they_sign(
        attacks in proptest::collection::vec(any::<[u8; 5]>(), 0..40),
    ) {
        let (mut charter, mut hashes) = withdrawn_anna();
        let before = charter.terms();
        for attack in attacks {
            let statement = any_attack(&hashes, attack);
            hashes.push(statement.hash());
            charter.extend([statement]);
        }
        let mut terms = charter.terms();
        prop_assert_eq!((role(&charter, Anna), role(&charter, Dewi)), (None, None));
        if terms.is_frozen() {
            prop_assert!(!terms.shared_on(day("2026-01-01")));
            assert!(charter.follow(Bram.key()));
            terms = charter.terms();
        }
        prop_assert_eq!(terms.keeper(), before.keeper());
        prop_assert_eq!(terms.members().collect::<Vec<_>>(), before.members().collect::<Vec<_>>());
        prop_assert!(!terms.is_closed() && terms.shared_on(day("2026-01-01")));
    }
}

#[test]
fn a_keeper_who_was_followed_once_cannot_take_the_dossier_back_after_handing_it_over() {
    // Anna handed over to two people, and everybody asked and follows Bram.
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    handed(&mut charter, Anna, &[consented], Dewi);
    assert!(charter.follow(Bram.key()));
    // Bram hands over to Cleo, who withdraws him.
    let offered = put(&mut charter, Bram, &[bram], hand_over(Cleo));
    let cleo = put(&mut charter, Cleo, &[offered], accept(offered));
    put(&mut charter, Cleo, &[cleo], withdraw(Bram));
    assert_eq!((role(&charter, Bram), role(&charter, Cleo)), (None, Some(MemberRole::Keeper)));
    // Bram says that he had withdrawn her before he saw that she accepted.
    charter.extend([says(Bram, &[offered], withdraw(Cleo))]);
    let terms = charter.terms();
    assert!(terms.is_frozen(), "people are asked, and {} is the keeper", terms.keeper().name);
    assert_eq!(role(&charter, Bram), None);
}

#[test]
fn somebody_who_was_followed_once_is_not_followed_again_without_being_asked() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let bram = handed(&mut charter, Anna, &[consented], Bram);
    handed(&mut charter, Anna, &[consented], Dewi);
    assert!(charter.follow(Bram.key()));
    // Bram hands over to Cleo, and Cleo to Dewi, who withdraws both.
    let cleo = handed(&mut charter, Bram, &[bram], Cleo);
    let dewi = handed(&mut charter, Cleo, &[cleo], Dewi);
    let gone = put(&mut charter, Dewi, &[dewi], withdraw(Bram));
    put(&mut charter, Dewi, &[gone], withdraw(Cleo));
    assert_eq!(charter.terms().keeper(), &Dewi.member());
    // Cleo hands over to Bram as if it were before.
    let offered = says(Cleo, &[cleo], hand_over(Bram));
    let accepted = says(Bram, &[offered.hash()], accept(offered.hash()));
    charter.extend([offered, accepted]);
    let terms = charter.terms();
    assert!(terms.is_frozen(), "people are asked, and {} is the keeper", terms.keeper().name);
}

#[test]
fn a_withdrawn_former_keeper_gets_no_role_from_a_friend_who_accepts_after_the_withdrawal() {
    let (mut charter, hashes) = withdrawn_anna();
    let offered = says(Anna, &[hashes[2]], hand_over(Dewi));
    // The acceptance follows everything that Bram stated, and so the withdrawal of Anna.
    let accepted = says(Dewi, &[offered.hash(), *hashes.last().unwrap()], accept(offered.hash()));
    charter.extend([offered, accepted]);
    // Nobody accepts what they have seen somebody else accept.
    assert!(!charter.terms().is_frozen());
    assert_eq!((role(&charter, Anna), role(&charter, Dewi)), (None, None));
    assert!(!charter.terms().may_write(&Anna.key()));
}

#[test]
fn a_member_cannot_fill_a_charter_with_successors_who_also_succeed_somebody_unknown() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Reader));
    let secret = |kind: u8, number: u16| {
        let mut seed = [kind; 32];
        seed[..2].copy_from_slice(&number.to_le_bytes());
        PersonSecret::from_bytes(&seed)
    };
    let mut all = Vec::new();
    for number in 0..200 {
        let (next, nobody) = (secret(100, number), secret(101, number));
        let says = |seconds, after, former: &PersonSecret| {
            let succession = Succession::sign(former, &next);
            let act = Act::Succeed { succession, name: "Bram".into() };
            let author = next.public();
            Statement { dossier: dossier_id(1), parents: vec![after], author, at: at(seconds), act }
                .sign(&next)
        };
        // It comes first in the order, because its hash is smaller than that of the grant.
        let stray = (0..).map(|seconds| says(seconds, root, &nobody)).find(|one| one.hash() < granted);
        all.extend([stray.unwrap(), says(0, granted, &Bram.secret())]);
    }
    charter.extend(all);
    assert!(charter.len() <= 2 + 16, "{}", charter.len());
}

/// Returns a charter that Anna handed over to Bram and to Cleo, and Bram to Dewi and back to Anna.
fn forked_twice() -> Charter {
    let mut charter = annas();
    let root = charter.root;
    let bram = handed(&mut charter, Anna, &[root], Bram);
    handed(&mut charter, Anna, &[root], Cleo);
    for to in [Dewi, Anna] {
        handed(&mut charter, Bram, &[bram], to);
    }
    charter
}

#[test]
fn a_claimant_who_was_followed_wrongly_hides_nobody_by_handing_over_twice() {
    let mut charter = forked_twice();
    assert!(charter.follow(Bram.key()));
    assert!(charter.terms().is_frozen());
    assert!(charter.claimants().contains(&Cleo.member()));
    assert!(charter.follow(Cleo.key()));
    assert_eq!(charter.terms().keeper(), &Cleo.member());
}

#[test]
fn somebody_who_chose_wrongly_twice_can_choose_anew_each_time() {
    let mut charter = forked_twice();
    assert!(charter.follow(Bram.key()));
    assert!(charter.terms().is_frozen());
    for to in [Dewi, Anna, Cleo, Anna, Dewi, Cleo] {
        assert!(charter.follow(to.key()));
        assert_eq!(charter.terms().keeper(), &to.member());
    }
}

/// Returns a charter that Anna handed over to Bram and Bram to Cleo, who withdrew both and gave Dewi a role. Also
/// returns Anna's consent, her handover and Bram's acceptance.
fn handed_over_twice() -> (Charter, [StatementHash; 3]) {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let offered = put(&mut charter, Anna, &[consented], hand_over(Bram));
    let bram = put(&mut charter, Bram, &[offered], accept(offered));
    let mut last = handed(&mut charter, Bram, &[bram], Cleo);
    for act in [withdraw(Anna), withdraw(Bram), grant(Dewi, GrantedRole::Coach)] {
        last = put(&mut charter, Cleo, &[last], act);
    }
    (charter, [consented, offered, bram])
}

#[test]
fn two_withdrawn_former_keepers_cannot_undo_together_what_they_settled() {
    for has_chosen in [false, true] {
        let (mut charter, [_, offered, _]) = handed_over_twice();
        let withdrawn = says(Anna, &[offered], withdraw(Bram));
        charter.extend([withdrawn.clone()]);
        if has_chosen {
            assert!(charter.follow(Cleo.key()));
        }
        let again = says(Anna, &[withdrawn.hash()], hand_over(Bram));
        let accepted = says(Bram, &[again.hash()], accept(again.hash()));
        charter.extend([again, accepted]);
        let roles = EVERYBODY.map(|who| role(&charter, who));
        let expected = [None, None, Some(MemberRole::Keeper), Some(MemberRole::Coach)];
        assert_eq!(roles, expected, "{has_chosen}");
    }
}

#[test]
fn a_former_keeper_gives_and_removes_nothing_by_a_handover_that_others_have_not_seen() {
    let (fresh, eve) = (PersonSecret::from_bytes(&[9; 32]), PersonSecret::from_bytes(&[10; 32]));
    let member = |secret: &PersonSecret| CharterMember { person: secret.public(), name: "Eve".into() };
    for act in [Act::Grant { to: member(&eve), role: GrantedRole::Coach }, withdraw(Dewi), Act::Close] {
        let (mut charter, [consented, ..]) = handed_over_twice();
        let stated = says(Anna, &[consented], act);
        let offered = says(Anna, &[stated.hash()], Act::HandOver { to: member(&fresh) });
        let accepted = Statement {
            dossier: dossier_id(1),
            parents: vec![offered.hash()],
            author: fresh.public(),
            at: at(0),
            act: accept(offered.hash()),
        };
        charter.extend([stated, offered, accepted.sign(&fresh)]);
        assert!(charter.terms().is_frozen());
        assert_eq!(charter.terms().role(&eve.public()), None);
        assert!(!charter.terms().is_closed());
        // Everybody whom they follow stays.
        assert!(charter.follow(Cleo.key()));
        assert_eq!(role(&charter, Dewi), Some(MemberRole::Coach));
    }
}

#[test]
fn a_keeper_cannot_be_hidden_by_claims_that_lead_to_one_person() {
    let (mut charter, [consented, ..]) = handed_over_twice();
    let keys: Vec<PersonSecret> = (20..23).map(|number| PersonSecret::from_bytes(&[number; 32])).collect();
    let member = |secret: &PersonSecret| CharterMember { person: secret.public(), name: "Cleo".into() };
    let by = |author: &PersonSecret, after: StatementHash, act| {
        let (dossier, parents, author_key) = (dossier_id(1), vec![after], author.public());
        Statement { dossier, parents, author: author_key, at: at(0), act }.sign(author)
    };
    for first in &keys[..2] {
        let offered = by(&Anna.secret(), consented, Act::HandOver { to: member(first) });
        let accepted = by(first, offered.hash(), accept(offered.hash()));
        let again = by(first, accepted.hash(), Act::HandOver { to: member(&keys[2]) });
        let last = by(&keys[2], again.hash(), accept(again.hash()));
        charter.extend([offered, accepted, again, last]);
    }
    let claimants: BTreeSet<PersonKey> = charter.claimants().iter().map(|one| one.person).collect();
    assert_eq!(claimants, BTreeSet::from([Cleo.key(), keys[2].public()]));
    assert!(charter.follow(Cleo.key()));
    assert_eq!(charter.terms().keeper(), &Cleo.member());
}

#[test]
fn whoever_chose_a_keeper_follows_that_keeper() {
    // Anna hands over to Bram and Cleo, Bram to Dewi and Anna; later Anna's first handover to Dewi appears.
    let mut charter = forked_twice();
    let root = charter.root;
    assert!(charter.follow(Bram.key()) && charter.follow(Anna.key()));
    handed(&mut charter, Anna, &[root], Dewi);
    for claimant in charter.claimants() {
        let mut followed = charter.clone();
        assert!(followed.follow(claimant.person));
        if !followed.terms().is_frozen() {
            assert_eq!(followed.terms().keeper().person, claimant.person);
        }
    }
    assert!(charter.follow(Anna.key()));
    assert_eq!(charter.terms().keeper(), &Anna.member());
}
