//! The error of a mailbox that could not be read or written.

use std::time::Duration;

use codes::codes;
use thiserror::Error;

use super::object_name::ObjectName;

/// The reason why a mailbox could not be read or written. The programs explain it under `error-<code>`, with
/// what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CarrierError {
    /// The storage does not answer now: there is no network, the server is away, or the stick was pulled out.
    #[error("the storage does not answer: {detail}")]
    Unreachable {
        /// The answer of the system or the server.
        detail: String,
    },
    /// The server answers that it cannot do this now: it is busy, broken, or being looked after.
    #[error("the storage is busy: {detail}")]
    Busy {
        /// The answer of the server.
        detail: String,
        /// The time that the server asks to be left alone.
        again_in: Option<Duration>,
    },
    /// Some objects are known here by name alone: the program that synchronises the folder left their contents
    /// on its server.
    #[error(
        "the contents of {count} objects are only on the server of the program that synchronises the folder"
    )]
    OnlineOnly {
        /// The number of objects.
        count: u32,
    },
    /// The server cannot prove who it is.
    #[error("the server cannot prove who it is: {detail}")]
    Untrusted {
        /// The problem with its certificate.
        detail: String,
    },
    /// The storage does not accept the name or the secret.
    #[error("the storage does not accept the name or the password")]
    Refused,
    /// The storage knows the user, who is not allowed to read or to write.
    #[error("the storage does not allow this")]
    NotAllowed,
    /// The storage is full.
    #[error("the storage is full")]
    Full,
    /// The folder or bucket does not exist: a stick is not plugged in, or a name is mistyped.
    #[error("the folder or bucket does not exist")]
    NotThere,
    /// An object is larger than an envelope may be.
    #[error("the object {name} is too large")]
    TooLarge {
        /// The name of the object.
        name: ObjectName,
    },
    /// The storage does not accept an object, because its administrator allows only smaller ones.
    #[error("the storage accepts no objects of this size")]
    TakesNoLarge,
    /// The address is one of another place, or a network asks everybody to log in first.
    #[error("the address leads to {to}")]
    Moved {
        /// The place to which the server sends everybody.
        to: String,
    },
    /// There are more objects in the mailbox than a listing can show. Somebody who may write to the storage
    /// put them there.
    #[error("there are too many objects in the mailbox")]
    Crowded,
    /// A server answers at the address, but not as storage of this kind does.
    #[error("the server at this address is not a storage of this kind: {detail}")]
    NotAMailbox {
        /// The answer of the server.
        detail: String,
    },
    /// This computer could not even send a request.
    #[error("no request could be sent to the storage: {detail}")]
    Unexpected {
        /// The answer of the system.
        detail: String,
    },
}

codes!(CarrierError {
    Self::Unreachable { .. } => "mailbox-unreachable",
    Self::Busy { .. } => "mailbox-busy",
    Self::OnlineOnly { .. } => "mailbox-online-only",
    Self::Untrusted { .. } => "mailbox-untrusted",
    Self::Refused => "mailbox-refused",
    Self::NotAllowed => "mailbox-not-allowed",
    Self::Full => "mailbox-full",
    Self::NotThere => "mailbox-not-there",
    Self::TooLarge { .. } => "mailbox-too-large",
    Self::TakesNoLarge => "mailbox-takes-no-large",
    Self::Moved { .. } => "mailbox-moved",
    Self::Crowded => "mailbox-crowded",
    Self::NotAMailbox { .. } => "mailbox-not-a-mailbox",
    Self::Unexpected { .. } => "mailbox-unexpected",
});

impl CarrierError {
    /// Returns the technical detail for the message, in English. It is empty if the sentence says everything.
    pub fn detail(&self) -> String {
        match self {
            Self::Unreachable { detail }
            | Self::Busy { detail, .. }
            | Self::Untrusted { detail }
            | Self::NotAMailbox { detail }
            | Self::Unexpected { detail } => detail.clone(),
            Self::TooLarge { name } => name.to_string(),
            Self::OnlineOnly { count } => count.to_string(),
            Self::Moved { to } => to.clone(),
            Self::Refused
            | Self::NotAllowed
            | Self::Full
            | Self::NotThere
            | Self::TakesNoLarge
            | Self::Crowded => String::new(),
        }
    }
}
