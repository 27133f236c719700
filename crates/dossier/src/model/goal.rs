//! Goals: what the client wants to reach.

use super::LifeDimension;
use crate::choice::choices;
use crate::id::{GoalId, WishId};
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};

record! {
    /// A goal.
    Goal by GoalId, fields GoalField, in "goals" {
        /// What the client wants to reach.
        title / Title: String,
        /// What kind of goal.
        kind / Kind: Option<GoalKind>,
        /// The dimension of the network that it strengthens.
        dimension / Dimension: Option<NetworkDimension>,
        /// The dimension of quality of life that it serves.
        life / Life: Option<LifeDimension>,
        /// The wish that it comes from.
        wish / Wish: Option<WishId>,
        /// How it stands.
        status / Status: Option<GoalStatus>,
    }
}

impl Complete for Goal {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.title, "title")
    }
}

choices! {
    /// The three kinds of goals.
    GoalKind in "goal" {
        /// Contacts that support emotionally.
        Contacts = "contacts",
        /// Doing things.
        DoingThings = "doing_things",
        /// Practical help.
        PracticalHelp = "practical_help",
    }

    /// What in the network a goal strengthens.
    NetworkDimension in "network-dimension" {
        /// Size.
        Size = "size",
        /// Variety.
        Variety = "variety",
        /// Density.
        Density = "density",
        /// Reachability.
        Reachability = "reachability",
        /// Care capacity.
        CareCapacity = "care_capacity",
    }

    /// How a goal stands.
    GoalStatus in "goal-status" {
        /// Being worked on.
        Open = "open",
        /// Reached.
        Reached = "reached",
        /// Let go.
        LetGo = "let_go",
    }
}
