//! Methods of an organisation's own. A dossier that follows one holds it, so that every colleague can read
//! its steps.

use crate::id::OwnMethodId;
use crate::record::record;
use crate::validity::{Complete, Invalid, not_blank};
use crate::value::Prose;

record! {
    /// A method of an organisation's own, as its file defines it.
    OwnMethod by OwnMethodId, fields OwnMethodField, in "own_methods" {
        /// The name by which the profile and passages refer to it.
        name / Name: String,
        /// The text of the file that defines it.
        definition / Definition: Prose,
    }
}

impl Complete for OwnMethod {
    const NEEDS: &'static [&'static str] = &["name"];

    fn check_complete(&self) -> Result<(), Invalid> {
        not_blank(&self.name, "name")
    }
}
