//! The preview of an import: what it would add, and what it cannot read.

use interchange::{ImportFormat, ImportPlan, Tally};
use serde::Serialize;
use ts_rs::TS;

use crate::message::{Message, MessageKind, message_kinds};

message_kinds! {
    /// A kind of record in a file.
    enum InTotal {
        People => "import-total-people",
        Organisations => "import-total-organisations",
        Ties => "import-total-ties",
        Family => "import-total-family",
    }
    test every_kind_of_record_in_a_file_has_a_message
}

message_kinds! {
    /// The outcome of a record in a file.
    enum Outcome {
        Added => "import-outcome-added",
        AlreadyThere => "import-outcome-already-there",
        OfClient => "import-outcome-of-client",
        Twice => "import-outcome-twice",
        NotAdded => "import-outcome-not-added",
    }
    test every_outcome_of_an_import_has_a_message
}

/// The preview of an import, or its result.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportPreview {
    /// The format of the file.
    pub format: String,
    /// The people that are added.
    pub people: Vec<InFile>,
    /// The organisations that are added.
    pub organisations: Vec<InFile>,
    /// The number of ties that are added.
    pub ties: u32,
    /// The number of partnerships and lines of descent that are added.
    pub family: u32,
    /// The numbers of records in the file by kind and outcome. A kind without records is left out.
    pub totals: Vec<ImportTotal>,
    /// The names that an added person shares with somebody in the dossier.
    pub same_name: Vec<String>,
    /// The id of the client in the file, if it is known.
    pub client: Option<String>,
    /// The lines that cannot be read, at most the first 1,000.
    pub unread: Vec<UnreadLine>,
    /// The total number of lines that cannot be read.
    pub unread_count: u32,
    /// The kinds of data that Kring has no place for.
    pub left_out: Vec<LeftOut>,
}

/// The number of records of one kind in a file, by their outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ImportTotal {
    /// The message with the number of records in the file.
    pub in_file: Message,
    /// A message with a count for each outcome. The counts add up to the number in the file.
    pub outcomes: Vec<Message>,
}

/// A person or organisation in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InFile {
    /// The id in the file.
    pub id: String,
    /// The name in the file.
    pub name: String,
}

/// A kind of data that was left out of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// The name of the kind in the file.
    pub what: String,
    /// The number of times that the file has it.
    pub times: u32,
    /// The first lines where it stands, at most 20. There are none for a format without lines.
    pub lines: Vec<u32>,
}

/// A line of a file that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct UnreadLine {
    /// The number of the line, from 1. It is 0 for a format without lines.
    pub line: u32,
    /// The beginning of the line.
    pub text: String,
    /// The reason why the line could not be read.
    pub why: Message,
}

fn totals(plan: &ImportPlan) -> Vec<ImportTotal> {
    let kinds = [
        (InTotal::People, plan.totals.people),
        (InTotal::Organisations, plan.totals.organisations),
        (InTotal::Ties, plan.totals.ties),
        (InTotal::Family, plan.totals.family),
    ];
    let total = |(kind, tally): (InTotal, Tally)| {
        let outcomes = [
            (Outcome::Added, tally.added),
            (Outcome::AlreadyThere, tally.already_there),
            (Outcome::OfClient, tally.of_client),
            (Outcome::Twice, tally.twice),
            (Outcome::NotAdded, tally.not_added),
        ];
        let outcomes = outcomes.into_iter().filter_map(|(what, count)| what.counted(count as usize));
        Some(ImportTotal { in_file: kind.counted(tally.in_file as usize)?, outcomes: outcomes.collect() })
    };
    kinds.into_iter().filter_map(total).collect()
}

/// Returns the preview of an import plan.
pub(super) fn preview(format: ImportFormat, plan: &ImportPlan) -> ImportPreview {
    let named = |members: &[interchange::FileMember]| -> Vec<InFile> {
        let members = members.iter();
        members.map(|member| InFile { id: member.id.clone(), name: member.name.clone() }).collect()
    };
    let unread = plan.unread.lines.iter().map(|line| UnreadLine {
        line: line.line,
        text: line.text.clone(),
        why: Message::plain(line.reason.code()),
    });
    let left_out = plan.unread.left_out.iter().map(|(what, one)| LeftOut {
        what: what.clone(),
        times: one.times,
        lines: one.lines.clone(),
    });
    ImportPreview {
        format: format.name().to_owned(),
        people: named(&plan.people),
        organisations: named(&plan.organisations),
        ties: plan.ties,
        family: plan.family,
        totals: totals(plan),
        same_name: plan.same_name.clone(),
        client: plan.client.clone(),
        unread: unread.collect(),
        unread_count: plan.unread.count,
        left_out: left_out.collect(),
    }
}
