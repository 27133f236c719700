//! A text on pages: a title, and under headings paragraphs, lists and tables.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::drawing::Drawing;
use super::error::PictureError;
use super::picture::Language;
use super::world::World;

/// A text from its title to its last block, in reading order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pages {
    /// The title, also at the foot of every page.
    pub title: String,
    /// The lines under the title: the day of the text, and who made it.
    pub about: Vec<String>,
    /// The day at the foot of every page.
    pub dated: String,
    /// The language of the text.
    pub language: Language,
    /// True for large letters, for people who do not read with ease.
    pub large: bool,
    /// The blocks of the text.
    pub blocks: Vec<Block>,
}

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// The heading of the blocks that follow: at level 2, or at level 3 within it.
    Heading {
        /// The level of the heading; the title is level 1.
        level: u8,
        /// The text of the heading.
        text: String,
    },
    /// A paragraph of sentences.
    Paragraph {
        /// The text of the paragraph.
        text: String,
    },
    /// A paragraph in a quieter colour.
    Quiet {
        /// The text of the paragraph.
        text: String,
    },
    /// A quotation of somebody's own words; line breaks stay.
    OwnWords {
        /// The quoted words.
        text: String,
    },
    /// A list of items of one kind.
    List {
        /// The items, one a line.
        lines: Vec<String>,
    },
    /// The facts about one thing.
    Facts {
        /// The facts, one a line.
        lines: Vec<Fact>,
    },
    /// A table of many things; the first cell of a row names what the row is about.
    Table {
        /// The headings of the columns.
        head: Vec<String>,
        /// The rows. Missing cells are empty.
        rows: Vec<Vec<String>>,
    },
    /// A drawing on a page of its own. A text has at most one.
    Drawing {
        /// The heading of the page.
        title: String,
        /// The drawing, complete in itself.
        #[serde(skip)]
        svg: String,
        /// The description of the drawing for people who cannot see it.
        says: String,
    },
    /// The meaning of the signs in the drawing.
    Signs {
        /// The signs with their meanings.
        signs: Vec<Sign>,
    },
}

/// A sign with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sign {
    /// The sign, a drawing complete in itself; absent if the meaning concerns the whole drawing.
    pub svg: Option<String>,
    /// The meaning of the sign.
    pub says: String,
}

/// A fact: a name and a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The name of the fact.
    pub name: String,
    /// The value; line breaks stay.
    pub says: String,
}

impl Block {
    /// Returns a heading of level 2.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: 2, text: text.into() }
    }

    /// Returns a heading of level 3.
    pub fn under(text: impl Into<String>) -> Self {
        Self::Heading { level: 3, text: text.into() }
    }

    /// Returns a paragraph.
    pub fn told(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// Returns a paragraph in a quieter colour.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Quiet { text: text.into() }
    }
}

impl Pages {
    /// Returns the bytes of a PDF of the text that a screen reader can read aloud (PDF/UA-1).
    pub fn file(&self) -> Result<Vec<u8>, PictureError> {
        let mut drawings = self.blocks.iter().filter_map(|block| match block {
            Block::Drawing { svg, .. } => Some(svg),
            _ => None,
        });
        let drawing = drawings.next();
        if drawings.next().is_some() {
            return Err(PictureError::NotMade("a text has one drawing at most".to_owned()));
        }
        let signs = self.blocks.iter().flat_map(|block| match block {
            Block::Signs { signs } => signs.as_slice(),
            _ => &[],
        });
        for svg in signs.filter_map(|sign| sign.svg.as_ref()).chain(drawing) {
            Drawing::read(svg)?;
        }
        let data = serde_json::to_vec(self).map_err(|error| PictureError::NotMade(error.to_string()))?;
        let drawing = drawing.map(|svg| ("drawing.svg", svg.clone().into_bytes()));
        let files = [("data.json", data)].into_iter().chain(drawing);
        World::new(include_str!("pages.typ"), files)?.set()
    }
}
