//! What the client wishes, how life is, what is needed, and what holds her back.

use crate::choice::choices;
use crate::id::{LifeId, MomentId, NeedId, PersonId, ResistanceId, WishId};
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in, there};
use crate::value::Prose;

record! {
    /// A wish, in the client's words.
    Wish by WishId, fields WishField, in "wishes" {
        /// The wish.
        words / Words: Prose,
        /// The dimension of quality of life that it touches.
        dimension / Dimension: Option<LifeDimension>,
    }
}

record! {
    /// How one dimension of life is, in the client's words; no grade.
    Life by LifeId, fields LifeField, in "life" {
        /// The dimension.
        dimension / Dimension: Option<LifeDimension>,
        /// How it is.
        words / Words: Prose,
        /// The measuring moment at which it was told.
        moment / Moment: Option<MomentId>,
    }
}

record! {
    /// Something that is needed, and where it can come from in the order of De Kanteling.
    Need by NeedId, fields NeedField, in "needs" {
        /// What is needed.
        title / Title: String,
        /// Where it can come from.
        provision / Provision: Option<Provision>,
        /// What the client can do herself.
        own_strength / OwnStrength: Prose,
        /// What the network can do.
        from_network / FromNetwork: Prose,
        /// What general provisions can do.
        from_general / FromGeneral: Prose,
        /// What individual provisions can do.
        from_individual / FromIndividual: Prose,
        /// Whether it is met.
        status / Status: Option<NeedStatus>,
        /// What was said about it.
        words / Words: Prose,
    }
}

record! {
    /// A reason why the client does not like to ask.
    Resistance by ResistanceId, fields ResistanceField, in "resistances" {
        /// The reason.
        reason / Reason: Option<Reason>,
        /// Towards whom.
        person / Person: Option<PersonId>,
        /// What was said about it.
        words / Words: Prose,
    }
}

impl Complete for Wish {
    const NEEDS: &'static [&'static str] = &["words"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.words.0, "words")
    }
}

impl Complete for Life {
    const NEEDS: &'static [&'static str] = &["dimension"];

    fn check_complete(&self) -> Result<(), Invalid> {
        there(&self.dimension, "dimension")
    }
}

impl Complete for Need {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.title, "title")
    }
}

impl Complete for Resistance {
    const NEEDS: &'static [&'static str] = &["reason"];

    fn check_complete(&self) -> Result<(), Invalid> {
        there(&self.reason, "reason")
    }
}

choices! {
    /// The eight dimensions of quality of life (Schalock 1996).
    LifeDimension in "life-dimension" {
        /// Emotional wellbeing.
        Emotional = "emotional",
        /// Interpersonal relations.
        Relations = "relations",
        /// Material wellbeing.
        Material = "material",
        /// Personal development.
        Development = "development",
        /// Physical wellbeing.
        Physical = "physical",
        /// Self-determination.
        SelfDetermination = "self_determination",
        /// Social inclusion.
        Inclusion = "inclusion",
        /// Rights.
        Rights = "rights",
    }

    /// The order of De Kanteling.
    Provision in "provision" {
        /// Own strength.
        OwnStrength = "own_strength",
        /// Social network.
        Network = "network",
        /// General provisions.
        General = "general",
        /// Individual provisions.
        Individual = "individual",
    }

    /// Whether a need is met.
    NeedStatus in "need-status" {
        /// Open.
        Open = "open",
        /// Met.
        Met = "met",
    }

    /// Why asking is hard.
    Reason in "reason" {
        /// Not being able to give something back.
        Reciprocity = "reciprocity",
        /// Being a burden.
        Burden = "burden",
        /// Privacy.
        Privacy = "privacy",
        /// Mixing roles: a friend should stay a friend.
        RoleConfusion = "role_confusion",
        /// Wanting to do it oneself.
        Autonomy = "autonomy",
    }
}
