//! Methods: named paths of steps. Their titles stand in the message files as `method-<method>` and `step-<method>-<step>`.

/// A named path of steps in phases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodPath {
    /// The method's name in records and messages.
    pub name: &'static str,
    /// The phases in order.
    pub phases: &'static [Phase],
}

/// Steps that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The phase's name in messages, `phase-<method>-<phase>`.
    pub name: &'static str,
    /// The names of its steps in order.
    pub steps: &'static [&'static str],
}

/// The seven steps of the guide on social networks (Hogeschool Utrecht).
pub const SEVEN_STEPS: MethodPath = MethodPath {
    name: "seven-steps",
    phases: &[Phase {
        name: "all",
        steps: &["map", "quality", "possibilities", "widen", "plan", "carry-out", "aftercare"],
    }],
};

/// “Natuurlijk, een netwerkcoach!”: ten steps in three phases (MOVISIE, database of effective social interventions, 2016).
pub const NETWORK_COACH: MethodPath = MethodPath {
    name: "network-coach",
    phases: &[
        Phase { name: "orienting", steps: &["acquaintance", "map", "quality"] },
        Phase { name: "thinking", steps: &["out-of-doors", "interests", "team-up"] },
        Phase { name: "doing", steps: &["top-three", "plan", "go-for-it", "learn"] },
    ],
};

/// The methods that ship.
pub const METHODS: &[MethodPath] = &[SEVEN_STEPS, NETWORK_COACH];

impl MethodPath {
    /// The steps of all phases in order.
    pub fn steps(&self) -> impl Iterator<Item = &'static str> {
        self.phases.iter().flat_map(|phase| phase.steps.iter().copied())
    }
}
