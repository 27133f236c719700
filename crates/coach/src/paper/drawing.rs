//! The drawing of a map that a paper prints.

use interchange::paper::Sign;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The drawing of a map, as the window made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperDrawing {
    /// The SVG text. It refers to nothing outside itself.
    pub svg: String,
    /// The description for a person who cannot see the drawing.
    pub says: String,
    /// The legend of the signs in the drawing.
    pub signs: Vec<Sign>,
}
