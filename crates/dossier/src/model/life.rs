//! The client's wishes, her quality of life, her needs, and her reasons not to ask for help.

use crate::choice::choices;
use crate::id::{LifeId, MomentId, NeedId, PersonId, ResistanceId, WishId};
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank, present};
use crate::value::Prose;

record! {
    /// A wish, in the client's words.
    Wish by WishId, fields WishField, in "wishes" {
        /// The wish, in the client's words.
        words / Words: Prose,
        /// The dimension of quality of life that the wish touches.
        dimension / Dimension: Option<LifeDimension>,
    }
}

record! {
    /// A description of one dimension of life in the client's words, without a grade.
    Life by LifeId, fields LifeField, in "life" {
        /// The dimension that is described.
        dimension / Dimension: Option<LifeDimension>,
        /// The description, in the client's words.
        words / Words: Prose,
        /// The measuring moment at which the client told it.
        moment / Moment: Option<MomentId>,
    }
}

record! {
    /// Something that the client needs, and where it can come from in the order of De Kanteling.
    Need by NeedId, fields NeedField, in "needs" {
        /// A few words that say what is needed.
        title / Title: String,
        /// The provision from which it can come.
        provision / Provision: Option<Provision>,
        /// The part that the client can do herself.
        own_strength / OwnStrength: Prose,
        /// The part that the network can do.
        from_network / FromNetwork: Prose,
        /// The part that general provisions can do.
        from_general / FromGeneral: Prose,
        /// The part that individual provisions can do.
        from_individual / FromIndividual: Prose,
        /// The status of the need.
        status / Status: Option<NeedStatus>,
        /// Notes of what was said about it.
        words / Words: Prose,
    }
}

record! {
    /// A reason why the client does not like to ask for help.
    Resistance by ResistanceId, fields ResistanceField, in "resistances" {
        /// The reason not to ask.
        reason / Reason: Option<Reason>,
        /// The person whom she does not like to ask.
        person / Person: Option<PersonId>,
        /// Notes of what was said about it.
        words / Words: Prose,
    }
}

impl Complete for Wish {
    const NEEDS: &'static [&'static str] = &["words"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.words.0, "words")
    }
}

impl Complete for Life {
    const NEEDS: &'static [&'static str] = &["dimension"];

    fn check_complete(&self) -> Result<(), Invalid> {
        present(&self.dimension, "dimension")
    }
}

impl Complete for Need {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.title, "title")
    }
}

impl Complete for Resistance {
    const NEEDS: &'static [&'static str] = &["reason"];

    fn check_complete(&self) -> Result<(), Invalid> {
        present(&self.reason, "reason")
    }
}

choices! {
    /// The eight dimensions of quality of life (Schalock 1996).
    LifeDimension in "life-dimension" {
        /// The dimension of emotional wellbeing.
        Emotional = "emotional",
        /// The dimension of interpersonal relations.
        Relations = "relations",
        /// The dimension of material wellbeing.
        Material = "material",
        /// The dimension of personal development.
        Development = "development",
        /// The dimension of physical wellbeing.
        Physical = "physical",
        /// The dimension of self-determination.
        SelfDetermination = "self_determination",
        /// The dimension of social inclusion.
        Inclusion = "inclusion",
        /// The dimension of rights.
        Rights = "rights",
    }

    /// The provisions, in the order of De Kanteling.
    Provision in "provision" {
        /// The client's own strength.
        OwnStrength = "own_strength",
        /// The social network of the client.
        Network = "network",
        /// Provisions that are open to everybody.
        General = "general",
        /// Provisions that are granted to one person.
        Individual = "individual",
    }

    /// The status of a need.
    NeedStatus in "need-status" {
        /// The need is open.
        Open = "open",
        /// The need is met.
        Met = "met",
    }

    /// The reasons why it is hard to ask for help.
    Reason in "reason" {
        /// The client cannot give something back.
        Reciprocity = "reciprocity",
        /// The client does not want to be a burden.
        Burden = "burden",
        /// The client wants to keep her privacy.
        Privacy = "privacy",
        /// The client does not want to mix roles: a friend should stay a friend.
        RoleConfusion = "role_confusion",
        /// The client wants to do it herself.
        Autonomy = "autonomy",
    }
}
