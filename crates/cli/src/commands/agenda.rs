//! `agenda`: contacts, actions and check-ins by day.

use std::path::{Path, PathBuf};

use clap::Args;
use coach::Desk;
use coach::caseload::calendar::CalendarWords;
use coach::message::MessageKind as _;

use crate::failure::Failure;
use crate::print::Printer;

#[derive(Args)]
pub(crate) struct AgendaArguments {
    /// Lists no more than this many days after today.
    #[arg(long)]
    days: Option<u16>,
    /// Saves the agenda as a calendar file (iCalendar) instead. The access log records it.
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Includes clients' names and the titles of actions: everybody who has the file can read them.
    #[arg(long, requires = "ics")]
    names: bool,
}

/// Lists the agenda, or saves it as a calendar file.
pub(crate) fn run(desk: &mut Desk, arguments: &AgendaArguments, printer: &Printer) -> Result<(), Failure> {
    if let Some(file) = &arguments.ics {
        return save_calendar(desk, file, arguments.names, printer);
    }
    printer.either(&desk.agenda(arguments.days), |agenda| {
        for item in &agenda.items {
            let hour = item.minutes.map(|minutes| format!(" {:02}:{:02}", minutes / 60, minutes % 60));
            let kind = printer.text(item.kind.message_id());
            let title = if item.title.is_empty() { String::new() } else { format!(": {}", item.title) };
            printer.line(format_args!(
                "{}{}  {}  {kind}{title}",
                item.day,
                hour.unwrap_or_default(),
                item.name
            ));
        }
    });
    Ok(())
}

fn save_calendar(desk: &mut Desk, file: &Path, names: bool, printer: &Printer) -> Result<(), Failure> {
    let words = CalendarWords {
        title: printer.text("calendar-name"),
        contact: printer.text("due-contact"),
        check_in: printer.text("due-check-in"),
        action: printer.text("due-action"),
    };
    let file = desk.save_calendar(file, names, &words)?;
    printer.value("file", &file.display().to_string());
    Ok(())
}
