//! How actions go: what is late, and what changed on the map around whom they are about.

use std::collections::HashMap;

use chrono::NaiveDate;
use dossier::analysis::{Comparison, Network, NetworkMember};
use dossier::model::{Action, Intervention};
use dossier::{ActionId, Choice, Dossier, DossierId, Heads, HistoryDay, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::network::change::{ChangeCard, changes, message};
use crate::network::view::NetworkView;

/// What can change with the member of an action besides what a comparison tells, as the message files name it:
/// `progress-<name>`.
pub const PROGRESS: [&str; 3] = ["quality", "gives", "gives-no-more"];

/// How an action goes.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ActionProgress {
    /// Which.
    pub id: ActionId,
    /// Whether it is still to be done, or going on.
    pub open: bool,
    /// Whether it should have been done before today.
    pub late: bool,
    /// What changed on the map around its member since it was begun, until it ended; absent where there is nothing to look at.
    pub changes: Option<Vec<ChangeCard>>,
}

impl Desk {
    /// How each action goes, as they were added.
    pub fn progress(&mut self, id: &DossierId) -> Result<Vec<ActionProgress>, CoachError> {
        let (now, today) = (self.outside.here(), self.outside.today());
        let dossier = self.read(id)?;
        let mut history = History { dossier, days: dossier.days(&now), seen: HashMap::new() };
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

/// The record's days, and the networks of those that were looked at: several actions begin on one day.
struct History<'a> {
    dossier: &'a Dossier,
    days: Vec<HistoryDay>,
    seen: HashMap<Heads, NetworkView>,
}

impl History<'_> {
    /// What changed around the member of an action.
    fn around(&mut self, action: &Action) -> Option<Vec<ChangeCard>> {
        let widens = action.intervention == Some(Intervention::Widen);
        if action.member.is_none() && !widens {
            return None;
        }
        let (from, to) = (self.begin(action)?, self.end(action));
        let (then, now) = (self.network(from), self.network(to));
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

    /// The record when an action was begun. Where that was written on the day itself, everything that day held before is
    /// left out; where it was written later, the day as a whole counts.
    fn begin(&self, action: &Action) -> Option<Heads> {
        let begun = action.begun?;
        let written = self.dossier.when_written::<Action>(&action.id, "begun");
        // One clock tells the day where somebody is, the other the one in Greenwich.
        let is_near = |written: &HistoryDay| (written.day - begun).num_days().abs() <= 1;
        let on_the_day = written.filter(is_near).map(|written| written.heads);
        let before = || self.days.iter().rfind(|day| day.day < begun).or(self.days.first());
        on_the_day.or_else(|| Some(before()?.heads.clone()))
    }

    /// The record at the end of the day on which an action ended, or now.
    fn end(&self, action: &Action) -> Heads {
        let until = |ended: NaiveDate| self.days.iter().rfind(|day| day.day <= ended);
        let then = action.ended.and_then(until).map(|day| day.heads.clone());
        then.unwrap_or_else(|| self.dossier.heads())
    }

    fn network(&mut self, heads: Heads) -> NetworkView {
        let dossier = self.dossier;
        let network = self.seen.entry(heads);
        network.or_insert_with_key(|heads| NetworkView::then(&dossier.at(heads))).clone()
    }
}

/// What of a comparison is about one member.
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

/// How the tie feels and what the member gives, then and now. What was not noted did not change.
fn closer_look(who: &MemberId, then: &Network, now: &Network) -> Vec<ChangeCard> {
    fn of<'a>(network: &'a Network, who: &MemberId) -> Option<&'a NetworkMember> {
        network.members().iter().find(|member| member.id == *who)
    }
    let (Some(then), Some(now)) = (of(then, who), of(now, who)) else { return Vec::new() };
    let named = || ("name", now.name.clone());
    let card = |says| ChangeCard { says, members: vec![who.clone()] };
    let mut found = Vec::new();
    if let (Some(was), Some(is)) = (&then.quality, &now.quality)
        && was != is
    {
        let feels = [named(), ("then", was.as_str().to_owned()), ("now", is.as_str().to_owned())];
        found.push(card(message("progress", "quality", feels)));
    }
    let kinds =
        [("gives", now.gives.difference(&then.gives)), ("gives-no-more", then.gives.difference(&now.gives))];
    for (name, kinds) in kinds {
        let says = kinds.map(|kind| message("progress", name, [named(), ("kind", kind.as_str().to_owned())]));
        found.extend(says.map(card));
    }
    found
}
