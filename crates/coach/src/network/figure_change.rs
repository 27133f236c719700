//! The changes of the figures of a network between two moments, in sentences.

use dossier::Choice;
use dossier::analysis::{Analysis, Attribute, Network};
use dossier::model::{Frequency, Ring, SupportKind};
use serde::Serialize;
use ts_rs::TS;

use crate::message::{Message, MessageKind, message_kinds};
use crate::network::measure::Measure;

/// The smallest change of an index that is reported. Nobody would see a smaller one on the map.
const LEAST_CHANGE: f64 = 0.02;

message_kinds! {
    /// A sentence about a figure.
    pub(super) enum FigureSentence {
        Size => "figure-size",
        SizeSame => "figure-size-same",
        Intimates => "figure-intimates",
        Ties => "figure-ties",
        Density => "figure-density",
        Components => "figure-components",
        Isolates => "figure-isolates",
        Support => "figure-support",
        Reciprocity => "figure-reciprocity",
        Professionals => "figure-professionals",
        Weekly => "figure-weekly",
        Variety => "figure-variety",
    }
    test every_sentence_about_a_figure_has_a_message_in_both_languages
}

/// A figure at two moments, with a sentence about the change.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureChange {
    /// The measure that the figure belongs to.
    pub measure: Measure,
    /// The value at the first moment.
    pub then: f64,
    /// The value at the second moment.
    pub now: f64,
    /// The sentence that describes the change.
    pub says: Message,
}

/// Returns the changes of the figures. The size is always included, and the others only if they changed.
pub(super) fn figure_changes(then: &Network, now: &Network) -> Vec<FigureChange> {
    use FigureSentence as S;
    let (before, after) = (Analysis::of(then), Analysis::of(now));
    let size = if then.size() == now.size() { S::SizeSame } else { S::Size };
    let size = counted(Measure::Size, size, then.size(), now.size(), []);
    let both = |of: fn(&Network) -> usize| (of(then), of(now));
    let mut found = vec![size];
    let mut add = |measure: Measure, sentence: S, (was, is): (usize, usize)| {
        found.extend((was != is).then(|| counted(measure, sentence, was, is, [])));
    };
    add(Measure::Rings, S::Intimates, both(intimates));
    add(Measure::Ties, S::Ties, both(Network::ties));
    add(Measure::Components, S::Components, both(groups));
    add(Measure::Isolates, S::Isolates, (before.isolates, after.isolates));
    add(Measure::Reciprocity, S::Reciprocity, both(|network| network.supporting().0));
    add(Measure::ProfessionalsShare, S::Professionals, both(Network::professionals));
    add(Measure::Frequency, S::Weekly, both(weekly));
    for kind in SupportKind::ALL {
        let givers = |analysis: &Analysis| analysis.support.get(kind).map_or(0, |support| support.givers);
        let (was, is) = (givers(&before), givers(&after));
        let kind = [("kind", kind.as_str().to_owned())];
        found.extend((was != is).then(|| counted(Measure::Support, S::Support, was, is, kind)));
    }
    found.extend(index(Measure::Density, S::Density, before.density, after.density, []));
    for &attribute in Attribute::ALL {
        let of = |analysis: &Analysis| analysis.variety.get(&attribute).copied().flatten();
        let named = [("attribute", attribute.as_str().to_owned())];
        found.extend(index(Measure::Variety, S::Variety, of(&before), of(&after), named));
    }
    found
}

fn intimates(network: &Network) -> usize {
    network.members().iter().filter(|member| member.ring == Some(Ring::Intimates)).count()
}

/// Counts groups of more than one member. Members without ties have a figure of their own.
fn groups(network: &Network) -> usize {
    network.components().iter().filter(|group| group.len() > 1).count()
}

fn weekly(network: &Network) -> usize {
    let weekly = |often: &Frequency| *often <= Frequency::Weekly;
    network.members().iter().filter(|member| member.frequency.as_ref().is_some_and(weekly)).count()
}

fn counted<const N: usize>(
    measure: Measure,
    sentence: FigureSentence,
    then: usize,
    now: usize,
    more: [(&str, String); N],
) -> FigureChange {
    let args = [("then", then.to_string()), ("count", now.to_string())].into_iter().chain(more);
    let float = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    FigureChange { measure, then: float(then), now: float(now), says: sentence.message(args) }
}

/// Returns the change of an index as more or less, because its digits mean nothing to a client.
fn index<const N: usize>(
    measure: Measure,
    sentence: FigureSentence,
    then: Option<f64>,
    now: Option<f64>,
    more: [(&str, String); N],
) -> Option<FigureChange> {
    let (then, now) = (then?, now?);
    if (then - now).abs() < LEAST_CHANGE {
        return None;
    }
    let direction = if now > then { "more" } else { "less" };
    let args = [("way", direction.to_owned())].into_iter().chain(more);
    Some(FigureChange { measure, then, now, says: sentence.message(args) })
}
