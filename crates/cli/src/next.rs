//! The caseload, the agenda and the figures at the terminal.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use coach::caseload::calendar::CalendarWords;
use coach::caseload::card::CaseCard;
use coach::caseload::figures::{self, Figures};
use coach::message::Message;
use coach::{Desk, write_csv};

use crate::arguments::next::{AgendaArguments, CaseloadArguments, CaseloadCommand};
use crate::commands::Printer;
use crate::failure::Failure;
use crate::messages::Messages;

/// Lists the caseload, or prints its figures.
pub(crate) fn caseload(
    mut desk: Desk,
    arguments: &CaseloadArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    if let Some(CaseloadCommand::Figures { csv }) = &arguments.command {
        let figures = figures::read(&RefCell::new(desk), &mut |_, _| {})?;
        return figures_out(&figures, *csv, printer, messages);
    }
    let mut cards = desk.caseload();
    cards.retain(|card| is_asked_for(card, arguments));
    if printer.json {
        printer.json(&cards);
        return Ok(());
    }
    for card in &cards {
        let hands = card.hands.iter().map(|hand| format!("  ! {}", messages.say(&hand.id, &hand.args)));
        println!("{}  {}{}", card.id, card.name, hands.collect::<String>());
    }
    Ok(())
}

fn is_asked_for(card: &CaseCard, arguments: &CaseloadArguments) -> bool {
    let CaseloadArguments { attention, closed, all, with, step, .. } = arguments;
    let state = *all || card.closed == *closed || (*attention && !card.hands.is_empty());
    state
        && (!attention || !card.hands.is_empty() || card.news > 0)
        && with.as_ref().is_none_or(|with| card.with.iter().any(|name| name == with))
        && step.as_ref().is_none_or(|step| card.step == *step)
}

/// Lists the agenda, or saves it as a calendar.
pub(crate) fn agenda(
    desk: &mut Desk,
    arguments: &AgendaArguments,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    if let Some(file) = &arguments.ics {
        return save(desk, file, arguments.names, printer, messages);
    }
    let agenda = desk.agenda(arguments.days);
    if printer.json {
        printer.json(&agenda);
        return Ok(());
    }
    for item in &agenda.items {
        let hour = item.minutes.map(|minutes| format!(" {:02}:{:02}", minutes / 60, minutes % 60));
        let what = messages.say(&format!("due-{}", item.kind.name()), &BTreeMap::new());
        let title = if item.title.is_empty() { String::new() } else { format!(": {}", item.title) };
        println!("{}{}  {}  {what}{title}", item.day, hour.unwrap_or_default(), item.name);
    }
    Ok(())
}

fn save(
    desk: &mut Desk,
    file: &Path,
    names: bool,
    printer: &Printer,
    messages: &Messages,
) -> Result<(), Failure> {
    let say = |id: &str| messages.say(id, &BTreeMap::new());
    let words = CalendarWords {
        title: say("calendar-name"),
        contact: say("due-contact"),
        check_in: say("due-check-in"),
        action: say("due-action"),
    };
    let file = desk.save_calendar(file, names, &words)?;
    printer.value("file", &file.display().to_string());
    Ok(())
}

fn figures_out(figures: &Figures, csv: bool, printer: &Printer, messages: &Messages) -> Result<(), Failure> {
    if printer.json {
        printer.json(figures);
        return Ok(());
    }
    let rows = rows(figures, messages);
    if csv {
        print!("{}", String::from_utf8_lossy(&write_csv(&rows)));
    } else {
        rows.iter().for_each(|row| println!("{}", row.join("  ")));
    }
    Ok(())
}

/// The figures as a table of words: what is counted, the group, and how many.
fn rows(figures: &Figures, messages: &Messages) -> Vec<Vec<String>> {
    let plain = |id: &str| messages.say(id, &BTreeMap::new());
    let said = |message: &Message| messages.say(&message.id, &message.args);
    let few = plain("figures-few");
    let Some(clients) = figures.clients else { return vec![vec![plain("figures-too-few")]] };
    let mut rows = vec![
        vec![plain("figures-what"), plain("figures-group"), plain("figures-count")],
        vec![plain("figures-clients"), String::new(), clients.to_string()],
    ];
    for table in &figures.tables {
        let what = plain(&format!("figures-{}", table.name));
        match &table.rows {
            None => rows.push(vec![what, String::new(), few.clone()]),
            Some(groups) => rows.extend(groups.iter().map(|group| {
                let count = group.count.map_or_else(|| few.clone(), |count| count.to_string());
                vec![what.clone(), said(&group.says), count]
            })),
        }
    }
    for mean in &figures.means {
        let what = plain(&format!("figures-mean-{}", mean.name));
        let line = |when: &str, value: f64| vec![what.clone(), plain(when), value.to_string()];
        rows.extend([line("figures-then", mean.then), line("figures-now", mean.now)]);
    }
    rows
}
