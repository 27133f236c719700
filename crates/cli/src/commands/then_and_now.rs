//! `then-and-now`: a network at a measuring moment beside a later one.

use clap::Args;
use coach::Desk;

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct ThenAndNowArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The id or the name of the earlier measuring moment.
    #[arg(value_name = "MOMENT")]
    from: String,
    /// The id or the name of a later measuring moment. Without it, compares with the network as it is now.
    #[arg(value_name = "MOMENT")]
    to: Option<String>,
}

/// Prints what changed between the two moments.
pub(crate) fn run(
    desk: &mut Desk,
    arguments: &ThenAndNowArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    let id = &arguments.id.parse()?;
    let from = desk.moment(id, &arguments.from)?;
    let to = arguments.to.as_deref().map(|to| desk.moment(id, to)).transpose()?;
    printer.either(&desk.then_and_now(id, &from, to.as_ref())?, |compared| {
        if compared.changes.is_empty() {
            printer.line(printer.text("change-nothing"));
        }
        let changes = compared.changes.iter().map(|change| &change.says);
        let figures = compared.figures.iter().map(|figure| &figure.says);
        changes.chain(figures).for_each(|says| printer.line(printer.say(says)));
    });
    Ok(())
}
