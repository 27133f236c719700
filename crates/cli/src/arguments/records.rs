//! What can be done with every kind of record.

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum RecordCommand {
    /// Adds one; prints its id.
    Add {
        /// The dossier.
        dossier: String,
        /// What is known: name=Fatima relation=neighbour gives=company,practical
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of one; an empty value clears.
    Set {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// What changes.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Takes one out of view.
    Remove {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Lists all.
    List {
        /// The dossier.
        dossier: String,
    },
}
