//! The quality of a network, step 2 of the method: measures with their source, and what they give to talk about.
//!
//! An [`Analysis`] is computed from the records, never stored. Who has died is on the map and in the genogram, and counts
//! nowhere here: nobody can be called upon who is no longer there.

mod comparison;
mod ego;
mod finding;
mod network;
mod share;
mod structure;
mod variety;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::choice::Choice;
use crate::id::MemberId;
use crate::model::{Frequency, Ring, Sector, Strength, SupportKind, TravelTime};

pub use comparison::Comparison;
pub use finding::{Finding, findings};
pub use network::{Network, NetworkMember};
pub use variety::Attribute;

/// What is measured of one network. Shares and indices run from 0 to 1 unless they say otherwise; what is not defined for a
/// network this small, or where nothing is known, is absent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Analysis {
    /// How many members: people alive and organisations, without the client.
    pub size: usize,
    /// How many pairs of members have a tie.
    pub ties: usize,
    /// See [`Network::density`].
    pub density: Option<f64>,
    /// How many groups there are without a tie between them, see [`Network::components`].
    pub components: usize,
    /// How many members have no tie with another member.
    pub isolates: usize,
    /// Members by sphere of life; those who stand in none are not counted.
    pub sectors: BTreeMap<Sector, usize>,
    /// Members by ring; those who stand in none are not counted.
    pub rings: BTreeMap<Ring, usize>,
    /// For each kind of support, how many give it to the client and how many receive it from her.
    pub support: BTreeMap<SupportKind, Support>,
    /// For each attribute of people, see [`Network::variety`].
    pub variety: BTreeMap<Attribute, Option<f64>>,
    /// For each attribute, of how many people it is not known.
    pub unknown: BTreeMap<Attribute, usize>,
    /// For each member, see [`Network::betweenness`].
    pub betweenness: BTreeMap<MemberId, f64>,
    /// See [`Network::constraint`]; up to about 1.125.
    pub constraint: Option<f64>,
    /// See [`Network::effective_size`]; at most [`Analysis::size`].
    pub effective_size: Option<f64>,
    /// Members without whom others would no longer be tied together, see [`Network::cut_points`].
    pub articulation: Vec<MemberId>,
    /// See [`Network::reciprocity`].
    pub reciprocity: Option<f64>,
    /// See [`Network::professionals_share`].
    pub professionals_share: Option<f64>,
    /// People by how far they live; of whom it is not known are not counted.
    pub reach: BTreeMap<TravelTime, usize>,
    /// Members by how often there is contact.
    pub frequency: BTreeMap<Frequency, usize>,
    /// Members by how strong their tie with the client is.
    pub strength: BTreeMap<Strength, usize>,
    /// See [`Network::bridging`]; from −1 to 1.
    pub bridging: Option<f64>,
}

/// Who gives and who receives one kind of support, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Support {
    /// Members who give it to the client.
    pub givers: usize,
    /// Members who receive it from the client.
    pub receivers: usize,
}

impl Analysis {
    /// Measures a network.
    pub fn of(network: &Network) -> Self {
        let members = network.members();
        let ids = |places: Vec<usize>| places.into_iter().filter_map(|place| members.get(place));
        let support = SupportKind::ALL.iter().map(|kind| {
            let givers = network.givers(kind).count();
            let receivers = members.iter().filter(|member| member.receives.contains(kind)).count();
            (kind.clone(), Support { givers, receivers })
        });
        let betweenness = members.iter().map(|member| member.id.clone()).zip(network.betweenness());
        Self {
            size: network.size(),
            ties: network.ties(),
            density: network.density(),
            components: network.components().len(),
            isolates: network.isolates().len(),
            sectors: counted(members, |member| member.sector.as_ref()),
            rings: counted(members, |member| member.ring.as_ref()),
            support: support.collect(),
            variety: Attribute::ALL.iter().map(|one| (*one, network.variety(*one))).collect(),
            unknown: Attribute::ALL.iter().map(|one| (*one, network.unknown(*one))).collect(),
            betweenness: betweenness.collect(),
            constraint: network.constraint(),
            effective_size: network.effective_size(),
            articulation: ids(network.cut_points()).map(|member| member.id.clone()).collect(),
            reciprocity: network.reciprocity(),
            professionals_share: network.professionals_share(),
            reach: counted(members, |member| member.person.as_ref()?.travel.as_ref()),
            frequency: counted(members, |member| member.frequency.as_ref()),
            strength: counted(members, |member| member.strength.as_ref()),
            bridging: network.bridging(),
        }
    }
}

/// How many members there are of each value; every value that this version knows is named.
fn counted<C: Choice>(
    members: &[NetworkMember],
    of: impl Fn(&NetworkMember) -> Option<&C>,
) -> BTreeMap<C, usize> {
    let mut counts: BTreeMap<C, usize> = C::ALL.iter().map(|value| (value.clone(), 0)).collect();
    members.iter().filter_map(of).for_each(|value| *counts.entry(value.clone()).or_default() += 1);
    counts
}
