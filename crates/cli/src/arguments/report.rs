//! Paper.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub(crate) struct ReportArguments {
    /// plan (for the client), handover (for a successor) or copy (everything, with a JSON file beside it).
    #[arg(value_parser = ["plan", "handover", "copy"])]
    pub(crate) paper: String,
    /// The dossier.
    pub(crate) id: String,
    /// The file; one that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Of how many of the last notes a hand-over holds the text.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    pub(crate) texts: u32,
}
