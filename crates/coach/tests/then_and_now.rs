//! Looking back with a client: two moments side by side, and the days in between.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use chrono::TimeDelta;
use coach::dossier::model::*;
use coach::dossier::{DossierId, Edit, MomentId, edit};
use coach::{CoachError, Desk};
use support::*;

fn moment(number: u8) -> MomentId {
    numbered(number)
}

fn tie(number: u8, a: u8, b: u8) -> Edit {
    let ends = [TieField::A(Some(member(a))), TieField::B(Some(member(b)))];
    edit::add::<Tie>(numbered(number), ends)
}

fn name_moment(number: u8, name: &str) -> Edit {
    edit::add::<Moment>(moment(number), [MomentField::Name(name.into())])
}

/// Creates a first moment, and half a year in which Wim came, Joris came closer, Ria died and Bep left.
fn half_a_year(desk: &mut Desk) -> DossierId {
    let id = desk.new_dossier("Mevrouw De Wit").unwrap();
    let company = || PersonField::Gives([SupportKind::Company].into_iter().collect());
    let start = [
        add(1, "Joris", vec![PersonField::Ring(Some(Ring::Acquaintances)), company()]),
        add(2, "Ria", vec![PersonField::Ring(Some(Ring::Friends))]),
        add(3, "Bep", vec![]),
        tie(1, 2, 3),
        name_moment(1, "Start"),
    ];
    start.iter().for_each(|one| drop(desk.edit(&id, one).unwrap()));
    let later = [
        set(1, PersonField::Ring(Some(Ring::Intimates))),
        set(2, PersonField::Life(Some(LifeStatus::Deceased))),
        edit::remove::<Person>(numbered(3)),
        add(4, "Wim", vec![PersonField::Frequency(Some(Frequency::Weekly)), company()]),
        tie(2, 1, 4),
    ];
    later.iter().for_each(|one| drop(desk.edit(&id, one).unwrap()));
    id
}

#[test]
fn changes_since_a_moment_are_sentences_that_also_name_those_who_are_gone() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = half_a_year(&mut desk);
    let seen = desk.then_and_now(&id, &moment(1), None).unwrap();
    let said: Vec<(&str, Option<&String>)> =
        seen.changes.iter().map(|card| (card.says.id.as_str(), card.says.args.get("names"))).collect();
    let names = ["Wim", "Bep", "Ria", "Joris"].map(String::from);
    let [wim, bep, ria, joris] = names.each_ref().map(Some);
    let expected = [
        ("change-came", wim),
        ("change-went", bep),
        ("change-died", ria),
        ("change-closer", joris),
        ("change-tied", None),
    ];
    assert_eq!(said, expected);
    assert_eq!(seen.changes[0].members, [member(4)]);
    assert_eq!((seen.then.people.len(), seen.now.people.len()), (3, 3));
    assert_eq!((seen.then.ties.len(), seen.now.ties.len()), (1, 1));
}

#[test]
fn figures_are_shown_if_they_changed_and_the_size_is_always_shown() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = half_a_year(&mut desk);
    let figures = desk.then_and_now(&id, &moment(1), None).unwrap().figures;
    let said: Vec<(&str, f64, f64)> =
        figures.iter().map(|one| (one.says.id.as_str(), one.then, one.now)).collect();
    assert_eq!(said[0], ("figure-size", 3.0, 2.0));
    for changed in [("figure-intimates", 0.0, 1.0), ("figure-support", 1.0, 2.0), ("figure-weekly", 0.0, 1.0)]
    {
        assert!(said.contains(&changed), "{said:?}");
    }
    assert!(!said.iter().any(|(id, ..)| *id == "figure-ties" || *id == "figure-reciprocity"), "{said:?}");
}

#[test]
fn a_moment_compared_with_itself_shows_only_its_size() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = half_a_year(&mut desk);
    let seen = desk.then_and_now(&id, &moment(1), Some(&moment(1))).unwrap();
    assert_eq!(seen.then, seen.now);
    assert!(seen.changes.is_empty());
    assert_eq!(seen.figures.len(), 1);
}

#[test]
fn an_unknown_moment_is_refused_by_name() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = half_a_year(&mut desk);
    let refused = desk.then_and_now(&id, &moment(9), None);
    assert!(matches!(refused, Err(CoachError::NoSuchMoment(name)) if name == moment(9).to_string()));
}

#[test]
fn a_network_is_shown_as_it_was_at_the_end_of_each_day_on_which_it_changed() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let first = today();
    let id = desk.new_dossier("Meneer Aydin").unwrap();
    desk.edit(&id, &add(1, "Ayse", vec![])).unwrap();
    desk.edit(&id, &add(2, "Kemal", vec![])).unwrap();
    days_go_by(10);
    desk.edit(&id, &edit::remove::<Person>(numbered(2))).unwrap();
    let second = today();
    assert_eq!(desk.days(&id).unwrap(), [first, second]);
    let mut on = |day| desk.network_on(&id, day).unwrap().people.len();
    let shown = [first, first + TimeDelta::days(3), second, first - TimeDelta::days(1)].map(&mut on);
    assert_eq!(shown, [2, 2, 1, 0]);
}
