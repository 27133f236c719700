//! What can be wrong with a method's file: each says where, so that whoever wrote the file can mend it.

use codes::codes;
use thiserror::Error;

/// Why a file is not taken for a method. Lines count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MethodError {
    /// The file is larger than a method can be.
    #[error("the file has more than {most} characters")]
    TooLarge {
        /// The most characters.
        most: usize,
    },
    /// The file is not text, or does not say that it is a method.
    #[error("the file does not say kring-method = 1")]
    NotAMethod,
    /// A later version of Kring reads this.
    #[error("the file has format {found}")]
    NewerFormat {
        /// The format that was found.
        found: i64,
    },
    /// A line is not TOML.
    #[error("line {line} cannot be read")]
    Unreadable {
        /// The line.
        line: usize,
    },
    /// Something that a method or step needs is not there.
    #[error("{key} is missing from what begins at line {line}")]
    Missing {
        /// Where the method or step begins.
        line: usize,
        /// What is missing.
        key: &'static str,
    },
    /// A key that this version does not know; a slip of the pen is not passed over.
    #[error("line {line}: there is no {key}")]
    UnknownKey {
        /// The line.
        line: usize,
        /// The key.
        key: String,
        /// Those that there are.
        known: String,
    },
    /// A value of another kind, such as a number in place of text.
    #[error("line {line}: {key} is not written as it must be")]
    WrongKind {
        /// The line.
        line: usize,
        /// The key.
        key: &'static str,
    },
    /// A text is empty, too long, or holds a character that no line has.
    #[error("line {line}: {key} must be one line of at most {most} characters")]
    NoLine {
        /// The line.
        line: usize,
        /// The key.
        key: &'static str,
        /// The most characters.
        most: usize,
    },
    /// A name has other characters than a name may have.
    #[error("line {line}: {name} is no name")]
    BadName {
        /// The line.
        line: usize,
        /// The name.
        name: String,
    },
    /// The name is one of a method that ships.
    #[error("line {line}: {name} ships with Kring")]
    NameTaken {
        /// The line.
        line: usize,
        /// The name.
        name: String,
    },
    /// Two steps have one name.
    #[error("line {line}: a step {name} stands above")]
    TwiceNamed {
        /// The line.
        line: usize,
        /// The name.
        name: String,
    },
    /// No part of Kring has this name.
    #[error("line {line}: there is no part {about}")]
    UnknownPart {
        /// The line.
        line: usize,
        /// What was written.
        about: String,
        /// The parts that there are.
        known: String,
    },
    /// The steps of a phase do not follow on each other.
    #[error("line {line}: {phase} stands above with another phase between")]
    PhaseApart {
        /// The line.
        line: usize,
        /// The phase.
        phase: String,
    },
    /// There is no step, or there are too many.
    #[error("a method has 1 to {most} steps")]
    StepCount {
        /// The most steps.
        most: usize,
    },
    /// A step has more questions than anybody asks.
    #[error("line {line}: a step has at most {most} questions")]
    TooManyQuestions {
        /// The line.
        line: usize,
        /// The most questions.
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
    /// What the message names.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let at = |line: &usize| ("line", line.to_string());
        let most = |most: &usize| ("most", most.to_string());
        match self {
            Self::TooLarge { most: many } | Self::StepCount { most: many } => vec![most(many)],
            Self::NotAMethod => Vec::new(),
            Self::NewerFormat { found } => vec![("found", found.to_string())],
            Self::Unreadable { line } => vec![at(line)],
            // Not `field`: that one is the name of a field of the record, which the window translates.
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
