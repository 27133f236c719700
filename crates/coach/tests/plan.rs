//! A plan, its progress and the aftercare, from the view of a coach.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is not as it should be")]

mod support;

use chrono::NaiveDate;
use coach::Desk;
use coach::dossier::model::*;
use coach::dossier::{ActionId, CheckInId, DossierId, Edit, Id, PersonId, edit};
use coach::plan::{HeldCheckIn, PlanView};
use support::*;

fn action_id(number: u8) -> ActionId {
    numbered(number)
}

fn action(number: u8, fields: impl IntoIterator<Item = ActionField>) -> Edit {
    let title = ActionField::Title("Iets doen".into());
    edit::add::<Action>(action_id(number), std::iter::once(title).chain(fields).collect::<Vec<_>>())
}

fn about(number: u8) -> ActionField {
    ActionField::Member(Some(member(number)))
}

fn does(intervention: Intervention) -> ActionField {
    ActionField::Intervention(Some(intervention))
}

/// Creates Mr Aydin's dossier with his sister Ayse, whom he seldom sees and about whom he speaks warmly.
fn with_a_sister(desk: &mut Desk) -> DossierId {
    let id = desk.new_dossier("Meneer Aydin").unwrap();
    let ayse = [
        PersonField::Relation(Some(Relation::Sibling)),
        PersonField::Ring(Some(Ring::Friends)),
        PersonField::Frequency(Some(Frequency::Yearly)),
        PersonField::Quality(Some(Quality::Distant)),
    ];
    desk.edit(&id, &add(1, "Ayse", ayse)).unwrap();
    id
}

fn suggested(plan: &PlanView) -> Vec<&str> {
    plan.suggestions.iter().map(|one| one.says.id.as_str()).collect()
}

/// Returns the message ids of the changes around the first action's member.
fn changed(desk: &mut Desk, id: &DossierId) -> Option<Vec<String>> {
    let first = desk.progress(id).unwrap().into_iter().next().unwrap();
    first.changes.map(|all| all.into_iter().map(|one| one.says.id).collect())
}

#[test]
fn a_suggestion_names_its_reason_and_disappears_while_an_action_covers_it() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    let plan = desk.plan_view(&id).unwrap();
    let [revive] = plan.suggestions.as_slice() else { panic!("{:?}", plan.suggestions) };
    assert_eq!(revive.intervention, Intervention::Revive);
    assert_eq!(revive.member, Some(member(1)));
    assert_eq!(
        (revive.says.id.as_str(), revive.title.id.as_str()),
        ("suggestion-seldom", "suggestion-title-revive")
    );
    assert_eq!(revive.says.args["name"], "Ayse");
    assert_eq!(revive.says.args["frequency"], "yearly");
    assert!(desk.read(&id).unwrap().all::<Action>().is_empty(), "nothing is applied by itself");

    desk.edit(&id, &action(1, [does(Intervention::Revive), about(1)])).unwrap();
    assert_eq!(suggested(&desk.plan_view(&id).unwrap()), Vec::<&str>::new());
    desk.undo(&id).unwrap();
    assert_eq!(suggested(&desk.plan_view(&id).unwrap()), ["suggestion-seldom"]);
}

#[test]
fn a_contact_that_faded_since_the_last_moment_is_suggested() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &set(1, PersonField::Frequency(Some(Frequency::Weekly)))).unwrap();
    let start = [MomentField::Name("Start".into())];
    desk.edit(&id, &edit::add::<Moment>(numbered(1), start)).unwrap();
    desk.edit(&id, &set(1, PersonField::Frequency(Some(Frequency::Never)))).unwrap();
    assert_eq!(suggested(&desk.plan_view(&id).unwrap()), ["suggestion-faded"]);
}

#[test]
fn missing_support_is_suggested_with_a_place_to_find_it() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Meneer Aydin").unwrap();
    let centre = [
        OrganisationField::Name("Buurthuis".into()),
        OrganisationField::Gives([SupportKind::Practical].into_iter().collect()),
    ];
    desk.edit(&id, &edit::add::<Organisation>(numbered(1), centre)).unwrap();
    let widen = desk.suggestions(&id).unwrap().remove(0);
    assert_eq!(widen.intervention, Intervention::Widen);
    assert_eq!(widen.place.unwrap().args["kind"], "emotional");
}

#[test]
fn an_action_records_the_days_on_which_it_began_and_ended() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &action(1, [])).unwrap();
    let first = today();
    desk.move_action(&id, &action_id(1), &ActionStatus::Started).unwrap();
    days_go_by(3);
    desk.move_action(&id, &action_id(1), &ActionStatus::Started).unwrap();
    desk.move_action(&id, &action_id(1), &ActionStatus::Done).unwrap();
    let read = |desk: &mut Desk| desk.read(&id).unwrap().one::<Action>(&action_id(1)).unwrap();
    let done = read(&mut desk);
    assert_eq!((done.begun, done.ended), (Some(first), Some(today())));
    assert_eq!(done.status, Some(ActionStatus::Done));
    desk.move_action(&id, &action_id(1), &ActionStatus::Started).unwrap();
    assert_eq!(read(&mut desk).ended, None, "it goes on after all");
    desk.undo(&id).unwrap();
    assert_eq!(read(&mut desk).ended, Some(today()), "one step to undo");
    desk.move_action(&id, &action_id(1), &ActionStatus::Planned).unwrap();
    assert_eq!((read(&mut desk).begun, read(&mut desk).ended), (None, None));
    assert!(desk.move_action(&id, &action_id(9), &ActionStatus::Done).is_err());
}

#[test]
fn an_action_shows_the_changes_around_its_member_from_its_beginning_to_its_end() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &action(1, [does(Intervention::Revive), about(1)])).unwrap();
    assert_eq!(changed(&mut desk, &id), None, "it was not begun");
    desk.move_action(&id, &action_id(1), &ActionStatus::Started).unwrap();
    // The sister was put on the map earlier on the same day, so she counts as present before
    // the action began.
    assert_eq!(changed(&mut desk, &id), Some(Vec::new()));

    desk.edit(&id, &set(1, PersonField::Frequency(Some(Frequency::Monthly)))).unwrap();
    days_go_by(14);
    desk.edit(&id, &set(1, PersonField::Quality(Some(Quality::Supportive)))).unwrap();
    desk.edit(&id, &set(1, PersonField::Gives([SupportKind::Company].into_iter().collect()))).unwrap();
    desk.edit(&id, &add(2, "Kemal", [])).unwrap();
    desk.move_action(&id, &action_id(1), &ActionStatus::Done).unwrap();
    days_go_by(1);
    desk.edit(&id, &set(1, PersonField::Ring(Some(Ring::Intimates)))).unwrap();
    let expected = ["change-more-often", "progress-quality", "progress-gives"];
    assert_eq!(changed(&mut desk, &id).unwrap(), expected, "Kemal is somebody else, and the ring came later");
}

#[test]
fn an_action_that_was_recorded_later_shows_changes_since_the_day_it_began() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    days_go_by(7);
    let begun = today();
    desk.edit(&id, &set(1, PersonField::Ring(Some(Ring::Intimates)))).unwrap();
    days_go_by(7);
    desk.edit(&id, &action(1, [about(1), ActionField::Begun(Some(begun))])).unwrap();
    assert_eq!(changed(&mut desk, &id).unwrap(), ["change-closer"]);
}

#[test]
fn an_action_to_widen_the_network_names_the_people_who_were_added() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &action(1, [does(Intervention::Widen)])).unwrap();
    desk.move_action(&id, &action_id(1), &ActionStatus::Started).unwrap();
    desk.edit(&id, &add(2, "Karim", [])).unwrap();
    let changes = desk.progress(&id).unwrap().remove(0).changes.unwrap();
    assert_eq!((changes.len(), changes[0].says.args["names"].as_str()), (1, "Karim"));
}

#[test]
fn an_action_that_was_due_before_today_is_late() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &action(1, [ActionField::Due(Some(today()))])).unwrap();
    assert!(!desk.progress(&id).unwrap()[0].late);
    days_go_by(1);
    assert!(desk.progress(&id).unwrap()[0].late);
    desk.move_action(&id, &action_id(1), &ActionStatus::Done).unwrap();
    let over = &desk.progress(&id).unwrap()[0];
    assert!(!over.late && !over.open);
}

#[test]
fn aftercare_is_planned_in_one_edit_and_undone_in_one() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    desk.edit(&id, &Edit::Profile(ProfileField::Status(Some(DossierStatus::Closed)))).unwrap();
    let start = NaiveDate::from_ymd_opt(2024, 1, 31).unwrap();
    let due = |desk: &mut Desk| {
        let plan = desk.plan_view(&id).unwrap();
        plan.check_ins.into_iter().map(|one| one.day.unwrap().to_string()).collect::<Vec<_>>()
    };
    desk.plan_aftercare(&id, start).unwrap();
    let days = ["2024-02-29", "2024-04-30", "2024-07-31", "2025-01-31"];
    assert_eq!(due(&mut desk), days, "a closed dossier has aftercare too");
    desk.plan_aftercare(&id, start).unwrap();
    assert_eq!(due(&mut desk), days, "the same days again add nothing");
    desk.undo(&id).unwrap();
    assert_eq!(due(&mut desk), Vec::<String>::new());
}

#[test]
fn a_held_check_in_adds_a_measuring_moment_in_the_same_edit() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    let check_in = numbered::<CheckInId>(1);
    let due = [CheckInField::Due(Some(today()))];
    desk.edit(&id, &edit::add::<CheckIn>(check_in.clone(), due)).unwrap();
    days_go_by(2);
    assert!(desk.plan_view(&id).unwrap().check_ins[0].late);
    let held = HeldCheckIn {
        on: today(),
        going: Some(Going::Wavering),
        words: " Ayse belt weer minder. ".into(),
        moment: Some("Na een maand".into()),
    };
    desk.hold_check_in(&id, &check_in, &held).unwrap();
    let read = |desk: &mut Desk| desk.read(&id).unwrap().one::<CheckIn>(&check_in).unwrap();
    let there = read(&mut desk);
    assert_eq!((there.held, there.going.clone()), (Some(today()), Some(Going::Wavering)));
    assert_eq!(there.words.0, "Ayse belt weer minder.");
    let moment = desk.moment(&id, "Na een maand").unwrap();
    assert_eq!(there.moment, Some(moment.clone()));
    assert!(desk.then_and_now(&id, &moment, None).unwrap().changes.is_empty(), "it can be looked back to");
    assert!(!desk.plan_view(&id).unwrap().check_ins[0].late);

    // Correcting the words adds no second moment.
    desk.hold_check_in(&id, &check_in, &HeldCheckIn { words: "Anders.".into(), ..held }).unwrap();
    assert_eq!(desk.read(&id).unwrap().all::<Moment>().len(), 1);
    desk.undo(&id).unwrap();
    desk.undo(&id).unwrap();
    assert_eq!((read(&mut desk).held, read(&mut desk).moment), (None, None));
    assert!(desk.read(&id).unwrap().all::<Moment>().is_empty());
}

#[test]
fn a_moment_without_a_name_is_refused_and_nothing_is_written() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = with_a_sister(&mut desk);
    let check_in = numbered::<CheckInId>(1);
    desk.edit(&id, &edit::add::<CheckIn>(check_in.clone(), [CheckInField::Due(Some(today()))])).unwrap();
    let held = HeldCheckIn { on: today(), going: None, words: String::new(), moment: Some(" ".into()) };
    assert!(desk.hold_check_in(&id, &check_in, &held).is_err());
    assert_eq!(desk.read(&id).unwrap().one::<CheckIn>(&check_in).unwrap().held, None);
}

#[test]
fn more_actions_and_people_than_anybody_has_are_compared_as_far_as_memory_goes() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = desk_of(&home, "Anna");
    let id = desk.new_dossier("Meneer Aydin").unwrap();
    let bytes = |number: u16| [1, 2, 3, 4, 5, 6, 7, 8, (number >> 8) as u8, number as u8];
    let actions = (0..1_000).map(|number| {
        let fields = [
            ActionField::Title("Mensen zoeken".into()),
            ActionField::Begun(Some(today())),
            does(Intervention::Widen),
        ];
        edit::add::<Action>(ActionId::from_random(bytes(number)), fields)
    });
    desk.edit(&id, &Edit::All(actions.collect())).unwrap();
    let people = (0..1_000).map(|number| {
        let name = PersonField::Name(format!("Mens {number}"));
        edit::add::<Person>(PersonId::from_random(bytes(number)), [name])
    });
    desk.edit(&id, &Edit::All(people.collect())).unwrap();
    let progress = desk.progress(&id).unwrap();
    assert_eq!(progress.len(), 1_000);
    assert_eq!(progress[0].changes.as_ref().unwrap()[0].members.len(), 1_000);
    assert!(progress[999].changes.is_none());
}
