//! The words of the terminal, each subject in a file of its own.

pub(crate) mod account;
pub(crate) mod dossier;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod measures;
pub(crate) mod next;
pub(crate) mod notes;
pub(crate) mod plan;
pub(crate) mod records;
pub(crate) mod report;
pub(crate) mod search;
pub(crate) mod sharing;
pub(crate) mod steps;
pub(crate) mod strain;
pub(crate) mod together;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use account::InitArguments;
use dossier::DossierCommand;
use files::{ExportArguments, ImportArguments};
use history::HistoryCommand;
use measures::{AnalyseArguments, CompareArguments};
use next::{AgendaArguments, CaseloadArguments};
use notes::NoteCommand;
use plan::{ActionCommand, CheckInCommand};
use records::RecordCommand;
use report::ReportArguments;
use search::SearchArguments;
use sharing::SharingCommand;
use steps::StepCommand;
use strain::StrainArguments;
use together::TogetherCommand;

/// Kring: the record of network coaches, at the terminal.
///
/// Exit codes: 0 well · 1 refused, with a sentence on standard error · 2 the words of the command are off · 3 the
/// passphrase or recovery code does not fit · 4 the vault is open elsewhere · 5 the vault has damage.
#[derive(Parser)]
#[command(name = "kring", version)]
pub(crate) struct Arguments {
    /// The vault: one account's folder.
    #[arg(long, value_name = "DIR", global = true, env = "KRING_VAULT")]
    pub(crate) vault: Option<PathBuf>,
    /// Prints JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// nl or en.
    #[arg(long, global = true, env = "KRING_LANGUAGE")]
    pub(crate) language: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes a vault; prints the recovery code once.
    Init(InitArguments),
    /// Dossiers.
    #[command(subcommand)]
    Dossier(DossierCommand),
    /// People in a network.
    #[command(subcommand)]
    Person(RecordCommand),
    /// Organisations in a network.
    #[command(subcommand)]
    Organisation(RecordCommand),
    /// Ties among members.
    #[command(subcommand)]
    Tie(RecordCommand),
    /// Notes in the logbook; the field `text` is the note's text.
    #[command(subcommand)]
    Note(NoteCommand),
    /// Goals.
    #[command(subcommand)]
    Goal(RecordCommand),
    /// Actions in the plan.
    #[command(subcommand)]
    Action(ActionCommand),
    /// Approaches that the plan is made by: an Eigen Kracht Conferentie, say.
    #[command(subcommand)]
    Approach(RecordCommand),
    /// Check-ins of the aftercare.
    #[command(subcommand)]
    CheckIn(CheckInCommand),
    /// The steps of the method: where a dossier is, and on to the next.
    #[command(subcommand)]
    Step(StepCommand),
    /// Wishes, in the client's words.
    #[command(subcommand)]
    Wish(RecordCommand),
    /// Talents, interests and what the client has at heart.
    #[command(subcommand)]
    Talent(RecordCommand),
    /// Roles: played now, wished for, dropped.
    #[command(subcommand)]
    Role(RecordCommand),
    /// How the dimensions of life are, in the client's words.
    #[command(subcommand)]
    Life(RecordCommand),
    /// What is needed, and where it can come from.
    #[command(subcommand)]
    Need(RecordCommand),
    /// What makes asking hard.
    #[command(subcommand)]
    Resistance(RecordCommand),
    /// Measuring moments: names on the record as it stands when they are added.
    #[command(subcommand)]
    Moment(RecordCommand),
    /// The load of those who carry for a client: what was filled in, and what it comes to.
    Strain(StrainArguments),
    /// The history of a dossier.
    #[command(subcommand)]
    History(HistoryCommand),
    /// Measures a client's network; without --json says what it gives to talk about.
    Analyse(AnalyseArguments),
    /// Says what changed in a client's network since a measuring moment, or between two.
    Compare(CompareArguments),
    /// Searches all dossiers, private notes too: finds where all words stand, whatever their accents and Dutch endings.
    Search(SearchArguments),
    /// Takes in a file of another program: GEDCOM, GraphML, CSV (also of Network Canvas) or vCard.
    Import(ImportArguments),
    /// Writes a dossier to a file for other programs; the access log remembers it.
    Export(ExportArguments),
    /// Prints a dossier as a PDF that can be read aloud; the access log remembers it.
    Report(ReportArguments),
    #[command(flatten)]
    Sharing(SharingCommand),
    #[command(flatten)]
    Together(TogetherCommand),
    /// Lists the caseload as it is today, or gives its figures.
    Caseload(CaseloadArguments),
    /// Lists what is to happen when, or saves it as a calendar.
    Agenda(AgendaArguments),
    /// Lists what left the vault, or was removed from it for good.
    Log,
    /// Reads and authenticates every entry; says what is wrong and where.
    Check,
    /// Sets a new passphrase; the old one is asked, or read from the second line of the passphrase file.
    Passphrase,
    /// Opens with the recovery code and sets a new passphrase.
    Recover,
}
