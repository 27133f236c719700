//! Undo and redo of one's own edits: forward edits, made only where nobody else has written since.

use std::collections::BTreeSet;

use automerge::{ObjId, ROOT};
use chrono::{DateTime, Utc};

use crate::dossier::Dossier;
use crate::edit::{Edit, EditError, IntoEdit, RecordEdit, RecordEditOf, with_change};
use crate::id::Id;
use crate::model::Profile;
use crate::record::{Field, Record};
use crate::source::Source;

/// How many steps are kept.
const MOST_STEPS: usize = 200;

/// One's own edits since the dossier was opened, newest last.
#[derive(Default)]
pub struct UndoStack {
    done: Vec<Step>,
    undone: Vec<Step>,
}

struct Step {
    /// The edit that takes the step back.
    back: Edit,
    /// What stood in the touched places when the step had been taken: by operation, so that the same word written by
    /// somebody else counts as theirs.
    left: BTreeSet<Trace>,
}

type Trace = (String, String, Vec<String>);

/// What came of an undo or redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoOutcome {
    /// The step was taken back.
    Done,
    /// There is no step to take back.
    NothingToDo,
    /// Somebody else has written there since; the step is left alone and forgotten.
    ChangedByAnother,
}

impl UndoStack {
    /// Applies an edit and remembers how to take it back; returns whether anything was written.
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

    /// Takes back one's own last edit.
    pub fn undo(&mut self, dossier: &mut Dossier, at: DateTime<Utc>) -> Result<UndoOutcome, EditError> {
        take_back(&mut self.done, &mut self.undone, dossier, at)
    }

    /// Makes again what was taken back last.
    pub fn redo(&mut self, dossier: &mut Dossier, at: DateTime<Utc>) -> Result<UndoOutcome, EditError> {
        take_back(&mut self.undone, &mut self.done, dossier, at)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
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

fn take_back(
    from: &mut Vec<Step>,
    to: &mut Vec<Step>,
    dossier: &mut Dossier,
    at: DateTime<Utc>,
) -> Result<UndoOutcome, EditError> {
    let Some(step) = from.pop() else { return Ok(UndoOutcome::NothingToDo) };
    if dossier.traces(&step.back) != step.left {
        return Ok(UndoOutcome::ChangedByAnother);
    }
    if let Some(back) = dossier.apply(&step.back, at)? {
        // Older steps that touched the same places now find this newer operation of our own there.
        let touched: BTreeSet<(String, String)> =
            step.left.iter().map(|(object, key, _)| (object.clone(), key.clone())).collect();
        for older in from.iter_mut().filter(|older| older.touches(&touched)) {
            older.left = dossier.traces(&older.back);
        }
        push(to, dossier, back);
    }
    Ok(UndoOutcome::Done)
}

impl Step {
    fn touches(&self, places: &BTreeSet<(String, String)>) -> bool {
        self.left.iter().any(|(object, key, _)| places.contains(&(object.clone(), key.clone())))
    }
}

impl Dossier {
    /// The operations that stand in every place that an edit writes to.
    fn traces(&self, edit: &Edit) -> BTreeSet<Trace> {
        let mut traces = BTreeSet::new();
        self.trace(edit, &mut traces);
        traces
    }

    fn trace(&self, edit: &Edit, traces: &mut BTreeSet<Trace>) {
        let source = self.now();
        with_change!(edit,
            change of R => trace_change::<R>(source, change, traces),
            profile field => {
                if let Some(object) = source.object(&ROOT, Profile::MAP) {
                    traces.insert(trace_at(source, &object, field.key()));
                }
            },
            together edits => edits.iter().for_each(|edit| self.trace(edit, traces))
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
        // Taking back an added record would hide what somebody else wrote in it: look at every key.
        RecordEdit::Remove { .. } => {
            let keys = source.keys(&object);
            traces.extend(keys.map(|key| trace_at(source, &object, &key)));
            traces.insert(trace_at(source, &object, crate::dossier::REMOVED));
        }
        RecordEdit::Add { .. } | RecordEdit::Restore { .. } | RecordEdit::LeaveOut { .. } => {
            traces.insert(trace_at(source, &object, crate::dossier::REMOVED));
        }
    }
}

fn trace_at(source: Source<'_>, object: &ObjId, key: &str) -> Trace {
    let all = source.get_all(object, key).into_iter();
    let mut held: Vec<String> = all
        .map(|(value, id)| {
            // Text and sets keep their object while what stands in them changes.
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
