//! Files of other programs, in and out.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use coach::{ExportFormat, ImportFormat};

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
    /// The format of the file; recognised where it is not given.
    #[arg(long, value_parser = import_format())]
    pub(crate) format: Option<ImportFormat>,
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
    /// The format of the file; csv gives two files.
    #[arg(long, value_parser = export_format())]
    pub(crate) format: ExportFormat,
    /// The file; one that is there is replaced.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

fn import_format() -> impl TypedValueParser<Value = ImportFormat> {
    PossibleValuesParser::new(ImportFormat::ALL.map(ImportFormat::name))
        .try_map(|name| ImportFormat::of_name(&name).ok_or("not a format that can be read"))
}

fn export_format() -> impl TypedValueParser<Value = ExportFormat> {
    PossibleValuesParser::new(ExportFormat::ALL.map(ExportFormat::name))
        .try_map(|name| ExportFormat::of_name(&name).ok_or("not a format that can be written"))
}
