//! What a file says, in the words of the record, before it meets a dossier.

use std::collections::BTreeMap;

use dossier::model::{OrganisationField, ParentageField, PartnershipField, PersonField, TieField};

/// How many lines that could not be read are kept; more are counted.
const MOST_UNREAD: usize = 1_000;
/// How much of such a line is kept, in characters.
const EXCERPT: usize = 120;

/// What a file says. Members are known by the ids that the file gives them.
#[derive(Debug, Default)]
pub struct Draft {
    /// The id of the client, where the file says who that is or a coach chose it.
    pub client: Option<String>,
    /// People.
    pub people: Vec<DraftMember<PersonField>>,
    /// Organisations.
    pub organisations: Vec<DraftMember<OrganisationField>>,
    /// Ties; one with the client tells about the tie between the client and the other.
    pub ties: Vec<DraftLink<TieField>>,
    /// Partnerships.
    pub partnerships: Vec<DraftLink<PartnershipField>>,
    /// Lines of descent, the parent first.
    pub parentages: Vec<DraftLink<ParentageField>>,
    /// What could not be read.
    pub unread: Unread,
}

/// A member as the file tells of it.
#[derive(Debug)]
pub struct DraftMember<F> {
    /// The id in the file.
    pub id: String,
    /// Whether the id is the member's own everywhere, not only in this file.
    pub lasting: bool,
    /// The line in the file, from 1; 0 where the format has no lines.
    pub line: u32,
    /// The name.
    pub name: String,
    /// What else is known.
    pub fields: Vec<F>,
}

/// A line between two members, by their ids in the file.
#[derive(Debug)]
pub struct DraftLink<F> {
    /// The two ends.
    pub ends: [String; 2],
    /// The line in the file, from 1; 0 where the format has no lines.
    pub line: u32,
    /// What is known.
    pub fields: Vec<F>,
}

/// What could not be read, line by line, and what was left out because the record has no place for it.
#[derive(Debug, Default)]
pub struct Unread {
    /// The first lines, at most 1,000.
    pub lines: Vec<UnreadText>,
    /// How many there are in all.
    pub count: u32,
    /// Kinds of data that the record has no place for (a tag, a column), with how often each stood in the file.
    pub left_out: BTreeMap<String, u32>,
}

/// A line that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadText {
    /// The line in the file, from 1; 0 where the format has no lines.
    pub line: u32,
    /// What stood there, shortened.
    pub text: String,
    /// Why.
    pub reason: UnreadReason,
}

/// Why a line could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadReason {
    /// It is not as the format has it.
    Line,
    /// A value is not one that the record knows; the rest of the line was read.
    Value,
    /// A member without a name.
    NoName,
    /// An end of a tie that is not in the file and not in the dossier.
    UnknownEnd,
    /// An end of a tie that could be more than one member.
    AmbiguousEnd,
    /// A tie from somebody to the same person.
    ToItself,
    /// The file breaks off or is broken from here on.
    BreaksOff,
}

impl UnreadReason {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Line,
        Self::Value,
        Self::NoName,
        Self::UnknownEnd,
        Self::AmbiguousEnd,
        Self::ToItself,
        Self::BreaksOff,
    ];

    /// The name of the message.
    pub fn code(self) -> &'static str {
        match self {
            Self::Line => "unread-line",
            Self::Value => "unread-value",
            Self::NoName => "unread-no-name",
            Self::UnknownEnd => "unread-unknown-end",
            Self::AmbiguousEnd => "unread-ambiguous-end",
            Self::ToItself => "unread-to-itself",
            Self::BreaksOff => "unread-breaks-off",
        }
    }
}

impl Draft {
    /// Whether nobody and nothing was found.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.organisations.is_empty() && self.ties.is_empty()
    }
}

impl Unread {
    pub(crate) fn add(&mut self, line: u32, text: &str, reason: UnreadReason) {
        self.count += 1;
        if self.lines.len() < MOST_UNREAD {
            let text = crate::encoding::one_line(&text.chars().take(EXCERPT).collect::<String>());
            self.lines.push(UnreadText { line, text, reason });
        }
    }

    pub(crate) fn leave_out(&mut self, what: &str) {
        let what = crate::encoding::one_line(&what.chars().take(EXCERPT).collect::<String>());
        if !what.is_empty() && (self.left_out.len() < MOST_UNREAD || self.left_out.contains_key(&what)) {
            *self.left_out.entry(what).or_default() += 1;
        }
    }
}
