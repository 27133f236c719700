//! Errors of the use cases. The message files tell the person at the screen what to do about each of them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use codes::codes;
use dossier::{CondenseError, DossierId, EditError, Invalid, LoadError, NotAnId};
use exchange::carrier::{CarrierError, LineError, StorageError};
use exchange::charter::IssueError;
use exchange::{DamagedEntry, InvitationError, InvitationKind, MeetError, ShareError};
use interchange::paper::PictureError;
use interchange::{ImportFormat, ReadError};
use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;
use vault::VaultError;

use crate::desk::setting::{SettingError, SettingName};

/// An error as it is shown: `error-<code>` in the message files says what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// The name of the message, without `error-`.
    pub code: String,
    /// The values that the message contains.
    pub args: BTreeMap<String, String>,
}

/// The reason why a use case failed. No data is lost by any of them.
#[derive(Debug, Error)]
pub enum CoachError {
    /// The vault refused the operation.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The dossier refused the edit.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A document in the vault could not be read.
    #[error("the document {document} cannot be read")]
    Document {
        /// The name of the document.
        document: String,
        /// The reason why it cannot be read.
        source: LoadError,
    },
    /// A text is not a valid id.
    #[error(transparent)]
    NotAnId(#[from] NotAnId),
    /// There is no such dossier in this vault.
    #[error("there is no dossier {0}")]
    NoSuchDossier(DossierId),
    /// There is no such measuring moment in the dossier, or what it refers to is not here.
    #[error("there is no measuring moment {0}")]
    NoSuchMoment(String),
    /// No account is open.
    #[error("no account is open")]
    Locked,
    /// The passphrase is too easy to guess.
    #[error("the passphrase is too easy to guess")]
    WeakPassphrase,
    /// An account's name cannot be the name of a folder.
    #[error("“{0}” cannot be the name of an account")]
    BadLabel(String),
    /// The format of a file was not recognised.
    #[error("the format of {0} was not recognised")]
    UnknownFormat(String),
    /// A file as a whole cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A drawing cannot be made into a picture.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The account's own data or its keys for the exchange are missing from its vault or damaged.
    #[error("the account's own data cannot be read")]
    AccountDamaged,
    /// A setting of the account is damaged.
    #[error("the setting {0:?} is damaged")]
    SettingDamaged(SettingName),
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The path of the file or folder.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The computer gave no randomness.
    #[error("the computer gave no randomness")]
    NoRandomness,
    /// There is not enough memory to compute the comparison words.
    #[error("there is not enough memory")]
    NoMemory,
    /// A text is not an invitation.
    #[error(transparent)]
    Invitation(#[from] InvitationError),
    /// An invitation cannot be accepted, or a person is not known.
    #[error(transparent)]
    Meet(#[from] MeetError),
    /// An invitation is of another kind than expected.
    #[error("this invitation is of another kind")]
    AnotherKindOfInvitation(InvitationKind),
    /// This computer is being connected to a person's other computers. Nothing may be written on it before
    /// that is done.
    #[error("this computer is being connected")]
    Joining,
    /// No person is known by that name.
    #[error("nobody is known as {0}")]
    NoSuchPerson(String),
    /// More than one person is known by that name.
    #[error("more than one person is known as {0}")]
    SeveralPeople(String),
    /// The charter does not allow it.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// No other computer of this person has this mark.
    #[error("there is no other computer {0}")]
    NoSuchComputer(String),
    /// This computer was reported lost, and takes no part in the exchange.
    #[error("this computer was reported lost")]
    ReportedLost,
    /// The person is none of those who may be the keeper of a dossier, or it is clear who keeps it.
    #[error("{0} cannot be the keeper")]
    NotAClaimant(String),
    /// The member of the network already has a dossier of their own.
    #[error("{0} has a dossier already")]
    HasOwnDossier(String),
    /// The last day of the consent has passed.
    #[error("the consent ended on {0}")]
    ConsentEnded(NaiveDate),
    /// Only professionals may share dossiers.
    #[error("only a professional shares a dossier")]
    OnlyProfessionals,
    /// This person may only read the dossier.
    #[error("this dossier can only be read")]
    ReadsOnly,
    /// Others have the dossier too, or may have it, so the old history would still exist with them.
    #[error("others may have this dossier too")]
    HistoryIsShared,
    /// The old history of a document cannot be removed now.
    #[error(transparent)]
    Condense(CondenseError),
    /// A text is not the address of a storage.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The storage refused the operation.
    #[error(transparent)]
    Carrier(#[from] CarrierError),
    /// The direct line cannot be opened.
    #[error(transparent)]
    Line(#[from] LineError),
    /// No storage is set.
    #[error("no storage is set")]
    NoStorage,
    /// A file is not a method that can be followed.
    #[error(transparent)]
    Method(#[from] dossier::method::MethodError),
    /// No method has this name.
    #[error("there is no method {0}")]
    NoSuchMethod(String),
    /// No step of the method has this name.
    #[error("there is no step {step} in {method}")]
    NoSuchStep {
        /// The step that was asked for.
        step: String,
        /// The method that the dossier follows.
        method: String,
    },
    /// The account already has the maximum number of methods.
    #[error("the account keeps {most} methods already")]
    TooManyMethods {
        /// The maximum number of methods.
        most: usize,
    },
    /// Entries of the exchange cannot be read.
    #[error(transparent)]
    Exchange(#[from] DamagedEntry),
}

impl From<SettingError> for CoachError {
    fn from(error: SettingError) -> Self {
        match error {
            SettingError::Vault(error) => Self::Vault(error),
            SettingError::Damaged(name) => Self::SettingDamaged(name),
        }
    }
}

impl From<CondenseError> for CoachError {
    fn from(error: CondenseError) -> Self {
        match error {
            CondenseError::Edit(error) => Self::Edit(error),
            other => Self::Condense(other),
        }
    }
}

impl From<IssueError> for CoachError {
    fn from(error: IssueError) -> Self {
        Self::Share(error.into())
    }
}

codes!(CoachError {
    Self::Edit(EditError::Invalid(Invalid::Empty { .. })) => "empty",
    Self::Edit(EditError::Invalid(Invalid::TooLong { .. })) => "too-long",
    Self::Edit(EditError::Invalid(Invalid::Unprintable { .. })) => "unprintable",
    Self::Edit(EditError::Invalid(Invalid::OffTheMap { .. })) => "off-the-map",
    Self::Edit(EditError::Invalid(Invalid::NotAYear { .. })) => "not-a-year",
    Self::Edit(EditError::Invalid(Invalid::ToItself { .. })) => "to-itself",
    Self::Edit(EditError::Invalid(Invalid::AnswersLength { .. })) => "answers-length",
    Self::Edit(EditError::Invalid(Invalid::NotAnAnswer { .. })) => "not-an-answer",
    Self::Edit(EditError::NotFound { .. }) => "not-there",
    Self::Edit(EditError::AlreadyExists { .. }) => "stands-already",
    Self::Edit(EditError::NewerFormat { .. }) => "newer-dossier",
    Self::Edit(EditError::Document(_)) | Self::Document { .. } => "document-damaged",
    Self::NotAnId(_) => "not-an-id",
    Self::NoSuchDossier(_) => "no-such-dossier",
    Self::NoSuchMoment(_) => "no-such-moment",
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
    Self::NoMemory => "no-memory",
    Self::Meet(MeetError::Expired) => "invitation-expired",
    Self::Meet(MeetError::OwnInvitation) => "own-invitation",
    Self::Meet(MeetError::NotNew) => "computer-in-use",
    Self::AnotherKindOfInvitation(InvitationKind::Colleague) => "invitation-for-colleague",
    Self::AnotherKindOfInvitation(InvitationKind::OwnDevice) => "invitation-for-own-computer",
    Self::Joining => "joining",
    Self::Meet(MeetError::NoSuchContact) | Self::NoSuchPerson(_) => "no-such-person",
    Self::SeveralPeople(_) => "several-people",
    Self::Share(ShareError::Damaged(_)) | Self::Exchange(_) => "exchange-damaged",
    Self::Share(ShareError::Unconfirmed) => "words-not-compared",
    Self::Share(ShareError::NotFounded) => "not-founded-here",
    Self::NoSuchComputer(_) => "no-such-computer",
    Self::NotAClaimant(_) => "not-a-claimant",
    Self::HasOwnDossier(_) => "has-own-dossier",
    Self::ReportedLost => "reported-lost",
    Self::ConsentEnded(_) => "consent-ended",
    Self::OnlyProfessionals => "only-professionals",
    Self::ReadsOnly => "reads-only",
    Self::HistoryIsShared => "history-shared",
    Self::Condense(CondenseError::Unsettled) => "history-unsettled",
    Self::Condense(CondenseError::NotUnderstood) => "newer-dossier",
    Self::Condense(CondenseError::Waiting) => "history-waiting",
    Self::Condense(CondenseError::Edit(_)) => "document-damaged",
    Self::NoStorage => "no-storage",
    Self::NoSuchMethod(_) => "no-such-method",
    Self::NoSuchStep { .. } => "no-such-step",
    Self::TooManyMethods { .. } => "too-many-methods",
} from {
    Self::Vault(error) => error: VaultError,
    Self::SettingDamaged(name) => name: SettingName,
    Self::Picture(error) => error: PictureError,
    Self::Invitation(error) => error: InvitationError,
    Self::Share(ShareError::Charter(error)) => error: IssueError,
    Self::Storage(error) => error: StorageError,
    Self::Carrier(error) => error: CarrierError,
    Self::Line(error) => error: LineError,
    Self::Method(error) => error: dossier::method::MethodError,
});

impl CoachError {
    /// Returns the values that the message contains.
    pub fn args(&self) -> BTreeMap<String, String> {
        let one = |key: &str, value: &dyn ToString| BTreeMap::from([(key.to_owned(), value.to_string())]);
        match self {
            Self::Vault(error) => BTreeMap::from([
                ("detail".to_owned(), error.to_string()),
                ("path".to_owned(), error.location()),
            ]),
            Self::Edit(EditError::Invalid(invalid)) => match invalid {
                Invalid::TooLong { field, most } => {
                    BTreeMap::from([("field".into(), (*field).into()), ("most".into(), most.to_string())])
                }
                Invalid::AnswersLength { must, .. } => one("must", must),
                Invalid::NotAnAnswer { item, most, .. } => {
                    BTreeMap::from([("item".into(), item.to_string()), ("most".into(), most.to_string())])
                }
                Invalid::Empty { field }
                | Invalid::Unprintable { field }
                | Invalid::OffTheMap { field }
                | Invalid::NotAYear { field }
                | Invalid::ToItself { field } => one("field", field),
            },
            Self::Edit(EditError::NotFound { id } | EditError::AlreadyExists { id }) => one("id", id),
            Self::Document { document, .. } => one("id", document),
            Self::NoSuchDossier(id) => one("id", id),
            Self::NoSuchMoment(name) => one("name", name),
            Self::NotAnId(error) => one("id", &error.text),
            Self::BadLabel(label) => one("label", label),
            Self::UnknownFormat(name) => {
                let usual = ImportFormat::usual_extensions_by_contents();
                let usual = usual.into_iter().map(|(contents, extensions)| (contents.to_owned(), extensions));
                usual.chain([("name".to_owned(), name.clone())]).collect()
            }
            Self::File { path, .. } => one("path", &path.display()),
            Self::NoSuchPerson(name)
            | Self::SeveralPeople(name)
            | Self::NotAClaimant(name)
            | Self::HasOwnDossier(name) => one("name", name),
            Self::NoSuchComputer(mark) => one("mark", mark),
            Self::Carrier(error) => one("detail", &error.detail()),
            Self::Storage(error) => one("detail", &error.detail()),
            Self::Line(error) => one("detail", &error.detail()),
            Self::Method(error) => {
                error.args().into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
            }
            Self::NoSuchMethod(name) => one("name", name),
            Self::NoSuchStep { step, method } => {
                BTreeMap::from([("step".to_owned(), step.clone()), ("method".to_owned(), method.clone())])
            }
            Self::TooManyMethods { most } => one("most", most),
            _ => BTreeMap::new(),
        }
    }
}

impl From<&CoachError> for Failure {
    fn from(error: &CoachError) -> Self {
        Self { code: error.code().to_owned(), args: error.args() }
    }
}

#[cfg(test)]
mod tests {
    use words::Words;

    use super::*;

    #[test]
    fn every_code_has_a_message_in_both_languages() {
        let named = |prefix: &'static str, codes: Vec<&'static str>| {
            codes.into_iter().map(move |code| format!("{prefix}-{code}"))
        };
        let messages: Vec<String> = named("error", CoachError::codes())
            .chain(named("repair", vault::Repair::codes()))
            .chain(named("problem", vault::Problem::codes()))
            .chain(named("set-apart", exchange::QuarantineReason::codes()))
            .chain(interchange::UnreadReason::codes().into_iter().map(str::to_owned))
            .collect();
        for language in [None, Some("en")] {
            let words = Words::of(language);
            for message in &messages {
                assert_ne!(&words.text(message), message, "there is no text for {message}");
            }
        }
    }
}
