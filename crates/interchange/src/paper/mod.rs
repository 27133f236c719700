//! What goes on paper: a drawing as a picture or as pages that everybody can read, also who hears them read aloud.
//!
//! Invariants
//! - Nothing is fetched, here or by who opens the file: a drawing with more in it than is drawn is refused, and the
//!   typesetter knows only the files in its [`world`].
//! - What a document says is data beside its template, never pasted into it.
//! - Fonts come along, so a print is the same on every computer.

mod drawing;
mod fonts;
mod pages;
mod pixels;
mod print;
mod world;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use drawing::Drawing;
pub use pages::{Block, Fact, Pages, Sign};

/// A drawing with what it shows in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MapPicture {
    /// The drawing, complete in itself. On pages the title and the date are set beside it: there it goes without.
    pub svg: String,
    /// Its title.
    pub title: String,
    /// The day that it shows, as a reader writes it.
    pub dated: String,
    /// What the drawing shows, for who cannot see it.
    pub says: String,
    /// What the signs in the drawing mean.
    pub legend: Legend,
    /// The same network in words.
    pub table: Table,
    /// The language that all this is in.
    pub language: Language,
}

/// What the signs in a drawing mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Legend {
    /// Its heading.
    pub title: String,
    /// One sign with its meaning each.
    pub lines: Vec<String>,
}

/// A table with a row for everybody; the first cell of a row names who it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Table {
    /// Its heading.
    pub title: String,
    /// What stands in each column.
    pub head: Vec<String>,
    /// The rows. Cells that lack are empty.
    pub rows: Vec<Vec<String>>,
}

/// The language of a document, by its code in BCP 47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// What a picture is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// The drawing as it is, for programs that draw.
    Svg,
    /// A picture in points, for letters and messages.
    Png,
    /// Pages to print, tagged for who hears them read aloud (PDF/UA-1).
    Pdf,
}

/// Why a picture cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// The drawing cannot be read.
    #[error("the drawing cannot be read: {0}")]
    Unreadable(String),
    /// The drawing holds something that is not drawn but fetched or run.
    #[error("the drawing holds something that is not drawn: {0}")]
    Foreign(String),
    /// The drawing or its table is larger than paper holds.
    #[error("the drawing or its table is too large")]
    TooLarge,
    /// The typesetter or the painter refused.
    #[error("the picture cannot be made: {0}")]
    NotMade(String),
}

impl PictureFormat {
    /// Its name, which is the ending of its files too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

impl PictureError {
    /// The name of the message, without `error-`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "picture-unreadable",
            Self::Foreign(_) => "picture-foreign",
            Self::TooLarge => "picture-too-large",
            Self::NotMade(_) => "picture-not-made",
        }
    }
}

impl MapPicture {
    /// Makes the bytes of a file.
    pub fn file(&self, format: PictureFormat) -> Result<Vec<u8>, PictureError> {
        let drawing = Drawing::read(&self.svg)?;
        match format {
            PictureFormat::Svg => Ok(self.svg.clone().into_bytes()),
            PictureFormat::Png => pixels::paint(&drawing),
            PictureFormat::Pdf => print::pages(self),
        }
    }
}
