//! What might be done about a network, as the faces say it.

use std::collections::BTreeMap;

use dossier::analysis::Network;
use dossier::model::{Action, Intervention};
use dossier::suggestion::{Suggestion, SuggestionReason, suggestions};
use dossier::{Choice, DossierId, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::Message;

/// Why something can be suggested, as the message files name it: `suggestion-<name>`, and `suggestion-<name>-ask` for the
/// question.
pub const SUGGESTIONS: [&str; 11] = [
    "carries-daily",
    "carries",
    "disturbed",
    "faded",
    "seldom",
    "strong-and-alone",
    "loosening",
    "no-giver",
    "willing",
    "at-the-fringe",
    "draining",
];

/// Something that might be done, with its reason. It becomes an action when somebody takes it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SuggestionCard {
    /// What an action would do.
    pub intervention: Intervention,
    /// About whom; nobody where it is about the network as a whole.
    pub member: Option<MemberId>,
    /// Why.
    pub says: Message,
    /// What to ask the client.
    pub asks: Message,
    /// What the action would be called.
    pub title: Message,
    /// Where a new contact may be found.
    pub place: Option<Message>,
}

impl Desk {
    /// What a client's network and what was done so far suggest to do, most pressing first. Nothing is ever applied by itself.
    pub fn suggestions(&mut self, id: &DossierId) -> Result<Vec<SuggestionCard>, CoachError> {
        let last = self.read(id)?.last_moment(None).map(|last| last.id);
        let last = last.map(|last| self.network_at(id, Some(&last))).transpose()?;
        let network = self.network_at(id, None)?.measured();
        let actions: Vec<Action> = self.read(id)?.all();
        let found = suggestions(&network, last.map(|last| last.measured()).as_ref(), &actions);
        Ok(found.into_iter().map(|one| card(one, &network)).collect())
    }
}

fn card(suggestion: Suggestion, network: &Network) -> SuggestionCard {
    let Suggestion { intervention, who, why } = suggestion;
    let (name, more) = named(&why);
    let called = network.members().iter().find(|member| Some(&member.id) == who.as_ref());
    let called = called.map(|member| ("name", member.name.clone()));
    let args = called.into_iter().chain(more).map(|(key, text)| (key.to_owned(), text));
    let args: BTreeMap<String, String> = args.collect();
    let message = |id: String| Message { id, args: args.clone() };
    let place =
        matches!(why, SuggestionReason::NoGiver { .. }).then(|| message("suggestion-place".to_owned()));
    SuggestionCard {
        says: message(format!("suggestion-{name}")),
        asks: message(format!("suggestion-{name}-ask")),
        title: message(format!("suggestion-title-{}", intervention.as_str())),
        place,
        intervention,
        member: who,
    }
}

/// The name of a reason, one of [`SUGGESTIONS`], with what its sentences name besides the member.
fn named(why: &SuggestionReason) -> (&'static str, Option<(&'static str, String)>) {
    let count = |alone: &usize| Some(("count", alone.to_string()));
    match why {
        SuggestionReason::CarriesDaily { alone } => ("carries-daily", count(alone)),
        SuggestionReason::Carries { alone } => ("carries", count(alone)),
        SuggestionReason::Disturbed { quality } => {
            ("disturbed", Some(("quality", quality.as_str().to_owned())))
        }
        SuggestionReason::Faded { now } => ("faded", Some(("frequency", now.as_str().to_owned()))),
        SuggestionReason::Seldom { now } => ("seldom", Some(("frequency", now.as_str().to_owned()))),
        SuggestionReason::StrongAndAlone { alone } => ("strong-and-alone", count(alone)),
        SuggestionReason::Loosening => ("loosening", None),
        SuggestionReason::NoGiver { kind } => ("no-giver", Some(("kind", kind.as_str().to_owned()))),
        SuggestionReason::Willing => ("willing", None),
        SuggestionReason::AtTheFringe => ("at-the-fringe", None),
        SuggestionReason::Draining => ("draining", None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::model::{Frequency, Quality, SupportKind};

    use super::*;

    #[test]
    fn every_reason_has_a_name_of_its_own() {
        let now = Frequency::Yearly;
        let all = [
            SuggestionReason::CarriesDaily { alone: 1 },
            SuggestionReason::Carries { alone: 1 },
            SuggestionReason::Disturbed { quality: Quality::Strained },
            SuggestionReason::Faded { now: now.clone() },
            SuggestionReason::Seldom { now },
            SuggestionReason::StrongAndAlone { alone: 1 },
            SuggestionReason::Loosening,
            SuggestionReason::NoGiver { kind: SupportKind::Company },
            SuggestionReason::Willing,
            SuggestionReason::AtTheFringe,
            SuggestionReason::Draining,
        ];
        let names: BTreeSet<&str> = all.iter().map(|why| named(why).0).collect();
        assert_eq!(names, SUGGESTIONS.into_iter().collect());
    }
}
