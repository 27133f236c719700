//! Methods: named paths of steps in phases. A method is a small file, see `docs/method-format.md`: two ship, and an
//! organisation can add its own.

mod error;
mod file;
mod way;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::Serialize;

use crate::choice::{Choice, choices};
use crate::dossier::Dossier;
use crate::model::OwnMethod;

pub use error::MethodError;
pub use way::{Stage, StageState, Way};

/// The format of a method's file that this version reads.
pub const METHOD_FORMAT: i64 = 1;

/// The method of a dossier for which nobody chose one: the guide on social networks (Hogeschool Utrecht).
pub const SEVEN_STEPS: &str = "seven-steps";

/// A named path of steps in phases. The titles of those that ship stand in the message files, as `method-<method>`,
/// `phase-<method>-<phase>`, `step-<method>-<step>`, `for-<method>-<step>` and `ask-<method>-<step>-<number>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MethodPath {
    /// The method's name in records and messages.
    pub name: String,
    /// What people call it; absent where it ships.
    pub title: Option<String>,
    /// The phases in order.
    pub phases: Vec<Phase>,
}

/// Steps that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Phase {
    /// The phase's name in messages, or its title in an own method; empty where a method has no phases.
    pub name: String,
    /// Its steps in order.
    pub steps: Vec<MethodStep>,
}

/// One step of a method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MethodStep {
    /// The step's name in records and messages.
    pub name: String,
    /// The part of Kring in which its work is done.
    pub about: WorkArea,
    /// What people call it; absent where the method ships.
    pub title: Option<String>,
    /// What it is for, in a sentence; absent where the method ships.
    pub purpose: Option<String>,
    /// Questions that open a talk; none where the method ships.
    pub questions: Vec<String>,
}

choices! {
    /// The part of Kring in which a step's work is done.
    WorkArea in "about" {
        /// Who the client is.
        Client = "client",
        /// The network map.
        Map = "map",
        /// The quality of the network.
        Quality = "quality",
        /// What the client can and wishes.
        Possibilities = "possibilities",
        /// What is needed, and where it can come from.
        Needs = "needs",
        /// The plan.
        Plan = "plan",
        /// Carrying the plan out.
        CarryOut = "carry_out",
        /// Aftercare.
        Aftercare = "aftercare",
        /// A talk, in the logbook.
        Talk = "talk",
    }
}

static SHIPPED: LazyLock<Vec<MethodPath>> = LazyLock::new(|| {
    let files =
        [include_str!("../../methods/seven-steps.toml"), include_str!("../../methods/network-coach.toml")];
    files.iter().filter_map(|text| file::read(text, file::Titles::InMessages).ok()).collect()
});

/// The methods that ship; the first is the one of a dossier for which nobody chose one.
pub fn shipped() -> &'static [MethodPath] {
    &SHIPPED
}

impl MethodPath {
    /// Reads an organisation's own method.
    pub fn read(text: &str) -> Result<Self, MethodError> {
        file::read(text, file::Titles::InFile)
    }

    /// The steps of all phases in order.
    pub fn steps(&self) -> impl Iterator<Item = &MethodStep> {
        self.phases.iter().flat_map(|phase| phase.steps.iter())
    }

    /// The step of that name.
    pub fn step(&self, name: &str) -> Option<&MethodStep> {
        self.steps().find(|step| step.name == name)
    }
}

impl Dossier {
    /// The method that the dossier follows: one that ships, or one that came along in the record. A method that is neither is
    /// none: a newer version may have written it.
    pub fn method(&self) -> Option<Cow<'static, MethodPath>> {
        self.method_named(self.profile().method.as_deref().unwrap_or(SEVEN_STEPS))
    }

    /// Returns the method that the dossier follows, for a screen to show: [`SEVEN_STEPS`] where this version cannot read the
    /// one that the profile names.
    pub fn followed_method(&self) -> MethodPath {
        let path = self.method().or_else(|| self.method_named(SEVEN_STEPS));
        path.map(Cow::into_owned).unwrap_or_else(|| MethodPath {
            name: SEVEN_STEPS.to_owned(),
            title: None,
            phases: Vec::new(),
        })
    }

    /// The method of that name, where it ships or came along in the record.
    pub fn method_named(&self, name: &str) -> Option<Cow<'static, MethodPath>> {
        let shipped = shipped().iter().find(|path| path.name == name);
        shipped.map(Cow::Borrowed).or_else(|| self.own_method(name).map(Cow::Owned))
    }

    /// Two people may have added the same method at once: the last one counts, on every replica the same.
    fn own_method(&self, name: &str) -> Option<MethodPath> {
        let own = self.all_as_added::<OwnMethod>().into_iter().rev().find(|own| own.name == name)?;
        MethodPath::read(&own.definition.0).ok().filter(|path| path.name == name)
    }
}

/// The names of the parts of Kring, as files write them.
pub(crate) fn abouts() -> String {
    WorkArea::ALL.iter().map(Choice::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_methods_that_ship_are_read_and_have_their_steps() {
        let names: Vec<&str> = shipped().iter().map(|path| path.name.as_str()).collect();
        assert_eq!(names, [SEVEN_STEPS, "network-coach"]);
        let steps: Vec<usize> = shipped().iter().map(|path| path.steps().count()).collect();
        assert_eq!(steps, [7, 10]);
        assert_eq!(shipped()[1].phases.iter().map(|phase| phase.steps.len()).collect::<Vec<_>>(), [3, 3, 4]);
    }
}
