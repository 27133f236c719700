//! The progress of actions: the late ones, and the changes on the map around the member that each
//! action is about.

use std::collections::HashMap;

use chrono::NaiveDate;
use dossier::analysis::{Comparison, Network};
use dossier::model::{Action, Intervention};
use dossier::{ActionId, Choice, Dossier, DossierId, Heads, HistoryDay, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::{MessageKind, message_kinds};
use crate::network::change::{ChangeCard, changes};
use crate::network::view::NetworkView;

message_kinds! {
    /// A change of an action's member that a comparison of networks does not show.
    enum MemberChange {
        Quality => "progress-quality",
        Gives => "progress-gives",
        GivesNoMore => "progress-gives-no-more",
    }
    test every_change_of_a_member_has_a_message_in_both_languages
}

/// The most records of networks that are read for the progress of all actions together: those of a thousand
/// actions in a network of a hundred. The actions after that have no changes, because somebody can write so many
/// actions and people that comparing them all would fill the memory.
const MOST_READ: usize = 200_000;

/// The progress of an action.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ActionProgress {
    /// The id of the action.
    pub id: ActionId,
    /// True if the action is planned or under way.
    pub open: bool,
    /// True if the action was due before today and is not done.
    pub late: bool,
    /// The changes on the map around the action's member, from the beginning of the action to its end. They
    /// are absent if there is no member or no beginning, and where there are too many to compare. An action that
    /// widens the network needs no member.
    pub changes: Option<Vec<ChangeCard>>,
}

impl Desk {
    /// Returns the progress of each action, in the order in which they were added.
    pub fn progress(&mut self, id: &DossierId) -> Result<Vec<ActionProgress>, CoachError> {
        let (now, today) = (self.here(), self.today());
        let dossier = self.read(id)?;
        let mut history =
            History { dossier, days: dossier.days(&now), seen: HashMap::new(), left: MOST_READ };
        let actions: Vec<Action> = dossier.all_as_added();
        let progress = actions.into_iter().map(|action| ActionProgress {
            open: action.is_open(),
            late: action.is_late(today),
            changes: history.around(&action),
            id: action.id,
        });
        Ok(progress.collect())
    }
}

/// The days of a record. The networks are cached, because several actions may begin on the same day.
struct History<'a> {
    dossier: &'a Dossier,
    days: Vec<HistoryDay>,
    seen: HashMap<Heads, NetworkView>,
    /// The number of records that may still be read.
    left: usize,
}

impl History<'_> {
    /// Returns the changes around the member of an action. For an action without a member that widens the
    /// network, returns the members who came.
    fn around(&mut self, action: &Action) -> Option<Vec<ChangeCard>> {
        let widens = action.intervention == Some(Intervention::Widen);
        if action.member.is_none() && !widens {
            return None;
        }
        let (from, to) = (self.begin(action)?, self.end(action));
        let (then, now) = (self.network(from)?, self.network(to)?);
        let (measured_then, measured_now) = (then.measured(), now.measured());
        let all = Comparison::between(&measured_then, &measured_now);
        let about = match &action.member {
            Some(who) => of_one(all, who),
            None => Comparison { came: all.came, ..Comparison::default() },
        };
        let mut told = changes(&then, &now, &about);
        if let Some(who) = &action.member {
            told.extend(closer_look(who, &measured_then, &measured_now));
        }
        Some(told)
    }

    /// Returns the heads of the record at the beginning of an action. If the beginning was written on its own
    /// day, earlier changes of that day do not count. If it was written later, the whole day counts.
    fn begin(&self, action: &Action) -> Option<Heads> {
        let begun = action.begun?;
        let written = self.dossier.when_written::<Action>(&action.id, "begun");
        // The coach recorded a local date, and the history has dates in UTC, so they may differ by one day.
        let is_near = |written: &HistoryDay| (written.day - begun).num_days().abs() <= 1;
        let on_the_day = written.filter(is_near).map(|written| written.heads);
        let before = || self.days.iter().rfind(|day| day.day < begun).or(self.days.first());
        on_the_day.or_else(|| Some(before()?.heads.clone()))
    }

    /// Returns the heads of the record at the end of the day on which an action ended, or the current heads.
    fn end(&self, action: &Action) -> Heads {
        let until = |ended: NaiveDate| self.days.iter().rfind(|day| day.day <= ended);
        let then = action.ended.and_then(until).map(|day| day.heads.clone());
        then.unwrap_or_else(|| self.dossier.heads())
    }

    /// Returns the network at some heads; `None` once too many records were read.
    fn network(&mut self, heads: Heads) -> Option<NetworkView> {
        if self.left == 0 {
            return None;
        }
        let dossier = self.dossier;
        let network = self.seen.entry(heads);
        let network = network.or_insert_with_key(|heads| NetworkView::then(&dossier.at(heads)));
        self.left = self.left.saturating_sub(network.size());
        Some(network.clone())
    }
}

/// Returns the part of a comparison that is about one member.
fn of_one(all: Comparison, who: &MemberId) -> Comparison {
    let one = |members: Vec<MemberId>| members.into_iter().filter(|member| member == who).collect();
    let pairs =
        |pairs: Vec<(MemberId, MemberId)>| pairs.into_iter().filter(|(a, b)| a == who || b == who).collect();
    Comparison {
        came: one(all.came),
        went: one(all.went),
        closer: one(all.closer),
        further: one(all.further),
        more_often: one(all.more_often),
        less_often: one(all.less_often),
        stronger: one(all.stronger),
        weaker: one(all.weaker),
        tied: pairs(all.tied),
        untied: pairs(all.untied),
    }
}

/// Returns the changes in the quality of the tie and in the support of the member. A value that was not
/// recorded did not change.
fn closer_look(who: &MemberId, then: &Network, now: &Network) -> Vec<ChangeCard> {
    let (Some(then), Some(now)) = (then.member(who), now.member(who)) else { return Vec::new() };
    let named = || ("name", now.name.clone());
    let card = |says| ChangeCard { says, members: vec![who.clone()] };
    let mut found = Vec::new();
    if let (Some(was), Some(is)) = (&then.quality, &now.quality)
        && was != is
    {
        let feels = [named(), ("then", was.as_str().to_owned()), ("now", is.as_str().to_owned())];
        found.push(card(MemberChange::Quality.message(feels)));
    }
    let kinds = [
        (MemberChange::Gives, now.gives.difference(&then.gives)),
        (MemberChange::GivesNoMore, then.gives.difference(&now.gives)),
    ];
    for (change, kinds) in kinds {
        let says = kinds.map(|kind| change.message([named(), ("kind", kind.as_str().to_owned())]));
        found.extend(says.map(card));
    }
    found
}
