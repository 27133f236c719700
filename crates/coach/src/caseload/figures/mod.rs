//! Accountability: what a caseload comes to, without anything about one person.
//!
//! Every table is over the same clients, so its total is no secret; which of its cells may be shown is in [`suppressed`].

mod case;
mod suppressed;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use dossier::{DocumentName, method};
use serde::Serialize;
use ts_rs::TS;

use self::case::{Carer, Case, Change, Goals};
use self::suppressed::{FEWEST, shown};
use crate::caseload::card::CaseCard;
use crate::desk::Desk;
use crate::desk::open_dossier::OpenDossier;
use crate::error::CoachError;
use crate::files;
use crate::message::Message;
use crate::transport::courier::Lender;

const IN_THE_LOG: &str = "figures";
/// After how many months a column of durations ends: the guide's volunteers coach for about nine.
const DURATIONS: [(&str, i64); 3] = [("under-3", 91), ("3-to-6", 182), ("6-to-9", 274)];
const LONGEST: &str = "over-9";

/// Names that the message files have: `figures-<table>` and `figures-<table>-<row>`.
pub const ROWS: [(&str, &[&str]); 5] = [
    ("status", &["open", "closed"]),
    ("duration", &["under-3", "3-to-6", "6-to-9", "over-9"]),
    ("network", &["larger", "same", "smaller", "unknown"]),
    ("goals", &["reached", "none-reached", "no-goals"]),
    ("carer", &["high", "not-high", "unknown"]),
];

/// The figures of a caseload.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Figures {
    /// The day that they are of.
    pub today: NaiveDate,
    /// How many clients; absent where they are fewer than five, and then there is nothing else.
    pub clients: Option<u32>,
    /// Clients by one thing at a time.
    pub tables: Vec<FigureTable>,
    /// Averages at the start and at the end, over five clients or more.
    pub means: Vec<FigureMean>,
    /// Dossiers that could not be read.
    pub unread: u32,
}

/// Clients by one thing.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureTable {
    /// By what: `figures-<name>`.
    pub name: String,
    /// Its rows; absent where a count of one group would give away another.
    pub rows: Option<Vec<FigureRow>>,
}

/// One group of clients.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureRow {
    /// What it is called.
    pub says: Message,
    /// How many; absent where that is not shown.
    pub count: Option<u32>,
}

/// An average at the start and at the end.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureMean {
    /// Of what: `figures-mean-<name>`.
    pub name: String,
    /// At the first measuring moment.
    pub then: f64,
    /// At the last one, or now.
    pub now: f64,
}

/// Reads a caseload and counts it. The desk is borrowed for one dossier at a time, so that nobody waits for all of them.
pub fn read(desk: &impl Lender, progress: &mut dyn FnMut(u32, u32)) -> Result<Figures, CoachError> {
    let (today, cards) = desk.lend(|desk| Ok((desk.outside.today(), desk.caseload())))?;
    let cards: Vec<CaseCard> = cards.into_iter().filter(|card| !card.example).collect();
    let (mut cases, mut unread) = (Vec::with_capacity(cards.len()), 0);
    for (done, card) in (1..).zip(&cards) {
        match desk.lend(|desk| desk.case(card)) {
            Ok(case) => cases.push(case),
            Err(CoachError::Locked) => return Err(CoachError::Locked),
            // One dossier that is damaged hides no figures: how many there are is told.
            Err(_) => unread += 1,
        }
        progress(done, cards.len() as u32);
    }
    Ok(count(today, &cases, unread))
}

impl Desk {
    /// What one dossier adds to the figures. A dossier that is not open is not kept open.
    fn case(&mut self, card: &CaseCard) -> Result<Case, CoachError> {
        if let Some(open) = self.open.get(&card.id) {
            return Ok(Case::of(open.dossier(), card));
        }
        let writer = self.writer(&card.id, &DocumentName::Record);
        Ok(Case::of(OpenDossier::load(&self.vault, &card.id, &writer)?.dossier(), card))
    }

    /// Saves a table of figures, with a new name in a folder. They are about nobody, and are in the access log all the same.
    pub fn save_figures_into(&mut self, folder: &Path, rows: &[Vec<String>]) -> Result<PathBuf, CoachError> {
        self.save_figures(&files::free_name(folder, "cijfers", "csv"), rows)
    }

    /// Saves a table of figures.
    pub fn save_figures(&mut self, to: &Path, rows: &[Vec<String>]) -> Result<PathBuf, CoachError> {
        self.log_access(None, IN_THE_LOG)?;
        files::write(to, &interchange::write_csv(rows))
    }
}

fn count(today: NaiveDate, cases: &[Case], unread: u32) -> Figures {
    let nothing = Figures { today, clients: None, tables: Vec::new(), means: Vec::new(), unread };
    if cases.len() < FEWEST as usize {
        return nothing;
    }
    let mut tables = vec![
        by("status", cases, |case| if case.closed { "closed" } else { "open" }),
        by_step(cases),
        by("duration", cases, |case| duration(case.days(today))),
    ];
    tables.push(by("network", cases, |case| match case.network {
        Change::Larger => "larger",
        Change::Same => "same",
        Change::Smaller => "smaller",
        Change::Unknown => "unknown",
    }));
    tables.push(by("goals", cases, |case| match case.goals {
        Goals::Reached => "reached",
        Goals::NoneReached => "none-reached",
        Goals::None => "no-goals",
    }));
    tables.push(by("carer", cases, |case| match case.carer {
        Carer::High => "high",
        Carer::NotHigh => "not-high",
        Carer::Unknown => "unknown",
    }));
    let means = [
        mean("size", cases.iter().filter_map(|case| case.size).map(|(then, now)| (then as f64, now as f64))),
        mean("variety", cases.iter().filter_map(|case| case.variety)),
    ];
    Figures {
        clients: Some(cases.len() as u32),
        tables,
        means: means.into_iter().flatten().collect(),
        ..nothing
    }
}

fn by(name: &str, cases: &[Case], group: impl Fn(&Case) -> &'static str) -> FigureTable {
    let rows = ROWS.iter().find(|(table, _)| *table == name).map_or(&[][..], |(_, rows)| rows);
    let counted = rows.iter().map(|row| {
        let says = Message { id: format!("figures-{name}-{row}"), args: BTreeMap::new() };
        (says, cases.iter().filter(|case| group(case) == *row).count() as u32)
    });
    table(name, counted.collect())
}

/// The steps of the methods that ship stand in their order; of others each has a row by its name.
fn by_step(cases: &[Case]) -> FigureTable {
    let mut left: BTreeMap<(&str, &str), (Option<&str>, u32)> = BTreeMap::new();
    for case in cases {
        let there = left.entry((&case.method, &case.step)).or_default();
        *there = (case.step_title.as_deref(), there.1 + 1);
    }
    let mut rows = Vec::new();
    for path in method::shipped().iter().filter(|path| cases.iter().any(|case| case.method == path.name)) {
        for step in path.steps() {
            let (_, count) = left.remove(&(&*path.name, &*step.name)).unwrap_or_default();
            rows.push((step_message(&path.name, &step.name, None), count));
        }
    }
    let others = left.into_iter();
    rows.extend(others.map(|((method, step), (title, count))| (step_message(method, step, title), count)));
    table("step", rows)
}

/// A step's name; one of an organisation's own method is called as its file says.
fn step_message(method: &str, step: &str, title: Option<&str>) -> Message {
    let called = BTreeMap::from([("step".to_owned(), title.unwrap_or(step).to_owned())]);
    Message { id: format!("step-{method}-{step}"), args: called }
}

fn table(name: &str, rows: Vec<(Message, u32)>) -> FigureTable {
    let (says, counts): (Vec<Message>, Vec<u32>) = rows.into_iter().unzip();
    let rows = shown(&counts)
        .map(|counts| says.into_iter().zip(counts).map(|(says, count)| FigureRow { says, count }).collect());
    FigureTable { name: name.to_owned(), rows }
}

fn duration(days: i64) -> &'static str {
    DURATIONS.iter().find(|(_, most)| days <= *most).map_or(LONGEST, |(name, _)| name)
}

/// The average of both, over those for whom both are known; rounded to hundredths, which is all that it can carry.
fn mean(name: &str, both: impl Iterator<Item = (f64, f64)>) -> Option<FigureMean> {
    let both: Vec<(f64, f64)> = both.collect();
    let average = |of: fn(&(f64, f64)) -> f64| {
        let sum: f64 = both.iter().map(of).sum();
        (sum / both.len() as f64 * 100.0).round() / 100.0
    };
    (both.len() >= FEWEST as usize).then(|| FigureMean {
        name: name.to_owned(),
        then: average(|(then, _)| *then),
        now: average(|(_, now)| *now),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn case(step: &str, size: Option<(usize, usize)>) -> Case {
        Case {
            closed: false,
            method: "seven-steps".into(),
            step: step.into(),
            step_title: None,
            started: Some(day("2026-06-01")),
            ended: None,
            network: Change::of(size),
            size,
            variety: None,
            goals: Goals::None,
            carer: Carer::Unknown,
        }
    }

    #[test]
    fn four_clients_give_no_figures_at_all() {
        let cases: Vec<Case> = (0..4).map(|_| case("map", Some((4, 6)))).collect();
        let figures = count(day("2026-11-25"), &cases, 0);
        assert_eq!((figures.clients, figures.tables.len(), figures.means.len()), (None, 0, 0));
    }

    #[test]
    fn a_step_with_few_clients_cannot_be_computed_from_the_others() {
        let steps = [("map", 12), ("quality", 7), ("plan", 2)];
        let cases: Vec<Case> =
            steps.iter().flat_map(|(step, times)| (0..*times).map(|_| case(step, None))).collect();
        let figures = count(day("2026-11-25"), &cases, 0);
        let steps = figures.tables.iter().find(|table| table.name == "step").unwrap();
        let counts: Vec<Option<u32>> = steps.rows.as_ref().unwrap().iter().map(|row| row.count).collect();
        // The smallest of the others goes along: 21 - 12 is 9, of two steps together.
        assert_eq!(counts, [Some(12), None, Some(0), Some(0), None, Some(0), Some(0)]);
    }

    #[test]
    fn an_average_is_over_five_or_nobody() {
        let measured: Vec<Case> = (0..4).map(|_| case("map", Some((4, 7)))).collect();
        let mut cases: Vec<Case> = (0..8).map(|_| case("map", None)).collect();
        cases.extend(measured);
        assert_eq!(count(day("2026-11-25"), &cases, 0).means, []);
        cases.push(case("map", Some((9, 7))));
        let means = count(day("2026-11-25"), &cases, 0).means;
        assert_eq!(means, [FigureMean { name: "size".into(), then: 5.0, now: 7.0 }]);
    }

    #[test]
    fn nine_months_is_counted_in_days() {
        assert_eq!([0, 91, 92, 274, 275].map(duration), ["under-3", "under-3", "3-to-6", "6-to-9", "over-9"]);
    }
}
