//! Suggestions of what a coach and a client can do about a network, with their reasons.
//!
//! A suggestion rests on what was noted, and nothing is ever applied by itself. There is one suggestion for a
//! tie, and a handful in all. A suggestion that an open action carries out already, or that was dropped, is
//! not made again.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::analysis::{Comparison, Finding, Network, NetworkMember, findings};
use crate::choice::Choice;
use crate::id::MemberId;
use crate::model::{
    Action, ActionStatus, Energy, Frequency, Initiative, Intervention, Quality, Ring, Strength, SupportKind,
};

/// A suggestion with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The intervention that an action would be.
    pub intervention: Intervention,
    /// The member whom it is about; absent if it is about the network as a whole.
    pub who: Option<MemberId>,
    /// The reason for the suggestion.
    pub why: SuggestionReason,
}

/// The reason for a suggestion, which rests only on what was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum SuggestionReason {
    /// Somebody carries much and has contact every day: somebody else could care for a while.
    CarriesDaily {
        /// The number of kinds of support that nobody else gives.
        alone: usize,
    },
    /// Somebody carries much.
    Carries {
        /// The number of kinds of support that nobody else gives.
        alone: usize,
    },
    /// The tie with somebody close is strained or broken off.
    Disturbed {
        /// The quality of the tie.
        quality: Quality,
    },
    /// Somebody was near at the last measuring moment, and now has hardly any contact.
    Faded {
        /// The frequency of contact now.
        now: Frequency,
    },
    /// Somebody is near, and has hardly any contact.
    Seldom {
        /// The frequency of contact.
        now: Frequency,
    },
    /// A strong tie gives support that nobody else gives.
    StrongAndAlone {
        /// The number of kinds of support that nobody else gives.
        alone: usize,
    },
    /// A tie became looser since the last measuring moment.
    Loosening,
    /// No member is noted who gives one kind of support, while givers of other kinds are noted.
    NoGiver {
        /// The kind of support.
        kind: SupportKind,
    },
    /// Somebody seems willing, and no support by them is noted, while support by others is noted.
    Willing,
    /// Somebody at the fringe does the client good.
    AtTheFringe,
    /// A tie at the fringe takes energy and gives none.
    Draining,
}

impl SuggestionReason {
    /// Returns the intervention that answers this reason.
    fn intervention(&self) -> Intervention {
        match self {
            Self::CarriesDaily { .. } => Intervention::Respite,
            Self::Carries { .. } => Intervention::SupportCarer,
            Self::Disturbed { .. } => Intervention::Unblock,
            Self::Faded { .. } | Self::Seldom { .. } => Intervention::Revive,
            Self::StrongAndAlone { .. } | Self::Loosening => Intervention::Maintain,
            Self::NoGiver { .. } => Intervention::Widen,
            Self::Willing => Intervention::Activate,
            Self::AtTheFringe => Intervention::Intensify,
            Self::Draining => Intervention::Cut,
        }
    }

    /// Returns the rank by which suggestions are sorted: first a carer who may collapse, then a tie that may
    /// be lost, then a tie to win.
    fn rank(&self) -> u8 {
        match self {
            Self::CarriesDaily { .. } => 0,
            Self::Carries { .. } => 1,
            Self::Disturbed { .. } => 2,
            Self::Faded { .. } => 3,
            Self::Seldom { .. } => 4,
            Self::StrongAndAlone { .. } => 5,
            Self::Loosening => 6,
            Self::NoGiver { .. } => 7,
            Self::Willing => 8,
            Self::AtTheFringe => 9,
            Self::Draining => 10,
        }
    }
}

/// The most suggestions: more than a handful is a list to work through, and the client should choose.
const MOST_SUGGESTIONS: usize = 5;

/// Returns the suggestions that a network and the actions so far lead to, the most pressing first. `last` is
/// the network at the last measuring moment.
///
/// Leaves out suggestions that an open action carries out already or that were dropped, because these have
/// been answered.
pub fn suggestions(network: &Network, last: Option<&Network>, actions: &[Action]) -> Vec<Suggestion> {
    let since = last.map(|last| Comparison::between(last, network)).unwrap_or_default();
    let fading = since.fading();
    let support_is_noted = network.members().iter().any(|member| !member.gives.is_empty());
    let of_member = |member: &NetworkMember| {
        let then = last.and_then(|last| last.member(&member.id));
        about_a_tie(member, then, &fading, support_is_noted)
    };
    let carers = carers(network);
    let carrying: BTreeSet<&MemberId> = carers.iter().map(|(who, _)| who).collect();
    // For a carer, talk about the load and not about the tie.
    let others = network.members().iter().filter(|member| !carrying.contains(&member.id));
    let ties = others.filter_map(|member| Some((Some(member.id.clone()), of_member(member)?)));
    let carried = carers.iter().map(|(who, why)| (Some(who.clone()), why.clone()));
    let lacking = no_giver(network).map(|kind| (None, SuggestionReason::NoGiver { kind }));
    let all = carried.chain(ties).chain(lacking);
    let answered = Answered::by(actions);
    let mut found: Vec<Suggestion> = all
        .map(|(who, why)| Suggestion { intervention: why.intervention(), who, why })
        .filter(|one| !answered.holds(one))
        .collect();
    // The sort is stable, so members stay in their order.
    found.sort_by_key(|one| one.why.rank());
    found.truncate(MOST_SUGGESTIONS);
    found
}

/// The interventions that actions carry out or dropped, and the members whom these are about.
struct Answered<'a> {
    about_anybody: BTreeSet<&'a Intervention>,
    about_one: BTreeSet<(&'a Intervention, &'a MemberId)>,
}

impl<'a> Answered<'a> {
    fn by(actions: &'a [Action]) -> Self {
        let answers = |action: &&Action| action.is_open() || action.status == Some(ActionStatus::Dropped);
        let does = |action: &'a Action| Some((alike(action.intervention.as_ref()?), action.member.as_ref()));
        let done: Vec<_> = actions.iter().filter(answers).filter_map(does).collect();
        Self {
            about_anybody: done.iter().map(|(does, _)| *does).collect(),
            about_one: done.iter().filter_map(|(does, who)| Some((*does, (*who)?))).collect(),
        }
    }

    /// Returns whether an action does what is suggested, or dropped it.
    fn holds(&self, suggestion: &Suggestion) -> bool {
        let does = alike(&suggestion.intervention);
        match &suggestion.who {
            Some(who) => self.about_one.contains(&(does, who)),
            // An action for a new contact has no member yet, or the one that was found.
            None => self.about_anybody.contains(does),
        }
    }
}

/// Returns one intervention for both that relieve a carer.
fn alike(intervention: &Intervention) -> &Intervention {
    match intervention {
        Intervention::Respite => &Intervention::SupportCarer,
        other => other,
    }
}

/// Returns the carers who carry much, each with the reason for a suggestion. A carer with a dossier of their
/// own is helped there.
fn carers(network: &Network) -> Vec<(MemberId, SuggestionReason)> {
    let mut found = Vec::new();
    for finding in findings(network, None) {
        let Finding::Carer { who, alone, .. } = finding else { continue };
        let Some(member) = network.member(&who) else { continue };
        let cared_for = member.person.as_ref().is_some_and(|person| person.own_dossier.is_some());
        if !cared_for {
            let daily = member.frequency == Some(Frequency::Daily);
            let why = if daily {
                SuggestionReason::CarriesDaily { alone }
            } else {
                SuggestionReason::Carries { alone }
            };
            found.push((who.clone(), why));
        }
        if alone > 0 && member.strength == Some(Strength::Strong) {
            found.push((who, SuggestionReason::StrongAndAlone { alone }));
        }
    }
    found
}

/// Returns the most pressing reason for a suggestion about one tie.
fn about_a_tie(
    member: &NetworkMember,
    then: Option<&NetworkMember>,
    fading: &BTreeSet<&MemberId>,
    support_is_noted: bool,
) -> Option<SuggestionReason> {
    let quality = member.quality.as_ref();
    let disturbed = quality.filter(|quality| matches!(quality, Quality::Strained | Quality::CutOff));
    let hardly = member.frequency.as_ref().filter(|often| is_hardly(often));
    if let (Some(quality), true) = (disturbed, is_near(member)) {
        return Some(SuggestionReason::Disturbed { quality: quality.clone() });
    }
    if disturbed.is_some() || quality == Some(&Quality::Fused) {
        return is_draining(member).then_some(SuggestionReason::Draining);
    }
    // Contact with a professional ends with the help, so do not suggest to keep it up.
    if member.is_professional() {
        return None;
    }
    if let Some(now) = hardly {
        let was_near = then.is_some_and(|then| is_near(then) || was_regular(then));
        let fell = then.is_some_and(|then| then.frequency.as_ref().is_some_and(|then| then < now));
        if was_near && (fell || fading.contains(&member.id)) {
            return Some(SuggestionReason::Faded { now: now.clone() });
        }
        if is_near(member) {
            return Some(SuggestionReason::Seldom { now: now.clone() });
        }
    }
    if fading.contains(&member.id) {
        return Some(SuggestionReason::Loosening);
    }
    let does_good = matches!(quality, Some(Quality::Supportive | Quality::Close));
    let fringe = matches!(member.ring, Some(Ring::Acquaintances | Ring::Services));
    if fringe && (does_good || !member.gives.is_empty()) && quality != Some(&Quality::Distant) {
        return Some(SuggestionReason::AtTheFringe);
    }
    let person = member.person.as_ref()?;
    let comes = person.initiative == Some(Initiative::Other) || person.energy == Some(Energy::Towards);
    (support_is_noted && member.gives.is_empty() && (does_good || comes)).then_some(SuggestionReason::Willing)
}

fn is_near(member: &NetworkMember) -> bool {
    matches!(member.ring, Some(Ring::Intimates | Ring::Friends))
}

fn was_regular(member: &NetworkMember) -> bool {
    matches!(member.frequency, Some(Frequency::Daily | Frequency::Weekly | Frequency::Monthly))
}

fn is_hardly(often: &Frequency) -> bool {
    matches!(often, Frequency::Yearly | Frequency::Never)
}

/// Returns whether a tie outside the inner rings takes energy and gives nothing.
fn is_draining(member: &NetworkMember) -> bool {
    let away = member.person.as_ref().is_some_and(|person| person.energy == Some(Energy::Away));
    away && member.gives.is_empty() && member.ring.is_some() && !is_near(member)
}

/// Returns the first kind of support that nobody gives: one new contact at a time is enough to look for.
fn no_giver(network: &Network) -> Option<SupportKind> {
    let noted = network.members().iter().any(|member| !member.gives.is_empty());
    let lacks = |kind: &&SupportKind| network.givers(kind).next().is_none();
    SupportKind::ALL.iter().filter(|_| noted).find(lacks).cloned()
}
