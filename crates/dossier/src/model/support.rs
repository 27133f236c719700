//! The kinds of support that people give each other.

use crate::choice::choices;

choices! {
    /// The kinds of support that a member can give or receive.
    ///
    /// To add one, add a line here, its words to `choices.ftl` in each language, and the words by which a
    /// file is read to the vocabulary of `interchange`.
    SupportKind in "support" {
        /// Practical help, such as shopping or repairs.
        Practical = "practical",
        /// Emotional support, such as listening.
        Emotional = "emotional",
        /// Company: doing things together.
        Company = "company",
        /// Appraisal: being taken seriously, hearing how one does.
        Appraisal = "appraisal",
        /// Information and advice.
        Information = "information",
    }
}
