//! The client's own network, with her in it: she is tied to every member, and members to one another as they are.

use super::Network;
use super::share::{float, share};

impl Network {
    /// How many members reach people that the others do not: n − 2m/n (Burt 1992, in the form of Borgatti 1997). The client is in
    /// it as the one whose network it is. Absent without members.
    pub fn effective_size(&self) -> Option<f64> {
        Some(float(self.size()) - share(2 * self.ties(), self.size())?)
    }

    /// How far the client is tied to people who are tied to each other: the sum over members j of (p_cj + Σ_q p_cq p_qj)², where
    /// p_ij is the share of i's ties that goes to j and q are the other members (Burt 1992, eq. 2.4). The client is a node:
    /// p_cj = 1/n, and a member with d ties among members has d + 1. 1 for one member, about 1.125 at most, near 0 for many who do
    /// not know each other; absent without members.
    pub fn constraint(&self) -> Option<f64> {
        let to_each = share(1, self.size())?;
        let terms = self.graph.node_indices().map(|member| {
            let through_others: f64 = self
                .graph
                .neighbors(member)
                .map(|other| to_each / float(self.graph.neighbors(other).count() + 1))
                .sum();
            (to_each + through_others).powi(2)
        });
        Some(terms.sum())
    }

    /// With how many members support goes both ways, and how many give or receive any.
    pub fn supporting(&self) -> (usize, usize) {
        let ways = |member: &super::NetworkMember| (!member.gives.is_empty(), !member.receives.is_empty());
        let of = |wanted: fn((bool, bool)) -> bool| {
            self.members().iter().filter(|member| wanted(ways(member))).count()
        };
        (of(|(gives, receives)| gives && receives), of(|(gives, receives)| gives || receives))
    }

    /// Of the members who give or receive support, the share with whom it goes both ways. Absent where nobody does.
    pub fn reciprocity(&self) -> Option<f64> {
        let (both, supporting) = self.supporting();
        share(both, supporting)
    }

    /// How many members help by profession, see [`super::NetworkMember::is_professional`].
    pub fn professionals(&self) -> usize {
        self.members().iter().filter(|member| member.is_professional()).count()
    }

    /// The share of members who help by profession. Absent without members.
    pub fn professionals_share(&self) -> Option<f64> {
        share(self.professionals(), self.size())
    }
}
