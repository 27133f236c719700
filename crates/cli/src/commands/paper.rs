//! `paper`: the plan, the hand-over and the full copy as PDF.

use std::cell::RefCell;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use coach::paper::{self, Paper, PaperRequest, PaperTo};
use coach::{Desk, Language};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct PaperArguments {
    /// The paper: plan (for the client), handover (for a successor) or copy (everything, with a JSON file
    /// beside it).
    #[arg(value_parser = paper())]
    paper: Paper,
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The path of the file to write. An existing file is replaced.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The number of recent notes that a hand-over prints in full.
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    texts: u32,
}

fn paper() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.iter().map(|paper| paper.name()))
        .try_map(|name| Paper::of_name(&name).ok_or("not a paper"))
}

/// Prints a paper to a file.
pub(crate) fn run(
    desk: &RefCell<Desk>,
    arguments: &PaperArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    let request = PaperRequest {
        paper: arguments.paper,
        language: if printer.messages().is_english() { Language::En } else { Language::Nl },
        // Only the window can draw the map, so the network is printed as a list.
        drawing: None,
        texts: arguments.texts,
    };
    let to = PaperTo::File(&arguments.output);
    let files = paper::print(desk, &arguments.id.parse()?, &request, to)?;
    printer.files(&files);
    Ok(())
}
