//! The network of a client then and now: at two measuring moments, and on every day in between.

use chrono::NaiveDate;
use dossier::analysis::Comparison;
use dossier::{DossierId, MomentId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::network::change::{ChangeCard, changes};
use crate::network::figure_change::{FigureChange, figure_changes};
use crate::network::view::NetworkView;

/// A network at two moments, with the differences.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThenAndNow {
    /// The network at the first moment.
    pub then: NetworkView,
    /// The network at the second moment.
    pub now: NetworkView,
    /// The differences member by member, to draw.
    pub comparison: Comparison,
    /// The differences member by member, in sentences.
    pub changes: Vec<ChangeCard>,
    /// The differences of the figures, in sentences.
    pub figures: Vec<FigureChange>,
}

impl Desk {
    /// Compares a client's network at a measuring moment with the network at another moment, or with
    /// the current one.
    pub fn then_and_now(
        &mut self,
        id: &DossierId,
        from: &MomentId,
        to: Option<&MomentId>,
    ) -> Result<ThenAndNow, CoachError> {
        let then = self.network_at(id, Some(from))?;
        let now = self.network_at(id, to)?;
        let (measured_then, measured_now) = (then.measured(), now.measured());
        let comparison = Comparison::between(&measured_then, &measured_now);
        let changes = changes(&then, &now, &comparison);
        let figures = figure_changes(&measured_then, &measured_now);
        Ok(ThenAndNow { then, now, comparison, changes, figures })
    }

    /// Returns the days on which a dossier changed, the oldest first.
    pub fn days(&mut self, id: &DossierId) -> Result<Vec<NaiveDate>, CoachError> {
        let now = self.here();
        Ok(self.read(id)?.days(&now).into_iter().map(|day| day.day).collect())
    }

    /// Returns a client's network as it was at the end of a day.
    pub fn network_on(&mut self, id: &DossierId, day: NaiveDate) -> Result<NetworkView, CoachError> {
        let now = self.here();
        let dossier = self.read(id)?;
        let until = dossier.days(&now).into_iter().rfind(|one| one.day <= day);
        let heads = until.map(|day| day.heads).unwrap_or_default();
        Ok(NetworkView::then(&dossier.at(&heads)))
    }

    /// Returns a client's network, now or at a measuring moment.
    pub(crate) fn network_at(
        &mut self,
        id: &DossierId,
        at: Option<&MomentId>,
    ) -> Result<NetworkView, CoachError> {
        let dossier = self.read(id)?;
        let Some(at) = at else { return Ok(NetworkView::of(dossier)) };
        let heads = dossier.heads_at(at).ok_or_else(|| CoachError::NoSuchMoment(at.to_string()))?;
        Ok(NetworkView::then(&dossier.at(&heads)))
    }
}
