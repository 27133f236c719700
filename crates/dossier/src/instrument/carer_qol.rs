//! CarerQol: the quality of life of a carer, as far as the care bears on it (Brouwer WBF, van Exel NJA, van
//! Gorp B, Redekop WK, The CarerQol instrument, Quality of Life Research 2006;15(6):1005-1021;
//! imta.nl/carerqol).

use super::answers::Answers;
use super::form::{Form, Item, Scale};
use super::outcome::Outcome;

/// The best sum of the seven dimensions.
pub const BEST_CARE: u8 = 14;

/// The dimensions of which a lot is good. Of the other dimensions a lot is bad.
const GOOD: [&str; 2] = ["fulfilment", "support"];

/// The form of CarerQol: the seven dimensions of CarerQol-7D (Brouwer et al. 2006) in the order of the
/// authors, each 0 no, 1 some or 2 a lot; then CarerQol-VAS, the happiness of the carer from 0 to 10.
pub const CARER_QOL: Form = Form {
    items: &[
        item("fulfilment"),
        item("relation"),
        item("mind"),
        item("days"),
        item("money"),
        item("support"),
        item("body"),
        Item { name: "happiness", scale: Scale::Ladder },
    ],
};

const fn item(name: &'static str) -> Item {
    Item { name, scale: Scale::HowMuch }
}

/// Returns the unweighted sum of CarerQol-7D (imta.nl/carerqol) and the happiness beside it.
///
/// In the sum problems count 2 for none, 1 for some and 0 for a lot; fulfilment and support count the other
/// way round. So 0 is the heaviest care and 14 the lightest. The happiness is a scale of its own and not a
/// part of the sum.
///
/// The Dutch tariff (Hoefman et al., Medical Decision Making 2014;34(1):84-96, 0 to 100) is left out: no
/// source that can be checked gave its weights, with the one for physical and mental problems together.
pub(super) fn score(answers: &Answers) -> Option<Outcome> {
    let mut heavy = Vec::new();
    let (mut sum, mut happiness) = (0, None);
    for (item, answer) in answers.each() {
        if item.scale == Scale::Ladder {
            happiness = answer;
            continue;
        }
        let light =
            if GOOD.contains(&item.name) { answer? } else { item.scale.most().checked_sub(answer?)? };
        if light == 0 {
            heavy.push(item.name.to_owned());
        }
        sum += light;
    }
    Some(Outcome::CareQuality { sum, happiness, heavy })
}
