//! Family lines of the genogram.

use crate::choice::choices;
use crate::id::{ParentageId, PartnershipId, Relative};
use crate::record::record;
use crate::validity::{Complete, Invalid, two_different_ends};
use crate::value::PartialDate;

record! {
    /// A partnership between two relatives.
    Partnership by PartnershipId, fields PartnershipField, in "partnerships" {
        /// The first partner.
        a / A: Option<Relative>,
        /// The second partner.
        b / B: Option<Relative>,
        /// The kind of this line.
        kind / Kind: Option<PartnershipKind>,
        /// The date on which it began.
        since / Since: Option<PartialDate>,
        /// The date of the separation.
        separated / Separated: Option<PartialDate>,
        /// The date of the divorce.
        divorced / Divorced: Option<PartialDate>,
        /// The origin in an imported file, by which a later import finds the record.
        origin / Origin: Option<String>,
    }
}

record! {
    /// A line of descent from a parent to a child.
    Parentage by ParentageId, fields ParentageField, in "parentages" {
        /// The relative who is the parent.
        parent / Parent: Option<Relative>,
        /// The relative who is the child.
        child / Child: Option<Relative>,
        /// The kind of this line.
        kind / Kind: Option<ParentageKind>,
        /// The origin in an imported file, by which a later import finds the record.
        origin / Origin: Option<String>,
    }
}

impl Complete for Partnership {
    const NEEDS: &'static [&'static str] = &["a", "b"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_different_ends((&self.a, "a"), (&self.b, "b"))
    }
}

impl Complete for Parentage {
    const NEEDS: &'static [&'static str] = &["parent", "child"];

    fn check_complete(&self) -> Result<(), Invalid> {
        two_different_ends((&self.parent, "parent"), (&self.child, "child"))
    }
}

choices! {
    /// The kinds of partnership. The dates tell whether it ended.
    PartnershipKind in "partnership" {
        /// Married or registered partners.
        Married = "married",
        /// Partners who live together.
        LivingTogether = "living_together",
        /// A relationship, each in their own home.
        Apart = "apart",
    }

    /// The kinds of descent.
    ParentageKind in "parentage" {
        /// A child by birth.
        Birth = "birth",
        /// An adopted child.
        Adopted = "adopted",
        /// A foster child.
        Foster = "foster",
        /// A child of a partner.
        Step = "step",
    }
}
