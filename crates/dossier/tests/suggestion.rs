//! Suggestions for a network, and the cases without one.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use dossier::analysis::Network;
use dossier::model::*;
use dossier::suggestion::{Suggestion, SuggestionReason, suggestions};
use dossier::*;
use support::person_id;

fn somebody(number: u8, fields: impl IntoIterator<Item = PersonField>) -> Person {
    let mut person = Person::blank(person_id(number));
    person.name = format!("Iemand {number}");
    fields.into_iter().for_each(|field| person.set(field));
    person
}

fn network(people: Vec<Person>) -> Network {
    Network::new(people, Vec::new(), &[])
}

fn who(number: u8) -> Option<MemberId> {
    Some(MemberId::Person(person_id(number)))
}

/// Two people who both give every kind of support, so that none is missing and neither is a sole giver.
fn helpers() -> [Person; 2] {
    [200, 201]
        .map(|number| somebody(number, [PersonField::Gives(SupportKind::ALL.iter().cloned().collect())]))
}

/// Returns the suggestions for one person among others about whom there is nothing to suggest.
fn of_one(then: Option<Person>, now: Person) -> Vec<Suggestion> {
    let last = then.map(|then| network(helpers().into_iter().chain([then]).collect()));
    let now = network(helpers().into_iter().chain([now]).collect());
    suggestions(&now, last.as_ref(), &[])
}

fn only(found: &[Suggestion]) -> (Intervention, Option<MemberId>, SuggestionReason) {
    let [one] = found else { panic!("{found:?}") };
    (one.intervention.clone(), one.who.clone(), one.why.clone())
}

fn near(frequency: Frequency) -> [PersonField; 2] {
    [PersonField::Ring(Some(Ring::Friends)), PersonField::Frequency(Some(frequency))]
}

#[test]
fn nothing_is_suggested_if_nothing_is_known() {
    assert_eq!(suggestions(&network(Vec::new()), None, &[]), []);
    let names_only = || network(vec![somebody(1, []), somebody(2, [])]);
    assert_eq!(suggestions(&names_only(), None, &[]), []);
    assert_eq!(suggestions(&names_only(), Some(&names_only()), &[]), []);
}

#[test]
fn reviving_is_suggested_for_a_sister_who_was_near_and_is_hardly_seen() {
    let then = somebody(1, near(Frequency::Weekly));
    let now = somebody(1, near(Frequency::Yearly));
    let why = SuggestionReason::Faded { now: Frequency::Yearly };
    assert_eq!(only(&of_one(Some(then), now)), (Intervention::Revive, who(1), why));
}

#[test]
fn reviving_is_suggested_for_a_near_person_who_is_hardly_seen_even_without_a_moment() {
    let why = SuggestionReason::Seldom { now: Frequency::Never };
    let now = somebody(1, near(Frequency::Never));
    assert_eq!(only(&of_one(None, now)), (Intervention::Revive, who(1), why));
}

#[test]
fn nothing_is_suggested_for_a_person_who_was_always_distant() {
    let far = || somebody(1, [PersonField::Frequency(Some(Frequency::Yearly))]);
    assert_eq!(of_one(Some(far()), far()), []);
}

#[test]
fn unblocking_is_suggested_for_a_strained_tie_with_a_close_person() {
    for quality in [Quality::Strained, Quality::CutOff] {
        let fields = [PersonField::Ring(Some(Ring::Intimates)), PersonField::Quality(Some(quality.clone()))];
        let expected = (Intervention::Unblock, who(1), SuggestionReason::Disturbed { quality });
        assert_eq!(only(&of_one(None, somebody(1, fields))), expected);
    }
    let placed_nowhere = somebody(1, [PersonField::Quality(Some(Quality::Strained))]);
    assert_eq!(of_one(None, placed_nowhere), [], "whether it is close is not known");
}

#[test]
fn intensifying_is_suggested_for_a_helpful_person_at_the_fringe_but_not_a_professional() {
    let fringe = |relation| {
        somebody(
            1,
            [
                PersonField::Relation(Some(relation)),
                PersonField::Ring(Some(Ring::Acquaintances)),
                PersonField::Quality(Some(Quality::Supportive)),
            ],
        )
    };
    let found = of_one(None, fringe(Relation::Neighbour));
    assert_eq!(only(&found), (Intervention::Intensify, who(1), SuggestionReason::AtTheFringe));
    assert_eq!(of_one(None, fringe(Relation::Professional)), []);
}

#[test]
fn activating_is_suggested_for_a_willing_person_without_noted_support() {
    let willing = || somebody(1, [PersonField::Initiative(Some(Initiative::Other))]);
    assert_eq!(only(&of_one(None, willing())), (Intervention::Activate, who(1), SuggestionReason::Willing));
    // If no support is noted at all, its absence for one person means nothing.
    assert_eq!(suggestions(&network(vec![willing(), somebody(2, [])]), None, &[]), []);
}

#[test]
fn maintaining_is_suggested_for_a_tie_that_becomes_looser() {
    let often = |frequency| somebody(1, [PersonField::Frequency(Some(frequency))]);
    let found = of_one(Some(often(Frequency::Weekly)), often(Frequency::Monthly));
    assert_eq!(only(&found), (Intervention::Maintain, who(1), SuggestionReason::Loosening));
}

#[test]
fn cutting_is_suggested_for_a_tie_at_the_fringe_that_only_takes_energy() {
    let draining = |ring| {
        somebody(
            1,
            [
                PersonField::Quality(Some(Quality::Strained)),
                PersonField::Energy(Some(Energy::Away)),
                PersonField::Ring(Some(ring)),
            ],
        )
    };
    let found = of_one(None, draining(Ring::Acquaintances));
    assert_eq!(only(&found), (Intervention::Cut, who(1), SuggestionReason::Draining));
    assert_eq!(only(&of_one(None, draining(Ring::Friends))).0, Intervention::Unblock);
}

fn carer(more: impl IntoIterator<Item = PersonField>) -> Person {
    let gives = PersonField::Gives(SupportKind::ALL.iter().cloned().collect());
    somebody(1, [gives, PersonField::Strength(Some(Strength::Strong))].into_iter().chain(more))
}

#[test]
fn support_and_maintenance_are_suggested_for_a_carer_who_carries_alone() {
    let found = suggestions(&network(vec![carer([])]), None, &[]);
    let does: Vec<_> = found.iter().map(|one| (&one.intervention, &one.why)).collect();
    let alone = SupportKind::ALL.len();
    assert_eq!(
        does,
        [
            (&Intervention::SupportCarer, &SuggestionReason::Carries { alone }),
            (&Intervention::Maintain, &SuggestionReason::StrongAndAlone { alone })
        ]
    );
    let every_day = carer([PersonField::Frequency(Some(Frequency::Daily))]);
    let found = suggestions(&network(vec![every_day]), None, &[]);
    assert_eq!(found[0].intervention, Intervention::Respite);
}

#[test]
fn nothing_is_suggested_for_the_load_of_a_carer_with_their_own_dossier() {
    let own = PersonField::OwnDossier(Some(DossierId::from_random([7; 10])));
    let found = suggestions(&network(vec![carer([own])]), None, &[]);
    assert_eq!(only(&found).0, Intervention::Maintain);
}

#[test]
fn widening_is_suggested_for_one_missing_kind_of_support_at_a_time() {
    let helper =
        |number| somebody(number, [PersonField::Gives([SupportKind::Practical].into_iter().collect())]);
    let found = suggestions(&network(vec![helper(1), helper(2)]), None, &[]);
    let why = SuggestionReason::NoGiver { kind: SupportKind::Emotional };
    assert_eq!(only(&found), (Intervention::Widen, None, why));
}

#[test]
fn nothing_is_suggested_for_people_who_died() {
    let dead = PersonField::Life(Some(LifeStatus::Deceased));
    let now = somebody(1, near(Frequency::Never).into_iter().chain([dead]));
    assert_eq!(of_one(Some(somebody(1, near(Frequency::Daily))), now), []);
}

fn action(status: ActionStatus, does: Intervention, member: Option<MemberId>) -> Action {
    let mut action = Action::blank(ActionId::from_random([1; 10]));
    action.status = Some(status);
    action.intervention = Some(does);
    action.member = member;
    action
}

#[test]
fn an_open_or_dropped_action_is_not_suggested_again() {
    let now = network(helpers().into_iter().chain([somebody(1, near(Frequency::Yearly))]).collect());
    for status in [ActionStatus::Planned, ActionStatus::Started, ActionStatus::Dropped] {
        let same = action(status.clone(), Intervention::Revive, who(1));
        assert_eq!(suggestions(&now, None, &[same]), []);
        for other in [
            action(status.clone(), Intervention::Revive, who(2)),
            action(status, Intervention::Maintain, who(1)),
        ] {
            assert_eq!(suggestions(&now, None, &[other]).len(), 1);
        }
    }
    let done = action(ActionStatus::Done, Intervention::Revive, who(1));
    assert_eq!(suggestions(&now, None, &[done]).len(), 1, "it was done, and it is still so");
}

#[test]
fn the_five_most_pressing_suggestions_come_first() {
    let faded = (1..=6).map(|number| somebody(number, near(Frequency::Yearly)));
    let strained = somebody(
        7,
        [PersonField::Ring(Some(Ring::Intimates)), PersonField::Quality(Some(Quality::Strained))],
    );
    let found =
        suggestions(&network(helpers().into_iter().chain(faded).chain([strained]).collect()), None, &[]);
    assert_eq!(found.len(), 5);
    assert_eq!(found[0].intervention, Intervention::Unblock);
    assert_eq!(found[1].who, who(1));
}
