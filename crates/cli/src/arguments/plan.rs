//! The plan: actions and the aftercare.

use clap::Subcommand;

use super::records::RecordCommand;

#[derive(Subcommand)]
pub(crate) enum ActionCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Says what might be done, with the reason; nothing is added by itself.
    Suggest {
        /// The dossier.
        dossier: String,
    },
    /// Says how each action goes, and what changed on the map since it was begun.
    Progress {
        /// The dossier.
        dossier: String,
    },
    /// Begins an action: sets its status and its day.
    Begin {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Ends an action: sets its status and its day.
    End {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum CheckInCommand {
    #[command(flatten)]
    Record(RecordCommand),
    /// Plans check-ins 1, 3, 6 and 12 months after a day.
    Plan {
        /// The dossier.
        dossier: String,
        /// The day: 2026-11-24.
        #[arg(value_name = "DAY")]
        start: chrono::NaiveDate,
    },
    /// Writes down a check-in that was held.
    Hold {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// The day: 2026-12-24.
        #[arg(long, value_name = "DAY")]
        on: chrono::NaiveDate,
        /// How it goes.
        #[arg(long, value_parser = ["well", "wavering", "help_needed"])]
        going: Option<String>,
        /// What was told.
        #[arg(long, default_value = "")]
        words: String,
        /// Also makes a measuring moment of this name.
        #[arg(long, value_name = "NAME")]
        moment: Option<String>,
    },
}
