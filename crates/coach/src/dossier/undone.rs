//! The sentence that says what was undone or redone.

use dossier::{Dossier, Edit, Effect, NoteId, RecordKind, RecordRef};

use crate::desk::excerpt::excerpt;
use crate::message::Message;

/// The maximum number of characters of a name. A wish can be a whole story.
const LONGEST_NAME: usize = 60;

/// One of the two directions in which an edit can be taken back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Undo,
    Redo,
}

impl Direction {
    /// Returns the beginning of the names of the messages.
    pub(crate) fn verb(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

/// Returns what was undone or redone by an edit: the kind and name of a record and what had been done with it,
/// or the number of records.
pub(crate) fn message(dossier: &Dossier, direction: Direction, by: &Edit) -> Message {
    let verb = direction.verb();
    let records = records(by);
    let [(record, effect)] = records.as_slice() else {
        return Message::new(&format!("{verb}-done-several"), [("count", records.len().to_string())]);
    };
    // An undo of an addition hides the record again.
    let what = match (direction, effect) {
        (_, Effect::Changes) => "changed",
        (Direction::Undo, Effect::Hides) | (Direction::Redo, Effect::Shows) => "added",
        (Direction::Undo, Effect::Shows) | (Direction::Redo, Effect::Hides) => "removed",
    };
    let kind = match record {
        RecordRef::Profile => "profile",
        RecordRef::Record { kind, .. } => kind.as_str(),
    };
    let said = [("kind", kind.to_owned()), ("what", what.to_owned())];
    match short(&dossier.name_of(record)) {
        name if name.is_empty() => Message::new(&format!("{verb}-done-kind"), said),
        name => Message::new(&format!("{verb}-done"), said.into_iter().chain([("name", name)])),
    }
}

/// Returns what was undone or redone in the text of a note.
pub(crate) fn text_message(dossier: &Dossier, direction: Direction, note: &NoteId) -> Message {
    let verb = direction.verb();
    let record = RecordRef::Record { kind: RecordKind::Note, id: note.to_string() };
    match short(&dossier.name_of(&record)) {
        name if name.is_empty() => Message::plain(&format!("{verb}-done-text")),
        name => Message::new(&format!("{verb}-done-text-of"), [("name", name)]),
    }
}

/// Returns the records that an edit is about, each once with the effect that matters most. A line that is
/// drawn together with one person belongs to that person.
fn records(edit: &Edit) -> Vec<(RecordRef, Effect)> {
    let mut found: Vec<(RecordRef, Effect)> = Vec::new();
    for (record, effect) in edit.effects() {
        match found.iter_mut().find(|(there, _)| *there == record) {
            Some((_, there)) if *there == Effect::Changes => *there = effect,
            Some(_) => {}
            None => found.push((record, effect)),
        }
    }
    let joins = |record: &RecordRef| {
        use RecordKind::{Parentage, Partnership, Tie};
        matches!(record, RecordRef::Record { kind: Tie | Partnership | Parentage, .. })
    };
    let mut others = found.iter().filter(|(record, _)| !joins(record));
    match (others.next(), others.next()) {
        (Some(only), None) => vec![only.clone()],
        _ => found,
    }
}

fn short(name: &str) -> String {
    let name = excerpt(name);
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    let beginning: String = name.chars().take(LONGEST_NAME).collect();
    format!("{}…", beginning.trim_end())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use words::Words;

    use super::*;
    use crate::message::assert_all_said;

    #[test]
    fn every_outcome_has_a_message_in_both_languages() {
        for end in [
            "done",
            "done-kind",
            "done-several",
            "done-text",
            "done-text-of",
            "nothing",
            "changed-by-another",
        ] {
            assert_all_said(&[&format!("undo-{end}"), &format!("redo-{end}")]);
        }
    }

    #[test]
    fn every_kind_of_record_has_its_own_word_in_both_languages() {
        for words in [Words::of(None), Words::of(Some("en"))] {
            let kinds =
                RecordKind::ALL.iter().map(|kind| kind.as_str()).chain(["profile", "of a later version"]);
            let said: Vec<String> = kinds
                .map(|kind| words.with("undo-done-kind", &[("kind", kind), ("what", "added")]))
                .collect();
            assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len(), "{said:?}");
        }
    }
}
