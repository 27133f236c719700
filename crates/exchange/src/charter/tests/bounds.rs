//! The statements that a charter refuses, and its limits.

use super::*;
use crate::charter::standing::MOST_OF_OTHERS;

#[test]
fn a_statement_about_another_dossier_is_refused() {
    let other = Charter::open(&founding(2), Anna.member(), Vec::new(), &Anna.secret(), at(0)).unwrap();
    let opening = other.statements().next().unwrap().clone();
    assert_eq!(annas().add(opening.clone()), Err(CharterError::AnotherDossier));
    assert_eq!(Charter::begin(dossier_id(1), opening).map(drop), Err(CharterError::AnotherDossier));
}

#[test]
fn a_charter_can_be_opened_only_once() {
    let mut charter = annas();
    let (root, before) = (charter.root, charter.terms());
    for another in
        [says(Bram, &[], opening(Bram)), says(Bram, &[], opening(Cleo)), says(Anna, &[root], opening(Anna))]
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
    let for_another = says(Bram, &[], opening(Anna));
    assert_eq!(Charter::begin(dossier_id(1), for_another).map(drop), Err(CharterError::NotOpened));
}

#[test]
fn only_the_founding_key_of_a_dossier_says_who_opens_its_charter() {
    // Bram knows the id, and has a founding key of another dossier.
    let of_another = Founding::sign(&founding(2), &Bram.key());
    let act = Act::Open { keeper: Bram.member(), before: Vec::new(), founding: of_another };
    let squatted = Charter::begin(dossier_id(1), says(Bram, &[], act)).map(drop);
    assert_eq!(squatted, Err(CharterError::NotOpened));
    // He copies what the founding key signed for Anna.
    let for_anna = Founding::sign(&founding(1), &Anna.key());
    let act = Act::Open { keeper: Bram.member(), before: Vec::new(), founding: for_anna };
    let squatted = Charter::begin(dossier_id(1), says(Bram, &[], act)).map(drop);
    assert_eq!(squatted, Err(CharterError::NotOpened));
}

#[test]
fn a_statement_is_not_kept_without_those_that_it_follows() {
    let mut charter = annas();
    for act in [consent(), grant(Bram, GrantedRole::Reader), grant(Bram, GrantedRole::Coach)] {
        charter.issue(act, &Anna.secret(), at(1)).unwrap();
    }
    let hashes: Vec<_> = charter.statements().map(SignedStatement::hash).collect();
    charter.keep(|hash| *hash != hashes[2]);
    assert_eq!(charter.statements().map(SignedStatement::hash).collect::<Vec<_>>(), hashes[..2]);
    assert!(Charter::decode(&charter.encode()).is_ok());
}

#[test]
fn a_statement_is_added_after_those_that_it_follows() {
    let mut charter = annas();
    let first = says(Anna, &[charter.root], consent());
    let second = says(Anna, &[first.hash()], grant(Bram, GrantedRole::Coach));
    assert_eq!(charter.add(second.clone()), Err(CharterError::ParentMissing));
    assert_eq!(charter.add(first.clone()), Ok(()));
    assert_eq!(charter.add(second.clone()), Ok(()));
    assert_eq!(charter.add(first), Ok(()), "a second time changes nothing");
    assert_eq!((charter.len(), charter.heads()), (3, vec![second.hash()]));
}

#[test]
fn ten_thousand_statements_of_a_member_do_not_fill_a_charter() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let before = charter.clone();
    charter.extend((0..10_000).map(|number| says_at(number, Bram, &[granted], Act::Close)));
    assert_eq!(charter, before);
    charter.issue(withdraw(Bram), &Anna.secret(), at(0)).unwrap();
    assert_eq!(role(&Charter::decode(&charter.encode()).unwrap(), Bram), None);
}

#[test]
fn a_former_keeper_adds_few_statements_and_none_after_being_withdrawn() {
    let mut charter = annas();
    let root = charter.root;
    let accepted = handed(&mut charter, Anna, &[root], Bram);
    let junk: Vec<SignedStatement> =
        (0..200).map(|number| says_at(number, Anna, &[root], withdraw(Dewi))).collect();
    charter.extend(junk.clone());
    assert_eq!(charter.len(), 3 + MOST_OF_OTHERS);
    // Everybody keeps the same ones, whatever the order in which they came.
    let mut other = annas();
    let offered = charter.statements().find(|one| matches!(one.statement().act, Act::HandOver { .. }));
    other.extend(junk.iter().rev().cloned());
    other.extend([offered.unwrap().clone()]);
    other.extend(charter.statements().cloned().collect::<Vec<_>>());
    other.extend(junk.iter().rev().cloned());
    assert_eq!(other.digest(), charter.digest());
    put(&mut charter, Bram, &[accepted], withdraw(Anna));
    assert_eq!(charter.len(), 4);
    charter.extend(junk);
    assert_eq!(charter.len(), 4);
}

#[test]
fn a_keeper_of_a_full_charter_can_still_withdraw_somebody() {
    let mut charter = annas();
    let mut last = charter.root;
    let granted = put(&mut charter, Anna, &[last], grant(Bram, GrantedRole::Coach));
    last = granted;
    let mut all = Vec::new();
    while all.len() + charter.len() < MOST_STATEMENTS {
        let statement = says(Anna, &[last], consent());
        last = statement.hash();
        all.push(statement);
    }
    charter.extend(all);
    assert_eq!(charter.len(), MOST_STATEMENTS);
    assert_eq!(charter.issue(consent(), &Anna.secret(), at(1)), Err(IssueError::Full));
    charter.issue(withdraw(Bram), &Anna.secret(), at(1)).unwrap();
    assert_eq!(role(&Charter::decode(&charter.encode()).unwrap(), Bram), None);
}

#[test]
fn a_full_charter_with_many_removals_beside_each_other_is_read_back() {
    let mut charter = annas();
    let root = charter.root;
    let granted = put(&mut charter, Anna, &[root], grant(Bram, GrantedRole::Coach));
    let given = (0..3_000).map(|number| says_at(number, Anna, &[granted], consent()));
    charter.extend(given);
    charter.extend((0..1_500).map(|number| says_at(number, Anna, &[granted], withdraw(Bram))));
    assert_eq!(charter.len(), 2 + 3_000 + RESERVE);
    assert_eq!(Charter::decode(&charter.encode()), Ok(charter));
}

#[test]
fn two_thousand_statements_are_evaluated() {
    let mut charter = annas();
    let mut last = charter.root;
    let mut all = Vec::new();
    // Two keepers hand over back and forth, and each gives and withdraws a role.
    for number in 0..500 {
        let (keeper, other) = if number % 2 == 0 { (Anna, Bram) } else { (Bram, Anna) };
        for act in [grant(Cleo, GrantedRole::Coach), withdraw(Cleo), hand_over(other)] {
            let statement = says(keeper, &[last], act);
            last = statement.hash();
            all.push(statement);
        }
        let accepted = says(other, &[last], accept(last));
        last = accepted.hash();
        all.push(accepted);
    }
    charter.extend(all);
    let terms = charter.terms();
    assert_eq!((terms.keeper(), terms.history().len()), (&Anna.member(), 2_001));
    assert_eq!(Charter::decode(&charter.encode()).unwrap().terms(), terms);
}

#[test]
fn a_former_keeper_who_used_up_the_room_for_removals_can_be_withdrawn() {
    let mut charter = annas();
    let root = charter.root;
    let consented = put(&mut charter, Anna, &[root], consent());
    let mut last = consented;
    let mut all = Vec::new();
    for _ in 0..RESERVE {
        let statement = says(Anna, &[last], withdraw(Dewi));
        last = statement.hash();
        all.push(statement);
    }
    charter.extend(all);
    let offered = put(&mut charter, Anna, &[last], hand_over(Bram));
    put(&mut charter, Bram, &[offered], accept(offered));
    assert_eq!(charter.issue(withdraw(Anna), &Bram.secret(), at(1)), Ok(()));
    assert_eq!(role(&charter, Anna), None);
}
