//! The heads that a measuring moment names: what the record held at that moment.

use std::borrow::Cow;

use automerge::ChangeHash;

use crate::document::Heads;
use crate::edit::{Edit, RecordEdit};
use crate::model::{Moment, MomentField};

/// The key under which a measuring moment names its heads.
pub(crate) const HEADS: &str = "heads";

impl Moment {
    /// Returns the heads of the record at this moment; `None` if they were not written, or cannot be read.
    pub fn then(&self) -> Option<Heads> {
        parse_heads(self.heads.as_deref()?)
    }
}

/// Reads heads from the text in which a measuring moment names them.
pub(crate) fn parse_heads(text: &str) -> Option<Heads> {
    let heads = text.split(' ').map(|head| head.parse().ok());
    heads.collect::<Option<Heads>>().filter(|heads| !heads.is_empty())
}

/// Writes heads as the text in which a measuring moment names them.
pub(crate) fn format_heads(heads: &[ChangeHash]) -> String {
    heads.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Returns the edit with the current heads in every measuring moment that it adds, whatever heads the edit
/// names.
pub(crate) fn with_heads<'a>(edit: &'a Edit, now: impl Fn() -> Heads + Copy) -> Cow<'a, Edit> {
    match edit {
        Edit::Moment(RecordEdit::Add { id, fields }) => {
            let heads = format_heads(&now());
            let others = |field: &&MomentField| !matches!(field, MomentField::Heads(_));
            let mut fields: Vec<MomentField> = fields.iter().filter(others).cloned().collect();
            fields.push(MomentField::Heads(Some(heads)));
            Cow::Owned(Edit::Moment(RecordEdit::Add { id: id.clone(), fields }))
        }
        Edit::All(edits) if edits.iter().any(|edit| matches!(with_heads(edit, now), Cow::Owned(_))) => {
            Cow::Owned(Edit::All(edits.iter().map(|edit| with_heads(edit, now).into_owned()).collect()))
        }
        // No other edit adds a measuring moment.
        _ => Cow::Borrowed(edit),
    }
}
