//! `step` and `method`: where a dossier is in its method, and the methods that exist.

use std::path::PathBuf;

use clap::Subcommand;
use coach::dossier::DossierId;
use coach::dossier::method::{MethodPath, StageState};
use coach::method::methods::MethodFrom;
use coach::method::progress::StepMove;
use coach::{CoachError, Desk};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Subcommand)]
pub(crate) enum StepCommand {
    /// Lists the steps of a dossier: the current step, finished steps, and skipped steps with the reason.
    List {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
    },
    /// Goes to a step. A finished step is reopened.
    Go {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The step's name, as `step list` prints it.
        step: String,
    },
    /// Finishes a step and goes to the next open one.
    Done {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The step's name, as `step list` prints it. Without it, finishes the current step.
        step: Option<String>,
        /// The result of the step, in words.
        #[arg(long, value_name = "WORDS", default_value = "")]
        words: String,
    },
    /// Skips a step and goes to the next open one.
    Skip {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The step's name, as `step list` prints it. Without it, skips the current step.
        step: Option<String>,
        /// The reason why the step is skipped.
        #[arg(long, value_name = "WORDS", default_value = "")]
        reason: String,
    },
}

#[derive(Subcommand)]
pub(crate) enum MethodCommand {
    /// Lists the methods.
    List {
        /// The id of a dossier whose own methods are listed too.
        dossier: Option<String>,
    },
    /// Adds an organisation's own method to this account (see docs/method-format.md).
    Add {
        /// The path of the file that describes the method.
        file: PathBuf,
    },
    /// Removes an organisation's own method from this account. Dossiers that follow it still contain it.
    Remove {
        /// The method's name, as `method list` prints it.
        name: String,
    },
    /// Lets a dossier follow another method. Nothing is lost.
    Follow {
        /// The dossier's id, as `dossier list` prints it.
        dossier: String,
        /// The method's name, as `method list` prints it.
        name: String,
    },
}

/// Runs a command on the steps of a dossier.
pub(crate) fn step(desk: &mut Desk, command: &StepCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        StepCommand::List { dossier } => list_steps(desk, &dossier.parse()?, printer)?,
        StepCommand::Go { dossier, step } => {
            desk.move_step(&dossier.parse()?, step, StepMove::Go, "")?;
            printer.done();
        }
        StepCommand::Done { dossier, step, words } => {
            move_step(desk, &dossier.parse()?, step.as_deref(), StepMove::Done, words, printer)?;
        }
        StepCommand::Skip { dossier, step, reason } => {
            move_step(desk, &dossier.parse()?, step.as_deref(), StepMove::Skip, reason, printer)?;
        }
    }
    Ok(())
}

/// Runs a command on methods.
pub(crate) fn method(desk: &mut Desk, command: &MethodCommand, printer: &Printer) -> Result<(), Failure> {
    match command {
        MethodCommand::List { dossier } => {
            let dossier = dossier.as_deref().map(str::parse).transpose()?;
            printer.either(&desk.methods(dossier.as_ref())?, |cards| {
                for card in cards {
                    let (title, origin) = (method_title(&card.path, printer), origin(card.from));
                    let origin = printer.text(&format!("method-from-{origin}"));
                    printer.line(format_args!("{}  {title}  ({origin})", card.path.name));
                }
            });
        }
        MethodCommand::Add { file } => {
            let bytes =
                std::fs::read(file).map_err(|source| CoachError::File { path: file.clone(), source })?;
            printer.value("method", &desk.add_method(&bytes)?.name);
        }
        MethodCommand::Remove { name } => {
            desk.remove_method(name)?;
            printer.done();
        }
        MethodCommand::Follow { dossier, name } => {
            desk.follow(&dossier.parse()?, name)?;
            printer.done();
        }
    }
    Ok(())
}

/// Finishes or skips a step and prints the step that follows. If `step` is `None`, this is the current step.
fn move_step(
    desk: &mut Desk,
    id: &DossierId,
    step: Option<&str>,
    how: StepMove,
    words: &str,
    printer: &Printer,
) -> Result<(), Failure> {
    let here = desk.method_progress(id)?.here;
    desk.move_step(id, step.unwrap_or(&here), how, words)?;
    printer.value("step", &desk.method_progress(id)?.here);
    Ok(())
}

fn list_steps(desk: &mut Desk, id: &DossierId, printer: &Printer) -> Result<(), Failure> {
    let progress = desk.method_progress(id)?;
    let path = desk.dossier(id)?.method;
    printer.either(&progress, |progress| {
        for step in &progress.steps {
            let stage = &step.stage;
            let state = printer.text(&format!("stage-{}", state(stage.state)));
            let reason = if stage.words.is_empty() { String::new() } else { format!(": {}", stage.words) };
            printer.line(format_args!(
                "{}  {}  ({state}{reason})",
                stage.step,
                step_title(&path, &stage.step, printer)
            ));
        }
    });
    Ok(())
}

fn state(state: StageState) -> &'static str {
    match state {
        StageState::Now => "now",
        StageState::Done => "done",
        StageState::Skipped => "skipped",
        StageState::ToCome => "to_come",
    }
}

fn origin(from: MethodFrom) -> &'static str {
    match from {
        MethodFrom::Kring => "kring",
        MethodFrom::Account => "account",
        MethodFrom::Dossier => "dossier",
    }
}

fn method_title(path: &MethodPath, printer: &Printer) -> String {
    path.title.clone().unwrap_or_else(|| printer.text(&format!("method-{}", path.name)))
}

fn step_title(path: &MethodPath, step: &str, printer: &Printer) -> String {
    let own = path.step(step).and_then(|step| step.title.clone());
    own.unwrap_or_else(|| printer.text(&format!("step-{}-{step}", path.name)))
}
