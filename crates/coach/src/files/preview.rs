//! What an import would make, as the faces show it.

use serde::Serialize;
use ts_rs::TS;

use crate::message::Message;

/// What an import would make, or made.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ImportPreview {
    /// The format that was recognised.
    pub format: String,
    /// People that would be added.
    pub people: Vec<InFile>,
    /// Organisations that would be added.
    pub organisations: Vec<InFile>,
    /// How many ties would be added.
    pub ties: u32,
    /// How many partnerships and lines of descent would be added.
    pub family: u32,
    /// How many members stand in the dossier already from an earlier import of the same file.
    pub already_there: u32,
    /// Names of people who would be added although somebody of that name is in the dossier.
    pub same_name: Vec<String>,
    /// The id in the file of the one who is the client.
    pub client: Option<String>,
    /// What could not be read, line by line (at most the first 1,000).
    pub unread: Vec<UnreadLine>,
    /// How many lines could not be read in all.
    pub unread_count: u32,
    /// Kinds of data that Kring has no place for.
    pub left_out: Vec<LeftOut>,
}

/// Somebody or something in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InFile {
    /// The id in the file.
    pub id: String,
    /// The name.
    pub name: String,
}

/// A kind of data that was left out of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    /// What the file calls it.
    pub what: String,
    /// How often it stands in the file.
    pub times: u32,
}

/// A line of a file that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct UnreadLine {
    /// The line in the file, from 1; 0 where the format has no lines.
    pub line: u32,
    /// What stood there, shortened.
    pub text: String,
    /// Why, as a message.
    pub why: Message,
}
