//! The way of a dossier through the steps of its method: where it is, what is done, what was passed over and why.

use chrono::NaiveDate;
use serde::Serialize;

use super::MethodPath;
use crate::model::{Passage, PassageKind};

/// How far a dossier is with its method. Computed from the record, never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The step that the dossier is in.
    pub here: String,
    /// All steps in order.
    pub stages: Vec<Stage>,
}

/// How one step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stage {
    /// The step's name.
    pub step: String,
    /// How it stands.
    pub state: StageState,
    /// The day it came to stand like that, where it is noted.
    pub day: Option<NaiveDate>,
    /// Why it was passed over, or what it brought.
    pub words: String,
}

/// How a step stands. A dossier may go back to any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StageState {
    /// The dossier is in it.
    Now,
    /// It was done.
    Done,
    /// It was passed over.
    Skipped,
    /// It is to come, or was left for another before it was done.
    ToCome,
}

impl Way {
    /// Returns the way along a path, from what happened with its steps (in the order in which it was noted) and the step that
    /// the profile names; the first step, where that is none of the path's.
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

    /// The step that follows once one is done or passed over: the next that is neither, or the first that was left behind.
    pub fn after(&self, step: &str) -> Option<&str> {
        let at = self.stages.iter().position(|stage| stage.step == step)?;
        let (before, after) = self.stages.split_at(at);
        let open = |stage: &&Stage| matches!(stage.state, StageState::Now | StageState::ToCome);
        let next = after.iter().skip(1).find(open).or_else(|| before.iter().find(open));
        next.map(|stage| stage.step.as_str())
    }

    /// The step in which a path is taken up again by a dossier that followed another in between.
    pub fn resumed(path: &MethodPath, passages: &[Passage]) -> String {
        let begun = |one: &&Passage| one.method == path.name && one.kind == Some(PassageKind::Begun);
        let last = passages.iter().rev().find(begun).map(|one| one.step.as_str());
        let way = Self::along(path, last, passages);
        let open = |stage: &&Stage| matches!(stage.state, StageState::Now | StageState::ToCome);
        let here = way.stages.iter().find(|stage| stage.state == StageState::Now);
        here.or_else(|| way.stages.iter().find(open)).map_or(way.here.clone(), |stage| stage.step.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
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

    fn states(way: &Way) -> Vec<StageState> {
        way.stages.iter().map(|stage| stage.state).collect()
    }

    #[test]
    fn the_last_thing_that_happened_with_a_step_says_how_it_stands() {
        use StageState::{Done, Now, Skipped, ToCome};
        let mut passages = vec![
            passage(1, "map", PassageKind::Done),
            passage(2, "quality", PassageKind::Skipped),
            passage(3, "possibilities", PassageKind::Begun),
        ];
        let way = Way::along(&shipped()[0], Some("possibilities"), &passages);
        assert_eq!(states(&way), [Done, Skipped, Now, ToCome, ToCome, ToCome, ToCome]);
        passages.push(passage(4, "quality", PassageKind::Begun));
        let way = Way::along(&shipped()[0], Some("quality"), &passages);
        assert_eq!(states(&way)[..3], [Done, Now, ToCome]);
    }

    #[test]
    fn after_the_last_step_comes_the_first_that_was_left_behind() {
        let mut passages =
            vec![passage(1, "map", PassageKind::Done), passage(2, "aftercare", PassageKind::Done)];
        let way = Way::along(&shipped()[0], Some("aftercare"), &passages);
        assert_eq!(way.after("aftercare"), Some("quality"));
        assert_eq!(way.after("map"), Some("quality"));
        for (number, step) in ["quality", "possibilities", "widen", "plan", "carry-out"].iter().enumerate() {
            passages.push(passage(10 + number as u8, step, PassageKind::Skipped));
        }
        assert_eq!(Way::along(&shipped()[0], Some("aftercare"), &passages).after("aftercare"), None);
    }

    #[test]
    fn a_method_that_is_taken_up_again_goes_on_where_it_was() {
        let passages = [
            passage(1, "map", PassageKind::Done),
            passage(2, "quality", PassageKind::Begun),
            Passage { method: "network-coach".into(), ..passage(3, "acquaintance", PassageKind::Begun) },
        ];
        assert_eq!(Way::resumed(&shipped()[0], &passages), "quality");
        assert_eq!(Way::resumed(&shipped()[1], &passages), "acquaintance");
        assert_eq!(Way::resumed(&shipped()[0], &[]), "map");
        assert_eq!(Way::resumed(&shipped()[0], &passages[..1]), "quality");
    }
}
