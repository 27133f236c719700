//! Organisations and general provisions in the network: the wider support system.

use super::Ring;
use super::{Energy, Frequency, Quality, Sector, Strength, SupportKind};
use crate::choice::choices;
use crate::id::OrganisationId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::{ChoiceSet, Position, Prose};

record! {
    /// An organisation or general provision in the client's network.
    Organisation by OrganisationId, fields OrganisationField, in "organisations" {
        /// The name of the organisation.
        name / Name: String,
        /// The kind of organisation.
        kind / Kind: Option<OrganisationKind>,
        /// The quarter of the network circle.
        sector / Sector: Option<Sector>,
        /// The ring of the network circle.
        ring / Ring: Option<Ring>,
        /// The position in the ecogram.
        ecogram / Ecogram: Option<Position>,
        /// The position in the network circle.
        circle / Circle: Option<Position>,
        /// The position in the sociogram.
        sociogram / Sociogram: Option<Position>,
        /// The name of the group that it belongs to.
        group / Group: Option<String>,
        /// The frequency of contact.
        frequency / Frequency: Option<Frequency>,
        /// The kinds of support that it gives the client.
        gives / Gives: ChoiceSet<SupportKind>,
        /// The kinds of support that it receives from the client.
        receives / Receives: ChoiceSet<SupportKind>,
        /// The quality of the tie with the client.
        quality / Quality: Option<Quality>,
        /// The strength of the tie with the client.
        strength / Strength: Option<Strength>,
        /// The direction in which energy flows.
        energy / Energy: Option<Energy>,
        /// An address, telephone number or website.
        contact / Contact: Option<String>,
        /// A remark about anything else that matters.
        remark / Remark: Prose,
        /// The origin in an imported file, by which a later import finds the record.
        origin / Origin: Option<String>,
    }
}

impl Complete for Organisation {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.name, "name")
    }
}

choices! {
    /// The kinds of organisations.
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
        /// An employer or a workplace.
        Work = "work",
        /// Municipality and other authorities.
        Authority = "authority",
        /// Peer contact and self-help.
        Peers = "peers",
    }
}
