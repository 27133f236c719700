//! The words of the terminal.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use coach::view::CoachRole;

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
    Init {
        /// The coach's name.
        #[arg(long)]
        name: String,
        /// What the coach is.
        #[arg(long)]
        role: Role,
    },
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
    Note(RecordCommand),
    /// Goals.
    #[command(subcommand)]
    Goal(RecordCommand),
    /// Actions in the plan.
    #[command(subcommand)]
    Action(RecordCommand),
    /// Takes in a file of another program: GEDCOM, GraphML, CSV (also of Network Canvas) or vCard.
    Import {
        /// The file.
        file: PathBuf,
        /// Opens a dossier for a new client of this name.
        #[arg(long, value_name = "NAME", required_unless_present = "dossier", conflicts_with = "dossier")]
        new: Option<String>,
        /// Adds to this dossier.
        #[arg(long, value_name = "ID")]
        dossier: Option<String>,
        /// gedcom, graphml, csv or vcard; recognised where it is not given.
        #[arg(long, value_parser = ["gedcom", "graphml", "csv", "vcard"])]
        format: Option<String>,
        /// The id in the file of the one who is the client.
        #[arg(long, value_name = "ID IN FILE")]
        client: Option<String>,
        /// Says what would be made; makes nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes a dossier to a file for other programs; the access log remembers it.
    Export {
        /// The dossier.
        id: String,
        /// graphml, csv (two files) or json.
        #[arg(long, value_parser = ["graphml", "csv", "json"])]
        format: String,
        /// The file; one that is there is replaced.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Lists what left the vault.
    Log,
    /// Reads and authenticates every entry; says what is wrong and where.
    Check,
    /// Sets a new passphrase; the old one is asked, or read from the second line of the passphrase file.
    Passphrase,
    /// Opens with the recovery code and sets a new passphrase.
    Recover,
}

#[derive(Subcommand)]
pub(crate) enum DossierCommand {
    /// Opens a dossier for a new client; prints its id.
    New {
        /// Name or alias of the client.
        name: String,
    },
    /// Lists the caseload.
    List,
    /// Shows one dossier.
    Show {
        /// The dossier.
        id: String,
    },
    /// Gives the client another name or alias.
    Rename {
        /// The dossier.
        id: String,
        /// The new name.
        name: String,
    },
    /// Closes a dossier; what is in it stays.
    Close {
        /// The dossier.
        id: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum RecordCommand {
    /// Adds one; prints its id.
    Add {
        /// The dossier.
        dossier: String,
        /// What is known: name=Fatima relation=neighbour gives=company,practical
        #[arg(value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    /// Sets fields of one; an empty value clears.
    Set {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
        /// What changes.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        fields: Vec<String>,
    },
    /// Takes one out of view.
    Remove {
        /// The dossier.
        dossier: String,
        /// Which one.
        id: String,
    },
    /// Lists all.
    List {
        /// The dossier.
        dossier: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Role {
    Professional,
    Volunteer,
    Trainee,
}

impl From<Role> for CoachRole {
    fn from(role: Role) -> Self {
        match role {
            Role::Professional => Self::Professional,
            Role::Volunteer => Self::Volunteer,
            Role::Trainee => Self::Trainee,
        }
    }
}
