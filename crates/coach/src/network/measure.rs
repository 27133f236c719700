//! The measures of a network on which findings and figures are based.

use serde::Serialize;
use ts_rs::TS;

/// A measure of a network, named after its field in [`Analysis`](dossier::analysis::Analysis).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// The measure in the field `size`.
    Size,
    /// The measure in the field `sectors`.
    Sectors,
    /// The measure in the field `rings`.
    Rings,
    /// The measure in the field `professionals_share`.
    ProfessionalsShare,
    /// The measure in the field `reach`.
    Reach,
    /// The measure in the field `frequency`.
    Frequency,
    /// The measure in the field `strength`.
    Strength,
    /// The measure in the field `support`.
    Support,
    /// The measure in the field `reciprocity`.
    Reciprocity,
    /// The measure in the field `ties`.
    Ties,
    /// The measure in the field `density`.
    Density,
    /// The measure in the field `components`.
    Components,
    /// The measure in the field `isolates`.
    Isolates,
    /// The measure in the field `bridging`.
    Bridging,
    /// The measure in the field `articulation`.
    Articulation,
    /// The measure in the field `betweenness`.
    Betweenness,
    /// The measure in the field `effective_size`.
    EffectiveSize,
    /// The measure in the field `constraint`.
    Constraint,
    /// The measure in the field `variety`.
    Variety,
}
