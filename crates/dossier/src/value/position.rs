//! Positions of members on a map.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A position on a map, as fractions of its width and height from 0 to 1. The client is in the middle, at
/// 0.5, 0.5.
///
/// Both fractions are one value: if two people move a member at the same time, it lands where one of them put
/// it, never between.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Position {
    /// The fraction of the width, from left to right.
    pub x: f64,
    /// The fraction of the height, from top to bottom.
    pub y: f64,
}

/// Positions are equal when they agree to the ten-thousandth, which is the precision of the document.
impl PartialEq for Position {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Position {
    /// Returns whether the position is on the map.
    pub fn is_on_the_map(&self) -> bool {
        [self.x, self.y].iter().all(|part| (0.0..=1.0).contains(part))
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Four digits are a tenth of a pixel on a large screen, and make a drag cost about ten bytes.
        write!(f, "{:.4} {:.4}", self.x, self.y)
    }
}

impl FromStr for Position {
    type Err = ();

    /// Reads two numbers. Infinite ones have no place on a map, and no form in JSON.
    fn from_str(text: &str) -> Result<Self, ()> {
        let number = |part: &str| part.parse::<f64>().ok().filter(|part| part.is_finite()).ok_or(());
        let mut parts = text.split(' ').map(number);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(x), Some(y), None) => Ok(Self { x: x?, y: y? }),
            _ => Err(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_two_finite_numbers() {
        assert_eq!("0.25 1".parse(), Ok(Position { x: 0.25, y: 1.0 }));
        for text in ["", "0.5", "0.5 0.5 0.5", "NaN 0.5", "0.5 inf", "-inf NaN", "1e999 0", "a b"] {
            assert_eq!(text.parse::<Position>(), Err(()), "{text}");
        }
    }
}
