//! Looking back: measuring moments, days, and the changes in between.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

mod support;

use chrono::FixedOffset;
use dossier::analysis::Comparison;
use dossier::model::*;
use dossier::*;
use support::*;

fn moment_id(number: u8) -> MomentId {
    MomentId::from_random([0, 0, 0, 0, 0, 0, 0, 0, 0, number])
}

fn moment(number: u8, name: &str) -> Edit {
    edit::add::<Moment>(moment_id(number), [MomentField::Name(name.into())])
}

fn names(past: &Past<'_>) -> Vec<String> {
    past.all::<Person>().into_iter().map(|person| person.name).collect()
}

#[test]
fn a_measuring_moment_shows_the_record_as_it_was_when_it_was_added() {
    let mut dossier = mrs_de_wit();
    dossier.apply(&moment(1, "start"), at(10)).unwrap();
    dossier.apply(&name(1, "Fatima el Amrani"), at(20)).unwrap();
    dossier.apply(&person(3, "Wim"), at(20)).unwrap();
    let then = dossier.heads_at(&moment_id(1)).unwrap();
    assert_eq!(names(&dossier.at(&then)), ["Fatima", "Joris"]);
}

#[test]
fn heads_that_an_edit_writes_into_a_new_moment_are_ignored() {
    let mut dossier = mrs_de_wit();
    let false_heads = MomentField::Heads(Some("00".repeat(32)));
    let add = edit::add::<Moment>(moment_id(1), [MomentField::Name("start".into()), false_heads]);
    let heads = dossier.heads();
    dossier.apply(&Edit::All(vec![person(3, "Wim"), add]), at(1)).unwrap();
    assert_eq!(dossier.heads_at(&moment_id(1)), Some(heads));
}

#[test]
fn a_moment_whose_heads_were_overwritten_has_no_heads() {
    let mut dossier = mrs_de_wit();
    dossier.apply(&moment(1, "start"), at(1)).unwrap();
    for heads in [None, Some(String::new()), Some("heads".into()), Some("00".repeat(32))] {
        dossier.apply(&edit::set::<Moment>(moment_id(1), MomentField::Heads(heads)), at(2)).unwrap();
        assert_eq!(dossier.heads_at(&moment_id(1)), None);
    }
}

#[test]
fn a_moment_shows_the_same_record_on_another_device() {
    let mut annas = mrs_de_wit();
    annas.apply(&moment(1, "start"), at(1)).unwrap();
    annas.apply(&name(1, "Fatima el Amrani"), at(2)).unwrap();
    let brams = copy_for(&annas, &bram());
    let then = brams.heads_at(&moment_id(1)).unwrap();
    assert_eq!(names(&brams.at(&then)), ["Fatima", "Joris"]);
}

#[test]
fn a_moment_after_ten_concurrent_edits_includes_all_of_them() {
    let mut dossier = mrs_de_wit();
    let mut copies: Vec<Dossier> = (10..20).map(|number| copy_for(&dossier, &writer(number))).collect();
    for (number, copy) in (10..).zip(&mut copies) {
        copy.apply(&person(number, "Buur"), at(1)).unwrap();
        dossier.merge_changes(&copy.save()).unwrap();
    }
    assert_eq!(dossier.heads().len(), 10);
    dossier.apply(&moment(1, "start"), at(2)).unwrap();
    let again = copy_for(&dossier, &bram());
    let then = again.heads_at(&moment_id(1)).unwrap();
    assert_eq!(names(&again.at(&then)).len(), 12);
}

#[test]
fn the_last_moment_is_the_one_of_the_latest_day() {
    let mut dossier = mrs_de_wit();
    for (number, day) in [(1, "2026-03-01"), (2, "2026-09-01"), (3, "2026-06-01")] {
        let day = MomentField::Day(day.parse().ok());
        let add = edit::add::<Moment>(moment_id(number), [MomentField::Name("moment".into()), day]);
        dossier.apply(&add, at(i64::from(number))).unwrap();
    }
    assert_eq!(dossier.last_moment(None).unwrap().id, moment_id(2));
    assert_eq!(dossier.last_moment(Some(&moment_id(2))).unwrap().id, moment_id(3));
    assert_eq!(dossier.last_moment(Some(&moment_id(1))), None);
}

#[test]
fn a_day_includes_everything_written_until_its_end_whatever_the_clocks_say() {
    const DAY: i64 = 24 * 60;
    let mut dossier = mrs_de_wit();
    dossier.apply(&person(3, "Wim"), at(2 * DAY)).unwrap();
    // The clock runs a year behind, but the change cannot be earlier than the one it depends on.
    dossier.apply(&person(4, "Ria"), at(-365 * DAY)).unwrap();
    dossier.apply(&person(5, "Bep"), at(3 * DAY)).unwrap();
    // The clock runs a year ahead.
    dossier.apply(&person(6, "Teun"), at(365 * DAY)).unwrap();
    let now = at(4 * DAY);
    let (today, days) = (now.date_naive(), dossier.days(&now));
    let counted: Vec<_> =
        days.iter().map(|day| (day.day, dossier.at(&day.heads).all::<Person>().len())).collect();
    let day = |number: i64| at(number * DAY).date_naive();
    assert_eq!(counted, [(day(0), 2), (day(2), 4), (day(3), 5), (today, 6)]);
}

#[test]
fn days_follow_the_time_zone_of_the_reader() {
    const AN_HOUR_EAST: i32 = 3600;
    let mut dossier = mrs_de_wit();
    let late = at(0).date_naive().and_hms_opt(23, 30, 0).unwrap().and_utc();
    dossier.apply(&person(3, "Wim"), late).unwrap();
    let (greenwich, utrecht) = (at(3 * 24 * 60), FixedOffset::east_opt(AN_HOUR_EAST).unwrap());
    let last = |days: Vec<HistoryDay>| days.last().unwrap().day;
    let there = last(dossier.days(&greenwich));
    assert_eq!(last(dossier.days(&greenwich.with_timezone(&utrecht))), there.succ_opt().unwrap());
}

#[test]
fn a_comparison_of_two_moments_tells_who_came_went_and_moved() {
    let mut dossier = mrs_de_wit();
    let set = |number, to| edit::set::<Person>(person_id(number), to);
    let before = [
        person(3, "Wim"),
        person(4, "Ria"),
        set(1, PersonField::Ring(Some(Ring::Acquaintances))),
        set(2, PersonField::Ring(Some(Ring::Intimates))),
        set(2, PersonField::Frequency(Some(Frequency::Weekly))),
        edit::add::<Tie>(
            tie_id(1),
            [
                TieField::A(Some(MemberId::Person(person_id(1)))),
                TieField::B(Some(MemberId::Person(person_id(2)))),
            ],
        ),
    ];
    dossier.apply(&Edit::All(before.to_vec()), at(1)).unwrap();
    let then = dossier.network();
    let after = [
        set(1, PersonField::Ring(Some(Ring::Friends))),
        set(2, PersonField::Frequency(Some(Frequency::Yearly))),
        set(2, PersonField::Ring(Some(Ring::Services))),
        edit::remove::<Person>(person_id(3)),
        set(4, PersonField::Life(Some(LifeStatus::Deceased))),
        person(5, "Bep"),
        edit::remove::<Tie>(tie_id(1)),
    ];
    dossier.apply(&Edit::All(after.to_vec()), at(2)).unwrap();
    let id = |number| MemberId::Person(person_id(number));
    let found = Comparison::between(&then, &dossier.network());
    let expected = Comparison {
        came: vec![id(5)],
        went: vec![id(3), id(4)],
        closer: vec![id(1)],
        further: vec![id(2)],
        less_often: vec![id(2)],
        untied: vec![(id(1), id(2))],
        ..Comparison::default()
    };
    assert_eq!(found, expected);
    assert_eq!(found.fading().into_iter().collect::<Vec<_>>(), [&id(2)]);
    assert!(Comparison::between(&then, &then).is_empty());
}

#[test]
fn when_a_field_was_written_leads_to_the_record_at_that_time() {
    let mut dossier = mrs_de_wit();
    let a_day = 24 * 60;
    dossier.apply(&relation(1, Relation::Neighbour), at(a_day)).unwrap();
    dossier.apply(&person(3, "Wim"), at(a_day + 1)).unwrap();
    let then = dossier.when_written::<Person>(&person_id(1), "relation").unwrap();
    assert_eq!(then.day, at(a_day).date_naive());
    assert_eq!(names(&dossier.at(&then.heads)), ["Fatima", "Joris"]);
    assert!(dossier.when_written::<Person>(&person_id(1), "quality").is_none());
}
