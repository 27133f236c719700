//! The parts of Kring in which the work of a step is done.

use crate::choice::{Choice, choices};

choices! {
    /// The part of Kring in which the work of a step is done.
    WorkArea in "about" {
        /// The client's profile.
        Client = "client",
        /// The network map.
        Map = "map",
        /// The quality of the network.
        Quality = "quality",
        /// The client's possibilities and wishes.
        Possibilities = "possibilities",
        /// The needs, and where help can come from.
        Needs = "needs",
        /// The making of the plan.
        Plan = "plan",
        /// The carrying out of the plan.
        CarryOut = "carry_out",
        /// The aftercare when the coaching ended.
        Aftercare = "aftercare",
        /// A talk, which a note describes.
        Talk = "talk",
    }
}

/// Returns the names of all parts of Kring, as the files of methods write them.
pub(super) fn work_area_names() -> String {
    WorkArea::ALL.iter().map(Choice::as_str).collect::<Vec<_>>().join(", ")
}
