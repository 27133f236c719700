//! Notes in the logbook: everybody's who shares the dossier, and those for oneself alone.

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum NoteCommand {
    /// Adds one; prints its id.
    Add {
        /// The dossier.
        dossier: String,
        /// For yourself alone: it never leaves this vault, and has no field but `text`.
        #[arg(long)]
        private: bool,
        /// What is known: kind=visit title=Koffie text="Samen koffie gedronken."
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of one; an empty value clears. A private note without text is gone.
    Set {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// What changes.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Takes one out of view; a private one is gone.
    Remove {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Lists all, private ones too, marked as such.
    List {
        /// The dossier.
        dossier: String,
    },
}
