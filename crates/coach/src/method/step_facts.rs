//! The facts of a record from which the known and open things of a step are counted. Figures are openings for
//! a talk, so nothing here is a grade.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use dossier::Dossier;
use dossier::model::*;

/// The contents of a record, read once for all steps.
pub(super) struct StepFacts {
    pub(super) profile: Profile,
    /// The people of the network who are alive, because nobody can call upon the others.
    pub(super) people: Vec<Person>,
    pub(super) organisations: usize,
    pub(super) ties: usize,
    pub(super) talents: Vec<Talent>,
    pub(super) roles: usize,
    pub(super) wishes: usize,
    /// The dimensions of life about which something was written.
    pub(super) life: BTreeSet<LifeDimension>,
    pub(super) needs: Vec<Need>,
    pub(super) resistances: usize,
    pub(super) goals: Vec<Goal>,
    pub(super) actions: Vec<Action>,
    pub(super) check_ins: Vec<CheckIn>,
    pub(super) last_talk: Option<NaiveDate>,
    pub(super) next_talk: Option<NaiveDate>,
    pub(super) moments: usize,
    pub(super) today: NaiveDate,
}

impl StepFacts {
    pub(super) fn of(record: &Dossier, today: NaiveDate) -> Self {
        let notes: Vec<Note> = record.all();
        let is_told = |life: &Life| !life.words.0.trim().is_empty();
        let talks = notes.iter().filter(|note| note.kind != Some(NoteKind::Thought));
        let mut people: Vec<Person> = record.all();
        people.retain(|person| person.life != Some(LifeStatus::Deceased));
        Self {
            profile: record.profile(),
            people,
            organisations: record.count::<Organisation>(),
            ties: record.network().ties(),
            talents: record.all(),
            roles: record.count::<Role>(),
            wishes: record.count::<Wish>(),
            life: record
                .all::<Life>()
                .into_iter()
                .filter(is_told)
                .filter_map(|life| life.dimension)
                .collect(),
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

    pub(super) fn has_nobody(&self) -> bool {
        self.people.is_empty() && self.organisations == 0
    }

    pub(super) fn people_with(&self, test: impl Fn(&Person) -> bool) -> usize {
        self.people.iter().filter(|person| test(person)).count()
    }

    pub(super) fn open_actions(&self, test: impl Fn(&Action) -> bool) -> usize {
        let is_over =
            |action: &Action| matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped));
        self.actions.iter().filter(|action| !is_over(action) && test(action)).count()
    }

    pub(super) fn done_actions(&self, test: impl Fn(&Action) -> bool) -> usize {
        let is_done = |action: &Action| action.status == Some(ActionStatus::Done);
        self.actions.iter().filter(|action| is_done(action) && test(action)).count()
    }

    pub(super) fn reached_goals(&self) -> usize {
        self.goals.iter().filter(|goal| goal.status == Some(GoalStatus::Reached)).count()
    }

    pub(super) fn met_needs(&self) -> usize {
        self.needs.iter().filter(|need| need.status == Some(NeedStatus::Met)).count()
    }
}
