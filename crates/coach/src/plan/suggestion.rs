//! Suggestions about a network, in sentences.

use dossier::analysis::Network;
use dossier::model::{Action, Intervention};
use dossier::suggestion::{Suggestion, SuggestionReason, suggestions};
use dossier::{Choice, DossierId, MemberId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::error::CoachError;
use crate::message::{Message, MessageKind, QuestionKind, message_kinds};

message_kinds! {
    /// A sentence about the reason for a suggestion, with its question.
    enum SuggestionSentence {
        CarriesDaily => "suggestion-carries-daily",
        Carries => "suggestion-carries",
        Disturbed => "suggestion-disturbed",
        Faded => "suggestion-faded",
        Seldom => "suggestion-seldom",
        StrongAndAlone => "suggestion-strong-and-alone",
        Loosening => "suggestion-loosening",
        NoGiver => "suggestion-no-giver",
        Willing => "suggestion-willing",
        AtTheFringe => "suggestion-at-the-fringe",
        Draining => "suggestion-draining",
    }
    ask
    test every_suggestion_has_a_message_and_a_question_in_both_languages
}

/// A suggestion with its reason. It becomes an action when the coach chooses it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SuggestionCard {
    /// The intervention of the suggested action.
    pub intervention: Intervention,
    /// The member that it is about. It is absent if the suggestion is about the whole network.
    pub member: Option<MemberId>,
    /// The sentence that describes the reason.
    pub says: Message,
    /// The question for the client.
    pub asks: Message,
    /// The title of the suggested action.
    pub title: Message,
    /// The place where a new contact may be found.
    pub place: Option<Message>,
}

impl Desk {
    /// Returns suggestions from a client's network and the actions so far, the most urgent first. The coach
    /// decides: no suggestion is ever applied automatically.
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
    let (sentence, more) = sentence(&why);
    let called = who.as_ref().and_then(|who| network.member(who));
    let called = called.map(|member| ("name", member.name.clone()));
    let args: Vec<(&str, String)> = called.into_iter().chain(more).collect();
    let place =
        matches!(why, SuggestionReason::NoGiver { .. }).then(|| Message::new("support-place", args.clone()));
    SuggestionCard {
        says: sentence.message(args.clone()),
        asks: sentence.question(args.clone()),
        title: Message::new(&format!("suggestion-title-{}", intervention.as_str()), args),
        place,
        intervention,
        member: who,
    }
}

/// Returns the sentence about a reason, with the value that it contains besides the member's name.
fn sentence(why: &SuggestionReason) -> (SuggestionSentence, Option<(&'static str, String)>) {
    use SuggestionSentence as S;
    let count = |alone: &usize| Some(("count", alone.to_string()));
    match why {
        SuggestionReason::CarriesDaily { alone } => (S::CarriesDaily, count(alone)),
        SuggestionReason::Carries { alone } => (S::Carries, count(alone)),
        SuggestionReason::Disturbed { quality } => {
            (S::Disturbed, Some(("quality", quality.as_str().to_owned())))
        }
        SuggestionReason::Faded { now } => (S::Faded, Some(("frequency", now.as_str().to_owned()))),
        SuggestionReason::Seldom { now } => (S::Seldom, Some(("frequency", now.as_str().to_owned()))),
        SuggestionReason::StrongAndAlone { alone } => (S::StrongAndAlone, count(alone)),
        SuggestionReason::Loosening => (S::Loosening, None),
        SuggestionReason::NoGiver { kind } => (S::NoGiver, Some(("kind", kind.as_str().to_owned()))),
        SuggestionReason::Willing => (S::Willing, None),
        SuggestionReason::AtTheFringe => (S::AtTheFringe, None),
        SuggestionReason::Draining => (S::Draining, None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dossier::model::{Frequency, Quality, SupportKind};

    use super::*;

    #[test]
    fn every_reason_has_a_sentence_of_its_own() {
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
        let names: BTreeSet<&str> = all.iter().map(|why| sentence(why).0.message_id()).collect();
        assert_eq!(names, SuggestionSentence::ALL.iter().map(|one| one.message_id()).collect());
    }
}
