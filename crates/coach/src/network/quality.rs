//! The quality of a network: its measures, and the findings to talk about.

use dossier::analysis::{Analysis, Network, findings};
use dossier::model::Moment;
use dossier::{DossierId, Id, MomentId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::network::finding::FindingCard;

/// The quality of a network at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QualityView {
    /// The measures of the network.
    pub analysis: Analysis,
    /// The findings, the most urgent first.
    pub findings: Vec<FindingCard>,
}

impl Desk {
    /// Computes the measures of a client's network, now or at a measuring moment.
    pub fn analyse(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<Analysis, CoachError> {
        Ok(Analysis::of(&self.network(id, at)?))
    }

    /// Returns the quality of a client's network, now or at a measuring moment.
    pub fn quality(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<QualityView, CoachError> {
        let network = self.network(id, at)?;
        let last = self.read(id)?.last_moment(at).map(|last| last.id);
        let last = last.map(|last| self.network(id, Some(&last))).transpose()?;
        let findings = findings(&network, last.as_ref());
        let findings = findings.iter().map(|finding| FindingCard::of(finding, &network)).collect();
        Ok(QualityView { analysis: Analysis::of(&network), findings })
    }

    /// Returns the measuring moment with an id or a name.
    pub fn moment(&mut self, id: &DossierId, named: &str) -> Result<MomentId, CoachError> {
        let moments: Vec<Moment> = self.read(id)?.all();
        let alike = |moment: &&Moment| {
            moment.id.as_str() == named || moment.name.trim().to_lowercase() == named.trim().to_lowercase()
        };
        let found = moments.iter().find(alike).map(|moment| moment.id.clone());
        found.ok_or_else(|| CoachError::NoSuchMoment(named.to_owned()))
    }

    fn network(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<Network, CoachError> {
        Ok(self.network_at(id, at)?.measured())
    }
}
