//! Family lines of the genogram.

use crate::choice::choices;
use crate::id::{ParentageId, PartnershipId, Relative};
use crate::record::record;
use crate::validity::{Complete, Invalid, two_ends};
use crate::value::PartialDate;

record! {
    /// A partnership between two relatives.
    Partnership by PartnershipId, fields PartnershipField, in "partnerships" {
        /// One partner.
        a / A: Option<Relative>,
        /// The other partner.
        b / B: Option<Relative>,
        /// What kind.
        kind / Kind: Option<PartnershipKind>,
        /// Since when.
        since / Since: Option<PartialDate>,
        /// Separated since.
        separated / Separated: Option<PartialDate>,
        /// Divorced since.
        divorced / Divorced: Option<PartialDate>,
        /// Where it came from in an imported file.
        origin / Origin: Option<String>,
    }
}

record! {
    /// A line of descent from a parent to a child.
    Parentage by ParentageId, fields ParentageField, in "parentages" {
        /// The parent.
        parent / Parent: Option<Relative>,
        /// The child.
        child / Child: Option<Relative>,
        /// What kind.
        kind / Kind: Option<ParentageKind>,
        /// Where it came from in an imported file.
        origin / Origin: Option<String>,
    }
}

impl Complete for Partnership {
    const NEEDS: &'static [&'static str] = &["a", "b"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_ends((&self.a, "a"), (&self.b, "b"))
    }
}

impl Complete for Parentage {
    const NEEDS: &'static [&'static str] = &["parent", "child"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_ends((&self.parent, "parent"), (&self.child, "child"))
    }
}

choices! {
    /// What kind of partnership; its end is told by its dates.
    PartnershipKind in "partnership" {
        /// Married or registered partners.
        Married = "married",
        /// Living together.
        LivingTogether = "living_together",
        /// A relationship, each in their own home.
        Apart = "apart",
    }

    /// What kind of descent.
    ParentageKind in "parentage" {
        /// By birth.
        Birth = "birth",
        /// Adopted.
        Adopted = "adopted",
        /// Foster.
        Foster = "foster",
        /// Step.
        Step = "step",
    }
}
