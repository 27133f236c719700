//! The error of a direct line that cannot be opened, or does not deliver.

use codes::codes;
use thiserror::Error;

/// The reason why a direct line cannot be opened, or did not deliver. The programs explain it under
/// `error-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LineError {
    /// The text is not the address of a relay, which begins with https.
    #[error("{text} is not the address of a relay")]
    NotARelay {
        /// The given text.
        text: String,
    },
    /// The device is not online, or does not let this one in.
    #[error("the device cannot be reached now")]
    NotReached,
    /// The bytes are more than an envelope may have.
    #[error("the envelope is too large")]
    TooLarge,
    /// This computer cannot open a line.
    #[error("the direct line cannot be opened: {detail}")]
    NoLine {
        /// The answer of the system.
        detail: String,
    },
}

codes!(LineError {
    Self::NotARelay { .. } => "line-not-a-relay",
    Self::NotReached => "line-not-reached",
    Self::TooLarge => "line-too-large",
    Self::NoLine { .. } => "line-none",
});

impl LineError {
    /// Returns the detail for the message; empty if there is none.
    pub fn detail(&self) -> &str {
        match self {
            Self::NotARelay { text } => text,
            Self::NoLine { detail } => detail,
            Self::NotReached | Self::TooLarge => "",
        }
    }
}
