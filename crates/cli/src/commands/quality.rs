//! `quality`: the measures of a client's network.

use clap::Args;
use coach::Desk;

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct QualityArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The id or the name of the measuring moment to measure. Without it, measures the network as it is now.
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
}

/// Prints the measures as JSON, or as observations with a question for the client.
pub(crate) fn run(desk: &mut Desk, arguments: &QualityArguments, printer: &Printer) -> Result<(), Failure> {
    let id = &arguments.id.parse()?;
    let at = arguments.at.as_deref().map(|at| desk.moment(id, at)).transpose()?;
    if printer.is_json() {
        printer.json(&desk.analyse(id, at.as_ref())?);
        return Ok(());
    }
    for finding in desk.quality(id, at.as_ref())?.findings {
        printer.line(printer.say(&finding.says));
        printer.line(format_args!("    {}", printer.say(&finding.asks)));
    }
    Ok(())
}
