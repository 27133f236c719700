//! Who the record is about. There is no field for a citizen service number: coaching does not need it.

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
        /// An invented client to practise with.
        example / Example: bool,
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
