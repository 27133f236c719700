//! The views of people, sharing and the exchange.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Failure;
use crate::message::Message;

/// The people that this account works with, and the ways in which it reaches them.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct People {
    /// A short form of this person's own key: its first digits.
    pub mark: String,
    /// The storage of the mailboxes, if one is set.
    pub storage: Option<StorageView>,
    /// The state of the direct line between devices.
    pub direct: DirectView,
    /// The people, sorted by name.
    pub people: Vec<PersonCard>,
    /// Invitations that were given out and not answered yet.
    pub invitations: Vec<InvitationCard>,
    /// The mark of this computer: the first digits of its key.
    pub computer_mark: String,
    /// The other computers of this person.
    pub own_computers: Vec<OwnComputer>,
    /// True if this computer was reported lost. It takes no part in the exchange then.
    pub reported_lost: bool,
    /// The result of the last exchange.
    pub sync: SyncState,
    /// The events that this person has not seen yet.
    pub events: Vec<Event>,
}

/// Another computer of this person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OwnComputer {
    /// The key of the computer.
    pub id: String,
    /// The mark of the computer: the first digits of its key, which its own screen shows too.
    pub mark: String,
    /// The time at which anything last came from it. It is absent if this person has several other computers,
    /// because then it is not known which of them sent something.
    pub last_heard: Option<DateTime<Utc>>,
}

/// The storage of the mailboxes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StorageView {
    /// The address, without a password.
    pub address: String,
    /// The user name for the storage, if it has one.
    pub user: Option<String>,
}

/// The state of the direct line between devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct DirectView {
    /// True if envelopes also go directly from device to device.
    pub on: bool,
    /// The organisation's relay, if there is one.
    pub relay: Option<String>,
}

/// The progress of getting to know somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PersonState {
    /// This person accepted the invitation, and the other has not answered yet.
    Waiting,
    /// Both people have to compare the words.
    Compare,
    /// The words match, so dossiers can be shared.
    Confirmed,
    /// The person is known through the charter of a shared dossier.
    Introduced,
}

/// A person that this person works with.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct PersonCard {
    /// The person's key.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The progress of getting to know this person.
    pub state: PersonState,
    /// The four words, as long as they have to be compared.
    pub words: Vec<String>,
    /// True if a person of the same name is known with another key.
    pub has_another_key: bool,
    /// True if one of the two computers is to become another computer of the same person.
    pub own_device: bool,
    /// True if somebody else may have this person's key too. Nothing is sent to them before the words were
    /// compared anew.
    pub disputed: bool,
    /// The time at which anything last came from this person.
    pub last_heard: Option<DateTime<Utc>>,
}

/// An invitation that was given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InvitationCard {
    /// The id of the invitation.
    pub id: String,
    /// The time until which it can be accepted.
    pub expires: DateTime<Utc>,
    /// True if it is for another computer of the same person.
    pub own_device: bool,
}

/// A new invitation, to give to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NewInvitation {
    /// The id of the invitation.
    pub id: String,
    /// The code as lines of text, for an e-mail or a file.
    pub text: String,
    /// The code as a picture, if it is short enough for one.
    pub picture: Option<QrCode>,
    /// The time until which it can be accepted.
    pub expires: DateTime<Utc>,
}

/// A picture of dark squares, as the path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QrCode {
    /// The number of squares on a side.
    pub side: u32,
    /// The path of the dark squares.
    pub path: String,
}

/// The result of the last exchange.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct SyncState {
    /// The time at which the storage was last reached.
    pub reached: Option<DateTime<Utc>>,
    /// The reason why the last attempt failed.
    pub problem: Option<Failure>,
    /// True if something was not sent yet.
    pub waiting: bool,
}

/// The role of a member in a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DossierRole {
    /// The keeper of the dossier, who decides who shares it.
    Keeper,
    /// A coach, who reads and writes.
    Coach,
    /// A reader, who cannot write.
    Reader,
}

/// Something that happened in the exchange and that a person should know.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Event {
    /// The time at which it was noticed.
    pub at: DateTime<Utc>,
    /// The message that describes it.
    pub message: Message,
}

/// The members of a dossier, and the consents for sharing it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CharterView {
    /// This person's role in the dossier. It is absent after a withdrawal.
    pub role: Option<DossierRole>,
    /// True if this person decides who may see the dossier: as its keeper, who is a professional or was entrusted
    /// with it.
    pub decides: bool,
    /// True if a consent is valid today.
    pub shared: bool,
    /// All members that have a role.
    pub members: Vec<MemberCard>,
    /// The person to whom the dossier was handed over and who has not accepted it yet.
    pub offered_to: Option<NamedPerson>,
    /// True if it is not clear who keeps the dossier. Nothing is sent to others until this person chose whom
    /// to follow.
    pub frozen: bool,
    /// The people among whom this person chooses then, or chose.
    pub claimants: Vec<NamedPerson>,
    /// The consents that were not withdrawn.
    pub consents: Vec<ConsentCard>,
    /// The statements of the charter, oldest first.
    pub story: Vec<StoryLine>,
    /// The changes that were quarantined and not merged.
    pub quarantined: Vec<QuarantineCard>,
}

/// A person with a role in a dossier.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct MemberCard {
    /// The person's key.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// The person's role.
    pub role: DossierRole,
    /// True if it is the person of this account.
    pub me: bool,
    /// True if two computers say that they belong to this person, so nothing is sent to them.
    pub disputed: bool,
    /// The time at which they had received everything that was here.
    pub received: Option<DateTime<Utc>>,
    /// True if they have not received everything yet.
    pub waiting: bool,
}

/// A person whom a charter names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NamedPerson {
    /// The person's key.
    pub id: String,
    /// The person's name.
    pub name: String,
    /// True if it is the person of this account.
    pub me: bool,
}

/// The form in which a consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConsentHow {
    /// The client gave it in a conversation.
    Spoken,
    /// The client gave it on paper or in a message.
    Written,
    /// A representative of the client gave it.
    ByRepresentative,
}

/// A consent to record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewConsent {
    /// The purpose of the sharing.
    pub purpose: String,
    /// The form in which it was given.
    pub how: ConsentHow,
    /// The person who gave it.
    pub given_by: String,
    /// The last day on which it is valid.
    pub until: Option<NaiveDate>,
}

/// A consent that was not withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ConsentCard {
    /// The id of the consent.
    pub id: String,
    /// The purpose of the sharing.
    pub purpose: String,
    /// The form in which it was given.
    pub how: ConsentHow,
    /// The person who gave it.
    pub given_by: String,
    /// The last day on which it is valid.
    pub until: Option<NaiveDate>,
    /// The time at which it was recorded.
    pub at: DateTime<Utc>,
}

/// A statement of a charter in plain words.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StoryLine {
    /// The time of the statement.
    pub at: DateTime<Utc>,
    /// The message that describes it.
    pub message: Message,
}

/// Changes that were quarantined and not merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuarantineCard {
    /// The person who sent them.
    pub from: String,
    /// The reason: `set-apart-…` in the message files.
    pub why: String,
    /// The time at which they were received.
    pub at: DateTime<Utc>,
}
