//! Actions: who does what, by when.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::{ActionId, GoalId, MemberId};
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// An action in the plan.
    Action by ActionId, fields ActionField, in "actions" {
        /// What will be done.
        title / Title: String,
        /// The intervention: RADIO and the others.
        intervention / Intervention: Option<Intervention>,
        /// The method that it belongs to, if it does.
        method / Method: Option<Method>,
        /// The goal that it serves.
        goal / Goal: Option<GoalId>,
        /// The network member that it is about.
        member / Member: Option<MemberId>,
        /// Who does it.
        doer / Doer: Option<String>,
        /// The first small step.
        first_step / FirstStep: Option<String>,
        /// Where a new contact may be found.
        place / Place: Option<String>,
        /// By when.
        due / Due: Option<NaiveDate>,
        /// How it stands.
        status / Status: Option<ActionStatus>,
        /// The day it was begun: what changed around its member is seen from here.
        begun / Begun: Option<NaiveDate>,
        /// The day it was over.
        ended / Ended: Option<NaiveDate>,
        /// Whether it worked.
        worked / Worked: Option<Worked>,
        /// What came of it.
        outcome / Outcome: Prose,
    }
}

impl Complete for Action {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.title, "title")
    }
}

choices! {
    /// What an action does with a tie: RADIO (Smit and van Gennep, in Steyaert 2012) and the others.
    Intervention in "intervention" {
        /// Revive a fading tie.
        Revive = "revive",
        /// Activate somebody's qualities.
        Activate = "activate",
        /// Unblock a disturbed tie.
        Unblock = "unblock",
        /// Intensify a tie at the fringe.
        Intensify = "intensify",
        /// Maintain a tie against erosion.
        Maintain = "maintain",
        /// Widen: a new contact.
        Widen = "widen",
        /// Change an attitude.
        ChangeAttitude = "change_attitude",
        /// Loosen or cut a tie.
        Cut = "cut",
        /// Support for a carer.
        SupportCarer = "support_carer",
        /// Respite: somebody takes over for a while.
        Respite = "respite",
    }

    /// Methods that a plan may name.
    Method in "plan-method" {
        /// Eigen Kracht Conferentie.
        FamilyGroupConference = "family_group_conference",
        /// Sociale Netwerkversterking.
        NetworkStrengthening = "network_strengthening",
        /// Sociale rol versterking.
        RoleValorisation = "role_valorisation",
    }

    /// How an action stands.
    ActionStatus in "action-status" {
        /// Not begun.
        Planned = "planned",
        /// Going on.
        Started = "started",
        /// Done.
        Done = "done",
        /// Will not be done.
        Dropped = "dropped",
    }

    /// Whether an action worked, as client and coach see it.
    Worked in "worked" {
        /// It did.
        Yes = "yes",
        /// It did in part.
        Partly = "partly",
        /// It did not.
        No = "no",
    }
}
