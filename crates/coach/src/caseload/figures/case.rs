//! The part of one dossier that the figures count.

use chrono::NaiveDate;
use dossier::Dossier;
use dossier::analysis::{Analysis, Network};
use dossier::instrument::{Outcome, carers};
use dossier::model::{Goal, GoalStatus, Measurement};

use super::groups::{CarerGroup, DurationGroup, GoalsGroup, SizeGroup, StatusGroup};
use crate::caseload::card::CaseCard;

/// The figures of one client, without anything that identifies the client.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) status: StatusGroup,
    pub(super) method: String,
    pub(super) step: String,
    /// The title of the step, if the method is an organisation's own.
    pub(super) step_title: Option<String>,
    pub(super) duration: DurationGroup,
    pub(super) goals: GoalsGroup,
    pub(super) carer: CarerGroup,
    /// The number of members at the start and at the end, if there is a measuring moment.
    pub(super) size: Option<(usize, usize)>,
    /// The variety at the start and at the end, if both are known. It is the average over the attributes
    /// that are known.
    pub(super) variety: Option<(f64, f64)>,
}

impl Case {
    pub(super) fn of(dossier: &Dossier, card: &CaseCard, today: NaiveDate) -> Self {
        let ends = start_and_end(dossier);
        Self {
            status: if card.closed { StatusGroup::Closed } else { StatusGroup::Open },
            method: card.method.clone(),
            step: card.step.clone(),
            step_title: card.step_title.clone(),
            duration: DurationGroup::of(card.started, card.closed_on.unwrap_or(today)),
            goals: goals(dossier),
            carer: carer(dossier),
            size: ends.as_ref().map(|(then, now)| (then.size(), now.size())),
            variety: ends.as_ref().and_then(|(then, now)| Some((variety(then)?, variety(now)?))),
        }
    }

    pub(super) fn size_group(&self) -> SizeGroup {
        SizeGroup::of(self.size)
    }
}

/// Returns the network at the first measuring moment and at the last, or now if there is only one moment.
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

fn goals(dossier: &Dossier) -> GoalsGroup {
    let goals = dossier.all::<Goal>();
    match goals.iter().any(|goal| goal.status == Some(GoalStatus::Reached)) {
        true => GoalsGroup::Reached,
        false if goals.is_empty() => GoalsGroup::NoGoals,
        false => GoalsGroup::NoneReached,
    }
}

/// Returns the group of the carers' load: high if the last complete Caregiver Strain Index of any
/// carer is high.
fn carer(dossier: &Dossier) -> CarerGroup {
    let carers = carers(&dossier.all(), &dossier.all_as_added::<Measurement>());
    let last = carers.iter().flat_map(|carer| &carer.series).filter_map(|series| {
        let outcomes = series.filled_in.iter().filter_map(|one| one.scored.as_ref()?.outcome.as_ref());
        let mut high = outcomes.filter_map(|outcome| match outcome {
            Outcome::Strain { high, .. } => Some(*high),
            Outcome::CareQuality { .. } | Outcome::Signal { .. } => None,
        });
        high.next_back()
    });
    match last.max() {
        None => CarerGroup::Unknown,
        Some(true) => CarerGroup::High,
        Some(false) => CarerGroup::NotHigh,
    }
}
