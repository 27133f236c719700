//! Findings of an analysis to talk about: observations and never grades. The programs show each as a sentence
//! with an opening question.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Attribute, Comparison, Network, NetworkMember};
use crate::choice::Choice;
use crate::id::MemberId;
use crate::model::{CarerRole, Frequency, Ring, SupportKind, TravelTime};

/// One observation about a network, with the members and counts that it is about.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
pub enum Finding {
    /// Somebody carries much: they are noted as the pivotal carer, or are the only giver of at least two
    /// kinds of support.
    Carer {
        /// The member who carries much.
        who: MemberId,
        /// The number of kinds of support that they give.
        kinds: usize,
        /// The number of these that nobody else gives.
        alone: usize,
    },
    /// Ties with the client fade: they are further away, less often or weaker than at the last measuring
    /// moment.
    Fading {
        /// The members whose ties fade.
        who: Vec<MemberId>,
    },
    /// The number of members.
    Size {
        /// The number of people alive.
        people: usize,
        /// The number of organisations.
        organisations: usize,
    },
    /// No support by any member is noted.
    NoSupportNoted,
    /// One kind of support depends on one member.
    OneGiver {
        /// The kind of support.
        kind: SupportKind,
        /// The member on whom it depends.
        who: MemberId,
    },
    /// No member is noted who gives one kind of support, while givers of other kinds are noted.
    NoGiver {
        /// The kind of support.
        kind: SupportKind,
    },
    /// Support goes both ways with some of the members who give or receive any.
    Reciprocity {
        /// The number of members with whom support goes both ways.
        both: usize,
        /// The number of members who give or receive any.
        supporting: usize,
    },
    /// No tie among members is noted.
    NoTiesNoted,
    /// All members know each other.
    AllTied,
    /// There are several groups without ties between them, not counting members without ties.
    Groups {
        /// The number of groups.
        groups: usize,
    },
    /// Some members have no tie with another, while others do.
    Alone {
        /// The members without ties.
        who: Vec<MemberId>,
    },
    /// Some members are tied to the others only through one member.
    Between {
        /// The member between them.
        who: MemberId,
        /// The members who would lose their tie to the largest of the remaining groups.
        others: Vec<MemberId>,
    },
    /// Nobody is in the inner ring, while members are in other rings.
    NoIntimates,
    /// All people of whom an attribute is known are alike.
    Alike {
        /// The attribute in which they are alike.
        attribute: Attribute,
        /// The number of people of whom it is known.
        known: usize,
    },
    /// At least half of the members help by profession.
    Professionals {
        /// The number of members who help by profession.
        professionals: usize,
        /// The number of all members.
        size: usize,
    },
    /// Some people live within half an hour.
    Near {
        /// The number of people within half an hour.
        near: usize,
        /// The number of members of whom it is known.
        known: usize,
    },
    /// There is contact with some members at least every week.
    Weekly {
        /// The number of members with contact at least every week.
        weekly: usize,
        /// The number of members of whom it is known.
        known: usize,
    },
}

impl Finding {
    /// Returns the members whom it is about; none if it is about the network as a whole.
    pub fn members(&self) -> &[MemberId] {
        match self {
            Self::Carer { who, .. } | Self::OneGiver { who, .. } | Self::Between { who, .. } => {
                std::slice::from_ref(who)
            }
            Self::Fading { who } | Self::Alone { who } => who,
            Self::Size { .. }
            | Self::NoSupportNoted
            | Self::NoGiver { .. }
            | Self::Reciprocity { .. }
            | Self::NoTiesNoted
            | Self::AllTied
            | Self::Groups { .. }
            | Self::NoIntimates
            | Self::Alike { .. }
            | Self::Professionals { .. }
            | Self::Near { .. }
            | Self::Weekly { .. } => &[],
        }
    }
}

/// The least number of people who can be called alike; fewer are alike by chance.
const LEAST_ALIKE: usize = 3;

/// Returns the findings of a network, the most pressing first. `last` is the network at the last measuring
/// moment.
///
/// A finding rests on what was noted: what nobody wrote down is not called absent.
pub fn findings(network: &Network, last: Option<&Network>) -> Vec<Finding> {
    let members = network.members();
    if members.is_empty() {
        return Vec::new();
    }
    let mut found = carers(network);
    if let Some(last) = last {
        let since = Comparison::between(last, network);
        let who: Vec<MemberId> = since.fading().into_iter().cloned().collect();
        found.extend((!who.is_empty()).then_some(Finding::Fading { who }));
    }
    let organisations = members.iter().filter(|member| member.person.is_none()).count();
    found.push(Finding::Size { people: network.size() - organisations, organisations });
    found.extend(support(network, &found));
    found.extend(structure(network));
    found.extend(closeness(network));
    found.extend(Attribute::ALL.iter().copied().filter_map(|attribute| alike(network, attribute)));
    found
}

/// Returns the sole givers, each with the kinds of support that nobody else gives.
fn sole_givers(network: &Network) -> BTreeMap<&MemberId, Vec<SupportKind>> {
    let mut alone: BTreeMap<&MemberId, Vec<SupportKind>> = BTreeMap::new();
    for kind in SupportKind::ALL {
        let mut givers = network.givers(kind);
        if let (Some(only), None) = (givers.next(), givers.next()) {
            alone.entry(&only.id).or_default().push(kind.clone());
        }
    }
    alone
}

fn carers(network: &Network) -> Vec<Finding> {
    let alone = sole_givers(network);
    let carer = |member: &NetworkMember| {
        let kinds_alone = alone.get(&member.id).map_or(0, Vec::len);
        let pivotal = member
            .person
            .as_ref()
            .is_some_and(|person| person.carer_roles.0.contains(&CarerRole::PivotalCarer));
        // An organisation does not tire, and a professional goes home after work.
        let carries = member.person.is_some() && !member.is_professional() && kinds_alone >= 2;
        let who = member.id.clone();
        (pivotal || carries).then_some(Finding::Carer { who, kinds: member.gives.len(), alone: kinds_alone })
    };
    network.members().iter().filter_map(carer).collect()
}

fn support(network: &Network, said: &[Finding]) -> Vec<Finding> {
    let members = network.members();
    if members.iter().all(|member| member.gives.is_empty()) {
        return vec![Finding::NoSupportNoted];
    }
    let is_said = |who: &MemberId| {
        said.iter().any(|one| matches!(one, Finding::Carer { who: carer, .. } if carer == who))
    };
    let mut found = Vec::new();
    for (who, kinds) in sole_givers(network) {
        if !is_said(who) {
            found.extend(kinds.into_iter().map(|kind| Finding::OneGiver { kind, who: who.clone() }));
        }
    }
    let without = SupportKind::ALL.iter().filter(|kind| network.givers(kind).next().is_none());
    found.extend(without.map(|kind| Finding::NoGiver { kind: kind.clone() }));
    let (both, supporting) = network.supporting();
    found.push(Finding::Reciprocity { both, supporting });
    found
}

fn structure(network: &Network) -> Vec<Finding> {
    let id = |place: &usize| network.members().get(*place).map(|member| member.id.clone());
    if network.size() < 2 {
        return Vec::new();
    }
    if network.ties() == 0 {
        return vec![Finding::NoTiesNoted];
    }
    if network.density() == Some(1.0) {
        return vec![Finding::AllTied];
    }
    let mut found = Vec::new();
    let groups = network.components().iter().filter(|group| group.len() > 1).count();
    if groups > 1 {
        found.push(Finding::Groups { groups });
    }
    let alone: Vec<MemberId> = network.isolates().iter().filter_map(id).collect();
    if !alone.is_empty() {
        found.push(Finding::Alone { who: alone });
    }
    // With every member between two parts, the names of the others would fill the memory.
    let between = if network.is_followed() { network.cut_points() } else { Vec::new() };
    for place in between {
        let parts = network.parts_without(place);
        let others: Vec<MemberId> = parts.iter().skip(1).flatten().filter_map(id).collect();
        if let Some(who) = id(&place) {
            found.push(Finding::Between { who, others });
        }
    }
    found
}

fn closeness(network: &Network) -> Vec<Finding> {
    let members = network.members();
    let mut found = Vec::new();
    let placed = members.iter().filter(|member| member.ring.is_some()).count();
    if placed > 0 && members.iter().all(|member| member.ring != Some(Ring::Intimates)) {
        found.push(Finding::NoIntimates);
    }
    let professionals = network.professionals();
    if professionals * 2 >= network.size() {
        found.push(Finding::Professionals { professionals, size: network.size() });
    }
    let travel = || members.iter().filter_map(|member| member.person.as_ref()?.travel.as_ref());
    if travel().next().is_some() {
        let near = travel().filter(|time| **time <= TravelTime::HalfHour).count();
        found.push(Finding::Near { near, known: travel().count() });
    }
    let contact = || members.iter().filter_map(|member| member.frequency.as_ref());
    if contact().next().is_some() {
        let weekly = contact().filter(|often| **often <= Frequency::Weekly).count();
        found.push(Finding::Weekly { weekly, known: contact().count() });
    }
    found
}

fn alike(network: &Network, attribute: Attribute) -> Option<Finding> {
    let known: Vec<&str> = network.members().iter().filter_map(|member| attribute.of(member)).collect();
    let first = known.first()?;
    let all = known.len() >= LEAST_ALIKE && known.iter().all(|other| other == first);
    all.then_some(Finding::Alike { attribute, known: known.len() })
}
