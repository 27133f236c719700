//! The failure of a command: the sentence on standard error, and the exit code.

use std::collections::BTreeMap;
use std::process::ExitCode;

use coach::{CoachError, VaultError};
use codes::codes;

use crate::messages::Messages;

/// The reason why a command failed.
pub(crate) enum Failure {
    Coach(CoachError),
    /// No `--vault` was given.
    NoVaultNamed,
    /// No passphrase could be read.
    NoPassphrase,
    /// A file with an invitation could not be read.
    Unreadable {
        path: String,
    },
    /// No conflict has this number.
    NoSuchConflict {
        number: usize,
    },
    /// A conflict has no value of this number.
    NoSuchAnswer {
        number: usize,
    },
    /// The user did not confirm that the old history may be removed.
    RemovalNotConfirmed,
    /// The record has no such field; `known` names those that it has.
    UnknownField {
        field: String,
        known: String,
    },
    /// A field does not accept the value. `known` names the accepted values if they are a list, and is empty
    /// otherwise.
    UnfitValue {
        field: String,
        value: String,
        known: String,
    },
    /// A private note has only a text, and no such field.
    OnlyText {
        field: String,
    },
}

impl<E: Into<CoachError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Coach(error.into())
    }
}

codes!(Failure {
    Self::NoVaultNamed => "no-vault-named",
    Self::NoPassphrase => "no-passphrase",
    Self::Unreadable { .. } => "file",
    Self::NoSuchConflict { .. } => "no-such-difference",
    Self::NoSuchAnswer { .. } => "no-such-answer",
    Self::RemovalNotConfirmed => "history-kept",
    Self::UnknownField { .. } => "unknown-field",
    Self::UnfitValue { known, .. } if known.is_empty() => "unfit-value",
    Self::UnfitValue { .. } => "unknown-choice",
    Self::OnlyText { .. } => "only-text",
} from {
    Self::Coach(error) => error: CoachError,
});

impl Failure {
    pub(crate) fn explain(&self, messages: &Messages) -> String {
        let args = match self {
            Self::Coach(error) => {
                let mut args = error.args();
                if let Some(field) = args.get_mut("field") {
                    *field = messages.say(&format!("field-{field}"), &BTreeMap::new());
                }
                args
            }
            Self::NoVaultNamed | Self::NoPassphrase | Self::RemovalNotConfirmed => BTreeMap::new(),
            Self::Unreadable { path } => named([("path", path)]),
            Self::NoSuchConflict { number } | Self::NoSuchAnswer { number } => {
                named([("number", &number.to_string())])
            }
            Self::UnknownField { field, known } => named([("field", field), ("known", known)]),
            Self::UnfitValue { field, value, known } => {
                named([("field", field), ("value", value), ("known", known)])
            }
            Self::OnlyText { field } => named([("field", field)]),
        };
        messages.say(&format!("error-{}", self.code()), &args)
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        let exit = match self {
            Self::NoVaultNamed
            | Self::UnknownField { .. }
            | Self::UnfitValue { .. }
            | Self::OnlyText { .. }
            | Self::Coach(CoachError::NotAnId(_)) => Exit::Usage,
            Self::NoPassphrase
            | Self::Coach(CoachError::Vault(VaultError::WrongPassphrase | VaultError::WrongRecoveryCode)) => {
                Exit::Passphrase
            }
            Self::Coach(CoachError::Vault(VaultError::InUse { .. })) => Exit::InUse,
            Self::Coach(_)
            | Self::Unreadable { .. }
            | Self::NoSuchConflict { .. }
            | Self::NoSuchAnswer { .. }
            | Self::RemovalNotConfirmed => Exit::Refused,
        };
        exit.into()
    }
}

/// The exit codes of a command that does not succeed.
#[derive(Clone, Copy)]
pub(crate) enum Exit {
    /// The command was refused.
    Refused = 1,
    /// The command is not written correctly. clap ends with this code too.
    Usage = 2,
    /// The passphrase or recovery code is wrong.
    Passphrase = 3,
    /// Another program has the vault open.
    InUse = 4,
    /// The vault is damaged.
    Damaged = 5,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

fn named<const N: usize>(args: [(&str, &String); N]) -> BTreeMap<String, String> {
    args.into_iter().map(|(key, value)| (key.to_owned(), value.clone())).collect()
}
