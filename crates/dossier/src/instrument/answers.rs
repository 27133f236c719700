//! Answers in the form of the record: a digit for each item, or a hyphen if it was not answered.

use super::form::{Form, Item};
use crate::validity::Invalid;

/// The key of the field of a measurement that holds the answers.
const FIELD: &str = "answers";

/// The answers to all items of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    form: &'static Form,
    given: Vec<Option<u8>>,
}

impl Answers {
    /// Reads answers. An empty text means that nothing was answered.
    pub fn read(form: &'static Form, text: &str) -> Result<Self, Invalid> {
        let must = form.places();
        if text.is_empty() {
            return Ok(Self { form, given: vec![None; form.items.len()] });
        }
        if text.chars().count() != must {
            return Err(Invalid::AnswersLength { field: FIELD, must });
        }
        let mut characters = text.chars();
        let given = form.items.iter().enumerate().map(|(index, item)| {
            let text: String = characters.by_ref().take(item.scale.places()).collect();
            answer(item, &text).ok_or(Invalid::NotAnAnswer {
                field: FIELD,
                item: index + 1,
                most: item.scale.most(),
            })
        });
        Ok(Self { form, given: given.collect::<Result<_, _>>()? })
    }

    /// Returns each item with its answer.
    pub(super) fn each(&self) -> impl Iterator<Item = (&'static Item, Option<u8>)> {
        self.form.items.iter().zip(self.given.iter().copied())
    }

    /// Returns each item with its answer; `None` if one is missing.
    pub(super) fn all(&self) -> Option<Vec<(&'static Item, u8)>> {
        self.each().map(|(item, answer)| Some((item, answer?))).collect()
    }

    /// Returns the names of the items that were not answered.
    pub fn missing(&self) -> impl Iterator<Item = &'static str> {
        self.each().filter(|(_, answer)| answer.is_none()).map(|(item, _)| item.name)
    }
}

/// Reads the answer to one item: `Some(None)` if it was not answered, `None` if the item takes no such
/// answer.
fn answer(item: &Item, text: &str) -> Option<Option<u8>> {
    if text.chars().all(|character| character == '-') {
        return Some(None);
    }
    let digits = text.chars().all(|character| character.is_ascii_digit());
    let number = text.parse().ok().filter(|number| digits && *number <= item.scale.most())?;
    Some(Some(number))
}
