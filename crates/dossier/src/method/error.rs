//! The errors of the file of a method. Each tells the line, so that the person who wrote the file can correct
//! it.

use codes::codes;
use thiserror::Error;

/// The reason why a file cannot be read as a method. Lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MethodError {
    /// The file is larger than the file of a method can be.
    #[error("the file has more than {most} characters")]
    TooLarge {
        /// The most characters that are allowed.
        most: usize,
    },
    /// The file is not text, or does not say that it is a method.
    #[error("the file does not say kring-method = 1")]
    NotAMethod,
    /// The file has a format that only a later version of Kring reads.
    #[error("the file has format {found}")]
    NewerFormat {
        /// The format of the file.
        found: i64,
    },
    /// A line is not valid TOML.
    #[error("line {line} cannot be read")]
    Unreadable {
        /// The number of the line.
        line: usize,
    },
    /// A key that a method or step needs is missing.
    #[error("{key} is missing from what begins at line {line}")]
    Missing {
        /// The line on which the method or step begins.
        line: usize,
        /// The key that is missing.
        key: &'static str,
    },
    /// This version does not know a key. The key is not ignored, because it may be a typing error.
    #[error("line {line}: there is no {key}")]
    UnknownKey {
        /// The number of the line.
        line: usize,
        /// The key in question.
        key: String,
        /// The keys that exist.
        known: String,
    },
    /// A value has another type than it must have, such as a number in place of text.
    #[error("line {line}: {key} is not written as it must be")]
    WrongKind {
        /// The number of the line.
        line: usize,
        /// The key in question.
        key: &'static str,
    },
    /// A text is empty, too long, or contains a control character.
    #[error("line {line}: {key} must be one line of at most {most} characters")]
    NoLine {
        /// The number of the line.
        line: usize,
        /// The key in question.
        key: &'static str,
        /// The most characters that are allowed.
        most: usize,
    },
    /// A name has characters that a name must not have.
    #[error("line {line}: {name} is no name")]
    BadName {
        /// The number of the line.
        line: usize,
        /// The name in question.
        name: String,
    },
    /// The name is that of a method that ships.
    #[error("line {line}: {name} ships with Kring")]
    NameTaken {
        /// The number of the line.
        line: usize,
        /// The name in question.
        name: String,
    },
    /// Two steps have the same name.
    #[error("line {line}: a step {name} stands above")]
    TwiceNamed {
        /// The number of the line.
        line: usize,
        /// The name in question.
        name: String,
    },
    /// No part of Kring has this name.
    #[error("line {line}: there is no part {about}")]
    UnknownPart {
        /// The number of the line.
        line: usize,
        /// The part that was written.
        about: String,
        /// The parts that exist.
        known: String,
    },
    /// The steps of a phase are not next to each other.
    #[error("line {line}: {phase} stands above with another phase between")]
    PhaseApart {
        /// The number of the line.
        line: usize,
        /// The title of the phase.
        phase: String,
    },
    /// The method has no steps, or too many.
    #[error("a method has 1 to {most} steps")]
    StepCount {
        /// The most steps that are allowed.
        most: usize,
    },
    /// A step has too many questions.
    #[error("line {line}: a step has at most {most} questions")]
    TooManyQuestions {
        /// The number of the line.
        line: usize,
        /// The most questions that are allowed.
        most: usize,
    },
}

codes!(MethodError {
    Self::TooLarge { .. } => "method-too-large",
    Self::NotAMethod => "method-not-one",
    Self::NewerFormat { .. } => "method-newer",
    Self::Unreadable { .. } => "method-unreadable",
    Self::Missing { .. } => "method-missing",
    Self::UnknownKey { .. } => "method-unknown-key",
    Self::WrongKind { .. } => "method-wrong-kind",
    Self::NoLine { .. } => "method-no-line",
    Self::BadName { .. } => "method-bad-name",
    Self::NameTaken { .. } => "method-name-taken",
    Self::TwiceNamed { .. } => "method-twice-named",
    Self::UnknownPart { .. } => "method-unknown-part",
    Self::PhaseApart { .. } => "method-phase-apart",
    Self::StepCount { .. } => "method-step-count",
    Self::TooManyQuestions { .. } => "method-too-many-questions",
});

impl MethodError {
    /// Returns the arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let at = |line: &usize| ("line", line.to_string());
        let most = |most: &usize| ("most", most.to_string());
        match self {
            Self::TooLarge { most: many } | Self::StepCount { most: many } => vec![most(many)],
            Self::NotAMethod => Vec::new(),
            Self::NewerFormat { found } => vec![("found", found.to_string())],
            Self::Unreadable { line } => vec![at(line)],
            // The argument is not named `field`: the window translates that one as the name of a field of the
            // record.
            Self::Missing { line, key } | Self::WrongKind { line, key } => {
                vec![at(line), ("key", (*key).to_owned())]
            }
            Self::UnknownKey { line, key, known } => {
                vec![at(line), ("key", key.clone()), ("known", known.clone())]
            }
            Self::NoLine { line, key, most: many } => vec![at(line), ("key", (*key).to_owned()), most(many)],
            Self::BadName { line, name }
            | Self::NameTaken { line, name }
            | Self::TwiceNamed { line, name } => {
                vec![at(line), ("name", name.clone())]
            }
            Self::UnknownPart { line, about, known } => {
                vec![at(line), ("about", about.clone()), ("known", known.clone())]
            }
            Self::PhaseApart { line, phase } => vec![at(line), ("phase", phase.clone())],
            Self::TooManyQuestions { line, most: many } => vec![at(line), most(many)],
        }
    }
}
