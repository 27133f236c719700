//! What two people did at once.

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum TogetherCommand {
    /// Lists what two people changed at once in a dossier, with the values to choose from.
    Differences {
        /// The dossier.
        id: String,
    },
    /// Chooses one of the values of a difference, both by their number in `differences`.
    Settle {
        /// The dossier.
        id: String,
        /// Which difference.
        number: usize,
        /// Which value.
        value: usize,
    },
}
