//! Networks of a size that nobody has, and that somebody can write: each answer comes in a moment and fits in
//! memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

use std::time::{Duration, Instant};

use dossier::analysis::{Analysis, Finding, Network, findings};
use dossier::instrument::carers;
use dossier::model::*;
use dossier::suggestion::suggestions;
use dossier::*;

/// The longest that an answer may take, without optimisation and beside other tests. What takes the square of
/// the size takes minutes.
const MOMENT: Duration = Duration::from_secs(20);
const MANY: u32 = 20_000;

fn bytes(number: u32) -> [u8; ID_BYTES] {
    let mut bytes = [0; ID_BYTES];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    bytes
}

fn person(number: u32) -> Person {
    let mut person = Person::blank(PersonId::from_random(bytes(number)));
    person.set(PersonField::Name(format!("Mens {number}")));
    person
}

fn member(number: u32) -> Option<MemberId> {
    Some(MemberId::Person(PersonId::from_random(bytes(number))))
}

/// Returns the ties by which each person knows the next one.
fn chain(length: u32) -> Vec<Tie> {
    let tie = |number| {
        let mut tie = Tie::blank(TieId::from_random(bytes(number)));
        tie.set(TieField::A(member(number)));
        tie.set(TieField::B(member(number + 1)));
        tie
    };
    (0..length - 1).map(tie).collect()
}

fn in_a_moment<T>(answer: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let answer = answer();
    assert!(begun.elapsed() < MOMENT, "{:?}", begun.elapsed());
    answer
}

#[test]
fn a_chain_of_many_people_is_measured_without_naming_who_stands_between_whom() {
    let network = Network::new((0..MANY).map(person).collect(), Vec::new(), &chain(MANY));
    let (analysis, found) = in_a_moment(|| (Analysis::of(&network), findings(&network, None)));
    assert_eq!((analysis.size, analysis.components, analysis.betweenness.len()), (MANY as usize, 1, 0));
    assert!(!found.iter().any(|finding| matches!(finding, Finding::Between { .. })));
    let few = Network::new((0..200).map(person).collect(), Vec::new(), &chain(200));
    assert_eq!(Analysis::of(&few).betweenness.len(), 200);
    assert!(findings(&few, None).iter().any(|finding| matches!(finding, Finding::Between { .. })));
}

#[test]
fn suggestions_for_many_people_with_many_actions_come_in_a_moment() {
    let people = (0..MANY).map(|number| {
        let mut person = person(number);
        person.set(PersonField::Ring(Some(Ring::Friends)));
        person.set(PersonField::Quality(Some(Quality::Strained)));
        person
    });
    let network = Network::new(people.collect(), Vec::new(), &[]);
    let action = |number| {
        let mut action = Action::blank(ActionId::from_random(bytes(number)));
        action.set(ActionField::Intervention(Some(Intervention::Unblock)));
        action.set(ActionField::Member(member(number)));
        action
    };
    // Each suggestion but the last is carried out already.
    let actions: Vec<Action> = (0..MANY - 1).map(action).collect();
    let made = in_a_moment(|| suggestions(&network, Some(&network), &actions));
    assert_eq!(made.iter().map(|one| one.who.clone()).collect::<Vec<_>>(), [member(MANY - 1)]);
}

#[test]
fn the_load_of_many_carers_is_read_in_a_moment() {
    let people: Vec<Person> = (0..MANY).map(person).collect();
    let measurement = |number| {
        let mut measurement = Measurement::blank(MeasurementId::from_random(bytes(number)));
        measurement.set(MeasurementField::Instrument(Some(Instrument::ThreeQuestions)));
        measurement.set(MeasurementField::Person(Some(PersonId::from_random(bytes(number)))));
        measurement
    };
    let measurements: Vec<Measurement> = (0..MANY).map(measurement).collect();
    let carers = in_a_moment(|| carers(&people, &measurements));
    assert_eq!(carers.len(), MANY as usize);
    assert!(carers.iter().all(|carer| carer.series.len() == 1));
}
