//! The load of carers.

use clap::{Args, Subcommand};

#[derive(Args)]
pub(crate) struct StrainArguments {
    /// The dossier.
    pub(crate) id: String,
    #[command(subcommand)]
    pub(crate) command: StrainCommand,
}

#[derive(Subcommand)]
pub(crate) enum StrainCommand {
    /// Notes a filled-in instrument; prints its id.
    Add {
        /// three_questions, caregiver_strain_index or carer_qol.
        #[arg(long, value_parser = ["three_questions", "caregiver_strain_index", "carer_qol"])]
        instrument: String,
        /// Who filled it in: the id, or the name; the client, where it is not given.
        #[arg(long)]
        person: Option<String>,
        /// A digit an item in the instrument's order, a hyphen where there is no answer: 1010000000000
        ///
        /// Caregiver Strain Index: 13 of 0 no, 1 yes. CarerQol: 7 of 0 no, 1 some, 2 a lot, then two places for the happiness
        /// from 00 to 10. Three questions: 3 of 0 yes, 1 sometimes, 2 no.
        #[arg(long, allow_hyphen_values = true)]
        answers: String,
        /// The day: 2026-11-24; today, where it is not given.
        #[arg(long)]
        day: Option<chrono::NaiveDate>,
        /// The measuring moment that it belongs to: its id, or its name.
        #[arg(long)]
        moment: Option<String>,
    },
    /// Lists what was filled in, as it was noted.
    List,
    /// Says for each carer what it comes to; with --json the scores and raised hands.
    Show,
    /// Takes one out of view.
    Remove {
        /// Which one.
        measurement: String,
    },
}
