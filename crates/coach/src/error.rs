//! What can go wrong for the person at the screen, with what they can do about it in the message files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use dossier::{DossierId, EditError, Invalid, LoadError, NotAnId};
use interchange::ReadError;
use thiserror::Error;
use vault::VaultError;

use crate::view::Failure;

/// Why a use case did not go through. Nothing was lost by it.
#[derive(Debug, Error)]
pub enum CoachError {
    /// The store refused.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The record refused.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A document in the vault could not be read.
    #[error("the document {document} cannot be read")]
    Document {
        /// Which document.
        document: String,
        /// Why.
        source: LoadError,
    },
    /// An id is not one.
    #[error(transparent)]
    NotAnId(#[from] NotAnId),
    /// There is no such dossier in this vault.
    #[error("there is no dossier {0}")]
    NoSuchDossier(DossierId),
    /// No account is open.
    #[error("no account is open")]
    Locked,
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too easy to guess")]
    WeakPassphrase,
    /// An account's name cannot be a folder's name.
    #[error("“{0}” cannot be the name of an account")]
    BadLabel(String),
    /// The format of a file was not recognised.
    #[error("the format of {0} was not recognised")]
    UnknownFormat(String),
    /// A file as a whole cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What Kring keeps about the account itself cannot be read.
    #[error("the account's own data cannot be read")]
    AccountDamaged,
    /// A file or folder refused.
    #[error("{path}: {source}")]
    File {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The computer gave no randomness.
    #[error("the computer gave no randomness")]
    NoRandomness,
}

impl CoachError {
    /// The name of the message, without `error-`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Vault(error) => error.code(),
            Self::Edit(EditError::Invalid(invalid)) => match invalid {
                Invalid::Empty { .. } => "empty",
                Invalid::TooLong { .. } => "too-long",
                Invalid::Unprintable { .. } => "unprintable",
                Invalid::OffTheMap { .. } => "off-the-map",
                Invalid::NotAYear { .. } => "not-a-year",
                Invalid::ToItself { .. } => "to-itself",
            },
            Self::Edit(EditError::NotThere { .. }) => "not-there",
            Self::Edit(EditError::StandsAlready { .. }) => "stands-already",
            Self::Edit(EditError::NewerFormat { .. }) => "newer-dossier",
            Self::Edit(EditError::Document(_)) | Self::Document { .. } => "document-damaged",
            Self::NotAnId(_) => "not-an-id",
            Self::NoSuchDossier(_) => "no-such-dossier",
            Self::Locked => "locked",
            Self::WeakPassphrase => "weak-passphrase",
            Self::BadLabel(_) => "bad-label",
            Self::UnknownFormat(_) => "unknown-format",
            Self::Read(ReadError::TooLarge) => "file-too-large",
            Self::Read(ReadError::NoNames) => "file-no-names",
            Self::Read(ReadError::NothingFound) => "file-nothing-found",
            Self::AccountDamaged => "account-damaged",
            Self::File { .. } => "file",
            Self::NoRandomness => "no-randomness",
        }
    }

    /// What the message names.
    pub fn args(&self) -> BTreeMap<String, String> {
        let one = |key: &str, value: &dyn ToString| BTreeMap::from([(key.to_owned(), value.to_string())]);
        match self {
            Self::Vault(error) => {
                BTreeMap::from([("detail".to_owned(), error.to_string()), ("path".to_owned(), error.place())])
            }
            Self::Edit(EditError::Invalid(invalid)) => match invalid {
                Invalid::TooLong { field, most } => {
                    BTreeMap::from([("field".into(), (*field).into()), ("most".into(), most.to_string())])
                }
                Invalid::Empty { field }
                | Invalid::Unprintable { field }
                | Invalid::OffTheMap { field }
                | Invalid::NotAYear { field }
                | Invalid::ToItself { field } => one("field", field),
            },
            Self::Edit(EditError::NotThere { id } | EditError::StandsAlready { id }) => one("id", id),
            Self::Document { document, .. } => one("id", document),
            Self::NoSuchDossier(id) => one("id", id),
            Self::NotAnId(error) => one("id", &error.text),
            Self::BadLabel(label) => one("label", label),
            Self::UnknownFormat(name) => one("name", name),
            Self::File { path, .. } => one("path", &path.display()),
            _ => BTreeMap::new(),
        }
    }
}

impl From<&CoachError> for Failure {
    fn from(error: &CoachError) -> Self {
        Self { code: error.code().to_owned(), args: error.args() }
    }
}
