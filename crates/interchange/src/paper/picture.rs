//! A drawing of a network with the same network in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A drawing with the same network in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MapPicture {
    /// The drawing, complete in itself. On pages it goes without title and date, which are set beside it.
    pub svg: String,
    /// The title of the drawing.
    pub title: String,
    /// The day that the drawing shows, as a reader writes it.
    pub dated: String,
    /// The description of the drawing for people who cannot see it.
    pub says: String,
    /// The meaning of the signs in the drawing.
    pub legend: Legend,
    /// The same network in words.
    pub table: Table,
    /// The language of all these texts.
    pub language: Language,
}

/// The meaning of the signs in a drawing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Legend {
    /// The heading of the legend.
    pub title: String,
    /// The lines of the legend, one sign with its meaning each.
    pub lines: Vec<String>,
}

/// A table with a row for each member; the first cell of a row names the member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Table {
    /// The heading of the table.
    pub title: String,
    /// The headings of the columns.
    pub head: Vec<String>,
    /// The rows. Missing cells are empty.
    pub rows: Vec<Vec<String>>,
}

/// The language of a document, by its code in BCP 47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// The Dutch language.
    Nl,
    /// The English language.
    En,
}
