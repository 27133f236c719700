//! `consent`, `share`, `withdraw`, `hand-over`, `follow-keeper` and `charter`: who may read a dossier, and on what ground.

use clap::{Args, ValueEnum};
use coach::dossier::DossierId;
use coach::people::views::{CharterView, ConsentHow, DossierRole, NamedPerson, NewConsent};
use coach::{Desk, PersonRef};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct ConsentArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The purpose that the client consents to.
    #[arg(long)]
    purpose: String,
    /// The name of the person who gave the consent.
    #[arg(long)]
    given_by: String,
    /// The form in which the consent was given.
    #[arg(long, default_value = "spoken")]
    how: HowArgument,
    /// The last day on which the consent is valid, such as 2027-03-31. Without it, there is no last day.
    #[arg(long, value_name = "DAY")]
    until: Option<chrono::NaiveDate>,
}

#[derive(Args)]
pub(crate) struct ShareArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The person's name, or the beginning of their key.
    person: String,
    /// The role that the person gets: a coach reads and writes, a reader only reads.
    #[arg(long, default_value = "coach")]
    role: RoleArgument,
}

#[derive(Args)]
pub(crate) struct WithdrawArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The person's name or the beginning of their key, or with `--consent` the id of a consent.
    person: String,
    /// Withdraws a consent instead of a role.
    #[arg(long)]
    consent: bool,
}

#[derive(Args)]
pub(crate) struct HandOverArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The person's name, or the beginning of their key.
    person: String,
}

#[derive(Args)]
pub(crate) struct FollowKeeperArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
    /// The person's name, or the beginning of their key.
    person: String,
}

#[derive(Args)]
pub(crate) struct CharterArguments {
    /// The dossier's id, as `dossier list` prints it.
    id: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum HowArgument {
    Spoken,
    Written,
    ByRepresentative,
}

impl From<HowArgument> for ConsentHow {
    fn from(how: HowArgument) -> Self {
        match how {
            HowArgument::Spoken => Self::Spoken,
            HowArgument::Written => Self::Written,
            HowArgument::ByRepresentative => Self::ByRepresentative,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum RoleArgument {
    Coach,
    Reader,
}

impl From<RoleArgument> for DossierRole {
    fn from(role: RoleArgument) -> Self {
        match role {
            RoleArgument::Coach => Self::Coach,
            RoleArgument::Reader => Self::Reader,
        }
    }
}

/// Records the client's consent to share a dossier.
pub(crate) fn consent(
    desk: &mut Desk,
    arguments: &ConsentArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    let ConsentArguments { id, purpose, given_by, how, until } = arguments;
    let (purpose, given_by) = (purpose.clone(), given_by.clone());
    let consent = NewConsent { purpose, given_by, how: (*how).into(), until: *until };
    desk.record_consent(&id.parse()?, &consent)?;
    printer.done();
    Ok(())
}

/// Gives a person a role in a dossier.
pub(crate) fn share(desk: &mut Desk, arguments: &ShareArguments, printer: &Printer) -> Result<(), Failure> {
    let ShareArguments { id, person, role } = arguments;
    desk.share(&id.parse()?, &PersonRef(person.clone()), (*role).into())?;
    printer.done();
    Ok(())
}

/// Withdraws a person's role or a consent.
pub(crate) fn withdraw(
    desk: &mut Desk,
    arguments: &WithdrawArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    let WithdrawArguments { id, person, consent } = arguments;
    let id: DossierId = id.parse()?;
    if *consent {
        desk.withdraw_consent(&id, person)?;
    } else {
        desk.withdraw(&id, &PersonRef(person.clone()))?;
    }
    printer.done();
    Ok(())
}

/// Hands a dossier over to another person.
pub(crate) fn hand_over(
    desk: &mut Desk,
    arguments: &HandOverArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    desk.hand_over(&arguments.id.parse()?, &PersonRef(arguments.person.clone()))?;
    printer.done();
    Ok(())
}

/// Accepts a dossier that was handed over to this person.
pub(crate) fn accept_handover(
    desk: &mut Desk,
    arguments: &CharterArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    desk.accept_handover(&arguments.id.parse()?)?;
    printer.done();
    Ok(())
}

/// Chooses whom to follow if it is not clear who keeps a dossier.
pub(crate) fn follow_keeper(
    desk: &mut Desk,
    arguments: &FollowKeeperArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    desk.follow_keeper(&arguments.id.parse()?, &PersonRef(arguments.person.clone()))?;
    printer.done();
    Ok(())
}

/// Prints the history of a dossier's charter and what is still open in it, or with `--json` the whole charter.
pub(crate) fn show(desk: &mut Desk, arguments: &CharterArguments, printer: &Printer) -> Result<(), Failure> {
    printer.either(&desk.charter(&arguments.id.parse()?)?, |charter| {
        for line in charter.iter().flat_map(|charter| &charter.story) {
            printer.line(format_args!("{}  {}", line.at.format("%d-%m-%Y"), printer.say(&line.message)));
        }
        charter.iter().for_each(|charter| print_what_is_open(charter, printer));
    });
    Ok(())
}

/// Prints a handover that was not accepted yet, and the people of whom one is the keeper if it is not clear
/// which.
fn print_what_is_open(charter: &CharterView, printer: &Printer) {
    if let Some(to) = &charter.offered_to {
        printer.line(printer.with("sharing-offered", &[("name", &to.name)]));
    }
    if !charter.frozen {
        return;
    }
    printer.line(printer.text("claimants-meanwhile"));
    for NamedPerson { id, name, .. } in &charter.claimants {
        printer.line(format_args!("{}  {name}", id.get(..12).unwrap_or(id)));
    }
}
