//! Undo and redo of what a person writes in the texts of notes, in one row with the edits of the record.

use dossier::NoteId;

/// The most steps that are kept; older ones are forgotten.
const MOST_STEPS: usize = 200;

/// A change of a note's text by this person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TextStep {
    pub(crate) note: NoteId,
    /// The text before the step.
    pub(crate) before: String,
    /// The text after it.
    pub(crate) after: String,
}

impl TextStep {
    /// Returns the step that takes this one back.
    fn reversed(self) -> Self {
        Self { note: self.note, before: self.after, after: self.before }
    }
}

/// One step of the row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// An edit of the record, which has a stack of its own.
    Record,
    /// A change of a note's text.
    Text(TextStep),
}

/// The order in which a person edited the record and wrote in notes.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Steps {
    /// Adds an edit of the record.
    pub(crate) fn edited(&mut self) {
        self.add(Step::Record);
    }

    /// Adds what was written in a note. Text is saved each second while somebody types, so what goes on in the middle
    /// of a word belongs to the step before.
    pub(crate) fn wrote(&mut self, step: TextStep) {
        if step.before == step.after {
            return;
        }
        match self.done.last_mut() {
            Some(Step::Text(last)) if last.goes_on_in(&step) && self.undone.is_empty() => {
                last.after = step.after
            }
            _ => self.add(Step::Text(step)),
        }
    }

    fn add(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
        if self.done.len() > MOST_STEPS {
            self.done.remove(0);
        }
    }

    /// Returns the step to undo, and moves it among those to redo.
    pub(crate) fn undo(&mut self) -> Option<Step> {
        move_last(&mut self.done, &mut self.undone)
    }

    /// Returns the step to redo, and moves it among those to undo.
    pub(crate) fn redo(&mut self) -> Option<Step> {
        move_last(&mut self.undone, &mut self.done)
    }

    /// Puts the step back that was undone, or redone, last: it could not be written.
    pub(crate) fn put_back(&mut self, was_undone: bool) {
        match was_undone {
            true => drop(move_last(&mut self.undone, &mut self.done)),
            false => drop(move_last(&mut self.done, &mut self.undone)),
        }
    }

    /// Returns whether there is a text to undo.
    pub(crate) fn has_text_to_undo(&self) -> bool {
        self.done.iter().any(|step| matches!(step, Step::Text(_)))
    }

    /// Returns whether there is a text to redo.
    pub(crate) fn has_text_to_redo(&self) -> bool {
        self.undone.iter().any(|step| matches!(step, Step::Text(_)))
    }
}

impl TextStep {
    /// Returns whether another step goes on where this one ends, in the middle of a word.
    fn goes_on_in(&self, next: &Self) -> bool {
        let is_in_a_word = self.after.chars().next_back().is_some_and(char::is_alphanumeric)
            && next
                .after
                .strip_prefix(self.after.as_str())
                .is_some_and(|more| more.starts_with(char::is_alphanumeric));
        self.note == next.note && self.after == next.before && is_in_a_word
    }
}

fn move_last(from: &mut Vec<Step>, to: &mut Vec<Step>) -> Option<Step> {
    let step = from.pop()?;
    let back = match step {
        Step::Record => Step::Record,
        Step::Text(text) => Step::Text(text.reversed()),
    };
    to.push(back.clone());
    Some(back)
}

#[cfg(test)]
mod tests {
    use dossier::Id as _;

    use super::*;

    fn wrote(steps: &mut Steps, before: &str, after: &str) {
        let note = NoteId::from_random([1; 10]);
        steps.wrote(TextStep { note, before: before.into(), after: after.into() });
    }

    fn texts(mut next: impl FnMut() -> Option<Step>) -> Vec<String> {
        std::iter::from_fn(|| match next()? {
            Step::Record => Some("record".to_owned()),
            Step::Text(step) => Some(step.after),
        })
        .collect()
    }

    #[test]
    fn a_text_is_undone_word_by_word_among_the_edits_of_the_record() {
        let mut steps = Steps::default();
        wrote(&mut steps, "", "Koff");
        wrote(&mut steps, "Koff", "Koffie ");
        steps.edited();
        wrote(&mut steps, "Koffie ", "Koffie gedronken.");
        assert_eq!(texts(|| steps.undo()), ["Koffie ", "record", ""]);
        assert_eq!(texts(|| steps.redo()), ["Koffie ", "record", "Koffie gedronken."]);
    }

    #[test]
    fn whatever_is_written_ends_what_could_be_redone() {
        let mut steps = Steps::default();
        wrote(&mut steps, "", "Koffie ");
        steps.undo();
        wrote(&mut steps, "", "Thee");
        assert!(!steps.has_text_to_redo());
        assert_eq!(texts(|| steps.undo()), [""]);
    }
}
