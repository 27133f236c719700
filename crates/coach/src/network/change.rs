//! What changed between two moments, as the faces say it: sentences about people, and about figures.

use std::collections::BTreeMap;

use dossier::analysis::{Analysis, Attribute, Comparison, Network};
use dossier::model::{Frequency, LifeStatus, Ring, SupportKind};
use dossier::{Choice, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::message::Message;
use crate::network::view::NetworkView;

/// What can change among people, as the message files name it: `change-<name>`.
pub const CHANGES: [&str; 11] = [
    "came",
    "went",
    "died",
    "closer",
    "further",
    "more-often",
    "less-often",
    "stronger",
    "weaker",
    "tied",
    "untied",
];

/// Which figures are compared, as the message files name it: `figure-<name>`.
pub const FIGURES: [&str; 12] = [
    "size",
    "size-same",
    "intimates",
    "ties",
    "density",
    "components",
    "isolates",
    "support",
    "reciprocity",
    "professionals",
    "weekly",
    "variety",
];

/// An index that moves less than this did not change: nobody would see it on the map.
const LEAST_CHANGE: f64 = 0.02;

/// What changed for some members.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChangeCard {
    /// The sentence.
    pub says: Message,
    /// Whom it is about.
    pub members: Vec<MemberId>,
}

/// A figure at both moments.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FigureChange {
    /// Which, by its name in [`Analysis`].
    pub measure: String,
    /// What it was.
    pub then: f64,
    /// What it became.
    pub now: f64,
    /// The sentence.
    pub says: Message,
}

/// What changed among people, those who came and went first.
pub(crate) fn changes(then: &NetworkView, now: &NetworkView, comparison: &Comparison) -> Vec<ChangeCard> {
    let names = Names::of(then, now);
    let is_dead = |who: &&MemberId| {
        now.people.iter().any(|person| {
            MemberId::Person(person.id.clone()) == **who && person.life == Some(LifeStatus::Deceased)
        })
    };
    let (died, went): (Vec<_>, Vec<_>) = comparison.went.iter().partition(is_dead);
    let (died, went): (Vec<MemberId>, Vec<MemberId>) =
        (died.into_iter().cloned().collect(), went.into_iter().cloned().collect());
    let several = [
        ("came", &comparison.came),
        ("went", &went),
        ("died", &died),
        ("closer", &comparison.closer),
        ("further", &comparison.further),
        ("more-often", &comparison.more_often),
        ("less-often", &comparison.less_often),
        ("stronger", &comparison.stronger),
        ("weaker", &comparison.weaker),
    ];
    let cards = several.into_iter().filter(|(_, who)| !who.is_empty()).map(|(name, who)| {
        let args = [("names", names.all(who)), ("count", who.len().to_string())];
        ChangeCard { says: message("change", name, args), members: who.clone() }
    });
    let pairs = [("tied", &comparison.tied), ("untied", &comparison.untied)];
    let pairs = pairs.into_iter().flat_map(|(name, all)| all.iter().map(move |pair| (name, pair)));
    let pairs = pairs.map(|(name, (a, b))| {
        let args = [("name", names.one(a)), ("other", names.one(b))];
        ChangeCard { says: message("change", name, args), members: vec![a.clone(), b.clone()] }
    });
    cards.chain(pairs).collect()
}

/// How the figures changed: the size in any case, the others where they did.
pub(crate) fn figures(then: &Network, now: &Network) -> Vec<FigureChange> {
    let (before, after) = (Analysis::of(then), Analysis::of(now));
    let size = if then.size() == now.size() { "size-same" } else { "size" };
    let size = counted("size", size, then.size(), now.size(), []);
    let both = |of: fn(&Network) -> usize| (of(then), of(now));
    let mut found = vec![size];
    let mut add = |measure: &str, name: &str, (was, is): (usize, usize)| {
        found.extend((was != is).then(|| counted(measure, name, was, is, [])));
    };
    add("rings", "intimates", both(intimates));
    add("ties", "ties", both(Network::ties));
    add("components", "components", both(groups));
    add("isolates", "isolates", (before.isolates, after.isolates));
    add("reciprocity", "reciprocity", both(|network| network.supporting().0));
    add("professionals_share", "professionals", both(Network::professionals));
    add("frequency", "weekly", both(weekly));
    for kind in SupportKind::ALL {
        let givers = |analysis: &Analysis| analysis.support.get(kind).map_or(0, |support| support.givers);
        let (was, is) = (givers(&before), givers(&after));
        let kind = [("kind", kind.as_str().to_owned())];
        found.extend((was != is).then(|| counted("support", "support", was, is, kind)));
    }
    found.extend(index("density", "density", before.density, after.density, []));
    for attribute in Attribute::ALL {
        let of = |analysis: &Analysis| analysis.variety.get(&attribute).copied().flatten();
        let named = [("attribute", attribute.as_str().to_owned())];
        found.extend(index("variety", "variety", of(&before), of(&after), named));
    }
    found
}

fn intimates(network: &Network) -> usize {
    network.members().iter().filter(|member| member.ring == Some(Ring::Intimates)).count()
}

/// Groups of more than one: who knows nobody is told of apart.
fn groups(network: &Network) -> usize {
    network.components().iter().filter(|group| group.len() > 1).count()
}

fn weekly(network: &Network) -> usize {
    let weekly = |often: &Frequency| *often <= Frequency::Weekly;
    network.members().iter().filter(|member| member.frequency.as_ref().is_some_and(weekly)).count()
}

fn counted<const N: usize>(
    measure: &str,
    name: &str,
    then: usize,
    now: usize,
    more: [(&str, String); N],
) -> FigureChange {
    let args = [("then", then.to_string()), ("count", now.to_string())].into_iter().chain(more);
    let float = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    FigureChange {
        measure: measure.to_owned(),
        then: float(then),
        now: float(now),
        says: message("figure", name, args),
    }
}

/// An index is told of as more or less: what it is in digits says nothing to a client.
fn index<const N: usize>(
    measure: &str,
    name: &str,
    then: Option<f64>,
    now: Option<f64>,
    more: [(&str, String); N],
) -> Option<FigureChange> {
    let (then, now) = (then?, now?);
    if (then - now).abs() < LEAST_CHANGE {
        return None;
    }
    let way = if now > then { "more" } else { "less" };
    let args = [("way", way.to_owned())].into_iter().chain(more);
    Some(FigureChange { measure: measure.to_owned(), then, now, says: message("figure", name, args) })
}

pub(crate) fn message<'a>(
    kind: &str,
    name: &str,
    args: impl IntoIterator<Item = (&'a str, String)>,
) -> Message {
    let args = args.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
    Message { id: format!("{kind}-{name}"), args }
}

/// What members are called: as they are now, or were for who is gone.
struct Names(BTreeMap<MemberId, String>);

impl Names {
    fn of(then: &NetworkView, now: &NetworkView) -> Self {
        let named = |network: &NetworkView| {
            let people =
                network.people.iter().map(|one| (MemberId::Person(one.id.clone()), one.name.clone()));
            let organisations = network
                .organisations
                .iter()
                .map(|one| (MemberId::Organisation(one.id.clone()), one.name.clone()));
            people.chain(organisations).collect::<Vec<_>>()
        };
        Self(named(then).into_iter().chain(named(now)).collect())
    }

    fn one(&self, who: &MemberId) -> String {
        self.0.get(who).cloned().unwrap_or_default()
    }

    fn all(&self, who: &[MemberId]) -> String {
        who.iter().map(|one| self.one(one)).collect::<Vec<_>>().join(", ")
    }
}
