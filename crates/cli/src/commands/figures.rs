//! `caseload figures`: the counts for an annual report.

use std::cell::RefCell;

use clap::Args;
use coach::caseload::figures::{self, Figures};
use coach::message::MessageKind as _;
use coach::{Desk, write_csv};

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct FiguresArguments {
    /// Prints the figures as a CSV table for a spreadsheet.
    #[arg(long)]
    csv: bool,
}

/// Reads every dossier and prints the figures.
pub(crate) fn run(
    desk: &RefCell<Desk>,
    arguments: &FiguresArguments,
    printer: &Printer,
) -> Result<(), Failure> {
    let figures = figures::read(desk, &mut |_, _| {})?;
    printer.either(&figures, |figures| {
        let rows = rows(figures, printer);
        if arguments.csv {
            printer.several_lines(&String::from_utf8_lossy(&write_csv(&rows)));
        } else {
            rows.iter().for_each(|row| printer.line(row.join("  ")));
        }
    });
    Ok(())
}

/// Returns the figures as a table of words: the subject, the group, and the count.
fn rows(figures: &Figures, printer: &Printer) -> Vec<Vec<String>> {
    let few = printer.text("figures-few");
    let Some(clients) = figures.clients else { return vec![vec![printer.text("figures-too-few")]] };
    let mut rows = vec![
        vec![printer.text("figures-what"), printer.text("figures-group"), printer.text("figures-count")],
        vec![printer.text("figures-clients"), String::new(), clients.to_string()],
    ];
    for table in &figures.tables {
        let subject = printer.text(table.name.message_id());
        match &table.rows {
            None => rows.push(vec![subject, String::new(), few.clone()]),
            Some(groups) => rows.extend(groups.iter().map(|group| {
                let count = group.count.map_or_else(|| few.clone(), |count| count.to_string());
                vec![subject.clone(), printer.say(&group.says), count]
            })),
        }
    }
    for mean in &figures.means {
        let subject = printer.text(mean.name.message_id());
        let row = |when: &str, value: f64| vec![subject.clone(), printer.text(when), value.to_string()];
        rows.extend([row("figures-then", mean.then), row("figures-now", mean.now)]);
    }
    rows
}
