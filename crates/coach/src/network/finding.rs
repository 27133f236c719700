//! Findings about a network in sentences, each with a question that opens the talk.

use dossier::analysis::{Finding, Network};
use dossier::model::SupportKind;
use dossier::{Choice, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::message::{Message, MessageKind, QuestionKind, message_kinds};
use crate::network::measure::Measure;

message_kinds! {
    /// A sentence about a finding, with its question.
    enum FindingSentence {
        Carer => "finding-carer",
        CarerUntold => "finding-carer-untold",
        Fading => "finding-fading",
        Size => "finding-size",
        NoSupportNoted => "finding-no-support-noted",
        OneGiver => "finding-one-giver",
        NoGiver => "finding-no-giver",
        Reciprocity => "finding-reciprocity",
        NoTiesNoted => "finding-no-ties-noted",
        AllTied => "finding-all-tied",
        Groups => "finding-groups",
        Alone => "finding-alone",
        Between => "finding-between",
        NoIntimates => "finding-no-intimates",
        Alike => "finding-alike",
        Professionals => "finding-professionals",
        Near => "finding-near",
        Weekly => "finding-weekly",
    }
    ask
    test every_finding_has_a_message_and_a_question_in_both_languages
}

/// A finding in a sentence, with a question that opens the talk.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FindingCard {
    /// The sentence that describes the finding.
    pub says: Message,
    /// The question that opens the talk.
    pub asks: Message,
    /// The measures that the finding is based on.
    pub measures: Vec<Measure>,
    /// The members that the finding is about.
    pub members: Vec<MemberId>,
}

impl FindingCard {
    pub(super) fn of(finding: &Finding, network: &Network) -> Self {
        let (sentence, args) = sentence(finding, network);
        Self {
            says: sentence.message(args.clone()),
            asks: sentence.question(args),
            measures: measures(finding).to_vec(),
            members: finding.members().to_vec(),
        }
    }
}

/// Returns the sentence about a finding, with the values that it contains.
fn sentence(finding: &Finding, network: &Network) -> (FindingSentence, Vec<(&'static str, String)>) {
    use FindingSentence as S;
    let name = |who: &MemberId| network.member(who).map(|member| member.name.clone()).unwrap_or_default();
    let names = |all: &[MemberId]| ("names", all.iter().map(name).collect::<Vec<_>>().join(", "));
    let count = |count: usize| ("count", count.to_string());
    let whole = |count: usize| ("whole", count.to_string());
    match finding {
        // The role of the carer was recorded, but no support that she gives.
        Finding::Carer { who, kinds: 0, .. } => (S::CarerUntold, vec![("name", name(who))]),
        Finding::Carer { who, kinds, alone } => {
            let all = ("all", SupportKind::ALL.len().to_string());
            (S::Carer, vec![("name", name(who)), ("kinds", kinds.to_string()), all, count(*alone)])
        }
        Finding::Fading { who } => (S::Fading, vec![names(who), count(who.len())]),
        Finding::Size { people, organisations } => {
            (S::Size, vec![count(*people), ("organisations", organisations.to_string())])
        }
        Finding::NoSupportNoted => (S::NoSupportNoted, Vec::new()),
        Finding::OneGiver { kind, who } => {
            (S::OneGiver, vec![("kind", kind.as_str().to_owned()), ("name", name(who))])
        }
        Finding::NoGiver { kind } => (S::NoGiver, vec![("kind", kind.as_str().to_owned())]),
        Finding::Reciprocity { both, supporting } => (S::Reciprocity, vec![count(*both), whole(*supporting)]),
        Finding::NoTiesNoted => (S::NoTiesNoted, Vec::new()),
        Finding::AllTied => (S::AllTied, Vec::new()),
        Finding::Groups { groups } => (S::Groups, vec![count(*groups)]),
        Finding::Alone { who } => (S::Alone, vec![names(who), count(who.len())]),
        Finding::Between { who, others } => {
            (S::Between, vec![("name", name(who)), names(others), count(others.len())])
        }
        Finding::NoIntimates => (S::NoIntimates, Vec::new()),
        Finding::Alike { attribute, known } => {
            (S::Alike, vec![count(*known), ("attribute", attribute.as_str().to_owned())])
        }
        Finding::Professionals { professionals, size } => {
            (S::Professionals, vec![count(*professionals), whole(*size)])
        }
        Finding::Near { near, known } => (S::Near, vec![count(*near), whole(*known)]),
        Finding::Weekly { weekly, known } => (S::Weekly, vec![count(*weekly), whole(*known)]),
    }
}

/// Returns the measures that a finding is based on.
fn measures(finding: &Finding) -> &'static [Measure] {
    use Measure as M;
    match finding {
        Finding::Carer { .. } => &[M::Support, M::Frequency],
        Finding::Fading { .. } => &[M::Frequency, M::Rings, M::Strength],
        Finding::Size { .. } => &[M::Size, M::EffectiveSize, M::Sectors, M::Rings],
        Finding::NoSupportNoted | Finding::OneGiver { .. } | Finding::NoGiver { .. } => &[M::Support],
        Finding::Reciprocity { .. } => &[M::Reciprocity, M::Support],
        Finding::NoTiesNoted => &[M::Ties, M::Density],
        Finding::AllTied => &[M::Ties, M::Density, M::Constraint],
        Finding::Groups { .. } => &[M::Components, M::Density, M::Bridging],
        Finding::Alone { .. } => &[M::Isolates, M::Density],
        Finding::Between { .. } => &[M::Articulation, M::Betweenness],
        Finding::NoIntimates => &[M::Rings, M::Strength],
        Finding::Alike { .. } => &[M::Variety],
        Finding::Professionals { .. } => &[M::ProfessionalsShare],
        Finding::Near { .. } => &[M::Reach],
        Finding::Weekly { .. } => &[M::Frequency, M::Strength],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::analysis::{Analysis, Attribute};
    use dossier::{Id as _, PersonId};

    use super::*;

    /// Returns one finding of each kind.
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
    fn every_finding_has_its_own_sentence_and_only_measures_of_the_analysis() {
        let network = Network::new(Vec::new(), Vec::new(), &[]);
        let figures = serde_json::to_value(Analysis::of(&network)).unwrap();
        let is_in = |measure: Measure| {
            let name = serde_json::to_value(measure).unwrap();
            figures.get(name.as_str().unwrap()).is_some()
        };
        let all = all();
        let names: BTreeSet<&str> =
            all.iter().map(|finding| sentence(finding, &network).0.message_id()).collect();
        assert_eq!(names, FindingSentence::ALL.iter().map(|one| one.message_id()).collect());
        for finding in &all {
            let measures = measures(finding);
            assert!(!measures.is_empty() && measures.iter().all(|measure| is_in(*measure)), "{finding:?}");
        }
    }
}
