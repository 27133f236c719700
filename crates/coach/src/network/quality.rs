//! The quality of a network: measures, and what they give to talk about, as the faces say it.

use std::collections::BTreeMap;

use dossier::analysis::{Analysis, Finding, Network, findings};
use dossier::model::Moment;
use dossier::{Choice, DossierId, Id, MemberId, MomentId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;

/// What can be found, as the message files name it: `finding-<name>`, and `finding-<name>-ask` for the question.
pub const FINDINGS: [&str; 18] = [
    "carer",
    "carer-untold",
    "fading",
    "size",
    "no-support-noted",
    "one-giver",
    "no-giver",
    "reciprocity",
    "no-ties-noted",
    "all-tied",
    "groups",
    "alone",
    "between",
    "no-intimates",
    "alike",
    "professionals",
    "near",
    "weekly",
];

/// The quality of a network at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct QualityView {
    /// The figures.
    pub analysis: Analysis,
    /// What they give to talk about, what asks attention first at the head.
    pub findings: Vec<FindingCard>,
}

/// An observation with an opening question for the talk.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FindingCard {
    /// What is seen.
    pub says: Message,
    /// A question to open the talk with.
    pub asks: Message,
    /// The figures that stand behind it, by their names in [`Analysis`].
    pub measures: Vec<String>,
    /// Whom it is about.
    pub members: Vec<MemberId>,
}

impl Desk {
    /// Measures a client's network, as it is or as it was at a measuring moment.
    pub fn analyse(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<Analysis, CoachError> {
        Ok(Analysis::of(&self.network(id, at)?))
    }

    /// The quality of a client's network, to talk about: as it is, or as it was at a measuring moment.
    pub fn quality(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<QualityView, CoachError> {
        let network = self.network(id, at)?;
        let last = self.read(id)?.last_moment(at).map(|last| last.id);
        let last = last.map(|last| self.network(id, Some(&last))).transpose()?;
        let findings = findings(&network, last.as_ref());
        let findings = findings.iter().map(|finding| card(finding, &network)).collect();
        Ok(QualityView { analysis: Analysis::of(&network), findings })
    }

    /// The measuring moment that somebody means: its id, or its name.
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

fn card(finding: &Finding, network: &Network) -> FindingCard {
    let (name, args) = named(finding, network);
    let args: BTreeMap<String, String> = args.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
    FindingCard {
        says: Message { id: format!("finding-{name}"), args: args.clone() },
        asks: Message { id: format!("finding-{name}-ask"), args },
        measures: measures(finding).iter().map(|measure| (*measure).to_owned()).collect(),
        members: finding.members().to_vec(),
    }
}

/// The name of a finding, one of [`FINDINGS`], with what its sentences name.
fn named(finding: &Finding, network: &Network) -> (&'static str, Vec<(&'static str, String)>) {
    let name = |who: &MemberId| {
        let member = network.members().iter().find(|member| member.id == *who);
        member.map(|member| member.name.clone()).unwrap_or_default()
    };
    let names = |all: &[MemberId]| ("names", all.iter().map(name).collect::<Vec<_>>().join(", "));
    let count = |count: usize| ("count", count.to_string());
    let whole = |count: usize| ("whole", count.to_string());
    match finding {
        // Her role is known, and nothing yet of what she does.
        Finding::Carer { who, kinds: 0, .. } => ("carer-untold", vec![("name", name(who))]),
        Finding::Carer { who, kinds, alone } => {
            ("carer", vec![("name", name(who)), ("kinds", kinds.to_string()), count(*alone)])
        }
        Finding::Fading { who } => ("fading", vec![names(who), count(who.len())]),
        Finding::Size { people, organisations } => {
            ("size", vec![count(*people), ("organisations", organisations.to_string())])
        }
        Finding::NoSupportNoted => ("no-support-noted", Vec::new()),
        Finding::OneGiver { kind, who } => {
            ("one-giver", vec![("kind", kind.as_str().to_owned()), ("name", name(who))])
        }
        Finding::NoGiver { kind } => ("no-giver", vec![("kind", kind.as_str().to_owned())]),
        Finding::Reciprocity { both, supporting } => ("reciprocity", vec![count(*both), whole(*supporting)]),
        Finding::NoTiesNoted => ("no-ties-noted", Vec::new()),
        Finding::AllTied => ("all-tied", Vec::new()),
        Finding::Groups { groups } => ("groups", vec![count(*groups)]),
        Finding::Alone { who } => ("alone", vec![names(who), count(who.len())]),
        Finding::Between { who, others } => {
            ("between", vec![("name", name(who)), names(others), count(others.len())])
        }
        Finding::NoIntimates => ("no-intimates", Vec::new()),
        Finding::Alike { attribute, known } => {
            ("alike", vec![count(*known), ("attribute", attribute.as_str().to_owned())])
        }
        Finding::Professionals { professionals, size } => {
            ("professionals", vec![count(*professionals), whole(*size)])
        }
        Finding::Near { near, known } => ("near", vec![count(*near), whole(*known)]),
        Finding::Weekly { weekly, known } => ("weekly", vec![count(*weekly), whole(*known)]),
    }
}

/// The figures behind a finding, by their names in [`Analysis`].
fn measures(finding: &Finding) -> &'static [&'static str] {
    match finding {
        Finding::Carer { .. } => &["support", "frequency"],
        Finding::Fading { .. } => &["frequency", "rings", "strength"],
        Finding::Size { .. } => &["size", "effective_size", "sectors", "rings"],
        Finding::NoSupportNoted | Finding::OneGiver { .. } | Finding::NoGiver { .. } => &["support"],
        Finding::Reciprocity { .. } => &["reciprocity", "support"],
        Finding::NoTiesNoted => &["ties", "density"],
        Finding::AllTied => &["ties", "density", "constraint"],
        Finding::Groups { .. } => &["components", "density", "bridging"],
        Finding::Alone { .. } => &["isolates", "density"],
        Finding::Between { .. } => &["articulation", "betweenness"],
        Finding::NoIntimates => &["rings", "strength"],
        Finding::Alike { .. } => &["variety"],
        Finding::Professionals { .. } => &["professionals_share"],
        Finding::Near { .. } => &["reach"],
        Finding::Weekly { .. } => &["frequency", "strength"],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::PersonId;
    use dossier::analysis::Attribute;
    use dossier::model::SupportKind;

    use super::*;

    /// One of each.
    fn all() -> Vec<Finding> {
        let who = MemberId::Person(PersonId::from_random([1; 10]));
        let several = vec![who.clone()];
        vec![
            Finding::Carer { who: who.clone(), kinds: 2, alone: 2 },
            Finding::Carer { who: who.clone(), kinds: 0, alone: 0 },
            Finding::Fading { who: several.clone() },
            Finding::Size { people: 1, organisations: 0 },
            Finding::NoSupportNoted,
            Finding::OneGiver { kind: SupportKind::Company, who: who.clone() },
            Finding::NoGiver { kind: SupportKind::Company },
            Finding::Reciprocity { both: 1, supporting: 2 },
            Finding::NoTiesNoted,
            Finding::AllTied,
            Finding::Groups { groups: 2 },
            Finding::Alone { who: several.clone() },
            Finding::Between { who, others: several },
            Finding::NoIntimates,
            Finding::Alike { attribute: Attribute::Age, known: 3 },
            Finding::Professionals { professionals: 1, size: 2 },
            Finding::Near { near: 1, known: 2 },
            Finding::Weekly { weekly: 1, known: 2 },
        ]
    }

    #[test]
    fn every_finding_has_a_name_of_its_own_and_figures_that_an_analysis_has() {
        let network = Network::new(Vec::new(), Vec::new(), &[]);
        let figures = serde_json::to_value(Analysis::of(&network)).unwrap();
        let all = all();
        let names: BTreeSet<&str> = all.iter().map(|finding| named(finding, &network).0).collect();
        assert_eq!(names, FINDINGS.into_iter().collect());
        for finding in &all {
            let measures = measures(finding);
            assert!(
                !measures.is_empty() && measures.iter().all(|measure| figures.get(measure).is_some()),
                "{finding:?}"
            );
        }
    }
}
