//! What a record tells already about a step, and what there is still to talk about: counted, never graded.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use dossier::method::WorkArea;
use dossier::model::*;
use dossier::{Choice, Dossier};

use crate::message::Message;

/// What can be said of a step, as the message files name it: `known-<name>` and `open-<name>`.
pub const KNOWN: &[&str] = &[
    "people",
    "organisations",
    "ties",
    "support",
    "quality",
    "frequency",
    "story",
    "talents",
    "roles",
    "wishes",
    "life",
    "needs",
    "needs-met",
    "resistances",
    "goals",
    "goals-reached",
    "actions",
    "actions-done",
    "check-ins",
    "last-talk",
    "next-talk",
    "moment",
];

/// What can be open in a step, as the message files name it.
pub const OPEN: &[&str] = &[
    "nobody",
    "rings",
    "ties",
    "support",
    "quality",
    "frequency",
    "story",
    "household",
    "talents",
    "offer",
    "roles",
    "wishes",
    "life",
    "needs",
    "need-sources",
    "goals",
    "actions",
    "first-step",
    "doer",
    "late",
    "outcome",
    "check-ins",
    "check-in-due",
    "moment",
    "talk",
    "next-talk",
];

/// What is counted in a record, once for all steps.
pub(crate) struct Facts {
    profile: Profile,
    people: Vec<Person>,
    organisations: usize,
    ties: usize,
    talents: Vec<Talent>,
    roles: usize,
    wishes: usize,
    life: BTreeSet<LifeDimension>,
    needs: Vec<Need>,
    resistances: usize,
    goals: Vec<Goal>,
    actions: Vec<Action>,
    check_ins: Vec<CheckIn>,
    last_talk: Option<NaiveDate>,
    next_talk: Option<NaiveDate>,
    moments: usize,
    today: NaiveDate,
}

impl Facts {
    pub(crate) fn of(record: &Dossier, today: NaiveDate) -> Self {
        let notes: Vec<Note> = record.all();
        let told = |life: &Life| !life.words.0.trim().is_empty();
        let talks = notes.iter().filter(|note| note.kind != Some(NoteKind::Thought));
        Self {
            profile: record.profile(),
            // Nobody can be called upon who is no longer there.
            people: record
                .all::<Person>()
                .into_iter()
                .filter(|one| one.life != Some(LifeStatus::Deceased))
                .collect(),
            organisations: record.count::<Organisation>(),
            ties: record.network().ties(),
            talents: record.all(),
            roles: record.count::<Role>(),
            wishes: record.count::<Wish>(),
            life: record.all::<Life>().into_iter().filter(told).filter_map(|life| life.dimension).collect(),
            needs: record.all(),
            resistances: record.count::<Resistance>(),
            goals: record.all(),
            actions: record.all(),
            check_ins: record.all(),
            last_talk: talks.filter_map(|note| note.day).filter(|day| *day <= today).max(),
            next_talk: notes.iter().filter_map(|note| note.next).filter(|day| *day >= today).min(),
            moments: record.count::<Moment>(),
            today,
        }
    }

    /// What the record tells already about a part of the work.
    pub(crate) fn known(&self, about: &WorkArea) -> Vec<Message> {
        let mut says = Says::new("known");
        match about {
            WorkArea::Client => {
                says.whether("story", !self.profile.story.0.trim().is_empty());
                says.day("last-talk", self.last_talk);
            }
            WorkArea::Map => {
                says.count("people", self.people.len());
                says.count("organisations", self.organisations);
                says.count("ties", self.ties);
            }
            WorkArea::Quality => {
                says.part("support", self.with(|one| !one.gives.0.is_empty()), self.people.len());
                says.part("quality", self.with(|one| one.quality.is_some()), self.people.len());
                says.part("frequency", self.with(|one| one.frequency.is_some()), self.people.len());
                says.count("moment", self.moments);
            }
            WorkArea::Possibilities => {
                says.count("talents", self.talents.len());
                says.count("roles", self.roles);
                says.count("wishes", self.wishes);
                says.part("life", self.life.len(), LifeDimension::ALL.len());
            }
            WorkArea::Needs => {
                says.count("needs", self.needs.len());
                says.count("needs-met", self.met());
                says.count("resistances", self.resistances);
            }
            WorkArea::Plan => {
                says.count("wishes", self.wishes);
                says.count("goals", self.goals.len());
                says.count("actions", self.open_actions().count());
            }
            WorkArea::CarryOut => {
                says.count("actions", self.open_actions().count());
                says.count("actions-done", self.done());
                says.count("goals-reached", self.reached());
            }
            WorkArea::Aftercare => {
                says.count("goals-reached", self.reached());
                says.count("check-ins", self.check_ins.iter().filter(|one| one.held.is_some()).count());
                says.count("moment", self.moments);
            }
            WorkArea::Talk | WorkArea::Unknown(_) => {
                says.day("last-talk", self.last_talk);
                says.day("next-talk", self.next_talk);
            }
        }
        says.messages
    }

    /// What there is still to talk about.
    pub(crate) fn open(&self, about: &WorkArea) -> Vec<Message> {
        let mut says = Says::new("open");
        let nobody = self.people.is_empty() && self.organisations == 0;
        match about {
            WorkArea::Client => {
                says.whether("story", self.profile.story.0.trim().is_empty());
                says.whether("household", self.profile.household.is_none());
            }
            WorkArea::Map => {
                says.whether("nobody", nobody);
                says.count("rings", self.with(|one| one.ring.is_none()));
                says.whether("ties", self.people.len() > 1 && self.ties == 0);
            }
            WorkArea::Quality => {
                says.whether("nobody", nobody);
                says.count("support", self.with(|one| one.gives.0.is_empty() && one.receives.0.is_empty()));
                says.count("quality", self.with(|one| one.quality.is_none()));
                says.count("frequency", self.with(|one| one.frequency.is_none()));
                says.whether("moment", !nobody && self.moments == 0);
            }
            WorkArea::Possibilities => {
                says.whether("talents", self.talents.is_empty());
                says.count("offer", self.talents.iter().filter(|one| one.offer.0.trim().is_empty()).count());
                says.whether("roles", self.roles == 0);
                says.whether("wishes", self.wishes == 0);
                says.count("life", LifeDimension::ALL.len().saturating_sub(self.life.len()));
            }
            WorkArea::Needs => {
                let open = self.needs.iter().filter(|need| need.status != Some(NeedStatus::Met));
                says.whether("needs", self.needs.is_empty());
                says.count("need-sources", open.filter(|need| need.provision.is_none()).count());
            }
            WorkArea::Plan => {
                says.whether("goals", self.goals.is_empty());
                says.whether("actions", self.actions.is_empty());
                says.count(
                    "first-step",
                    self.open_actions().filter(|one| blank(one.first_step.as_ref())).count(),
                );
                says.count("doer", self.open_actions().filter(|one| blank(one.doer.as_ref())).count());
            }
            WorkArea::CarryOut => {
                let late = |one: &&Action| one.due.is_some_and(|due| due < self.today);
                says.whether("actions", self.actions.is_empty());
                says.count("late", self.open_actions().filter(late).count());
                let ended = self.actions.iter().filter(|one| one.status == Some(ActionStatus::Done));
                says.count("outcome", ended.filter(|one| one.worked.is_none()).count());
            }
            WorkArea::Aftercare => {
                let due = |one: &&CheckIn| one.held.is_none() && one.due.is_some_and(|due| due <= self.today);
                says.whether("check-ins", self.check_ins.is_empty());
                says.count("check-in-due", self.check_ins.iter().filter(due).count());
                says.whether("moment", self.moments == 0);
            }
            WorkArea::Talk | WorkArea::Unknown(_) => {
                says.whether("talk", self.last_talk.is_none());
                says.whether("next-talk", self.next_talk.is_none());
            }
        }
        says.messages
    }

    fn with(&self, what: impl Fn(&Person) -> bool) -> usize {
        self.people.iter().filter(|one| what(one)).count()
    }

    fn open_actions(&self) -> impl Iterator<Item = &Action> {
        let over = |one: &Action| matches!(one.status, Some(ActionStatus::Done | ActionStatus::Dropped));
        self.actions.iter().filter(move |one| !over(one))
    }

    fn done(&self) -> usize {
        self.actions.iter().filter(|one| one.status == Some(ActionStatus::Done)).count()
    }

    fn reached(&self) -> usize {
        self.goals.iter().filter(|one| one.status == Some(GoalStatus::Reached)).count()
    }

    fn met(&self) -> usize {
        self.needs.iter().filter(|need| need.status == Some(NeedStatus::Met)).count()
    }
}

fn blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// Gathers messages; what is nothing is not said.
struct Says {
    prefix: &'static str,
    messages: Vec<Message>,
}

impl Says {
    fn new(prefix: &'static str) -> Self {
        Self { prefix, messages: Vec::new() }
    }

    fn say(&mut self, name: &str, args: &[(&str, String)]) {
        let args: BTreeMap<String, String> =
            args.iter().map(|(key, text)| ((*key).to_owned(), text.clone())).collect();
        self.messages.push(Message { id: format!("{}-{name}", self.prefix), args });
    }

    fn count(&mut self, name: &str, count: usize) {
        if count > 0 {
            self.say(name, &[("count", count.to_string())]);
        }
    }

    /// So many of all.
    fn part(&mut self, name: &str, count: usize, whole: usize) {
        if count > 0 {
            self.say(name, &[("count", count.to_string()), ("whole", whole.to_string())]);
        }
    }

    fn whether(&mut self, name: &str, so: bool) {
        if so {
            self.say(name, &[]);
        }
    }

    fn day(&mut self, name: &str, day: Option<NaiveDate>) {
        if let Some(day) = day {
            self.say(name, &[("day", day.to_string())]);
        }
    }
}
