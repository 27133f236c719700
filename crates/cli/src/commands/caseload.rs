//! `caseload`: the dossiers of this vault as they are today.

use std::cell::RefCell;

use clap::{Args, Subcommand};
use coach::Desk;
use coach::caseload::card::CaseCard;

use super::figures::{self, FiguresArguments};
use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct CaseloadArguments {
    #[command(subcommand)]
    command: Option<CaseloadCommand>,
    /// Lists only dossiers that need attention.
    #[arg(long)]
    attention: bool,
    /// Lists closed dossiers instead of open ones.
    #[arg(long, conflicts_with = "all")]
    closed: bool,
    /// Lists open and closed dossiers.
    #[arg(long)]
    all: bool,
    /// Lists only dossiers that are shared with the person of this name.
    #[arg(long, value_name = "NAME")]
    with: Option<String>,
    /// Lists only dossiers whose current step has this name.
    #[arg(long)]
    step: Option<String>,
}

#[derive(Subcommand)]
enum CaseloadCommand {
    /// Counts the caseload and says nothing about any one person: groups under five are hidden.
    Figures(FiguresArguments),
}

/// Lists the caseload, or prints its figures.
pub(crate) fn run(
    desk: &RefCell<Desk>,
    arguments: &CaseloadArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    if let Some(CaseloadCommand::Figures(asked)) = &arguments.command {
        return figures::run(desk, asked, printer);
    }
    let mut cards = desk.borrow_mut().caseload();
    cards.retain(|card| arguments.include(card));
    printer.either(&cards, |cards| {
        for card in cards {
            let attention = card.attention.iter().map(|reason| format!("  ! {}", printer.say(reason)));
            printer.line(format_args!("{}  {}{}", card.id, card.name, attention.collect::<String>()));
        }
    });
    Ok(())
}

impl CaseloadArguments {
    fn include(&self, card: &CaseCard) -> bool {
        let state = self.all || card.closed == self.closed || (self.attention && !card.attention.is_empty());
        state
            && (!self.attention || !card.attention.is_empty() || card.news > 0)
            && self.with.as_ref().is_none_or(|with| card.with.contains(with))
            && self.step.as_ref().is_none_or(|step| card.step == *step)
    }
}
