//! Which formats there are, and which one a file has.

use thiserror::Error;

use crate::encoding::decode;

/// The most bytes that a file may have: a family tree of half a million lines is smaller.
pub const LARGEST: usize = 64 * 1024 * 1024;
/// How much of a file tells its format.
const HEAD: usize = 4096;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportFormat {
    /// Family trees: GEDCOM 5.5.1 (FamilySearch 2019) and 7.0 (FamilySearch 2021).
    Gedcom,
    /// Networks of points and lines: GraphML (graphml.graphdrawing.org), also what Network Canvas exports.
    Graphml,
    /// Tables of people or ties, also what Network Canvas exports.
    Csv,
    /// Contacts: vCard 3 (RFC 2426) and 4 (RFC 6350).
    Vcard,
}

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// The network, for programs that analyse or draw networks.
    Graphml,
    /// The network as two tables, for spreadsheets.
    Csv,
    /// The whole dossier, notes included.
    Json,
}

/// Why a file as a whole cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// It is larger than [`LARGEST`].
    #[error("the file is larger than 64 MB")]
    TooLarge,
    /// A table without a column of names.
    #[error("the table has no column with names")]
    NoNames,
    /// Nobody and nothing was found in it.
    #[error("there is nobody in the file")]
    NothingFound,
}

impl ImportFormat {
    /// All formats that can be read.
    pub const ALL: [Self; 4] = [Self::Gedcom, Self::Graphml, Self::Csv, Self::Vcard];

    /// The name of the format, on the terminal and in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gedcom => "gedcom",
            Self::Graphml => "graphml",
            Self::Csv => "csv",
            Self::Vcard => "vcard",
        }
    }

    /// The format of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format of a file: told by what stands in it, and where that says nothing by its name.
    pub fn recognise(name: &str, bytes: &[u8]) -> Option<Self> {
        let head = decode(bytes.get(..HEAD).unwrap_or(bytes));
        let head = head.trim_start();
        let begins =
            |with: &str| head.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
        if begins("0 HEAD") {
            return Some(Self::Gedcom);
        }
        if begins("BEGIN:VCARD") {
            return Some(Self::Vcard);
        }
        if begins("<") {
            return head.contains("graphml").then_some(Self::Graphml);
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref()? {
            "ged" | "gedcom" => Some(Self::Gedcom),
            "graphml" => Some(Self::Graphml),
            "vcf" | "vcard" => Some(Self::Vcard),
            "csv" | "tsv" | "txt" if !head.contains('\0') => Some(Self::Csv),
            _ => None,
        }
    }
}

impl ExportFormat {
    /// All formats that can be written.
    pub const ALL: [Self; 3] = [Self::Graphml, Self::Csv, Self::Json];

    /// The name of the format, also the ending of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Graphml => "graphml",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}
