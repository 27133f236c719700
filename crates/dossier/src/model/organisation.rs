//! Organisations and general provisions: the wider support system.

use super::Ring;
use super::{Energy, Frequency, Quality, Sector, Strength, SupportKind};
use crate::choice::choices;
use crate::id::OrganisationId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::{ChoiceSet, Position, Prose};

record! {
    /// An organisation or general provision in the client's network.
    Organisation by OrganisationId, fields OrganisationField, in "organisations" {
        /// Its name.
        name / Name: String,
        /// What kind it is.
        kind / Kind: Option<OrganisationKind>,
        /// The quarter of the network circle.
        sector / Sector: Option<Sector>,
        /// The ring of the network circle.
        ring / Ring: Option<Ring>,
        /// Place in the ecogram.
        ecogram / Ecogram: Option<Position>,
        /// Place in the network circle.
        circle / Circle: Option<Position>,
        /// Place in the sociogram.
        sociogram / Sociogram: Option<Position>,
        /// The group that it belongs to, by its name.
        group / Group: Option<String>,
        /// How often there is contact.
        frequency / Frequency: Option<Frequency>,
        /// Support that it gives the client.
        gives / Gives: ChoiceSet<SupportKind>,
        /// What it receives from the client.
        receives / Receives: ChoiceSet<SupportKind>,
        /// How the tie with the client feels.
        quality / Quality: Option<Quality>,
        /// How strong the tie with the client is.
        strength / Strength: Option<Strength>,
        /// Where energy flows.
        energy / Energy: Option<Energy>,
        /// How to reach it.
        contact / Contact: Option<String>,
        /// What else matters about it.
        remark / Remark: Prose,
        /// Where it came from in an imported file.
        origin / Origin: Option<String>,
    }
}

impl Complete for Organisation {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.name, "name")
    }
}

choices! {
    /// What kind of organisation.
    OrganisationKind in "organisation" {
        /// Care and health.
        Care = "care",
        /// Welfare, neighbourhood centre.
        Welfare = "welfare",
        /// Club: sport, music, hobby.
        Club = "club",
        /// Church, mosque, temple, view of life.
        Faith = "faith",
        /// School or training.
        School = "school",
        /// Work.
        Work = "work",
        /// Municipality and other authorities.
        Authority = "authority",
        /// Peer contact and self-help.
        Peers = "peers",
    }
}
