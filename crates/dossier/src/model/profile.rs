//! Who the record is about. There is no field for a citizen service number: coaching does not need it.

use super::Gender;
use crate::choice::choices;
use crate::id::DossierId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// The client's profile and where the dossier stands.
    Profile by DossierId, fields ProfileField, in "profile" {
        /// Name or alias.
        name / Name: String,
        /// Year of birth.
        birth_year / BirthYear: Option<u16>,
        /// Gender: the client's symbol in the genogram.
        gender / Gender: Option<Gender>,
        /// Who the client lives with.
        household / Household: Option<Household>,
        /// Languages that the client speaks.
        languages / Languages: Option<String>,
        /// Part of town or village.
        district / District: Option<String>,
        /// What brought the client here, in her own words.
        story / Story: Prose,
        /// The method that the dossier follows, see [`crate::method`].
        method / Method: Option<String>,
        /// The step it is in.
        step / Step: Option<String>,
        /// Open or closed.
        status / Status: Option<DossierStatus>,
        /// The dossier of the person whom this client cares for, where a carer became a client.
        carer_in / CarerIn: Option<DossierId>,
        /// An invented client to practise with.
        example / Example: bool,
        /// The inner ring, as this client calls it.
        called_intimates / CalledIntimates: Option<String>,
        /// The second ring, as this client calls it.
        called_friends / CalledFriends: Option<String>,
        /// The third ring, as this client calls it.
        called_acquaintances / CalledAcquaintances: Option<String>,
        /// The outer ring, as this client calls it.
        called_services / CalledServices: Option<String>,
        /// The quarter of the family, as this client calls it.
        called_family / CalledFamily: Option<String>,
        /// The quarter of fellow clients, as this client calls it.
        called_fellow_clients / CalledFellowClients: Option<String>,
        /// The quarter of professionals, as this client calls it.
        called_professionals / CalledProfessionals: Option<String>,
        /// The quarter of society, as this client calls it.
        called_society / CalledSociety: Option<String>,
    }
}

impl Complete for Profile {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.name, "name")
    }
}

choices! {
    /// Who the client lives with.
    Household in "household" {
        /// Alone.
        Alone = "alone",
        /// With a partner.
        Partner = "partner",
        /// With a partner and children.
        Family = "family",
        /// With children, without a partner.
        SingleParent = "single_parent",
        /// With parents.
        Parents = "parents",
        /// With others.
        Others = "others",
        /// In a care home or sheltered housing.
        Sheltered = "sheltered",
        /// No fixed home.
        None = "none",
    }

    /// Open or closed.
    DossierStatus in "dossier-status" {
        /// The coaching goes on.
        Open = "open",
        /// The coaching has ended.
        Closed = "closed",
    }
}
