//! A method that an organisation added: it goes along with the dossier that follows it, so that everybody reads its steps.

use crate::id::OwnMethodId;
use crate::record::record;
use crate::validity::{Complete, Invalid, filled_in};
use crate::value::Prose;

record! {
    /// An organisation's own method, as it stands in its file.
    OwnMethod by OwnMethodId, fields OwnMethodField, in "own_methods" {
        /// Its name, as the profile and passages name it.
        name / Name: String,
        /// The file.
        definition / Definition: Prose,
    }
}

impl Complete for OwnMethod {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        filled_in(&self.name, "name")
    }
}
