//! Where a member stands on a map.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A place on a map as fractions of its width and height, 0 to 1, the client in the middle at 0.5, 0.5.
///
/// One value, not two: a member that two people move at once stands where one of them put it, never between.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Position {
    /// From left to right.
    pub x: f64,
    /// From top to bottom.
    pub y: f64,
}

/// Equal to the ten-thousandth, as precise as the document keeps it.
impl PartialEq for Position {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Position {
    /// Whether the place is on the map.
    pub fn is_on_the_map(&self) -> bool {
        [self.x, self.y].iter().all(|part| (0.0..=1.0).contains(part))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Four digits are a tenth of a pixel on a large screen, and keep a drag at ten bytes.
        write!(f, "{:.4} {:.4}", self.x, self.y)
    }
}

impl FromStr for Position {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(' ').map(|part| part.parse::<f64>().map_err(drop));
        match (parts.next(), parts.next(), parts.next()) {
            (Some(x), Some(y), None) => Ok(Self { x: x?, y: y? }),
            _ => Err(()),
        }
    }
}
