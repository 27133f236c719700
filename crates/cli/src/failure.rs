//! What the terminal tells when it refuses, and the number it ends with.

use std::collections::BTreeMap;
use std::process::ExitCode;

use coach::CoachError;

use crate::messages::Messages;

/// Codes of refusals that only the terminal has.
#[cfg(test)]
pub(crate) const CODES: &[&str] = &["no-vault-named", "no-passphrase", "unknown-field", "unknown-choice"];

/// Why a command did not go through.
pub(crate) enum Failure {
    Coach(CoachError),
    /// No `--vault` was given.
    NoVaultNamed,
    /// No passphrase could be read.
    NoPassphrase,
    /// A field is not one of the record.
    UnknownField {
        field: String,
        known: String,
    },
    /// A value is not one of the list.
    UnknownChoice {
        field: String,
        value: String,
    },
}

impl<E: Into<CoachError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Coach(error.into())
    }
}

impl Failure {
    fn code(&self) -> &'static str {
        match self {
            Self::Coach(error) => error.code(),
            Self::NoVaultNamed => "no-vault-named",
            Self::NoPassphrase => "no-passphrase",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownChoice { .. } => "unknown-choice",
        }
    }

    pub(crate) fn explain(&self, messages: &Messages) -> String {
        let args = match self {
            Self::Coach(error) => {
                let mut args = error.args();
                if let Some(field) = args.get_mut("field") {
                    *field = messages.say(&format!("field-{field}"), &BTreeMap::new());
                }
                args
            }
            Self::NoVaultNamed | Self::NoPassphrase => BTreeMap::new(),
            Self::UnknownField { field, known } => two(("field", field), ("known", known)),
            Self::UnknownChoice { field, value } => two(("field", field), ("value", value)),
        };
        messages.say(&format!("error-{}", self.code()), &args)
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self.code() {
            "no-vault-named" | "unknown-field" | "unknown-choice" | "not-an-id" => 2,
            "wrong-passphrase" | "wrong-recovery-code" | "no-passphrase" => 3,
            "in-use" => 4,
            _ => 1,
        })
    }
}

fn two(first: (&str, &str), second: (&str, &str)) -> BTreeMap<String, String> {
    [first, second].into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}
