//! How members are tied together. All of this is about the graph of members without the client: with her in it everybody would
//! be one step from everybody.

use rustworkx_core::centrality::betweenness_centrality;
use rustworkx_core::connectivity::{articulation_points, connected_components, isolates};
use rustworkx_core::petgraph::visit::EdgeRef;

use super::Network;
use super::share::share;

/// Networks of fewer members are measured on one thread: several gain nothing there.
const PARALLEL_FROM: usize = 100;
/// Threads add up in an order of their own, and what lies beyond these decimals would differ from one time to the next.
const DECIMALS: f64 = 1e12;

impl Network {
    /// The share of pairs of members who have a tie, 2m / (n(n − 1)) (Wasserman & Faust 1994, eq. 4.3); absent below two
    /// members.
    pub fn density(&self) -> Option<f64> {
        share(2 * self.ties(), self.size() * self.size().saturating_sub(1))
    }

    /// The groups of members who are tied to one another, directly or through others; someone without ties is one alone.
    /// Largest first; members by their place in [`Network::members`].
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = connected_components(&self.graph).into_iter().map(sorted).collect();
        groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
        groups
    }

    /// Members without a tie to another, by place.
    pub fn isolates(&self) -> Vec<usize> {
        sorted(isolates(&self.graph))
    }

    /// For each member the share of shortest ways between two others that lead through this one, summed over the pairs and
    /// divided by the number of pairs, (n − 1)(n − 2) / 2 (Freeman 1977; computed as in Brandes 2001). 0 where there are fewer
    /// than three.
    pub fn betweenness(&self) -> Vec<f64> {
        let measured = betweenness_centrality(&self.graph, false, true, PARALLEL_FROM);
        measured
            .into_iter()
            .map(|value| value.filter(|value| value.is_finite()).unwrap_or_default())
            .map(|value| (value * DECIMALS).round() / DECIMALS)
            .collect()
    }

    /// Members without whom a group would fall apart, by place (Hopcroft & Tarjan 1973).
    pub fn cut_points(&self) -> Vec<usize> {
        sorted(articulation_points(&self.graph, None))
    }

    /// The groups that one member's group would fall apart into without that member; largest first.
    pub fn parts_without(&self, place: usize) -> Vec<Vec<usize>> {
        let Some(gone) = self.graph.node_indices().nth(place) else { return Vec::new() };
        let mut rest = self.graph.clone();
        // The node stays, so that places stay: it is left without ties, and then out of the groups.
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

    /// The E–I index over spheres of life: ties between spheres minus ties within one, over both (Krackhardt & Stern 1988). 1
    /// where all ties bridge, −1 where all bond; ties of members without a sphere are left out; absent where none is left.
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
