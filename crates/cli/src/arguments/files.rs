//! Files of other programs, in and out.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub(crate) struct ImportArguments {
    /// The file.
    pub(crate) file: PathBuf,
    /// Opens a dossier for a new client of this name.
    #[arg(long, value_name = "NAME", required_unless_present = "dossier", conflicts_with = "dossier")]
    pub(crate) new: Option<String>,
    /// Adds to this dossier.
    #[arg(long, value_name = "ID")]
    pub(crate) dossier: Option<String>,
    /// gedcom, graphml, csv or vcard; recognised where it is not given.
    #[arg(long, value_parser = ["gedcom", "graphml", "csv", "vcard"])]
    pub(crate) format: Option<String>,
    /// The id in the file of the one who is the client.
    #[arg(long, value_name = "ID IN FILE")]
    pub(crate) client: Option<String>,
    /// Says what would be made; makes nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Args)]
pub(crate) struct ExportArguments {
    /// The dossier.
    pub(crate) id: String,
    /// graphml, csv (two files) or json.
    #[arg(long, value_parser = ["graphml", "csv", "json"])]
    pub(crate) format: String,
    /// The file; one that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}
