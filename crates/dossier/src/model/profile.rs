//! The client's profile. It has no field for a citizen service number, because coaching does not need it.

use super::Gender;
use crate::choice::choices;
use crate::id::DossierId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// The client's profile, with the method and the status of the dossier.
    Profile by DossierId, fields ProfileField, in "profile" {
        /// The client's name or alias.
        name / Name: String,
        /// The client's year of birth.
        birth_year / BirthYear: Option<u16>,
        /// The client's gender, which is also the symbol in the genogram.
        gender / Gender: Option<Gender>,
        /// The household that the client lives in.
        household / Household: Option<Household>,
        /// The languages that the client speaks.
        languages / Languages: Option<String>,
        /// The part of town, or the village.
        district / District: Option<String>,
        /// The reason why the client came, in her own words.
        story / Story: Prose,
        /// The method that the dossier follows, see [`crate::method`].
        method / Method: Option<String>,
        /// The step of the method that the dossier is in.
        step / Step: Option<String>,
        /// The status of the dossier.
        status / Status: Option<DossierStatus>,
        /// The dossier of the person whom this client cares for, if the client was a carer first.
        carer_in / CarerIn: Option<DossierId>,
        /// True if the client is invented, to practise with.
        example / Example: bool,
        /// The client's name for the inner ring.
        called_intimates / CalledIntimates: Option<String>,
        /// The client's name for the second ring.
        called_friends / CalledFriends: Option<String>,
        /// The client's name for the third ring.
        called_acquaintances / CalledAcquaintances: Option<String>,
        /// The client's name for the outer ring.
        called_services / CalledServices: Option<String>,
        /// The client's name for the quarter of the family.
        called_family / CalledFamily: Option<String>,
        /// The client's name for the quarter of fellow clients.
        called_fellow_clients / CalledFellowClients: Option<String>,
        /// The client's name for the quarter of professionals.
        called_professionals / CalledProfessionals: Option<String>,
        /// The client's name for the quarter of society.
        called_society / CalledSociety: Option<String>,
    }
}

impl Complete for Profile {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.name, "name")
    }
}

choices! {
    /// The households that a client can live in.
    Household in "household" {
        /// The client lives alone.
        Alone = "alone",
        /// Together with a partner.
        Partner = "partner",
        /// With a partner and children.
        Family = "family",
        /// With children and without a partner.
        SingleParent = "single_parent",
        /// With her parents.
        Parents = "parents",
        /// Together with others.
        Others = "others",
        /// In a care home or sheltered housing.
        Sheltered = "sheltered",
        /// Without a fixed home.
        None = "none",
    }

    /// The status of a dossier.
    DossierStatus in "dossier-status" {
        /// The coaching is going on.
        Open = "open",
        /// The coaching has ended.
        Closed = "closed",
    }
}
