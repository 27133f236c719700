//! What the faces show: the window through generated TypeScript, the terminal through `--json`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use dossier::instrument::Hand;
use dossier::method::MethodPath;
use dossier::model::*;
use dossier::{DossierId, NoteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::due::Due;
use crate::together::{Difference, NewsItem};

/// What the person who opened the account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CoachRole {
    /// Keeps a caseload, opens dossiers, holds the consent.
    Professional,
    /// A trained volunteer.
    Volunteer,
    /// Practises with invented or anonymised dossiers.
    Trainee,
}

/// How the window looks and speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preferences {
    /// `nl` or `en`.
    pub language: String,
    /// `light`, `dark` or `system`.
    pub theme: String,
    /// How large everything is shown, in hundredths.
    #[serde(default = "as_drawn")]
    pub size: u16,
}

/// As large as it was drawn.
fn as_drawn() -> u16 {
    100
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: "nl".to_owned(), theme: "system".to_owned(), size: as_drawn() }
    }
}

/// An account on this computer, before it is unlocked.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AccountCard {
    /// The name of its folder, chosen by the coach and visible on this computer.
    pub label: String,
}

/// The account that is open.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Session {
    /// The name of its folder.
    pub label: String,
    /// The coach's name.
    pub name: String,
    /// What the coach is.
    pub role: CoachRole,
    /// How the window looks and speaks.
    pub preferences: Preferences,
    /// Whether the recovery code was typed back once.
    pub recovery_confirmed: bool,
    /// What opening repaired or could not read.
    pub repairs: Vec<Message>,
}

/// A message that a face says in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct Message {
    /// The name in the message files.
    pub id: String,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}

/// How well a passphrase would hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseAdvice {
    /// 0 (guessed at once) to 4 (holds), as zxcvbn has it.
    pub score: u8,
    /// Whether Kring accepts it.
    pub accepted: bool,
    /// Message ids of what would make it better: `passphrase-…`.
    pub advice: Vec<String>,
}

/// A line in the caseload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CaseCard {
    /// The dossier.
    pub id: DossierId,
    /// The client's name or alias.
    pub name: String,
    /// Open or closed.
    pub closed: bool,
    /// An invented client.
    pub example: bool,
    /// The method that is followed.
    pub method: String,
    /// What people call it, where it is an organisation's own.
    #[serde(default)]
    pub method_title: Option<String>,
    /// The step that the dossier is in.
    pub step: String,
    /// What people call it, in a method of an organisation's own.
    #[serde(default)]
    pub step_title: Option<String>,
    /// How many people and organisations are on the map.
    pub members: u32,
    /// Actions that are not done.
    pub open_actions: u32,
    /// Whether the load of a carer asks for attention.
    #[serde(default)]
    pub carer_load: Option<Hand>,
    /// Questions to colleagues that are not settled.
    #[serde(default)]
    pub open_questions: u32,
    /// How many things came from others and were not looked at yet.
    #[serde(default)]
    pub news: u32,
    /// The last note or edit.
    pub last_edited: DateTime<Utc>,
    /// The first day that the record tells of.
    #[serde(default)]
    pub started: Option<NaiveDate>,
    /// The day that the dossier was closed.
    #[serde(default)]
    pub closed_on: Option<NaiveDate>,
    /// The last contact when the record was last written, and any on later days.
    #[serde(default)]
    pub contacts: Vec<NaiveDate>,
    /// What is to happen, by day.
    #[serde(default)]
    pub dues: Vec<Due>,
    /// The last contact by today. This and what follows is computed when the line is read.
    #[serde(default)]
    pub last_contact: Option<NaiveDate>,
    /// The next agreed contact or check-in.
    #[serde(default)]
    pub next_contact: Option<NaiveDate>,
    /// Actions that should have been done before today.
    #[serde(default)]
    pub late_actions: u32,
    /// The names of those with whom it is shared.
    #[serde(default)]
    pub with: Vec<String>,
    /// Why it asks for attention: `hand-…` in the message files.
    #[serde(default)]
    pub hands: Vec<Message>,
}

/// A note as the logbook lists it: its text is asked for when it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NoteCard {
    /// What stands around the text.
    pub note: Note,
    /// The beginning of the text, at most 160 characters.
    pub excerpt: String,
}

/// A dossier as the window shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct DossierView {
    /// The client.
    pub profile: Profile,
    /// The people around the client.
    pub people: Vec<Person>,
    /// The organisations around the client.
    pub organisations: Vec<Organisation>,
    /// Ties among members; both ends are in view.
    pub ties: Vec<Tie>,
    /// Partnerships; both ends are in view.
    pub partnerships: Vec<Partnership>,
    /// Lines of descent; both ends are in view.
    pub parentages: Vec<Parentage>,
    /// Wishes.
    pub wishes: Vec<Wish>,
    /// How dimensions of life are.
    pub life: Vec<Life>,
    /// Needs.
    pub needs: Vec<Need>,
    /// Talents and interests.
    pub talents: Vec<Talent>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Reasons to hold back.
    pub resistances: Vec<Resistance>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Filled-in instruments.
    pub measurements: Vec<Measurement>,
    /// What happened with steps.
    pub passages: Vec<Passage>,
    /// Approaches of the plan.
    pub approaches: Vec<Approach>,
    /// Check-ins of the aftercare.
    pub check_ins: Vec<CheckIn>,
    /// Questions to colleagues, and answers.
    pub supervision: Vec<Supervision>,
    /// Organisations' own methods that came along.
    pub own_methods: Vec<OwnMethod>,
    /// The method that is followed.
    pub method: MethodPath,
    /// The step of it that the dossier is in.
    pub step: String,
    /// Notes, newest first.
    pub notes: Vec<NoteCard>,
    /// Measuring moments, by their day.
    pub moments: Vec<Moment>,
    /// When the dossier was last made durable on this computer.
    pub saved_at: Option<DateTime<Utc>>,
    /// Whether there is an own edit to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// A newer version wrote this dossier: it can be read, not edited.
    pub read_only: bool,
    /// What two people did at once, for somebody to choose.
    pub differences: Vec<Difference>,
    /// What came from others and was not looked at yet.
    pub news: Vec<NewsItem>,
    /// The dossier came from another and was not opened yet.
    pub is_new: bool,
}

/// What became stale. The window asks again; it never guesses.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Changed {
    /// The topics to ask again.
    pub topics: Vec<Topic>,
    /// What to tell the user, if there is something.
    pub message: Option<Message>,
}

/// Something the window shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "topic", rename_all = "snake_case")]
pub enum Topic {
    /// The list of dossiers.
    Caseload,
    /// One dossier.
    Dossier {
        /// Which one.
        id: DossierId,
    },
    /// One note's text.
    Note {
        /// Whose dossier.
        id: DossierId,
        /// Which note.
        note: NoteId,
    },
    /// With whom this account works.
    Together,
    /// Who is at the desk.
    Session,
}

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

/// A line in the access log: what left the vault, or was removed from it for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccessEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// Which dossier; none where it was about no client.
    pub dossier: Option<DossierId>,
    /// In which format, or on which paper; `history` where the old history was removed.
    pub format: String,
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

/// An error as the faces tell it: `error-<code>` in the message files says what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// The name of the message, without `error-`.
    pub code: String,
    /// What the message names.
    pub args: BTreeMap<String, String>,
}
