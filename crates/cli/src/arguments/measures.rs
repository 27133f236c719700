//! A network measured, as it is or beside how it was.

use clap::Args;

#[derive(Args)]
pub(crate) struct AnalyseArguments {
    /// The dossier.
    pub(crate) id: String,
    /// As it was at this measuring moment: its id, or its name.
    #[arg(long, value_name = "MOMENT")]
    pub(crate) at: Option<String>,
}

#[derive(Args)]
pub(crate) struct CompareArguments {
    /// The dossier.
    pub(crate) id: String,
    /// The measuring moment: its id, or its name.
    #[arg(value_name = "MOMENT")]
    pub(crate) from: String,
    /// A later one; now, where it is not given.
    #[arg(value_name = "MOMENT")]
    pub(crate) to: Option<String>,
}
