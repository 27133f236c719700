//! What is old of a dossier.

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum HistoryCommand {
    /// Removes the old history for good: what stays is what stands now, and how it was at each measuring moment. Asks first.
    Forget {
        /// The dossier.
        id: String,
        /// Does not ask.
        #[arg(long)]
        yes: bool,
    },
}
