//! Undo and redo of one's own edits, by new edits that are made only if nobody else has written there since.

use std::collections::BTreeSet;

use automerge::{ObjId, ROOT};
use chrono::{DateTime, Utc};

use crate::dossier::Dossier;
use crate::edit::{Edit, EditError, IntoEdit, RecordEdit, RecordEditOf, match_edit};
use crate::id::Id;
use crate::model::Profile;
use crate::reading::REMOVED;
use crate::record::{Field, Record};
use crate::source::Source;

/// The most steps that a stack keeps; older ones are forgotten.
const MOST_STEPS: usize = 200;

/// The steps that can be undone and redone: one's own edits since the dossier was opened.
#[derive(Default)]
pub struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
}

struct Step {
    /// The edit that undoes the step.
    back: Edit,
    /// The operations behind the touched values right after the step. These are operations and not values, so
    /// that the same word written by somebody else counts as theirs.
    left: BTreeSet<Trace>,
}

/// An object, a key of it, and the operations behind the values that the key holds.
type Trace = (String, String, Vec<String>);

/// The outcome of an undo or redo.
#[derive(Clone, Debug, PartialEq)]
pub enum UndoOutcome {
    /// The step was undone, or redone, by this edit.
    Done(Edit),
    /// There is no step to undo or redo.
    NothingToDo,
    /// Somebody else has written there since, so nothing was done and the step is forgotten.
    ChangedByAnother,
}

impl UndoStack {
    /// Applies an edit and remembers how to undo it; returns whether anything was written.
    pub fn apply(
        &mut self,
        dossier: &mut Dossier,
        edit: &Edit,
        at: DateTime<Utc>,
    ) -> Result<bool, EditError> {
        let Some(back) = dossier.apply(edit, at)? else { return Ok(false) };
        self.undone.clear();
        push(&mut self.done, dossier, back);
        Ok(true)
    }

    /// Undoes one's own last edit.
    pub fn undo(&mut self, dossier: &mut Dossier, at: DateTime<Utc>) -> Result<UndoOutcome, EditError> {
        self.undo_if(dossier, at, |_| true)
    }

    /// Undoes one's own last edit among those of which `may` accepts the edit that undoes them. The others
    /// stay, to be undone once `may` accepts them.
    pub fn undo_if(
        &mut self,
        dossier: &mut Dossier,
        at: DateTime<Utc>,
        may: impl Fn(&Edit) -> bool,
    ) -> Result<UndoOutcome, EditError> {
        revert(&mut self.done, &mut self.undone, dossier, at, may)
    }

    /// Redoes the edit that was undone last.
    pub fn redo(&mut self, dossier: &mut Dossier, at: DateTime<Utc>) -> Result<UndoOutcome, EditError> {
        revert(&mut self.undone, &mut self.done, dossier, at, |_| true)
    }

    /// Returns the edits that undo one's own edits, the last one first.
    pub fn to_undo(&self) -> impl Iterator<Item = &Edit> {
        self.done.iter().rev().map(|step| &step.back)
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

fn push(steps: &mut Vec<Step>, dossier: &Dossier, back: Edit) {
    let left = dossier.traces(&back);
    steps.push(Step { back, left });
    if steps.len() > MOST_STEPS {
        steps.remove(0);
    }
}

fn revert(
    from: &mut Vec<Step>,
    to: &mut Vec<Step>,
    dossier: &mut Dossier,
    at: DateTime<Utc>,
    may: impl Fn(&Edit) -> bool,
) -> Result<UndoOutcome, EditError> {
    let last = from.iter().enumerate().rev().find(|(_, step)| may(&step.back));
    let Some((place, step)) = last else { return Ok(UndoOutcome::NothingToDo) };
    if dossier.traces(&step.back) != step.left {
        from.remove(place);
        return Ok(UndoOutcome::ChangedByAnother);
    }
    let back = match dossier.apply(&step.back, at) {
        // Somebody else has removed the record, so the step can never be undone.
        Err(EditError::NotFound { .. }) => {
            from.remove(place);
            return Ok(UndoOutcome::ChangedByAnother);
        }
        // Another step that is refused stays, so that it can be tried again.
        applied => applied?,
    };
    let step = from.remove(place);
    if let Some(back) = back {
        // Other steps that touched the same values find our own new operation there: it must not count as
        // somebody else's.
        let touched: BTreeSet<(String, String)> =
            step.left.iter().map(|(object, key, _)| (object.clone(), key.clone())).collect();
        for other in from.iter_mut().filter(|other| other.touches(&touched)) {
            other.left = dossier.traces(&other.back);
        }
        push(to, dossier, back);
    }
    Ok(UndoOutcome::Done(step.back))
}

impl Step {
    fn touches(&self, places: &BTreeSet<(String, String)>) -> bool {
        self.left.iter().any(|(object, key, _)| places.contains(&(object.clone(), key.clone())))
    }
}

impl Dossier {
    /// Returns the operations behind every value that an edit writes.
    fn traces(&self, edit: &Edit) -> BTreeSet<Trace> {
        let mut traces = BTreeSet::new();
        self.trace(edit, &mut traces);
        traces
    }

    fn trace(&self, edit: &Edit, traces: &mut BTreeSet<Trace>) {
        let source = self.now();
        match_edit!(edit,
            change of R => trace_change::<R>(source, change, traces),
            profile field => {
                if let Some(object) = source.object(&ROOT, Profile::MAP) {
                    traces.insert(trace_at(source, &object, field.key()));
                }
            },
            all edits => edits.iter().for_each(|edit| self.trace(edit, traces))
        );
    }
}

fn trace_change<R: IntoEdit>(source: Source<'_>, change: &RecordEditOf<R>, traces: &mut BTreeSet<Trace>) {
    let Some(map) = source.object(&ROOT, <R as Record>::MAP) else { return };
    let Some(object) = source.object(&map, change.id().as_str()) else { return };
    match change {
        RecordEdit::Set { to, .. } => {
            traces.insert(trace_at(source, &object, to.key()));
        }
        // Undoing the addition of a record would hide what somebody else wrote in it, so trace every key.
        RecordEdit::Remove { .. } => {
            let keys = source.keys(&object);
            traces.extend(keys.map(|key| trace_at(source, &object, &key)));
            traces.insert(trace_at(source, &object, REMOVED));
        }
        RecordEdit::Add { .. } | RecordEdit::Restore { .. } | RecordEdit::LeaveOut { .. } => {
            traces.insert(trace_at(source, &object, REMOVED));
        }
    }
}

fn trace_at(source: Source<'_>, object: &ObjId, key: &str) -> Trace {
    let all = source.get_all(object, key).into_iter();
    let mut held: Vec<String> = all
        .map(|(value, id)| {
            // A text or a set keeps its object while its content changes, so trace the content too.
            let within: Vec<String> = if value.is_object() {
                let keys = source.keys(&id).map(|key| trace_at(source, &id, &key).2.concat() + &key);
                keys.chain([source.text(&id)]).collect()
            } else {
                Vec::new()
            };
            format!("{id} {}", within.join(" "))
        })
        .collect();
    held.sort();
    (object.to_string(), key.to_owned(), held)
}
