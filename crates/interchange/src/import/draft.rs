//! The contents of a file in the terms of the record, before they are compared with a dossier.

use std::collections::BTreeMap;

use codes::codes;
use dossier::model::{OrganisationField, ParentageField, PartnershipField, PersonField, TieField};

/// The most unread texts that are kept; further ones are only counted.
const MOST_UNREAD: usize = 1_000;
/// The most lines that are kept of what was left out.
const MOST_LINES: usize = 20;
/// The most characters that are kept of an unread text.
const EXCERPT: usize = 120;

/// The contents of a file in the terms of the record. Members have the ids that the file gives them.
#[derive(Debug, Default)]
pub struct Draft {
    /// The id of the client, if the file names the client or the coach chose one.
    pub client: Option<String>,
    /// The people in the file.
    pub people: Vec<DraftMember<PersonField>>,
    /// The organisations in the file.
    pub organisations: Vec<DraftMember<OrganisationField>>,
    /// The ties among members. A tie with the client describes the other member's own tie with the client.
    pub ties: Vec<DraftLink<TieField>>,
    /// The partnerships among people.
    pub partnerships: Vec<DraftLink<PartnershipField>>,
    /// The lines of descent, the parent first.
    pub parentages: Vec<DraftLink<ParentageField>>,
    /// The records that say too little to be in the draft.
    pub unusable: Unusable,
    /// The parts of the file that could not be read.
    pub unread: Unread,
}

/// The numbers of records that say too little: without a name, without an id or without ends. Each is named as
/// unread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unusable {
    /// The number of people, and of entries that may be people or organisations.
    pub members: u32,
    /// The number of organisations.
    pub organisations: u32,
    /// The number of ties.
    pub ties: u32,
    /// The number of partnerships and lines of descent.
    pub family: u32,
}

/// A member as the file describes it.
#[derive(Debug)]
pub struct DraftMember<F> {
    /// The id in the file.
    pub id: String,
    /// True if the id is the same in every file, not only within this one.
    pub lasting: bool,
    /// The line in the file, from 1; 0 if the format has no lines.
    pub line: u32,
    /// The name of the member.
    pub name: String,
    /// The other fields that the file gives.
    pub fields: Vec<F>,
}

/// A tie, a partnership or a line of descent between two members, by their ids in the file.
#[derive(Debug)]
pub struct DraftLink<F> {
    /// The id that Kring gave it, if the file is an export of Kring.
    pub id: Option<String>,
    /// The ids of the two members.
    pub ends: [String; 2],
    /// The line in the file, from 1; 0 if the format has no lines.
    pub line: u32,
    /// The fields that the file gives.
    pub fields: Vec<F>,
}

/// The parts of a file that could not be read, and the kinds of data that the record has no place for.
#[derive(Debug, Default)]
pub struct Unread {
    /// The first texts that could not be read, at most 1,000.
    pub lines: Vec<UnreadText>,
    /// The number of texts that could not be read.
    pub count: u32,
    /// Kinds of data that the record has no place for: a tag, a column, a property.
    pub left_out: BTreeMap<String, Omission>,
}

/// The places of a kind of data that the record has no place for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Omission {
    /// The number of times that the file has it.
    pub times: u32,
    /// The first lines where it stands, at most 20.
    pub lines: Vec<u32>,
}

/// A line or a value that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadText {
    /// The line in the file, from 1; 0 if the format has no lines.
    pub line: u32,
    /// The text that could not be read, shortened.
    pub text: String,
    /// The reason why it could not be read.
    pub reason: UnreadReason,
}

/// The reason why a line or a value could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadReason {
    /// The line does not follow the format.
    Line,
    /// The record does not accept the value; the rest of the line was read.
    Value,
    /// The member has no name.
    NoName,
    /// An end of the tie is neither in the file nor in the dossier.
    UnknownEnd,
    /// An end of the tie could be more than one member.
    AmbiguousEnd,
    /// Both ends of the tie are the same person.
    ToItself,
    /// The letters are not in the encoding that the file has, or says it has. They were read as well as possible.
    Letters,
    /// A quotation mark on the line never closes. The line was read without quotation marks.
    Quote,
    /// The id stood in the file before, with another name.
    SameId,
    /// The other program marks the entry as private. It was read.
    Private,
    /// The value is about the client, whose profile no import changes.
    OfClient,
    /// The file ends too early, or nothing after this line can be read.
    BreaksOff,
}

codes!(UnreadReason {
    Self::Line => "unread-line",
    Self::Value => "unread-value",
    Self::NoName => "unread-no-name",
    Self::UnknownEnd => "unread-unknown-end",
    Self::AmbiguousEnd => "unread-ambiguous-end",
    Self::ToItself => "unread-to-itself",
    Self::Letters => "unread-letters",
    Self::Quote => "unread-quote",
    Self::SameId => "unread-same-id",
    Self::Private => "unread-private",
    Self::OfClient => "unread-of-client",
    Self::BreaksOff => "unread-breaks-off",
});

impl Draft {
    /// Returns whether the file holds nobody but the client, and no tie or family line.
    pub fn is_empty(&self) -> bool {
        self.people.iter().all(|person| Some(&person.id) == self.client.as_ref())
            && self.organisations.is_empty()
            && self.ties.is_empty()
            && self.partnerships.is_empty()
            && self.parentages.is_empty()
    }
}

impl Unread {
    /// Adds a text that could not be read; keeps only its beginning.
    pub(crate) fn add(&mut self, line: u32, text: &str, reason: UnreadReason) {
        self.count += 1;
        if self.lines.len() < MOST_UNREAD {
            let text = crate::text::one_line(&text.chars().take(EXCERPT).collect::<String>());
            self.lines.push(UnreadText { line, text, reason });
        }
    }

    /// Names a line with a kind of data that the record has no place for. The line is 0 if the format has no
    /// lines.
    pub(crate) fn leave_out(&mut self, kind: &str, line: u32) {
        let kind = crate::text::one_line(&kind.chars().take(EXCERPT).collect::<String>());
        if !kind.is_empty() && (self.left_out.len() < MOST_UNREAD || self.left_out.contains_key(&kind)) {
            let left_out = self.left_out.entry(kind).or_default();
            left_out.times += 1;
            if line > 0 && left_out.lines.last() != Some(&line) && left_out.lines.len() < MOST_LINES {
                left_out.lines.push(line);
            }
        }
    }
}
