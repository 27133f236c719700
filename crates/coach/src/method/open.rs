//! The things that are still to be talked about in a step.

use dossier::Choice;
use dossier::method::WorkArea;
use dossier::model::{LifeDimension, NeedStatus};

use crate::message::{Message, MessageKind, message_kinds};
use crate::method::step_facts::StepFacts;

message_kinds! {
    /// Something that is still to be talked about in a step.
    pub(super) enum Open {
        Nobody => "open-nobody",
        Rings => "open-rings",
        Ties => "open-ties",
        Support => "open-support",
        Quality => "open-quality",
        Frequency => "open-frequency",
        Story => "open-story",
        Household => "open-household",
        Talents => "open-talents",
        Offer => "open-offer",
        Roles => "open-roles",
        Wishes => "open-wishes",
        Life => "open-life",
        Needs => "open-needs",
        NeedSources => "open-need-sources",
        Goals => "open-goals",
        Actions => "open-actions",
        FirstStep => "open-first-step",
        Doer => "open-doer",
        Late => "open-late",
        Outcome => "open-outcome",
        CheckIns => "open-check-ins",
        CheckInDue => "open-check-in-due",
        Moment => "open-moment",
        Talk => "open-talk",
        NextTalk => "open-next-talk",
    }
    test everything_open_has_a_message_in_both_languages
}

/// Returns the things that are still to be talked about in an area of the work.
pub(super) fn open(facts: &StepFacts, area: &WorkArea) -> Vec<Message> {
    let nobody = facts.has_nobody();
    let says = match area {
        WorkArea::Client => vec![
            Open::Story.when(facts.profile.story.0.trim().is_empty()),
            Open::Household.when(facts.profile.household.is_none()),
        ],
        WorkArea::Map => vec![
            Open::Nobody.when(nobody),
            Open::Rings.counted(facts.people_with(|one| one.ring.is_none())),
            Open::Ties.when(facts.people.len() > 1 && facts.ties == 0),
        ],
        WorkArea::Quality => vec![
            Open::Nobody.when(nobody),
            Open::Support
                .counted(facts.people_with(|one| one.gives.0.is_empty() && one.receives.0.is_empty())),
            Open::Quality.counted(facts.people_with(|one| one.quality.is_none())),
            Open::Frequency.counted(facts.people_with(|one| one.frequency.is_none())),
            Open::Moment.when(!nobody && facts.moments == 0),
        ],
        WorkArea::Possibilities => {
            let without_offer = facts.talents.iter().filter(|one| one.offer.0.trim().is_empty());
            vec![
                Open::Talents.when(facts.talents.is_empty()),
                Open::Offer.counted(without_offer.count()),
                Open::Roles.when(facts.roles == 0),
                Open::Wishes.when(facts.wishes == 0),
                Open::Life.counted(LifeDimension::ALL.len().saturating_sub(facts.life.len())),
            ]
        }
        WorkArea::Needs => {
            let unmet = facts.needs.iter().filter(|need| need.status != Some(NeedStatus::Met));
            vec![
                Open::Needs.when(facts.needs.is_empty()),
                Open::NeedSources.counted(unmet.filter(|need| need.provision.is_none()).count()),
            ]
        }
        WorkArea::Plan => vec![
            Open::Goals.when(facts.goals.is_empty()),
            Open::Actions.when(facts.actions.is_empty()),
            Open::FirstStep.counted(facts.open_actions(|one| is_blank(one.first_step.as_ref()))),
            Open::Doer.counted(facts.open_actions(|one| is_blank(one.doer.as_ref()))),
        ],
        WorkArea::CarryOut => vec![
            Open::Actions.when(facts.actions.is_empty()),
            Open::Late.counted(facts.open_actions(|one| one.due.is_some_and(|due| due < facts.today))),
            Open::Outcome.counted(facts.done_actions(|one| one.worked.is_none())),
        ],
        WorkArea::Aftercare => {
            let is_due = |due: Option<chrono::NaiveDate>| due.is_some_and(|due| due <= facts.today);
            let due = facts.check_ins.iter().filter(|one| one.held.is_none() && is_due(one.due));
            vec![
                Open::CheckIns.when(facts.check_ins.is_empty()),
                Open::CheckInDue.counted(due.count()),
                Open::Moment.when(facts.moments == 0),
            ]
        }
        WorkArea::Talk | WorkArea::Unknown(_) => {
            vec![Open::Talk.when(facts.last_talk.is_none()), Open::NextTalk.when(facts.next_talk.is_none())]
        }
    };
    says.into_iter().flatten().collect()
}

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
