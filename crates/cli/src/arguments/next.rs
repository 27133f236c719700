//! What is next: the caseload and the agenda.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Args)]
pub(crate) struct CaseloadArguments {
    #[command(subcommand)]
    pub(crate) command: Option<CaseloadCommand>,
    /// Only what asks for attention.
    #[arg(long)]
    pub(crate) attention: bool,
    /// Only what is closed, instead of what is open.
    #[arg(long, conflicts_with = "all")]
    pub(crate) closed: bool,
    /// Open and closed.
    #[arg(long)]
    pub(crate) all: bool,
    /// Only what is shared with this person.
    #[arg(long, value_name = "NAME")]
    pub(crate) with: Option<String>,
    /// Only what is in this step.
    #[arg(long)]
    pub(crate) step: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum CaseloadCommand {
    /// Counts the caseload without anything about one person: groups under five are not shown.
    Figures {
        /// As a table for a spreadsheet.
        #[arg(long)]
        csv: bool,
    },
}

#[derive(Args)]
pub(crate) struct AgendaArguments {
    /// No further than so many days after today.
    #[arg(long)]
    pub(crate) days: Option<u16>,
    /// Saves a calendar (iCalendar) here instead; the access log remembers it.
    #[arg(long, value_name = "FILE")]
    pub(crate) ics: Option<PathBuf>,
    /// With clients' names and what actions are called: whoever has the file reads them.
    #[arg(long, requires = "ics")]
    pub(crate) names: bool,
}
