//! What a coach and a client might do about a network: suggestions with their reason. None is ever applied by itself.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::analysis::{Comparison, Finding, Network, NetworkMember, findings};
use crate::choice::Choice;
use crate::id::MemberId;
use crate::model::{
    Action, ActionStatus, Energy, Frequency, Initiative, Intervention, Quality, Ring, Strength, SupportKind,
};

/// Something that might be done, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// What an action would do.
    pub intervention: Intervention,
    /// About whom; nobody where it is about the network as a whole.
    pub who: Option<MemberId>,
    /// SuggestionReason.
    pub why: SuggestionReason,
}

/// SuggestionReason something is suggested: what was noted, and nothing that was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum SuggestionReason {
    /// Somebody carries much, and there is contact every day: somebody else may take over for a while.
    CarriesDaily {
        /// How many kinds of support nobody else gives.
        alone: usize,
    },
    /// Somebody carries much.
    Carries {
        /// How many kinds of support nobody else gives.
        alone: usize,
    },
    /// The tie with somebody close is strained or broken off.
    Disturbed {
        /// How it feels.
        quality: Quality,
    },
    /// Somebody was near at the last measuring moment, and there is hardly any contact now.
    Faded {
        /// How often there is contact now.
        now: Frequency,
    },
    /// Somebody stands near, and there is hardly any contact.
    Seldom {
        /// How often there is contact.
        now: Frequency,
    },
    /// A strong tie carries what nobody else gives.
    StrongAndAlone {
        /// How many kinds of support nobody else gives.
        alone: usize,
    },
    /// A tie became looser since the last measuring moment.
    Loosening,
    /// Nobody is noted who gives one kind of support, though others are.
    NoGiver {
        /// Which.
        kind: SupportKind,
    },
    /// Somebody seems willing, and it is not noted what they do, though of others it is.
    Willing,
    /// Somebody who does the client good stands at the fringe.
    AtTheFringe,
    /// A tie at the fringe takes energy and gives none.
    Draining,
}

impl SuggestionReason {
    /// What an action would do about it.
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

    /// What asks attention first. Whoever may collapse comes before a tie that may be lost, and that before one to win.
    fn place(&self) -> u8 {
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

/// More than a handful is a list to work through, and the client chooses.
const MOST: usize = 5;

/// What a network and what was done in it so far suggest, most pressing first; `last` is the network at the last measuring
/// moment. Left out is what an open action does already, and what was let go: that has been answered.
pub fn suggestions(network: &Network, last: Option<&Network>, actions: &[Action]) -> Vec<Suggestion> {
    let since = last.map(|last| Comparison::between(last, network)).unwrap_or_default();
    let fading = since.fading();
    let support_is_noted = network.members().iter().any(|member| !member.gives.is_empty());
    let of_member = |member: &NetworkMember| {
        let then = last.and_then(|last| last.members().iter().find(|then| then.id == member.id));
        about_a_tie(member, then, &fading, support_is_noted)
    };
    let carers = carers(network);
    let carries = |member: &NetworkMember| carers.iter().any(|(who, _)| *who == member.id);
    // Of somebody who carries, the load is what there is to talk about.
    let others = network.members().iter().filter(|member| !carries(member));
    let ties = others.filter_map(|member| Some((Some(member.id.clone()), of_member(member)?)));
    let carried = carers.iter().map(|(who, why)| (Some(who.clone()), why.clone()));
    let lacking = no_giver(network).map(|kind| (None, SuggestionReason::NoGiver { kind }));
    let all = carried.chain(ties).chain(lacking);
    let mut found: Vec<Suggestion> = all
        .map(|(who, why)| Suggestion { intervention: why.intervention(), who, why })
        .filter(|one| !actions.iter().any(|action| does(action, one)))
        .collect();
    // Stable: members stay in their order.
    found.sort_by_key(|one| one.why.place());
    found.truncate(MOST);
    found
}

/// Whether an action does what is suggested, or was let go.
fn does(action: &Action, suggestion: &Suggestion) -> bool {
    let answers = action.is_open() || action.status == Some(ActionStatus::Dropped);
    let for_carers = [Intervention::SupportCarer, Intervention::Respite];
    let alike = action.intervention.as_ref().is_some_and(|does| {
        *does == suggestion.intervention
            || (for_carers.contains(does) && for_carers.contains(&suggestion.intervention))
    });
    // A new contact has no member yet, or is the one that was found.
    let about = action.member == suggestion.who || suggestion.who.is_none();
    answers && alike && about
}

/// Who carries much, with what there is to do about it. Whoever has a dossier of their own is cared for there.
fn carers(network: &Network) -> Vec<(MemberId, SuggestionReason)> {
    let mut found = Vec::new();
    for finding in findings(network, None) {
        let Finding::Carer { who, alone, .. } = finding else { continue };
        let Some(member) = network.members().iter().find(|member| member.id == who) else { continue };
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

/// What there is to do about one tie: one thing, the most pressing.
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
    // Contact with a professional ends with the help; an organisation is no friend.
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

/// Whether a tie outside the inner rings takes energy and gives nothing.
fn is_draining(member: &NetworkMember) -> bool {
    let away = member.person.as_ref().is_some_and(|person| person.energy == Some(Energy::Away));
    away && member.gives.is_empty() && member.ring.is_some() && !is_near(member)
}

/// The first kind of support that nobody gives: one at a time is enough to look for.
fn no_giver(network: &Network) -> Option<SupportKind> {
    let noted = network.members().iter().any(|member| !member.gives.is_empty());
    let lacks = |kind: &&SupportKind| network.givers(kind).next().is_none();
    SupportKind::ALL.iter().filter(|_| noted).find(lacks).cloned()
}
