//! What one dossier adds to the figures.

use chrono::NaiveDate;
use dossier::Dossier;
use dossier::analysis::{Analysis, Network};
use dossier::instrument::{Outcome, carers};
use dossier::model::{Goal, GoalStatus, Measurement};

use crate::caseload::card::CaseCard;

/// One dossier, as far as figures go.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) closed: bool,
    pub(super) method: String,
    pub(super) step: String,
    pub(super) step_title: Option<String>,
    pub(super) started: Option<NaiveDate>,
    pub(super) ended: Option<NaiveDate>,
    pub(super) network: Change,
    /// Members at the start and at the end.
    pub(super) size: Option<(usize, usize)>,
    /// The same of variety: the average of what people differ in, as far as it is known.
    pub(super) variety: Option<(f64, f64)>,
    pub(super) goals: Goals,
    pub(super) carer: Carer,
}

/// What became of a network's size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Larger,
    Same,
    Smaller,
    /// There is no measuring moment to compare with.
    Unknown,
}

impl Change {
    pub(super) fn of(size: Option<(usize, usize)>) -> Self {
        match size {
            None => Self::Unknown,
            Some((then, now)) if now > then => Self::Larger,
            Some((then, now)) if now < then => Self::Smaller,
            Some(_) => Self::Same,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goals {
    Reached,
    NoneReached,
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carer {
    High,
    NotHigh,
    Unknown,
}

impl Case {
    pub(super) fn of(dossier: &Dossier, card: &CaseCard) -> Self {
        let ends = start_and_end(dossier);
        let size = ends.as_ref().map(|(then, now)| (then.size(), now.size()));
        let variety = ends.as_ref().and_then(|(then, now)| Some((variety(then)?, variety(now)?)));
        Self {
            closed: card.closed,
            method: card.method.clone(),
            step: card.step.clone(),
            step_title: card.step_title.clone(),
            started: card.started,
            ended: card.closed_on,
            network: Change::of(size),
            size,
            variety,
            goals: goals(dossier),
            carer: carer(dossier),
        }
    }

    /// How long the coaching has lasted, in days.
    pub(super) fn days(&self, today: NaiveDate) -> i64 {
        self.started.map_or(0, |started| (self.ended.unwrap_or(today) - started).num_days().max(0))
    }
}

/// The network at the first measuring moment, and at the last; now where there is one moment.
fn start_and_end(dossier: &Dossier) -> Option<(Network, Network)> {
    let moments = dossier.moments();
    let mut heads = moments.iter().filter_map(|moment| dossier.heads_at(&moment.id));
    let then = dossier.at(&heads.next()?).network();
    let now = heads.next_back().map_or_else(|| dossier.network(), |heads| dossier.at(&heads).network());
    Some((then, now))
}

fn variety(network: &Network) -> Option<f64> {
    let known: Vec<f64> = Analysis::of(network).variety.into_values().flatten().collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

fn goals(dossier: &Dossier) -> Goals {
    let goals = dossier.all::<Goal>();
    match goals.iter().any(|goal| goal.status == Some(GoalStatus::Reached)) {
        true => Goals::Reached,
        false if goals.is_empty() => Goals::None,
        false => Goals::NoneReached,
    }
}

/// The last Caregiver Strain Index of each carer that was filled in whole: high where one of them is.
fn carer(dossier: &Dossier) -> Carer {
    let carers = carers(&dossier.all(), &dossier.all_as_added::<Measurement>());
    let last = carers.iter().flat_map(|carer| &carer.series).filter_map(|course| {
        let outcomes = course.filled_in.iter().filter_map(|one| one.scored.as_ref()?.outcome.as_ref());
        let mut high = outcomes.filter_map(|outcome| match outcome {
            Outcome::Strain { high, .. } => Some(*high),
            _ => None,
        });
        high.next_back()
    });
    match last.max() {
        None => Carer::Unknown,
        Some(true) => Carer::High,
        Some(false) => Carer::NotHigh,
    }
}
