//! The statements that a charter refuses, and its limits.

use super::*;

#[test]
fn a_statement_about_another_dossier_is_refused() {
    let other = Charter::open(dossier_id(2), Anna.member(), Vec::new(), &Anna.secret(), at(0)).unwrap();
    let opening = other.statements().next().unwrap().clone();
    assert_eq!(annas().add(opening.clone()), Err(CharterError::AnotherDossier));
    assert_eq!(Charter::begin(dossier_id(1), opening).map(drop), Err(CharterError::AnotherDossier));
}

#[test]
fn a_charter_can_be_opened_only_once() {
    let mut charter = annas();
    let (root, before) = (charter.root, charter.terms());
    let open = |keeper: Who| Act::Open { keeper: keeper.member(), before: Vec::new() };
    for another in [says(Bram, &[], open(Bram)), says(Bram, &[], open(Cleo)), says(Anna, &[root], open(Anna))]
    {
        assert_eq!(charter.add(another), Err(CharterError::AnotherRoot));
    }
    assert_eq!(charter.terms(), before);
}

#[test]
fn a_statement_without_parents_is_refused_unless_it_opens_the_charter() {
    for seconds in 0..20 {
        let mut charter = annas();
        let before = charter.terms();
        let stray = says_at(seconds, Bram, &[], grant(Bram, GrantedRole::Coach));
        assert_eq!(charter.add(stray), Err(CharterError::NotOpened));
        assert_eq!(charter.terms(), before);
    }
}

#[test]
fn a_charter_begins_only_with_the_opening_of_its_keeper() {
    let grant = says(Anna, &[], grant(Bram, GrantedRole::Coach));
    assert_eq!(Charter::begin(dossier_id(1), grant).map(drop), Err(CharterError::NotOpened));
    let for_another = says(Bram, &[], Act::Open { keeper: Anna.member(), before: Vec::new() });
    assert_eq!(Charter::begin(dossier_id(1), for_another).map(drop), Err(CharterError::NotOpened));
}

#[test]
fn a_statement_waits_for_its_parents_and_counts_once() {
    let mut charter = annas();
    let first = says(Anna, &[charter.root], consent());
    let second = says(Anna, &[first.hash()], grant(Bram, GrantedRole::Coach));
    let third = says(Anna, &[second.hash()], grant(Cleo, GrantedRole::Coach));
    for _ in 0..2 {
        assert_eq!(charter.add(third.clone()), Ok(Added::Waiting));
    }
    assert_eq!(charter.missing(), [second.hash()]);
    assert_eq!(charter.add(second), Ok(Added::Waiting));
    assert_eq!(charter.missing(), [first.hash()]);
    assert_eq!(charter.len(), 1);
    assert_eq!(charter.add(first.clone()), Ok(Added::Included));
    assert_eq!((charter.len(), charter.missing()), (4, Vec::new()));
    assert_eq!(charter.add(first), Ok(Added::Duplicate));
    assert_eq!(charter.heads(), [third.hash()]);
}

#[test]
fn many_waiting_statements_do_not_block_others() {
    let mut charter = annas();
    for number in 0..MOST_WAITING as i64 {
        let waits = says_at(number, Bram, &[StatementHash([9; 32])], consent());
        assert_eq!(charter.add(waits), Ok(Added::Waiting));
    }
    let another = says_at(-1, Bram, &[StatementHash([9; 32])], consent());
    assert_eq!(charter.add(another), Err(CharterError::TooMany));
    let waits = says_at(0, Bram, &[StatementHash([9; 32])], consent());
    assert_eq!(charter.add(waits), Ok(Added::Waiting), "it waits already");
    charter.issue(consent(), &Anna.secret(), at(0)).unwrap();
    assert_eq!(charter.terms().consents().count(), 1);
    assert_eq!(Charter::decode(&charter.encode()), Ok(charter));
}

#[test]
fn many_concurrent_statements_do_not_block_the_keeper() {
    let mut charter = annas();
    let root = charter.root;
    charter.issue(consent(), &Anna.secret(), at(0)).unwrap();
    for number in 0..100 {
        charter.add(says_at(number, Bram, &[root], Act::Close)).unwrap();
    }
    charter.issue(grant(Cleo, GrantedRole::Coach), &Anna.secret(), at(0)).unwrap();
    let charter = Charter::decode(&charter.encode()).unwrap();
    assert_eq!(role(&charter, Cleo), Some(MemberRole::Coach));
}

#[test]
fn two_thousand_statements_are_evaluated() {
    let mut charter = annas();
    let mut last = charter.root;
    // Two keepers hand over back and forth, and each gives and withdraws a role.
    for number in 0..2_000 {
        let (keeper, other) = if number / 4 % 2 == 0 { (Anna, Bram) } else { (Bram, Anna) };
        let acts = [consent(), grant(Cleo, GrantedRole::Coach), withdraw(Cleo), hand_over(other)];
        last = put(&mut charter, keeper, &[last], acts[number % 4].clone());
    }
    let terms = charter.terms();
    assert_eq!((terms.keeper(), terms.history().len()), (&Anna.member(), 2_001));
    assert_eq!(Charter::decode(&charter.encode()).unwrap().terms(), terms);
}

#[test]
fn one_of_a_thousand_concurrent_handovers_is_valid() {
    let mut charter = annas();
    let root = charter.root;
    let handovers = (0..1_000).map(|number| says_at(number, Anna, &[root], hand_over(Bram)));
    let handovers: Vec<SignedStatement> = handovers.collect();
    handovers.iter().for_each(|one| assert_eq!(charter.add(one.clone()), Ok(Added::Included)));
    let first = handovers.iter().map(SignedStatement::hash).min();
    assert_eq!(charter.terms().history().last().map(|told| told.hash), first);
}
