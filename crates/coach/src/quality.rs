//! The quality of a network: measures, and what they give to talk about, as the faces say it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dossier::analysis::{Analysis, Comparison, Finding, Network, findings};
use dossier::model::{Moment, Organisation, Parentage, Partnership, Person, Tie};
use dossier::{Choice, Dossier, DossierId, Heads, Id, MemberId, MomentId, Past};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::view::Message;

/// What can be found, as the message files name it: `finding-<name>`, and `finding-<name>-ask` for the question.
pub const FINDINGS: [&str; 17] = [
    "carer",
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
pub struct Quality {
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

/// A client's network as it was.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct NetworkView {
    /// The people around the client.
    pub people: Vec<Person>,
    /// The organisations around the client.
    pub organisations: Vec<Organisation>,
    /// Ties among members.
    pub ties: Vec<Tie>,
    /// Partnerships.
    pub partnerships: Vec<Partnership>,
    /// Lines of descent.
    pub parentages: Vec<Parentage>,
}

/// Two moments of one network side by side.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ThenAndNow {
    /// The network at the earlier moment.
    pub then: NetworkView,
    /// The network at the later moment.
    pub now: NetworkView,
    /// What changed.
    pub comparison: Comparison,
    /// The figures at the earlier moment.
    pub figures_then: Analysis,
    /// The figures at the later moment.
    pub figures_now: Analysis,
}

impl Desk {
    /// Measures a client's network, as it is or as it was at a measuring moment.
    pub fn analyse(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<Analysis, CoachError> {
        Ok(Analysis::of(&self.network(id, at)?))
    }

    /// The quality of a client's network, to talk about: as it is, or as it was at a measuring moment.
    pub fn quality(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<Quality, CoachError> {
        let network = self.network(id, at)?;
        let last = self.read(id)?.last_moment(at).map(|last| last.id);
        let last = last.map(|last| self.network(id, Some(&last))).transpose()?;
        let findings = findings(&network, last.as_ref());
        let findings = findings.iter().map(|finding| card(finding, &network)).collect();
        Ok(Quality { analysis: Analysis::of(&network), findings })
    }

    /// A client's network at two measuring moments; `None` is as it is.
    pub fn then_and_now(
        &mut self,
        id: &DossierId,
        then: &MomentId,
        now: Option<&MomentId>,
    ) -> Result<ThenAndNow, CoachError> {
        let (network_then, network_now) = (self.network(id, Some(then))?, self.network(id, now)?);
        Ok(ThenAndNow {
            comparison: Comparison::between(&network_then, &network_now),
            figures_then: Analysis::of(&network_then),
            figures_now: Analysis::of(&network_now),
            then: self.network_view(id, Some(then))?,
            now: self.network_view(id, now)?,
        })
    }

    /// The days on which a dossier changed, oldest first.
    pub fn days(&mut self, id: &DossierId) -> Result<Vec<NaiveDate>, CoachError> {
        let today = (self.outside.now)().date_naive();
        Ok(self.read(id)?.days(today).into_iter().map(|day| day.day).collect())
    }

    /// A client's network at the end of a day.
    pub fn network_on(&mut self, id: &DossierId, day: NaiveDate) -> Result<NetworkView, CoachError> {
        let today = (self.outside.now)().date_naive();
        let dossier = self.read(id)?;
        let until = dossier.days(today).into_iter().take_while(|one| one.day <= day).last();
        let heads = until.map(|last| last.heads).unwrap_or_default();
        Ok(view(&dossier.at(&heads)))
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
        let dossier = self.read(id)?;
        let Some(at) = at else { return Ok(dossier.network()) };
        Ok(dossier.at(&heads_at(dossier, at)?).network())
    }

    fn network_view(&mut self, id: &DossierId, at: Option<&MomentId>) -> Result<NetworkView, CoachError> {
        let dossier = self.read(id)?;
        let heads = match at {
            Some(at) => heads_at(dossier, at)?,
            None => dossier.heads(),
        };
        Ok(view(&dossier.at(&heads)))
    }
}

fn heads_at(dossier: &Dossier, at: &MomentId) -> Result<Heads, CoachError> {
    dossier.heads_at(at).ok_or_else(|| CoachError::NoSuchMoment(at.to_string()))
}

fn view(past: &Past<'_>) -> NetworkView {
    NetworkView {
        people: past.all(),
        organisations: past.all(),
        ties: past.all(),
        partnerships: past.all(),
        parentages: past.all(),
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
