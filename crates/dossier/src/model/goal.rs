//! Goals of the plan: what the client wants to reach.

use super::LifeDimension;
use crate::choice::choices;
use crate::id::{GoalId, WishId};
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};

record! {
    /// A goal of the plan.
    Goal by GoalId, fields GoalField, in "goals" {
        /// A short sentence that says what the client wants to reach.
        title / Title: String,
        /// The kind of goal.
        kind / Kind: Option<GoalKind>,
        /// The dimension of the network that the goal strengthens.
        dimension / Dimension: Option<NetworkDimension>,
        /// The dimension of quality of life that the goal serves.
        life / Life: Option<LifeDimension>,
        /// The wish from which the goal comes.
        wish / Wish: Option<WishId>,
        /// The status of the goal.
        status / Status: Option<GoalStatus>,
    }
}

impl Complete for Goal {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.title, "title")
    }
}

choices! {
    /// The kinds of goals.
    GoalKind in "goal" {
        /// Contacts that support emotionally.
        Contacts = "contacts",
        /// Doing things with others.
        DoingThings = "doing_things",
        /// Practical help from others.
        PracticalHelp = "practical_help",
    }

    /// The dimensions of a network that a goal can strengthen.
    NetworkDimension in "network-dimension" {
        /// The number of members.
        Size = "size",
        /// The variety of members.
        Variety = "variety",
        /// The density of ties among members.
        Density = "density",
        /// The ease of reaching members.
        Reachability = "reachability",
        /// The care that members can give.
        CareCapacity = "care_capacity",
    }

    /// The status of a goal.
    GoalStatus in "goal-status" {
        /// The goal is being worked on.
        Open = "open",
        /// The goal is reached.
        Reached = "reached",
        /// The goal was dropped.
        LetGo = "let_go",
    }
}
