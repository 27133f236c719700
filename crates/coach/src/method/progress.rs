//! The progress of a dossier through its method. Steps may be taken in any order.

use dossier::method::{MethodProgress, MethodStep, Stage, StageState, WorkArea};
use dossier::model::{Passage, PassageField, PassageKind, ProfileField};
use dossier::{DossierId, Edit, Prose, edit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;
use crate::method::known::known;
use crate::method::open::open;
use crate::method::step_facts::StepFacts;

/// The progress of a dossier through its method, with what is known and open in each step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MethodProgressView {
    /// The name of the step that the dossier is in.
    pub here: String,
    /// All steps, in the order of the method.
    pub steps: Vec<StepView>,
    /// The name of the method that the dossier follows, if this version cannot read it. In that case the
    /// steps are those of another method.
    pub unreadable: Option<String>,
}

/// A step of the method, with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// The state of the step.
    pub stage: Stage,
    /// The facts that the record contains already.
    pub known: Vec<Message>,
    /// The things that are still to be talked about.
    pub open: Vec<Message>,
}

/// A move of a coach through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepMove {
    /// Goes to the step, or resumes it.
    Go,
    /// Marks the step as done, and goes to the next open one.
    Done,
    /// Skips the step, and goes to the next open one.
    Skip,
}

impl Desk {
    /// Returns the progress of a dossier through its method.
    pub fn method_progress(&mut self, id: &DossierId) -> Result<MethodProgressView, CoachError> {
        let today = self.today();
        let record = self.read(id)?;
        let path = record.followed_method();
        let profile = record.profile();
        let progress =
            MethodProgress::along(&path, profile.step.as_deref(), &record.all_as_added::<Passage>());
        let facts = StepFacts::of(record, today);
        let about = |stage: &Stage| path.step(&stage.step).map(|step: &MethodStep| step.about.clone());
        let step = |stage: Stage| {
            let about = about(&stage).unwrap_or(WorkArea::Talk);
            StepView { known: known(&facts, &about), open: open(&facts, &about), stage }
        };
        Ok(MethodProgressView {
            here: progress.here.clone(),
            steps: progress.stages.into_iter().map(step).collect(),
            unreadable: profile.method.filter(|method| *method != path.name),
        })
    }

    /// Goes to a step, or marks one as done or skipped. `words` give the reason or the result, and
    /// may be empty.
    pub fn move_step(
        &mut self,
        id: &DossierId,
        step: &str,
        how: StepMove,
        words: &str,
    ) -> Result<Changed, CoachError> {
        let today = self.today();
        let (first, second) = (self.new_id()?, self.new_id()?);
        let record = self.read(id)?;
        let path = record.followed_method();
        if path.step(step).is_none() {
            return Err(CoachError::NoSuchStep { step: step.to_owned(), method: path.name });
        }
        let passages: Vec<Passage> = record.all_as_added();
        let progress = MethodProgress::along(&path, record.profile().step.as_deref(), &passages);
        let passed = |new, step: &str, kind, words: &str| {
            let fields = [
                PassageField::Method(path.name.clone()),
                PassageField::Step(step.to_owned()),
                PassageField::Kind(Some(kind)),
                PassageField::Day(Some(today)),
                PassageField::Words(Prose(words.trim().to_owned())),
            ];
            edit::add::<Passage>(new, fields)
        };
        let state =
            |step: &str| progress.stages.iter().find(|stage| stage.step == step).map(|stage| stage.state);
        let begun = |step: &str| {
            let last = passages.iter().rev().find(|one| one.method == path.name && one.step == step);
            last.is_some_and(|last| last.kind == Some(PassageKind::Begun))
        };
        let mut edits = Vec::new();
        let next = match how {
            StepMove::Go => Some(step),
            StepMove::Done | StepMove::Skip => {
                let kind = if how == StepMove::Done { PassageKind::Done } else { PassageKind::Skipped };
                edits.push(passed(first, step, kind, words));
                // Marking another step than the current one does not move the dossier.
                let elsewhere = step != progress.here && state(&progress.here) == Some(StageState::Now);
                if elsewhere { None } else { progress.after(step) }
            }
        };
        if let Some(next) = next {
            if !begun(next) {
                edits.push(passed(second, next, PassageKind::Begun, ""));
            }
            edits.push(Edit::Profile(ProfileField::Step(Some(next.to_owned()))));
        }
        self.edit(id, &Edit::All(edits))
    }
}
