//! What the faces show of working together.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Failure;
use crate::message::Message;

/// With whom this account works, and over what.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct People {
    /// This person's own mark, the beginning of her key.
    pub mark: String,
    /// Where the mailboxes stand, if that is set.
    pub storage: Option<StorageView>,
    /// Whether envelopes also go straight from device to device.
    pub direct: DirectView,
    /// The people, by name.
    pub people: Vec<PersonCard>,
    /// Invitations that were given out and not answered yet.
    pub invitations: Vec<InvitationCard>,
    /// How many other devices this person has.
    pub own_devices: u32,
    /// How the last exchange went.
    pub sync: SyncState,
    /// What happened and was not looked at yet.
    pub events: Vec<Event>,
}

/// Where the mailboxes stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StorageView {
    /// The address, without a password.
    pub address: String,
    /// Who uses it.
    pub user: Option<String>,
}

/// Whether envelopes also go straight from device to device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct DirectView {
    /// Whether they do.
    pub on: bool,
    /// The organisation's relay, if there is one.
    pub relay: Option<String>,
}

/// How far the acquaintance with somebody has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonState {
    /// The invitation was accepted here; the other has to be heard of yet.
    Waiting,
    /// The words are to be compared.
    Compare,
    /// The words match: dossiers can be shared.
    Confirmed,
    /// Known through the charter of a shared dossier.
    Introduced,
}

/// Somebody this person works with.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PersonCard {
    /// The person's key.
    pub id: String,
    /// The name.
    pub name: String,
    /// How far the acquaintance has come.
    pub state: PersonState,
    /// The four words, while they are to be compared.
    pub words: Vec<String>,
    /// Somebody of the same name is known with another key.
    pub has_another_key: bool,
    /// Whether one of the two computers is to become a computer of the other's person.
    pub own_device: bool,
    /// When anything last came from them.
    pub last_heard: Option<DateTime<Utc>>,
}

/// An invitation that was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InvitationCard {
    /// Its name.
    pub id: String,
    /// Until when it can be accepted.
    pub expires: DateTime<Utc>,
    /// Whether it is for another computer of one's own.
    pub own_device: bool,
}

/// A new invitation, to give to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NewInvitation {
    /// Its name.
    pub id: String,
    /// The code in lines, for an e-mail or a file.
    pub text: String,
    /// The code as a picture, where it is short enough for one.
    pub picture: Option<QrCode>,
    /// Until when it can be accepted.
    pub expires: DateTime<Utc>,
}

/// A picture of dark squares, as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QrCode {
    /// The length of a side.
    pub side: u32,
    /// The dark squares.
    pub path: String,
}

/// How the last exchange went.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct SyncState {
    /// When the storage was last reached.
    pub reached: Option<DateTime<Utc>>,
    /// Why the last try failed.
    pub problem: Option<Failure>,
    /// Whether there is something that was not sent yet.
    pub waiting: bool,
}

/// What somebody is in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DossierRole {
    /// Keeps the dossier: says who shares it.
    Keeper,
    /// Reads and writes.
    Coach,
    /// Reads.
    Reader,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Event {
    /// When it was noticed.
    pub at: DateTime<Utc>,
    /// What.
    pub message: Message,
}

/// Who shares a dossier, and on what ground.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CharterView {
    /// What this person is in it; absent after a withdrawal.
    pub role: Option<DossierRole>,
    /// Whether a consent stands today.
    pub shared: bool,
    /// Everybody with a role.
    pub members: Vec<MemberCard>,
    /// The consents that were not taken back.
    pub consents: Vec<ConsentCard>,
    /// What was stated, oldest first.
    pub story: Vec<StoryLine>,
    /// What came in and was set apart.
    pub set_apart: Vec<SetApart>,
}

/// Somebody with a role in a dossier.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MemberCard {
    /// The person's key.
    pub id: String,
    /// The name.
    pub name: String,
    /// The role.
    pub role: DossierRole,
    /// Whether it is this person.
    pub me: bool,
    /// When they had all that stood here.
    pub received: Option<DateTime<Utc>>,
    /// Whether something was not received by them yet.
    pub waiting: bool,
}

/// How a consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsentHow {
    /// In a talk.
    Spoken,
    /// On paper or in a message.
    Written,
    /// By somebody who speaks for the client.
    ByRepresentative,
}

/// A consent to record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewConsent {
    /// For what.
    pub purpose: String,
    /// How it was given.
    pub how: ConsentHow,
    /// By whom.
    pub given_by: String,
    /// The last day that it holds.
    pub until: Option<NaiveDate>,
}

/// A consent that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ConsentCard {
    /// Its name.
    pub id: String,
    /// For what.
    pub purpose: String,
    /// How it was given.
    pub how: ConsentHow,
    /// By whom.
    pub given_by: String,
    /// The last day that it holds.
    pub until: Option<NaiveDate>,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

/// A statement in plain words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StoryLine {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub message: Message,
}

/// Changes that were not taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SetApart {
    /// From whom.
    pub from: String,
    /// Why: `set-apart-…` in the message files.
    pub why: String,
    /// When.
    pub at: DateTime<Utc>,
}
