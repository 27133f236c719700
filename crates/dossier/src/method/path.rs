//! The path of a method: its steps, in phases.

use serde::Serialize;

use super::work_area::WorkArea;

/// A named path of steps in phases.
///
/// The titles of the methods that ship are in the message files, as `method-<method>`,
/// `phase-<method>-<phase>`, `step-<method>-<step>`, `for-<method>-<step>` and
/// `ask-<method>-<step>-<number>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MethodPath {
    /// The name of the method in records and messages.
    pub name: String,
    /// The title for people; absent if the method ships.
    pub title: Option<String>,
    /// The phases in their order.
    pub phases: Vec<Phase>,
}

/// A phase: steps that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Phase {
    /// The name of the phase in messages, or its title in a method of an organisation's own; empty if a
    /// method has no phases.
    pub name: String,
    /// The steps in their order.
    pub steps: Vec<MethodStep>,
}

/// One step of a method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MethodStep {
    /// The name of the step in records and messages.
    pub name: String,
    /// The part of Kring in which the work of the step is done.
    pub about: WorkArea,
    /// The title for people; absent if the method ships.
    pub title: Option<String>,
    /// The purpose of the step in a sentence; absent if the method ships.
    pub purpose: Option<String>,
    /// Questions that open a talk; none if the method ships.
    pub questions: Vec<String>,
}

impl MethodPath {
    /// Returns the steps of all phases in order.
    pub fn steps(&self) -> impl Iterator<Item = &MethodStep> {
        self.phases.iter().flat_map(|phase| phase.steps.iter())
    }

    /// Returns the step with this name.
    pub fn step(&self, name: &str) -> Option<&MethodStep> {
        self.steps().find(|step| step.name == name)
    }
}
