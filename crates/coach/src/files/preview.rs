//! The preview of an import: what it would add, and what it cannot read.

use interchange::{ImportFormat, ImportPlan};
use serde::Serialize;
use ts_rs::TS;

use crate::message::Message;

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
    /// The number of members that the dossier already has from an earlier import of the same file.
    pub already_there: u32,
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
        already_there: plan.already_there,
        same_name: plan.same_name.clone(),
        client: plan.client.clone(),
        unread: unread.collect(),
        unread_count: plan.unread.count,
        left_out: left_out.collect(),
    }
}
