//! The changes among the members of a network between two moments, in sentences.

use std::collections::{BTreeMap, BTreeSet};

use dossier::analysis::Comparison;
use dossier::model::LifeStatus;
use dossier::{MemberId, PersonId};
use serde::Serialize;
use ts_rs::TS;

use crate::message::{Message, MessageKind, message_kinds};
use crate::network::view::NetworkView;

message_kinds! {
    /// A change among the members of a network.
    pub(super) enum NetworkChange {
        Came => "change-came",
        Went => "change-went",
        Died => "change-died",
        Closer => "change-closer",
        Further => "change-further",
        MoreOften => "change-more-often",
        LessOften => "change-less-often",
        Stronger => "change-stronger",
        Weaker => "change-weaker",
        Tied => "change-tied",
        Untied => "change-untied",
    }
    test every_change_has_a_message_in_both_languages
}

/// A change, with the members that it is about.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ChangeCard {
    /// The sentence that describes the change.
    pub says: Message,
    /// The members that it is about.
    pub members: Vec<MemberId>,
}

/// Returns the changes among the members. The members who came and went are first.
pub(crate) fn changes(then: &NetworkView, now: &NetworkView, comparison: &Comparison) -> Vec<ChangeCard> {
    use NetworkChange as C;
    let names = Names::of(then, now);
    let dead = now.people.iter().filter(|person| person.life == Some(LifeStatus::Deceased));
    let dead: BTreeSet<&PersonId> = dead.map(|person| &person.id).collect();
    let is_dead = |who: &&MemberId| matches!(who, MemberId::Person(id) if dead.contains(id));
    let (died, went): (Vec<_>, Vec<_>) = comparison.went.iter().partition(is_dead);
    let (died, went): (Vec<MemberId>, Vec<MemberId>) =
        (died.into_iter().cloned().collect(), went.into_iter().cloned().collect());
    let several = [
        (C::Came, &comparison.came),
        (C::Went, &went),
        (C::Died, &died),
        (C::Closer, &comparison.closer),
        (C::Further, &comparison.further),
        (C::MoreOften, &comparison.more_often),
        (C::LessOften, &comparison.less_often),
        (C::Stronger, &comparison.stronger),
        (C::Weaker, &comparison.weaker),
    ];
    let cards = several.into_iter().filter(|(_, who)| !who.is_empty()).map(|(change, who)| {
        let args = [("names", names.all(who)), ("count", who.len().to_string())];
        ChangeCard { says: change.message(args), members: who.clone() }
    });
    let pairs = [(C::Tied, &comparison.tied), (C::Untied, &comparison.untied)];
    let pairs = pairs.into_iter().flat_map(|(change, all)| all.iter().map(move |pair| (change, pair)));
    let pairs = pairs.map(|(change, (a, b))| {
        let args = [("name", names.one(a)), ("other", names.one(b))];
        ChangeCard { says: change.message(args), members: vec![a.clone(), b.clone()] }
    });
    cards.chain(pairs).collect()
}

/// The names of members: the current name, or the earlier name of a member who is gone.
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
