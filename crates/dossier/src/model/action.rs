//! Actions of the plan: who does what, and by when.

use chrono::NaiveDate;

use crate::choice::choices;
use crate::id::{ActionId, GoalId, MemberId};
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// An action of the plan.
    Action by ActionId, fields ActionField, in "actions" {
        /// A short sentence that says what will be done.
        title / Title: String,
        /// The intervention that the action is.
        intervention / Intervention: Option<Intervention>,
        /// The method that the action belongs to, if any.
        method / Method: Option<Method>,
        /// The goal that the action serves.
        goal / Goal: Option<GoalId>,
        /// The network member that the action is about.
        member / Member: Option<MemberId>,
        /// The name of the person who does it.
        doer / Doer: Option<String>,
        /// The first small step.
        first_step / FirstStep: Option<String>,
        /// The place where a new contact may be found.
        place / Place: Option<String>,
        /// The day by which it must be done.
        due / Due: Option<NaiveDate>,
        /// The status of the action.
        status / Status: Option<ActionStatus>,
        /// The day on which it was begun. Progress around its member counts from this day.
        begun / Begun: Option<NaiveDate>,
        /// The day on which it ended.
        ended / Ended: Option<NaiveDate>,
        /// The answer to the question whether it worked.
        worked / Worked: Option<Worked>,
        /// The outcome, in words.
        outcome / Outcome: Prose,
    }
}

impl Complete for Action {
    const NEEDS: &'static [&'static str] = &["title"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.title, "title")
    }
}

choices! {
    /// The interventions in a network: RADIO (Smit and van Gennep, in Steyaert 2012) and five others.
    Intervention in "intervention" {
        /// Revives a fading tie.
        Revive = "revive",
        /// Activates somebody's qualities.
        Activate = "activate",
        /// Unblocks a disturbed tie.
        Unblock = "unblock",
        /// Intensifies a tie at the fringe.
        Intensify = "intensify",
        /// Maintains a tie against erosion.
        Maintain = "maintain",
        /// Widens the network with a new contact.
        Widen = "widen",
        /// Changes an attitude of the client or of others.
        ChangeAttitude = "change_attitude",
        /// Loosens or cuts a tie.
        Cut = "cut",
        /// Gives support to a carer.
        SupportCarer = "support_carer",
        /// Gives respite: somebody else cares for a while.
        Respite = "respite",
    }

    /// The methods that a plan can name.
    Method in "plan-method" {
        /// The Eigen Kracht Conferentie.
        FamilyGroupConference = "family_group_conference",
        /// The method Sociale Netwerkversterking.
        NetworkStrengthening = "network_strengthening",
        /// The method Sociale rolversterking.
        RoleValorisation = "role_valorisation",
    }

    /// The status of an action.
    ActionStatus in "action-status" {
        /// The action is not begun.
        Planned = "planned",
        /// The action is going on.
        Started = "started",
        /// The action is done.
        Done = "done",
        /// The action will not be done.
        Dropped = "dropped",
    }

    /// The answer of client and coach to the question whether an action worked.
    Worked in "worked" {
        /// The action worked.
        Yes = "yes",
        /// The action worked in part.
        Partly = "partly",
        /// The action did not work.
        No = "no",
    }
}
