//! The forms of instruments: their items, and the answers that each item takes.

use serde::Serialize;

/// The form of an instrument: its items in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Form {
    /// The items in the order of the author.
    pub items: &'static [Item],
}

/// One item of an instrument.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// The name of the item. Its label in the message files is `item-<instrument>-<name>`.
    pub name: &'static str,
    /// The answers that the item takes.
    pub scale: Scale,
}

/// The answers that an item takes. A digit means the same in every item of one scale, whether the answer is
/// good or bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// The answers 0 no and 1 yes.
    YesNo,
    /// The answers 0 no, 1 some and 2 a lot.
    HowMuch,
    /// The answers 0 yes, 1 sometimes and 2 no.
    Sometimes,
    /// The answers 0 to 10, which take two characters.
    Ladder,
}

impl Scale {
    /// Returns the highest answer.
    pub fn most(self) -> u8 {
        match self {
            Self::YesNo => 1,
            Self::HowMuch | Self::Sometimes => 2,
            Self::Ladder => 10,
        }
    }

    /// Returns the number of characters that an answer takes.
    pub fn places(self) -> usize {
        if self == Self::Ladder { 2 } else { 1 }
    }
}

impl Form {
    /// Returns the number of characters that all answers take.
    pub fn places(&self) -> usize {
        self.items.iter().map(|item| item.scale.places()).sum()
    }
}
