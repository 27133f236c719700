//! The analysis of a network, step 2 of the method: measures with their sources, and findings to talk about.
//!
//! An [`Analysis`] is computed from the records and never stored. A finding is an observation with a question
//! and never a grade, and a thing that nobody noted is not called absent. People who died are on the map and
//! in the genogram, and count nowhere here, because nobody can call upon them.

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

/// The measures of one network. Shares and indices run from 0 to 1 unless they say otherwise. A measure is
/// absent if it is not defined for so small a network, or if nothing is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Analysis {
    /// The number of members: people alive and organisations, without the client.
    pub size: usize,
    /// The number of pairs of members with a tie.
    pub ties: usize,
    /// The density of ties, see [`Network::density`].
    pub density: Option<f64>,
    /// The number of groups without a tie between them, see [`Network::components`].
    pub components: usize,
    /// The number of members without a tie to another member.
    pub isolates: usize,
    /// The number of members in each sphere of life, without the members in none.
    pub sectors: BTreeMap<Sector, usize>,
    /// The number of members in each ring, without the members in none.
    pub rings: BTreeMap<Ring, usize>,
    /// For each kind of support, the numbers of members who give it to the client and who receive it from
    /// her.
    pub support: BTreeMap<SupportKind, Support>,
    /// For each attribute of people, its variety, see [`Network::variety`].
    pub variety: BTreeMap<Attribute, Option<f64>>,
    /// For each attribute, the number of people of whom it is not known.
    pub unknown: BTreeMap<Attribute, usize>,
    /// For each member, the betweenness, see [`Network::betweenness`]. Empty for a network of many thousands.
    pub betweenness: BTreeMap<MemberId, f64>,
    /// The constraint of the client, up to about 1.125, see [`Network::constraint`].
    pub constraint: Option<f64>,
    /// The effective size, at most [`Analysis::size`], see [`Network::effective_size`].
    pub effective_size: Option<f64>,
    /// The members without whom a group would fall apart, see [`Network::cut_points`].
    pub articulation: Vec<MemberId>,
    /// The reciprocity of support, see [`Network::reciprocity`].
    pub reciprocity: Option<f64>,
    /// The share of professionals, see [`Network::professionals_share`].
    pub professionals_share: Option<f64>,
    /// The number of people at each travel time, without those of whom it is not known.
    pub reach: BTreeMap<TravelTime, usize>,
    /// The number of members at each frequency of contact.
    pub frequency: BTreeMap<Frequency, usize>,
    /// The number of members at each strength of the tie with the client.
    pub strength: BTreeMap<Strength, usize>,
    /// The E–I index, from −1 to 1, see [`Network::bridging`].
    pub bridging: Option<f64>,
}

/// The numbers of givers and receivers of one kind of support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Support {
    /// The number of members who give it to the client.
    pub givers: usize,
    /// The number of members who receive it from the client.
    pub receivers: usize,
}

impl Analysis {
    /// Computes the measures of a network.
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

/// Counts the members of each value, with a count of 0 for every other value that this version knows.
fn counted<C: Choice>(
    members: &[NetworkMember],
    of: impl Fn(&NetworkMember) -> Option<&C>,
) -> BTreeMap<C, usize> {
    let mut counts: BTreeMap<C, usize> = C::ALL.iter().map(|value| (value.clone(), 0)).collect();
    members.iter().filter_map(of).for_each(|value| *counts.entry(value.clone()).or_default() += 1);
    counts
}
