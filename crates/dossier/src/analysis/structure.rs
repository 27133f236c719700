//! Measures of the ties among members. The graph does not include the client: with her, everybody would be
//! one step away from everybody else.

use rustworkx_core::centrality::betweenness_centrality;
use rustworkx_core::connectivity::{articulation_points, connected_components, isolates};
use rustworkx_core::petgraph::visit::EdgeRef;

use super::Network;
use super::share::share;

/// The number of members from which betweenness is computed on several threads, which gain nothing for
/// smaller networks.
const PARALLEL_FROM: usize = 100;
/// The precision to which betweenness is rounded. Threads add numbers in varying order, so later decimals
/// differ between runs.
const DECIMALS: f64 = 1e12;

/// The most members times members and ties of a network in which paths are followed: a thousand members with
/// three thousand ties. Following paths between all members takes about as many steps.
const MOST_STEPS: usize = 4_000_000;

impl Network {
    /// Returns whether paths are followed in the network. Nobody knows as many people as would be too many, but
    /// somebody can write them.
    pub(super) fn is_followed(&self) -> bool {
        self.size().saturating_mul(self.size().saturating_add(self.ties())) <= MOST_STEPS
    }

    /// Returns the density, 2m / (n(n − 1)) (Wasserman & Faust 1994, eq. 4.3): the share of pairs of members
    /// with a tie. `None` for fewer than two members.
    pub fn density(&self) -> Option<f64> {
        share(2 * self.ties(), self.size() * self.size().saturating_sub(1))
    }

    /// Returns the groups of members who are tied to one another, directly or through others, the largest
    /// first. A member without ties is a group of one. Members are indices into [`Network::members`].
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = connected_components(&self.graph).into_iter().map(sorted).collect();
        groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
        groups
    }

    /// Returns the members without a tie to another, as indices.
    pub fn isolates(&self) -> Vec<usize> {
        sorted(isolates(&self.graph))
    }

    /// Returns the betweenness of each member (Freeman 1977; computed as in Brandes 2001): the share of
    /// shortest paths between two others that lead through this one, summed over the pairs and divided by
    /// their number, (n − 1)(n − 2) / 2. It is 0 if there are fewer than three members. Returns nothing for a
    /// network of many thousands.
    pub fn betweenness(&self) -> Vec<f64> {
        if !self.is_followed() {
            return Vec::new();
        }
        let measured = betweenness_centrality(&self.graph, false, true, PARALLEL_FROM);
        measured
            .into_iter()
            .map(|value| value.filter(|value| value.is_finite()).unwrap_or_default())
            .map(|value| (value * DECIMALS).round() / DECIMALS)
            .collect()
    }

    /// Returns the members without whom a group would fall apart (Hopcroft & Tarjan 1973), as indices.
    pub fn cut_points(&self) -> Vec<usize> {
        sorted(articulation_points(&self.graph, None))
    }

    /// Returns the groups into which one member's group would fall apart without that member, the largest
    /// first.
    pub fn parts_without(&self, place: usize) -> Vec<Vec<usize>> {
        let Some(gone) = self.graph.node_indices().nth(place) else { return Vec::new() };
        let mut rest = self.graph.clone();
        // Remove the ties and not the node, so that all indices stay; the groups below leave the node out.
        rest.retain_edges(|graph, edge| {
            graph.edge_endpoints(edge).is_none_or(|(a, b)| a != gone && b != gone)
        });
        let neighbours: Vec<_> = self.graph.neighbors(gone).collect();
        let parts = connected_components(&rest).into_iter();
        let mut parts: Vec<Vec<usize>> = parts
            .filter(|part| neighbours.iter().any(|neighbour| part.contains(neighbour)))
            .map(sorted)
            .collect();
        parts.sort_by_key(|part| (std::cmp::Reverse(part.len()), part.first().copied()));
        parts
    }

    /// Returns the E–I index over spheres of life (Krackhardt & Stern 1988): ties between spheres minus ties
    /// within one, divided by their sum. It is 1 if all ties bridge spheres and −1 if none does. Ties of
    /// members without a sphere are left out; `None` if no other tie is left.
    pub fn bridging(&self) -> Option<f64> {
        let sector = |node: usize| self.members().get(node)?.sector.as_ref();
        let spheres = self
            .graph
            .edge_references()
            .filter_map(|edge| Some((sector(edge.source().index())?, sector(edge.target().index())?)));
        let (external, internal): (Vec<_>, Vec<_>) = spheres.partition(|(a, b)| a != b);
        let all = external.len() + internal.len();
        Some(share(external.len(), all)? - share(internal.len(), all)?)
    }
}

fn sorted(nodes: impl IntoIterator<Item = rustworkx_core::petgraph::graph::NodeIndex>) -> Vec<usize> {
    let mut places: Vec<usize> = nodes.into_iter().map(|node| node.index()).collect();
    places.sort_unstable();
    places
}
