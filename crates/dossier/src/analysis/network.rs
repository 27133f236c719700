//! The network as measures see it: its members, and the ties among them.

use std::collections::{BTreeMap, BTreeSet};

use rustworkx_core::petgraph::graph::{NodeIndex, UnGraph};

use crate::id::MemberId;
use crate::model::{
    Frequency, LifeStatus, Organisation, Person, Quality, Relation, Ring, Sector, Strength, SupportKind, Tie,
};

/// A person or organisation, with the client's tie to it.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkMember {
    /// The id of the person or organisation.
    pub id: MemberId,
    /// The name by which the client calls it.
    pub name: String,
    /// The record of the person; absent for an organisation.
    pub person: Option<Person>,
    /// The sphere of life.
    pub sector: Option<Sector>,
    /// The ring: how close the client feels it is.
    pub ring: Option<Ring>,
    /// The frequency of contact.
    pub frequency: Option<Frequency>,
    /// The strength of the tie with the client.
    pub strength: Option<Strength>,
    /// The quality of the tie with the client.
    pub quality: Option<Quality>,
    /// The kinds of support that it gives the client.
    pub gives: BTreeSet<SupportKind>,
    /// The kinds of support that it receives from the client.
    pub receives: BTreeSet<SupportKind>,
}

impl NetworkMember {
    /// Returns whether the member helps by profession: a professional by relation or by sphere of life.
    pub fn is_professional(&self) -> bool {
        let by_relation =
            self.person.as_ref().is_some_and(|person| person.relation == Some(Relation::Professional));
        by_relation || self.sector == Some(Sector::Professionals)
    }
}

impl From<Person> for NetworkMember {
    fn from(person: Person) -> Self {
        Self {
            id: MemberId::Person(person.id.clone()),
            name: person.name.clone(),
            sector: person.sector.clone(),
            ring: person.ring.clone(),
            frequency: person.frequency.clone(),
            strength: person.strength.clone(),
            quality: person.quality.clone(),
            gives: person.gives.0.clone(),
            receives: person.receives.0.clone(),
            person: Some(person),
        }
    }
}

impl From<Organisation> for NetworkMember {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: MemberId::Organisation(organisation.id),
            name: organisation.name,
            person: None,
            sector: organisation.sector,
            ring: organisation.ring,
            frequency: organisation.frequency,
            strength: organisation.strength,
            quality: organisation.quality,
            gives: organisation.gives.0,
            receives: organisation.receives.0,
        }
    }
}

/// The members of a network and the ties among them: an unweighted, undirected graph without parallel edges.
/// The client is not a node, since she is tied to every member.
#[derive(Clone, Debug)]
pub struct Network {
    members: Vec<NetworkMember>,
    /// The index of each member.
    places: BTreeMap<MemberId, usize>,
    /// The graph of ties, with a node for each member at the index of that member.
    pub(super) graph: UnGraph<(), ()>,
}

impl Network {
    /// Builds the network of these people and organisations. Leaves out the people who died, with their ties.
    pub fn new(people: Vec<Person>, organisations: Vec<Organisation>, ties: &[Tie]) -> Self {
        let alive = people.into_iter().filter(|person| person.life != Some(LifeStatus::Deceased));
        let members: Vec<NetworkMember> = alive
            .map(NetworkMember::from)
            .chain(organisations.into_iter().map(NetworkMember::from))
            .collect();
        let mut graph = UnGraph::with_capacity(members.len(), ties.len());
        let nodes: BTreeMap<MemberId, NodeIndex> =
            members.iter().map(|member| (member.id.clone(), graph.add_node(()))).collect();
        let ends = ties.iter().filter_map(|tie| {
            let (a, b) = (nodes.get(tie.a.as_ref()?)?, nodes.get(tie.b.as_ref()?)?);
            (a != b).then(|| (*a.min(b), *a.max(b)))
        });
        graph.extend_with_edges(ends.collect::<BTreeSet<_>>());
        let places = nodes.into_iter().map(|(id, node)| (id, node.index())).collect();
        Self { members, places, graph }
    }

    /// Returns all members.
    pub fn members(&self) -> &[NetworkMember] {
        &self.members
    }

    /// Returns the member with an id.
    pub fn member(&self, id: &MemberId) -> Option<&NetworkMember> {
        self.members.get(*self.places.get(id)?)
    }

    /// Returns n, the number of members.
    pub fn size(&self) -> usize {
        self.members.len()
    }

    /// Returns m, the number of pairs of members with a tie.
    pub fn ties(&self) -> usize {
        self.graph.edge_count()
    }

    /// Returns the members who give the client one kind of support.
    pub fn givers(&self, kind: &SupportKind) -> impl Iterator<Item = &NetworkMember> {
        self.members.iter().filter(move |member| member.gives.contains(kind))
    }
}
