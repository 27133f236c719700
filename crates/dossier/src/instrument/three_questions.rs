//! Three questions of our own, for at the kitchen table. They measure nothing: they say when to talk.

use super::{Answers, Form, Item, Outcome, Scale};

/// Whether a carer gets round to living, can go on like this, and has somebody to take over; each 0 yes, 1 sometimes, 2 no.
pub const THREE_QUESTIONS: Form = Form { items: &[item("own-life"), item("go-on"), item("take-over")] };

const fn item(name: &'static str) -> Item {
    Item { name, scale: Scale::Sometimes }
}

/// The questions that were not answered with yes. No sum and no cutoff: nobody has tested these questions, so they give a talk
/// and never a grade.
pub(super) fn score(answers: &Answers) -> Option<Outcome> {
    let all = answers.all()?;
    let talk_about = all.iter().filter(|(_, answer)| *answer > 0).map(|(item, _)| item.name.to_owned());
    Some(Outcome::Signal { talk_about: talk_about.collect() })
}
