//! The figures of a caseload: tables that count clients, and averages.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::method;
use serde::Serialize;
use ts_rs::TS;

use super::case::Case;
use super::suppressed::{FEWEST, shown};
use crate::message::{Message, MessageKind, message_kinds};

/// The figures of a caseload.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Figures {
    /// The day on which they were counted.
    pub today: NaiveDate,
    /// The number of clients. It is absent for fewer than five, and then there are no tables and no averages.
    pub clients: Option<u32>,
    /// The number of clients, however few, for the screen of their coach. It is never saved in a table for
    /// others.
    pub own_clients: u32,
    /// The tables. Each table counts the clients in the groups of one topic.
    pub tables: Vec<FigureTable>,
    /// The averages at the start and at the end. Each average is over five clients or more.
    pub means: Vec<FigureMean>,
    /// The number of dossiers that could not be read.
    pub unread: u32,
}

message_kinds! {
    /// A topic by which a table counts clients.
    #[derive(Serialize, TS)]
    #[serde(rename_all = "kebab-case")]
    pub enum FigureTopic {
        Status => "figures-status",
        Step => "figures-step",
        Duration => "figures-duration",
        Network => "figures-network",
        Goals => "figures-goals",
        Carer => "figures-carer",
    }
    test every_table_of_figures_has_a_message_in_both_languages
}

/// A table that counts clients in groups.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureTable {
    /// The topic by which the table counts clients.
    pub name: FigureTopic,
    /// The rows. They are absent if the count of one group would reveal the count of another.
    pub rows: Option<Vec<FigureRow>>,
}

/// A group of clients with its count.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureRow {
    /// The name of the group.
    pub says: Message,
    /// The number of clients. It is absent if the count is hidden.
    pub count: Option<u32>,
}

message_kinds! {
    /// A quantity of which an average over clients is computed.
    #[derive(Serialize, TS)]
    #[serde(rename_all = "kebab-case")]
    pub enum MeanTopic {
        Size => "figures-mean-size",
        Variety => "figures-mean-variety",
    }
    test every_average_has_a_message_in_both_languages
}

/// An average at the start and at the end.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureMean {
    /// The quantity that is averaged.
    pub name: MeanTopic,
    /// The average at the first measuring moment.
    pub then: f64,
    /// The average at the last measuring moment, or now for clients with only one moment.
    pub now: f64,
}

/// Counts the clients in tables and averages. `unread` is the number of dossiers that could not be read.
pub(super) fn count(today: NaiveDate, cases: &[Case], unread: u32) -> Figures {
    let own_clients = cases.len() as u32;
    if own_clients < FEWEST {
        return Figures { today, clients: None, own_clients, tables: Vec::new(), means: Vec::new(), unread };
    }
    let tables = vec![
        table_of(FigureTopic::Status, cases, |case| case.status),
        table_of_steps(cases),
        table_of(FigureTopic::Duration, cases, |case| case.duration),
        table_of(FigureTopic::Network, cases, Case::size_group),
        table_of(FigureTopic::Goals, cases, |case| case.goals),
        table_of(FigureTopic::Carer, cases, |case| case.carer),
    ];
    let sizes = cases.iter().filter_map(|case| case.size).map(|(then, now)| (then as f64, now as f64));
    let means = [
        mean(MeanTopic::Size, sizes),
        mean(MeanTopic::Variety, cases.iter().filter_map(|case| case.variety)),
    ];
    let means = means.into_iter().flatten().collect();
    Figures { today, clients: Some(own_clients), own_clients, tables, means, unread }
}

/// Counts clients in the groups of an enum, in the order of its variants.
fn table_of<G: MessageKind>(topic: FigureTopic, cases: &[Case], group: impl Fn(&Case) -> G) -> FigureTable {
    let rows = G::ALL.iter().map(|row| {
        let count = cases.iter().filter(|case| group(case) == *row).count();
        (row.message([]), count as u32)
    });
    table(topic, rows.collect())
}

/// Counts clients by step. If a client follows a method that ships with Kring, each step of that method has a
/// row, even with no client in it. A step of another method has a row only if a client is in it.
fn table_of_steps(cases: &[Case]) -> FigureTable {
    let mut left: BTreeMap<(&str, &str), (Option<&str>, u32)> = BTreeMap::new();
    for case in cases {
        let (_, count) = left.get(&(&*case.method, &*case.step)).copied().unwrap_or_default();
        left.insert((&case.method, &case.step), (case.step_title.as_deref(), count + 1));
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
    table(FigureTopic::Step, rows)
}

/// Returns the name of a step as a message. The message contains the title, because the message files have no
/// names for the steps of an organisation's own method.
fn step_message(method: &str, step: &str, title: Option<&str>) -> Message {
    Message::new(&format!("step-{method}-{step}"), [("step", title.unwrap_or(step).to_owned())])
}

fn table(topic: FigureTopic, rows: Vec<(Message, u32)>) -> FigureTable {
    let (says, counts): (Vec<Message>, Vec<u32>) = rows.into_iter().unzip();
    let rows = shown(&counts)
        .map(|counts| says.into_iter().zip(counts).map(|(says, count)| FigureRow { says, count }).collect());
    FigureTable { name: topic, rows }
}

/// Returns the averages over the clients for whom both values are known, or `None` for fewer than five
/// clients. The averages are rounded to hundredths, because so few clients allow no more precision.
fn mean(topic: MeanTopic, both: impl Iterator<Item = (f64, f64)>) -> Option<FigureMean> {
    let both: Vec<(f64, f64)> = both.collect();
    let average = |of: fn(&(f64, f64)) -> f64| {
        let sum: f64 = both.iter().map(of).sum();
        (sum / both.len() as f64 * 100.0).round() / 100.0
    };
    (both.len() >= FEWEST as usize).then(|| FigureMean {
        name: topic,
        then: average(|(then, _)| *then),
        now: average(|(_, now)| *now),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where something is not as it should be")]

    use super::super::groups::{CarerGroup, DurationGroup, GoalsGroup, StatusGroup};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn case(step: &str, size: Option<(usize, usize)>) -> Case {
        Case {
            status: StatusGroup::Open,
            method: "seven-steps".into(),
            step: step.into(),
            step_title: None,
            duration: DurationGroup::Under6Months,
            goals: GoalsGroup::NoGoals,
            carer: CarerGroup::Unknown,
            size,
            variety: None,
        }
    }

    #[test]
    fn four_clients_give_no_figures_but_their_number_for_their_coach() {
        let cases: Vec<Case> = (0..4).map(|_| case("map", Some((4, 6)))).collect();
        let figures = count(day("2026-11-25"), &cases, 0);
        assert_eq!((figures.clients, figures.tables.len(), figures.means.len()), (None, 0, 0));
        assert_eq!(figures.own_clients, 4);
    }

    #[test]
    fn a_step_with_few_clients_cannot_be_computed_from_the_others() {
        let steps = [("map", 12), ("quality", 7), ("plan", 2)];
        let cases: Vec<Case> =
            steps.iter().flat_map(|(step, times)| (0..*times).map(|_| case(step, None))).collect();
        let figures = count(day("2026-11-25"), &cases, 0);
        let steps = figures.tables.iter().find(|table| table.name == FigureTopic::Step).unwrap();
        let counts: Vec<Option<u32>> = steps.rows.as_ref().unwrap().iter().map(|row| row.count).collect();
        // The smallest of the other counts is hidden too: 21 - 12 = 9 is the sum of two steps.
        assert_eq!(counts, [Some(12), None, Some(0), Some(0), None, Some(0), Some(0)]);
    }

    #[test]
    fn an_average_is_over_five_clients_or_absent() {
        let measured: Vec<Case> = (0..4).map(|_| case("map", Some((4, 7)))).collect();
        let mut cases: Vec<Case> = (0..8).map(|_| case("map", None)).collect();
        cases.extend(measured);
        assert_eq!(count(day("2026-11-25"), &cases, 0).means, []);
        cases.push(case("map", Some((9, 7))));
        let means = count(day("2026-11-25"), &cases, 0).means;
        assert_eq!(means, [FigureMean { name: MeanTopic::Size, then: 5.0, now: 7.0 }]);
    }

    #[test]
    fn topics_are_written_by_the_names_that_the_window_knows() {
        let figures = count(day("2026-11-25"), &vec![case("map", Some((4, 7))); 5], 0);
        let names: Vec<serde_json::Value> =
            figures.tables.iter().map(|table| serde_json::to_value(table.name).unwrap()).collect();
        assert_eq!(names, ["status", "step", "duration", "network", "goals", "carer"]);
        assert_eq!(serde_json::to_value(figures.means[0].name).unwrap(), "size");
    }
}
