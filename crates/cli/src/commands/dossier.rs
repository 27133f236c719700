//! `dossier`: creating, listing, showing, renaming and closing dossiers.

use clap::Subcommand;
use coach::Desk;
use coach::dossier::Edit;
use coach::dossier::model::{DossierStatus, ProfileField};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum DossierCommand {
    /// Creates a dossier for a new client and prints its id.
    New {
        /// The client's name or alias.
        name: String,
    },
    /// Lists the dossiers.
    List,
    /// Shows one dossier with its people and organisations.
    Show {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
    },
    /// Changes the client's name or alias.
    Rename {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
        /// The client's new name or alias.
        name: String,
    },
    /// Closes a dossier. Its contents remain.
    Close {
        /// The dossier's id, as `dossier list` prints it.
        id: String,
    },
}

/// Runs a command on dossiers.
pub(crate) fn run(desk: &mut Desk, command: &DossierCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        DossierCommand::New { name } => printer.value("id", &desk.new_dossier(name)?.to_string()),
        DossierCommand::List => printer.either(&desk.caseload(), |cards| {
            cards.iter().for_each(|card| printer.line(format_args!("{}  {}", card.id, card.name)));
        }),
        DossierCommand::Show { id } => printer.either(&desk.dossier(&id.parse()?)?, |view| {
            printer.line(format_args!("{}  {}", view.profile.id, view.profile.name));
            view.people
                .iter()
                .for_each(|person| printer.line(format_args!("  {}  {}", person.id, person.name)));
            view.organisations
                .iter()
                .for_each(|one| printer.line(format_args!("  {}  {}", one.id, one.name)));
        }),
        DossierCommand::Rename { id, name } => {
            set_profile(desk, id, ProfileField::Name(name.clone()), printer)?;
        }
        DossierCommand::Close { id } => {
            set_profile(desk, id, ProfileField::Status(Some(DossierStatus::Closed)), printer)?;
        }
    }
    Ok(())
}

fn set_profile(desk: &mut Desk, id: &str, field: ProfileField, printer: &Printer) -> Result<(), Failure> {
    desk.edit(&id.parse()?, &Edit::Profile(field))?;
    printer.done();
    Ok(())
}
