//! A text on pages: a title, and under headings what is told, listed and laid in tables.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::drawing::Drawing;
use super::world::World;
use super::{Language, PictureError};

/// A text, from its title to its last part, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pages {
    /// Its title, also at the foot of every page.
    pub title: String,
    /// Lines under the title: of which day it is, who made it.
    pub about: Vec<String>,
    /// The day at the foot of every page.
    pub dated: String,
    /// The language that all this is in.
    pub language: Language,
    /// Whether its letters are large, for who does not read with ease.
    pub large: bool,
    /// What stands on the pages.
    pub parts: Vec<Block>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// What the parts that follow are about: at level 2, or at level 3 within it.
    Heading {
        /// How deep it lies; the title is level 1.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Told in sentences.
    Paragraph {
        /// The sentences.
        text: String,
    },
    /// Told aside.
    Quiet {
        /// The sentences.
        text: String,
    },
    /// In somebody's own words; its lines stay lines.
    OwnWords {
        /// The words.
        text: String,
    },
    /// Things of one kind.
    List {
        /// One thing each.
        lines: Vec<String>,
    },
    /// What is known of one thing.
    Facts {
        /// The facts.
        lines: Vec<Fact>,
    },
    /// Many things of which the same is known; the first cell of a row names what the row is about.
    Table {
        /// What stands in each column.
        head: Vec<String>,
        /// The rows. Cells that lack are empty.
        rows: Vec<Vec<String>>,
    },
    /// A drawing on a page of its own. A text has one at most.
    Drawing {
        /// Its heading.
        title: String,
        /// The drawing, complete in itself.
        #[serde(skip)]
        svg: String,
        /// What it shows, for who cannot see it.
        says: String,
    },
    /// What the signs in the drawing mean.
    Signs {
        /// One sign each.
        signs: Vec<Sign>,
    },
}

/// A sign with what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sign {
    /// The sign, a drawing complete in itself; absent for what is said of the drawing as a whole.
    pub svg: Option<String>,
    /// What it means.
    pub says: String,
}

/// One thing that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is called.
    pub name: String,
    /// How it is; its lines stay lines.
    pub says: String,
}

impl Block {
    /// A heading under the title.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: 2, text: text.into() }
    }

    /// A heading under another.
    pub fn under(text: impl Into<String>) -> Self {
        Self::Heading { level: 3, text: text.into() }
    }

    /// Sentences.
    pub fn told(text: impl Into<String>) -> Self {
        Self::Paragraph { text: text.into() }
    }

    /// Sentences aside.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Quiet { text: text.into() }
    }
}

impl Pages {
    /// Sets the text: the bytes of a PDF that can be read aloud (PDF/UA-1).
    pub fn file(&self) -> Result<Vec<u8>, PictureError> {
        let mut drawings = self.parts.iter().filter_map(|part| match part {
            Block::Drawing { svg, .. } => Some(svg),
            _ => None,
        });
        let drawing = drawings.next();
        if drawings.next().is_some() {
            return Err(PictureError::NotMade("a text has one drawing at most".to_owned()));
        }
        let signs = self.parts.iter().flat_map(|part| match part {
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
