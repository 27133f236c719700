//! Dossiers.

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum DossierCommand {
    /// Opens a dossier for a new client; prints its id.
    New {
        /// Name or alias of the client.
        name: String,
    },
    /// Lists the caseload.
    List,
    /// Shows one dossier.
    Show {
        /// The dossier.
        id: String,
    },
    /// Gives the client another name or alias.
    Rename {
        /// The dossier.
        id: String,
        /// The new name.
        name: String,
    },
    /// Closes a dossier; what is in it stays.
    Close {
        /// The dossier.
        id: String,
    },
}
