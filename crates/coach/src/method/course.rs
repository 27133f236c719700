//! Where a dossier is in its method, and what it takes to go on. Steps may be walked in any order.

use dossier::method::{MethodStep, Stage, StageState, Way, WorkArea};
use dossier::model::{Passage, PassageField, PassageKind, ProfileField};
use dossier::{DossierId, Edit, Prose, edit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::changed::Changed;
use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;
use crate::method::step_facts::Facts;

/// The way of a dossier through its method, with what is known and open for each step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Course {
    /// The step that the dossier is in.
    pub here: String,
    /// All steps in order.
    pub steps: Vec<CourseStep>,
    /// The name of the method that the dossier follows, where this version cannot read it; the steps are then those of another.
    pub unreadable: Option<String>,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CourseStep {
    /// How it stands.
    pub stage: Stage,
    /// What the record tells already.
    pub known: Vec<Message>,
    /// What there is still to talk about.
    pub open: Vec<Message>,
}

/// What a coach can do with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Walk {
    /// Goes to it, or takes it up again.
    Go,
    /// It is done: on to the next that is open.
    Done,
    /// It is passed over: on to the next that is open.
    Skip,
}

impl Desk {
    /// Where a dossier is in its method.
    pub fn course(&mut self, id: &DossierId) -> Result<Course, CoachError> {
        let today = self.outside.today();
        let record = self.read(id)?;
        let path = record.followed_method();
        let profile = record.profile();
        let way = Way::along(&path, profile.step.as_deref(), &record.all_as_added::<Passage>());
        let facts = Facts::of(record, today);
        let about = |stage: &Stage| path.step(&stage.step).map(|step: &MethodStep| step.about.clone());
        let step = |stage: Stage| {
            let about = about(&stage).unwrap_or(WorkArea::Talk);
            CourseStep { known: facts.known(&about), open: facts.open(&about), stage }
        };
        Ok(Course {
            here: way.here.clone(),
            steps: way.stages.into_iter().map(step).collect(),
            unreadable: profile.method.filter(|method| *method != path.name),
        })
    }

    /// Goes to a step, or finishes or passes over one; `words` say why, or what it brought, and may be empty.
    pub fn walk(
        &mut self,
        id: &DossierId,
        step: &str,
        walk: Walk,
        words: &str,
    ) -> Result<Changed, CoachError> {
        let today = self.outside.today();
        let (first, second) = (self.outside.id()?, self.outside.id()?);
        let record = self.read(id)?;
        let path = record.followed_method();
        if path.step(step).is_none() {
            return Err(CoachError::NoSuchStep { step: step.to_owned(), method: path.name });
        }
        let passages: Vec<Passage> = record.all_as_added();
        let way = Way::along(&path, record.profile().step.as_deref(), &passages);
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
        let state = |step: &str| way.stages.iter().find(|stage| stage.step == step).map(|stage| stage.state);
        let begun = |step: &str| {
            let last = passages.iter().rev().find(|one| one.method == path.name && one.step == step);
            last.is_some_and(|last| last.kind == Some(PassageKind::Begun))
        };
        let mut edits = Vec::new();
        let next = match walk {
            Walk::Go => Some(step),
            Walk::Done | Walk::Skip => {
                let kind = if walk == Walk::Done { PassageKind::Done } else { PassageKind::Skipped };
                edits.push(passed(first, step, kind, words));
                // Who marks another step than the one the dossier is in stays where the dossier is.
                let elsewhere = step != way.here && state(&way.here) == Some(StageState::Now);
                if elsewhere { None } else { way.after(step) }
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
