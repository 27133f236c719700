//! The effects of an edit on the profile and on records.

use crate::edit::{Edit, IntoEdit, RecordEdit, RecordEditOf, match_edit};
use crate::record_ref::RecordRef;

/// The effect of an edit on the profile or on one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The record comes into view.
    Shows,
    /// The record stays in view and has another value.
    Changes,
    /// The record goes out of view.
    Hides,
}

impl Edit {
    /// Returns the effects of this edit, in the order in which they are applied.
    pub fn effects(&self) -> Vec<(RecordRef, Effect)> {
        match_edit!(self,
            change of R => vec![effect_of::<R>(change)],
            profile _field => vec![(RecordRef::Profile, Effect::Changes)],
            all edits => edits.iter().flat_map(Edit::effects).collect()
        )
    }
}

fn effect_of<R: IntoEdit>(change: &RecordEditOf<R>) -> (RecordRef, Effect) {
    let effect = match change {
        RecordEdit::Add { .. } | RecordEdit::Restore { .. } => Effect::Shows,
        RecordEdit::Set { .. } => Effect::Changes,
        RecordEdit::Remove { .. } | RecordEdit::LeaveOut { .. } => Effect::Hides,
    };
    (RecordRef::Record { kind: R::KIND, id: change.id().to_string() }, effect)
}
