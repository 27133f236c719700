//! The facts that the record already contains about a step.

use dossier::Choice;
use dossier::method::WorkArea;
use dossier::model::LifeDimension;

use crate::message::{Message, MessageKind, message_kinds};
use crate::method::step_facts::StepFacts;

message_kinds! {
    /// A fact that the record contains about a step.
    pub(super) enum Known {
        People => "known-people",
        Organisations => "known-organisations",
        Ties => "known-ties",
        Support => "known-support",
        Quality => "known-quality",
        Frequency => "known-frequency",
        Story => "known-story",
        Talents => "known-talents",
        Roles => "known-roles",
        Wishes => "known-wishes",
        Life => "known-life",
        Needs => "known-needs",
        NeedsMet => "known-needs-met",
        Resistances => "known-resistances",
        Goals => "known-goals",
        GoalsReached => "known-goals-reached",
        Actions => "known-actions",
        ActionsDone => "known-actions-done",
        CheckIns => "known-check-ins",
        LastTalk => "known-last-talk",
        NextTalk => "known-next-talk",
        Moments => "known-moment",
    }
    test everything_known_has_a_message_in_both_languages
}

/// Returns the facts that the record contains about an area of the work. Facts that are zero or absent
/// are left out.
pub(super) fn known(facts: &StepFacts, area: &WorkArea) -> Vec<Message> {
    let people = facts.people.len();
    let says = match area {
        WorkArea::Client => vec![
            Known::Story.when(!facts.profile.story.0.trim().is_empty()),
            Known::LastTalk.on(facts.last_talk),
        ],
        WorkArea::Map => vec![
            Known::People.counted(people),
            Known::Organisations.counted(facts.organisations),
            Known::Ties.counted(facts.ties),
        ],
        WorkArea::Quality => vec![
            Known::Support.counted_of(facts.people_with(|one| !one.gives.0.is_empty()), people),
            Known::Quality.counted_of(facts.people_with(|one| one.quality.is_some()), people),
            Known::Frequency.counted_of(facts.people_with(|one| one.frequency.is_some()), people),
            Known::Moments.counted(facts.moments),
        ],
        WorkArea::Possibilities => vec![
            Known::Talents.counted(facts.talents.len()),
            Known::Roles.counted(facts.roles),
            Known::Wishes.counted(facts.wishes),
            Known::Life.counted_of(facts.life.len(), LifeDimension::ALL.len()),
        ],
        WorkArea::Needs => vec![
            Known::Needs.counted(facts.needs.len()),
            Known::NeedsMet.counted(facts.met_needs()),
            Known::Resistances.counted(facts.resistances),
        ],
        WorkArea::Plan => vec![
            Known::Wishes.counted(facts.wishes),
            Known::Goals.counted(facts.goals.len()),
            Known::Actions.counted(facts.open_actions(|_| true)),
        ],
        WorkArea::CarryOut => vec![
            Known::Actions.counted(facts.open_actions(|_| true)),
            Known::ActionsDone.counted(facts.done_actions(|_| true)),
            Known::GoalsReached.counted(facts.reached_goals()),
        ],
        WorkArea::Aftercare => vec![
            Known::GoalsReached.counted(facts.reached_goals()),
            Known::CheckIns.counted(facts.check_ins.iter().filter(|one| one.held.is_some()).count()),
            Known::Moments.counted(facts.moments),
        ],
        WorkArea::Talk | WorkArea::Unknown(_) => {
            vec![Known::LastTalk.on(facts.last_talk), Known::NextTalk.on(facts.next_talk)]
        }
    };
    says.into_iter().flatten().collect()
}
