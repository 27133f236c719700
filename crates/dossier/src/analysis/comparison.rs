//! The comparison of a network at two moments.

use std::collections::{BTreeMap, BTreeSet};

use rustworkx_core::petgraph::visit::EdgeRef;
use serde::Serialize;

use super::{Network, NetworkMember};
use crate::choice::Choice;
use crate::id::MemberId;

/// The changes between two moments, member by member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Comparison {
    /// The members who are in the network now and were not then.
    pub came: Vec<MemberId>,
    /// The members who were in the network then and are not now: removed from the map, or died.
    pub went: Vec<MemberId>,
    /// The members who moved to a ring further inward.
    pub closer: Vec<MemberId>,
    /// The members who moved to a ring further outward.
    pub further: Vec<MemberId>,
    /// The members with whom there is contact more often.
    pub more_often: Vec<MemberId>,
    /// The members with whom there is contact less often.
    pub less_often: Vec<MemberId>,
    /// The members whose tie with the client became stronger.
    pub stronger: Vec<MemberId>,
    /// The members whose tie with the client became weaker.
    pub weaker: Vec<MemberId>,
    /// The pairs who have a tie now and had none then.
    pub tied: Vec<(MemberId, MemberId)>,
    /// The pairs who had a tie then and have none now, although both are still in the network.
    pub untied: Vec<(MemberId, MemberId)>,
}

impl Comparison {
    /// Compares the same client's network at two moments.
    pub fn between(then: &Network, now: &Network) -> Self {
        let (before, after) = (by_id(then), by_id(now));
        let stayed: Vec<(&MemberId, &NetworkMember, &NetworkMember)> =
            after.iter().filter_map(|(id, now)| Some((*id, *before.get(*id)?, *now))).collect();
        let who = |changed: &dyn Fn(&NetworkMember, &NetworkMember) -> bool| {
            let those = stayed.iter().filter(|(_, then, now)| changed(then, now));
            those.map(|(id, ..)| (*id).clone()).collect::<Vec<_>>()
        };
        let lacking = |all: &BTreeMap<&MemberId, &NetworkMember>,
                       others: &BTreeMap<&MemberId, &NetworkMember>| {
            all.keys().filter(|id| !others.contains_key(*id)).map(|id| (*id).clone()).collect::<Vec<_>>()
        };
        let (ties_then, ties_now) = (pairs(then), pairs(now));
        let still = |pair: &&(MemberId, MemberId)| after.contains_key(&pair.0) && after.contains_key(&pair.1);
        Self {
            came: lacking(&after, &before),
            went: lacking(&before, &after),
            closer: who(&|then, now| rises(now.ring.as_ref(), then.ring.as_ref())),
            further: who(&|then, now| rises(then.ring.as_ref(), now.ring.as_ref())),
            more_often: who(&|then, now| rises(now.frequency.as_ref(), then.frequency.as_ref())),
            less_often: who(&|then, now| rises(then.frequency.as_ref(), now.frequency.as_ref())),
            stronger: who(&|then, now| rises(now.strength.as_ref(), then.strength.as_ref())),
            weaker: who(&|then, now| rises(then.strength.as_ref(), now.strength.as_ref())),
            tied: ties_now.difference(&ties_then).cloned().collect(),
            untied: ties_then.difference(&ties_now).filter(still).cloned().collect(),
        }
    }

    /// Returns the members whose tie with the client fades: further away, less often or weaker than then.
    pub fn fading(&self) -> BTreeSet<&MemberId> {
        self.further.iter().chain(&self.less_often).chain(&self.weaker).collect()
    }

    /// Returns whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn by_id(network: &Network) -> BTreeMap<&MemberId, &NetworkMember> {
    network.members().iter().map(|member| (&member.id, member)).collect()
}

/// Returns whether `one` comes before `other` in their list. A value that this version does not know has no
/// place in that order.
fn rises<C: Choice>(one: Option<&C>, other: Option<&C>) -> bool {
    let place = |value: Option<&C>| C::ALL.iter().position(|known| Some(known) == value);
    matches!((place(one), place(other)), (Some(one), Some(other)) if one < other)
}

fn pairs(network: &Network) -> BTreeSet<(MemberId, MemberId)> {
    let id = |place: usize| network.members().get(place).map(|member| member.id.clone());
    let ends = network.graph.edge_references().filter_map(|edge| {
        let (a, b) = (id(edge.source().index())?, id(edge.target().index())?);
        Some(if a < b { (a, b) } else { (b, a) })
    });
    ends.collect()
}
