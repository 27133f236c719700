//! The names of instruments.

use crate::choice::choices;

choices! {
    /// The instruments that Kring knows, for the load of carers and for social support.
    Instrument in "instrument" {
        /// The Caregiver Strain Index (Robinson 1983), of 13 items.
        CaregiverStrainIndex = "caregiver_strain_index",
        /// The CarerQol instrument (Brouwer et al. 2006).
        CarerQol = "carer_qol",
        /// The Caregiver Reaction Assessment, known by name only.
        CaregiverReactionAssessment = "caregiver_reaction_assessment",
        /// The social support list, known by name only.
        SocialSupportList = "social_support_list",
        /// Three questions of our own that give an early sign.
        ThreeQuestions = "three_questions",
    }
}
