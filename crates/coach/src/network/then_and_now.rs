//! Then and now: a network at two measuring moments, and on every day in between.

use chrono::NaiveDate;
use dossier::analysis::Comparison;
use dossier::{DossierId, MomentId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::network::change;
use crate::network::view::NetworkView;

pub use crate::network::change::{CHANGES, ChangeCard, FIGURES, FigureChange};

/// A network at two moments, and what changed.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThenAndNow {
    /// As it was at the first.
    pub then: NetworkView,
    /// As it was at the second.
    pub now: NetworkView,
    /// Member by member, to draw.
    pub comparison: Comparison,
    /// Member by member, to say.
    pub changes: Vec<ChangeCard>,
    /// The figures, to say.
    pub figures: Vec<FigureChange>,
}

impl Desk {
    /// Compares a client's network at a measuring moment with another one, or with how it is now.
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
        let changes = change::changes(&then, &now, &comparison);
        let figures = change::figures(&measured_then, &measured_now);
        Ok(ThenAndNow { then, now, comparison, changes, figures })
    }

    /// The days on which a dossier changed, oldest first.
    pub fn days(&mut self, id: &DossierId) -> Result<Vec<NaiveDate>, CoachError> {
        let now = self.outside.here();
        Ok(self.read(id)?.days(&now).into_iter().map(|day| day.day).collect())
    }

    /// A client's network as it was at the end of a day.
    pub fn network_on(&mut self, id: &DossierId, day: NaiveDate) -> Result<NetworkView, CoachError> {
        let now = self.outside.here();
        let dossier = self.read(id)?;
        let until = dossier.days(&now).into_iter().rfind(|one| one.day <= day);
        let heads = until.map(|day| day.heads).unwrap_or_default();
        Ok(NetworkView::then(&dossier.at(&heads)))
    }

    /// A client's network as it is, or as it was at a measuring moment.
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
