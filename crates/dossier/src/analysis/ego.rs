//! Measures of the client's own network, which includes her: she is tied to every member.

use super::Network;
use super::share::{float, share};

impl Network {
    /// Returns the effective size, n − 2m/n (Burt 1992, in the form of Borgatti 1997): the number of members
    /// who reach people that the others do not reach. The client is the ego of the network. `None` without
    /// members.
    pub fn effective_size(&self) -> Option<f64> {
        Some(float(self.size()) - share(2 * self.ties(), self.size())?)
    }

    /// Returns the constraint (Burt 1992, eq. 2.4): how far the client is tied to people who are tied to each
    /// other.
    ///
    /// It is the sum over members j of (p_cj + Σ_q p_cq p_qj)², where p_ij is the share of i's ties that goes
    /// to j, and q runs over the other members. The client is a node: p_cj = 1/n, and a member with d ties
    /// among members has d + 1. The constraint is 1 for one member, at most about 1.125, and near 0 for many
    /// members who do not know each other. `None` without members.
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

    /// Returns the number of members with whom support goes both ways, and the number of members who give or
    /// receive any.
    pub fn supporting(&self) -> (usize, usize) {
        let ways = |member: &super::NetworkMember| (!member.gives.is_empty(), !member.receives.is_empty());
        let of = |wanted: fn((bool, bool)) -> bool| {
            self.members().iter().filter(|member| wanted(ways(member))).count()
        };
        (of(|(gives, receives)| gives && receives), of(|(gives, receives)| gives || receives))
    }

    /// Returns the share of members with whom support goes both ways, among those who give or receive any.
    /// `None` if nobody does.
    pub fn reciprocity(&self) -> Option<f64> {
        let (both, supporting) = self.supporting();
        share(both, supporting)
    }

    /// Returns the number of members who help by profession, see [`super::NetworkMember::is_professional`].
    pub fn professionals(&self) -> usize {
        self.members().iter().filter(|member| member.is_professional()).count()
    }

    /// Returns the share of members who help by profession. `None` without members.
    pub fn professionals_share(&self) -> Option<f64> {
        share(self.professionals(), self.size())
    }
}
