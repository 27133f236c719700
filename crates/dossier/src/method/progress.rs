//! The progress of a dossier through the steps of its method: the current step, the steps that are done, and
//! those that were skipped.
//!
//! It is computed from the events of the steps: the last event of a step decides its state. So going back,
//! skipping and changing the method lose nothing.

use chrono::NaiveDate;
use serde::Serialize;

use super::path::MethodPath;
use crate::model::{Passage, PassageKind};

/// The progress of a dossier through its method. It is computed from the record and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodProgress {
    /// The step that the dossier is in.
    pub here: String,
    /// All steps in order.
    pub stages: Vec<Stage>,
}

/// One step with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stage {
    /// The name of the step.
    pub step: String,
    /// The state of the step.
    pub state: StageState,
    /// The day of the last event of the step, if it is noted.
    pub day: Option<NaiveDate>,
    /// The reason for skipping it, or its result.
    pub words: String,
}

/// The state of a step. A dossier can go back to any step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StageState {
    /// The dossier is in this step.
    Now,
    /// The step was done.
    Done,
    /// The step was skipped.
    Skipped,
    /// The step is to come, or was left for another before it was done.
    ToCome,
}

impl MethodProgress {
    /// Returns the progress along a path. `passages` are the events with its steps in the order in which they
    /// were noted. `step` is the current step by the profile. If the path has no such step, its first step is
    /// the current one.
    pub fn along(path: &MethodPath, step: Option<&str>, passages: &[Passage]) -> Self {
        let first = || path.steps().next().map(|step| step.name.clone()).unwrap_or_default();
        let here = step.and_then(|step| path.step(step)).map_or_else(first, |step| step.name.clone());
        let stages = path.steps().map(|step| {
            let last = passages.iter().rev().find(|one| one.method == path.name && one.step == step.name);
            let state = match last.and_then(|last| last.kind.as_ref()) {
                Some(PassageKind::Done) => StageState::Done,
                Some(PassageKind::Skipped) => StageState::Skipped,
                _ if step.name == here => StageState::Now,
                _ => StageState::ToCome,
            };
            Stage {
                step: step.name.clone(),
                state,
                day: last.and_then(|last| last.day),
                words: last.map(|last| last.words.0.clone()).unwrap_or_default(),
            }
        });
        Self { stages: stages.collect(), here }
    }

    /// Returns the step to go to once `step` is done or skipped. This is the next step that is neither done
    /// nor skipped, or otherwise the first such step before it.
    pub fn after(&self, step: &str) -> Option<&str> {
        let at = self.stages.iter().position(|stage| stage.step == step)?;
        let (before, after) = self.stages.split_at(at);
        let open = |stage: &&Stage| matches!(stage.state, StageState::Now | StageState::ToCome);
        let next = after.iter().skip(1).find(open).or_else(|| before.iter().find(open));
        next.map(|stage| stage.step.as_str())
    }

    /// Returns the step in which a dossier resumes a path after it followed another.
    pub fn resumed(path: &MethodPath, passages: &[Passage]) -> String {
        let begun = |one: &&Passage| one.method == path.name && one.kind == Some(PassageKind::Begun);
        let last = passages.iter().rev().find(begun).map(|one| one.step.as_str());
        let progress = Self::along(path, last, passages);
        let open = |stage: &&Stage| matches!(stage.state, StageState::Now | StageState::ToCome);
        let here = progress.stages.iter().find(|stage| stage.state == StageState::Now);
        here.or_else(|| progress.stages.iter().find(open))
            .map_or(progress.here.clone(), |stage| stage.step.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::shipped::shipped;
    use super::*;
    use crate::id::{Id, PassageId};

    fn passage(number: u8, step: &str, kind: PassageKind) -> Passage {
        Passage {
            method: "seven-steps".into(),
            step: step.into(),
            kind: Some(kind),
            ..crate::record::Record::blank(PassageId::from_random([number; 10]))
        }
    }

    fn states(progress: &MethodProgress) -> Vec<StageState> {
        progress.stages.iter().map(|stage| stage.state).collect()
    }

    #[test]
    fn the_last_event_of_a_step_decides_its_state() {
        use StageState::{Done, Now, Skipped, ToCome};
        let mut passages = vec![
            passage(1, "map", PassageKind::Done),
            passage(2, "quality", PassageKind::Skipped),
            passage(3, "possibilities", PassageKind::Begun),
        ];
        let progress = MethodProgress::along(&shipped()[0], Some("possibilities"), &passages);
        assert_eq!(states(&progress), [Done, Skipped, Now, ToCome, ToCome, ToCome, ToCome]);
        passages.push(passage(4, "quality", PassageKind::Begun));
        let progress = MethodProgress::along(&shipped()[0], Some("quality"), &passages);
        assert_eq!(states(&progress)[..3], [Done, Now, ToCome]);
    }

    #[test]
    fn after_the_last_step_comes_the_first_step_that_is_still_open() {
        let mut passages =
            vec![passage(1, "map", PassageKind::Done), passage(2, "aftercare", PassageKind::Done)];
        let progress = MethodProgress::along(&shipped()[0], Some("aftercare"), &passages);
        assert_eq!(progress.after("aftercare"), Some("quality"));
        assert_eq!(progress.after("map"), Some("quality"));
        for (number, step) in ["quality", "possibilities", "widen", "plan", "carry-out"].iter().enumerate() {
            passages.push(passage(10 + number as u8, step, PassageKind::Skipped));
        }
        assert_eq!(
            MethodProgress::along(&shipped()[0], Some("aftercare"), &passages).after("aftercare"),
            None
        );
    }

    #[test]
    fn a_method_that_is_resumed_continues_where_it_was() {
        let passages = [
            passage(1, "map", PassageKind::Done),
            passage(2, "quality", PassageKind::Begun),
            Passage { method: "network-coach".into(), ..passage(3, "acquaintance", PassageKind::Begun) },
        ];
        assert_eq!(MethodProgress::resumed(&shipped()[0], &passages), "quality");
        assert_eq!(MethodProgress::resumed(&shipped()[1], &passages), "acquaintance");
        assert_eq!(MethodProgress::resumed(&shipped()[0], &[]), "map");
        assert_eq!(MethodProgress::resumed(&shipped()[0], &passages[..1]), "quality");
    }
}
