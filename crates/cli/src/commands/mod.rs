//! The commands of `kring`. Each is one file with its arguments and the function that runs it, which calls
//! one use case and prints the answer.

mod account;
mod agenda;
mod at_once;
mod carer;
mod caseload;
mod charter;
mod computers;
mod dossier;
mod figures;
mod files;
mod history;
mod method;
mod notes;
mod paper;
mod people;
mod plan;
mod quality;
mod record;
mod search;
mod then_and_now;
mod transport;

use std::cell::RefCell;
use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;
use coach::Desk;
use coach::dossier::model::{
    Approach, Goal, Life, Moment, Need, Organisation, Person, Resistance, Role, Talent, Tie, Wish,
};

use crate::failure::Failure;
use crate::print::Printer;
use crate::unlock::unlock;
use account::InitArguments;
use agenda::AgendaArguments;
use at_once::AtOnceCommand;
use carer::CarerArguments;
use caseload::CaseloadArguments;
use charter::{
    CharterArguments, ConsentArguments, FollowKeeperArguments, HandOverArguments, ShareArguments,
    WithdrawArguments,
};
use computers::ComputersArguments;
use dossier::DossierCommand;
use files::{ExportArguments, ImportArguments};
use history::HistoryCommand;
use method::{MethodCommand, StepCommand};
use notes::NoteCommand;
use paper::PaperArguments;
use people::{AcceptArguments, ConfirmArguments, InviteArguments};
use plan::{ActionCommand, CheckInCommand};
use quality::QualityArguments;
use record::RecordCommand;
use search::SearchArguments;
use then_and_now::ThenAndNowArguments;
use transport::{DirectCommand, EnvelopesCommand, MailboxCommand, SyncArguments};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Creates a vault and prints its recovery code, which is never shown again.
    Init(InitArguments),
    /// Creates, lists, shows, renames and closes dossiers.
    #[command(subcommand)]
    Dossier(DossierCommand),
    /// Adds, changes, removes and lists the people in a network.
    #[command(subcommand)]
    Person(RecordCommand),
    /// Adds, changes, removes and lists the organisations in a network.
    #[command(subcommand)]
    Organisation(RecordCommand),
    /// Adds, changes, removes and lists the ties between members of a network.
    #[command(subcommand)]
    Tie(RecordCommand),
    /// Adds, changes, removes and lists notes. The field `text` is the text of a note.
    #[command(subcommand)]
    Note(NoteCommand),
    /// Adds, changes, removes and lists the goals of the plan.
    #[command(subcommand)]
    Goal(RecordCommand),
    /// Adds, suggests, begins, ends and lists the actions of the plan.
    #[command(subcommand)]
    Action(ActionCommand),
    /// Adds, changes, removes and lists the approaches in the plan, such as an Eigen Kracht Conferentie.
    #[command(subcommand)]
    Approach(RecordCommand),
    /// Plans, records and lists the check-ins of the aftercare.
    #[command(subcommand)]
    CheckIn(CheckInCommand),
    /// Lists, finishes and skips the steps of a dossier's method.
    #[command(subcommand)]
    Step(StepCommand),
    /// Lists, adds, removes and follows methods, which are named paths of steps.
    #[command(subcommand)]
    Method(MethodCommand),
    /// Adds, changes, removes and lists wishes, in the client's words.
    #[command(subcommand)]
    Wish(RecordCommand),
    /// Adds, changes, removes and lists the client's talents, interests and what matters to the client.
    #[command(subcommand)]
    Talent(RecordCommand),
    /// Adds, changes, removes and lists the client's roles: played now, wished for or dropped.
    #[command(subcommand)]
    Role(RecordCommand),
    /// Adds, changes, removes and lists descriptions of the dimensions of life, in the client's words.
    #[command(subcommand)]
    Life(RecordCommand),
    /// Adds, changes, removes and lists needs, with what can meet them.
    #[command(subcommand)]
    Need(RecordCommand),
    /// Adds, changes, removes and lists the reasons that make it hard to ask for help.
    #[command(subcommand)]
    Resistance(RecordCommand),
    /// Adds, changes, removes and lists measuring moments, which name the record as it is when they are
    /// added.
    #[command(subcommand)]
    Moment(RecordCommand),
    /// Records and shows the load of carers, measured with instruments.
    Carer(CarerArguments),
    /// Removes the old history of a dossier.
    #[command(subcommand)]
    History(HistoryCommand),
    /// Prints observations about a network with questions; with --json its measures.
    Quality(QualityArguments),
    /// Prints what changed in a network since a measuring moment, or between two.
    ThenAndNow(ThenAndNowArguments),
    /// Searches all dossiers and private notes for texts with all words, ignoring accents and Dutch endings.
    Search(SearchArguments),
    /// Imports a file of another program, such as a family tree or an address book.
    Import(ImportArguments),
    /// Writes a dossier to a file for other programs. The access log records it.
    Export(ExportArguments),
    /// Prints a dossier as an accessible PDF. The access log records it.
    Paper(PaperArguments),
    /// Shows the key of this account, the people it knows and the storage.
    Identity,
    /// Creates an invitation to work together and prints its code.
    Invite(InviteArguments),
    /// Accepts an invitation.
    Accept(AcceptArguments),
    /// Confirms that the four words match, or refuses them.
    Confirm(ConfirmArguments),
    /// Lists the other computers of your own, or reports one as lost.
    Computers(ComputersArguments),
    /// Records that the client consents to sharing a dossier.
    Consent(ConsentArguments),
    /// Shares a dossier with a person.
    Share(ShareArguments),
    /// Withdraws a person's role, or a consent.
    Withdraw(WithdrawArguments),
    /// Hands a dossier over to another person, who is its keeper once they accept it.
    HandOver(HandOverArguments),
    /// Accepts a dossier that was handed over to you.
    AcceptHandover(CharterArguments),
    /// Chooses whom to follow if it is not clear who keeps a dossier.
    FollowKeeper(FollowKeeperArguments),
    /// Shows who may read a dossier, and on what ground.
    Charter(CharterArguments),
    /// Sets or shows the storage of the mailboxes.
    #[command(subcommand)]
    Mailbox(MailboxCommand),
    /// Turns the direct line on or off, or shows it. It reaches devices that are online now.
    #[command(subcommand)]
    Direct(DirectCommand),
    /// Receives what others sent, and sends what is due.
    Sync(SyncArguments),
    /// Carries envelopes by hand.
    #[command(subcommand)]
    Envelopes(EnvelopesCommand),
    /// Lists what two people changed at the same time, and settles it.
    #[command(subcommand)]
    AtOnce(AtOnceCommand),
    /// Lists the caseload as it is today, or prints its figures.
    Caseload(CaseloadArguments),
    /// Lists contacts, actions and check-ins by day, or saves them as a calendar.
    Agenda(AgendaArguments),
    /// Prints the access log: what left the vault, or was removed from it for good.
    Log,
    /// Authenticates every entry of the vault and prints what is damaged.
    Check,
    /// Makes an account, beside this one and with its passphrase, from what another copy of this one wrote.
    OtherCopy {
        /// The name of the file or folder with what the other copy wrote, as it is reported when the vault is
        /// opened.
        name: String,
    },
    /// Replaces the passphrase. The new one is the second line of the passphrase file, or asked at a prompt.
    Passphrase,
    /// Makes a new recovery code and prints it, after asking for the passphrase. The old code no longer opens
    /// the vault.
    RecoveryCode,
    /// Opens the vault with the recovery code and sets a new passphrase.
    Recover,
}

/// Runs one command and returns the program's exit code.
pub(crate) fn run(command: &Command, vault: Option<&Path>, printer: &Printer) -> Result<ExitCode, Failure> {
    let vault = vault.ok_or(Failure::NoVaultNamed)?;
    match command {
        Command::Init(arguments) => account::init(vault, arguments, printer)?,
        Command::Recover => account::recover(vault, printer)?,
        Command::Passphrase => account::change_passphrase(vault, printer)?,
        Command::RecoveryCode => account::renew_recovery_code(vault, printer)?,
        Command::Confirm(arguments) => people::confirm(vault, arguments, printer)?,
        Command::Computers(arguments) => computers::run(vault, arguments, printer)?,
        command => return run_on(command, &RefCell::new(unlock(vault, printer)?), printer),
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs one command on an open desk and returns the program's exit code.
pub(crate) fn run_on(
    command: &Command,
    desk: &RefCell<Desk>,
    printer: &Printer,
) -> Result<ExitCode, Failure> {
    let open = || desk.borrow_mut();
    match command {
        // These open the vault themselves, because they need the passphrase.
        Command::Init(_)
        | Command::Recover
        | Command::Passphrase
        | Command::RecoveryCode
        | Command::Confirm(_)
        | Command::Computers(_) => return Err(Failure::NoVaultNamed),
        Command::Check => return account::check(&open(), printer),
        Command::OtherCopy { name } => account::save_other_copy(&open(), name, printer)?,
        Command::Log => files::log(&open(), printer)?,
        Command::Dossier(command) => dossier::run(&mut open(), command, printer)?,
        Command::Person(command) => record::run::<Person>(&mut open(), command, printer)?,
        Command::Organisation(command) => record::run::<Organisation>(&mut open(), command, printer)?,
        Command::Tie(command) => record::run::<Tie>(&mut open(), command, printer)?,
        Command::Goal(command) => record::run::<Goal>(&mut open(), command, printer)?,
        Command::Approach(command) => record::run::<Approach>(&mut open(), command, printer)?,
        Command::Wish(command) => record::run::<Wish>(&mut open(), command, printer)?,
        Command::Talent(command) => record::run::<Talent>(&mut open(), command, printer)?,
        Command::Role(command) => record::run::<Role>(&mut open(), command, printer)?,
        Command::Life(command) => record::run::<Life>(&mut open(), command, printer)?,
        Command::Need(command) => record::run::<Need>(&mut open(), command, printer)?,
        Command::Resistance(command) => record::run::<Resistance>(&mut open(), command, printer)?,
        Command::Moment(command) => record::run::<Moment>(&mut open(), command, printer)?,
        Command::Note(command) => notes::run(&mut open(), command, printer)?,
        Command::Action(command) => plan::action(&mut open(), command, printer)?,
        Command::CheckIn(command) => plan::check_in(&mut open(), command, printer)?,
        Command::Step(command) => method::step(&mut open(), command, printer)?,
        Command::Method(command) => method::method(&mut open(), command, printer)?,
        Command::Carer(arguments) => carer::run(&mut open(), arguments, printer)?,
        Command::History(command) => history::run(&mut open(), command, printer)?,
        Command::Quality(arguments) => quality::run(&mut open(), arguments, printer)?,
        Command::ThenAndNow(arguments) => then_and_now::run(&mut open(), arguments, printer)?,
        Command::Search(arguments) => search::run(&mut open(), arguments, printer)?,
        Command::Import(arguments) => files::import(&mut open(), arguments, printer)?,
        Command::Export(arguments) => files::export(&mut open(), arguments, printer)?,
        Command::Paper(arguments) => paper::run(desk, arguments, printer)?,
        Command::Identity => people::identity(&mut open(), printer)?,
        Command::Invite(arguments) => people::invite(&mut open(), arguments, printer)?,
        Command::Accept(arguments) => people::accept(&mut open(), arguments, printer)?,
        Command::Consent(arguments) => charter::consent(&mut open(), arguments, printer)?,
        Command::Share(arguments) => charter::share(&mut open(), arguments, printer)?,
        Command::Withdraw(arguments) => charter::withdraw(&mut open(), arguments, printer)?,
        Command::AcceptHandover(arguments) => charter::accept_handover(&mut open(), arguments, printer)?,
        Command::HandOver(arguments) => charter::hand_over(&mut open(), arguments, printer)?,
        Command::FollowKeeper(arguments) => charter::follow_keeper(&mut open(), arguments, printer)?,
        Command::Charter(arguments) => charter::show(&mut open(), arguments, printer)?,
        Command::Mailbox(command) => transport::mailbox(&mut open(), command, printer)?,
        Command::Direct(command) => transport::direct(&mut open(), command, printer)?,
        Command::Sync(arguments) => transport::sync(desk, arguments, printer)?,
        Command::Envelopes(command) => transport::envelopes(&mut open(), command, printer)?,
        Command::AtOnce(command) => at_once::run(&mut open(), command, printer)?,
        Command::Caseload(arguments) => caseload::run(desk, arguments, printer)?,
        Command::Agenda(arguments) => agenda::run(&mut open(), arguments, printer)?,
    }
    Ok(ExitCode::SUCCESS)
}
