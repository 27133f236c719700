//! Three questions of our own, to ask at the kitchen table. They do not measure; they tell when to talk.

use super::answers::Answers;
use super::form::{Form, Item, Scale};
use super::outcome::Outcome;

/// The form of the three questions: does the carer have a life of her own, can she go on like this, and can
/// somebody take over; each 0 yes, 1 sometimes or 2 no.
pub const THREE_QUESTIONS: Form = Form { items: &[item("own-life"), item("go-on"), item("take-over")] };

const fn item(name: &'static str) -> Item {
    Item { name, scale: Scale::Sometimes }
}

/// Returns the questions that were not answered with yes. There is no sum and no cutoff: nobody has tested
/// these questions, so they lead to a talk and never to a grade.
pub(super) fn score(answers: &Answers) -> Option<Outcome> {
    let all = answers.all()?;
    let talk_about = all.iter().filter(|(_, answer)| *answer > 0).map(|(item, _)| item.name.to_owned());
    Some(Outcome::Signal { talk_about: talk_about.collect() })
}
