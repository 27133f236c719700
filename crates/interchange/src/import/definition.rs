//! The definition of a format that Kring reads.

use strum::VariantArray;
use thiserror::Error;

use super::draft::Draft;

/// The largest file that is read, in bytes: a family tree of half a million lines is smaller.
pub const MAX_FILE_BYTES: usize = 64 * 1024 * 1024;

/// A format that Kring reads. Each format is one constant, in the file of its reader.
pub(crate) struct ImportDefinition {
    /// The name at the terminal and in answers.
    pub(crate) name: &'static str,
    /// The names by which people know such files, the same in every language.
    pub(crate) titles: &'static [&'static str],
    /// The kind of contents, under which the window names the format.
    pub(crate) contents: Contents,
    /// The extensions that tell the format of a file whose contents do not; the usual one comes first.
    pub(crate) extensions: &'static [&'static str],
    /// Extensions that other programs use for other formats too: the window offers such files, and only their
    /// contents tell the format.
    pub(crate) shared_extensions: &'static [&'static str],
    /// Returns whether the beginning of a file shows that it has this format.
    pub(crate) shows: fn(head: &str) -> bool,
    /// Returns whether a file that begins like this and has one of the extensions can have this format.
    pub(crate) allows: fn(head: &str) -> bool,
    /// Reads a file.
    pub(crate) read: fn(bytes: &[u8]) -> Result<Draft, ReadError>,
    /// A small file of this format with somebody in it, from which tests and fuzzing begin.
    pub(crate) example: &'static str,
}

/// A kind of contents of a file, as the messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Contents {
    /// A family tree.
    FamilyTree,
    /// A table of people or ties.
    Table,
    /// A network of nodes and edges.
    Network,
    /// A list of contacts.
    Contacts,
}

impl Contents {
    /// Every kind of contents.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name of the argument under which the messages list the formats with such contents.
    pub fn argument(self) -> &'static str {
        match self {
            Self::FamilyTree => "trees",
            Self::Table => "tables",
            Self::Network => "networks",
            Self::Contacts => "contacts",
        }
    }
}

/// The reason why a file as a whole cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The file is larger than [`MAX_FILE_BYTES`].
    #[error("the file is larger than 64 MB")]
    TooLarge,
    /// The table has no column of names.
    #[error("the table has no column with names")]
    NoNames,
    /// The file holds no person, organisation or tie.
    #[error("there is nobody in the file")]
    NothingFound,
}

/// Returns whether a text begins with another, in capital or small letters.
pub(super) fn begins_with(text: &str, beginning: &str) -> bool {
    text.get(..beginning.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(beginning))
}
