//! The formats of a picture.

use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;

use super::drawing::Drawing;
use super::error::PictureError;
use super::picture::MapPicture;
use super::{pixels, print};

/// The format that a picture is saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, VariantArray)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// The drawing as it is, for drawing programs.
    Svg,
    /// An image in pixels, for letters and messages.
    Png,
    /// Pages to print, tagged for screen readers (PDF/UA-1).
    Pdf,
}

impl PictureFormat {
    /// Every format, in the order in which the window offers them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Returns the name of the format, which is also the extension of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

impl MapPicture {
    /// Returns the bytes of a file in a format.
    pub fn file(&self, format: PictureFormat) -> Result<Vec<u8>, PictureError> {
        let drawing = Drawing::read(&self.svg)?;
        match format {
            PictureFormat::Svg => Ok(self.svg.clone().into_bytes()),
            PictureFormat::Png => pixels::paint(&drawing),
            PictureFormat::Pdf => print::pages(self),
        }
    }
}
