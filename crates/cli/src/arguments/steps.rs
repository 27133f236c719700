//! The steps of a method, and methods.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum StepCommand {
    /// Lists the steps: where the dossier is, what is done, what was passed over and why.
    List {
        /// The dossier.
        dossier: String,
    },
    /// Goes to a step, or takes it up again.
    Go {
        /// The dossier.
        dossier: String,
        /// The step, by its name in `list`.
        step: String,
    },
    /// Marks a step as done and goes to the next that is open.
    Done {
        /// The dossier.
        dossier: String,
        /// The step; the one that the dossier is in, where it is not given.
        step: Option<String>,
        /// What it brought.
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
    },
    /// Passes a step over and goes to the next that is open.
    Skip {
        /// The dossier.
        dossier: String,
        /// The step; the one that the dossier is in, where it is not given.
        step: Option<String>,
        /// Why.
        #[arg(long, value_name = "WORDS", default_value = "")]
        reason: String,
    },
    /// Methods: named paths of steps.
    #[command(subcommand)]
    Method(MethodCommand),
}

#[derive(Subcommand)]
pub(crate) enum MethodCommand {
    /// Lists the methods that there are.
    List {
        /// Also those that came along in this dossier.
        dossier: Option<String>,
    },
    /// Keeps an organisation's own method in this account (docs/method-format.md).
    Add {
        /// The file.
        file: PathBuf,
    },
    /// Takes an own method out of this account; dossiers that follow it keep it.
    Remove {
        /// The method's name.
        name: String,
    },
    /// Lets a dossier follow a method; nothing is lost.
    Follow {
        /// The dossier.
        dossier: String,
        /// The method's name.
        name: String,
    },
}
