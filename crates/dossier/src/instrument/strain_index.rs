//! The Caregiver Strain Index (Robinson BC, Validation of a Caregiver Strain Index, Journal of Gerontology
//! 1983;38(3):344-348).

use super::answers::Answers;
use super::form::{Form, Item, Scale};
use super::outcome::Outcome;

/// The lowest score at which strain is high (Robinson 1983): 7 of the 13 items.
pub const HIGH_STRAIN: u8 = 7;

/// The form of the Caregiver Strain Index (Robinson 1983): 13 items in the order of the author, each 0 no or
/// 1 yes.
pub const STRAIN_INDEX: Form = Form {
    items: &[
        item("sleep"),
        item("inconvenient"),
        item("body"),
        item("confined"),
        item("household"),
        item("plans"),
        item("demands"),
        item("quarrels"),
        item("behaviour"),
        item("changed"),
        item("work"),
        item("money"),
        item("overwhelmed"),
    ],
};

const fn item(name: &'static str) -> Item {
    Item { name, scale: Scale::YesNo }
}

/// Returns the number of items that apply, 0 to 13, of which 7 or more is high (Robinson 1983).
pub(super) fn score(answers: &Answers) -> Option<Outcome> {
    let score = answers.all()?.iter().map(|(_, answer)| answer).sum();
    Some(Outcome::Strain { score, high: score >= HIGH_STRAIN })
}
