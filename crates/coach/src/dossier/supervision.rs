//! Supervision inside a dossier: questions to a colleague, the answers, and their authors.

use std::collections::BTreeMap;

use dossier::model::Supervision;
use dossier::{Dossier, DossierId, SupervisionId};
use serde::Serialize;
use ts_rs::TS;

use crate::desk::Desk;
use crate::dossier::author::{Names, Said};
use crate::error::CoachError;

/// A question to a colleague, with its answers.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Asked {
    /// The question to the colleague.
    pub question: Remark,
    /// The answers, in the order in which they were written.
    pub answers: Vec<Remark>,
    /// True if the question is settled.
    pub settled: bool,
}

/// A question or an answer.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Remark {
    /// The id of the question or answer.
    pub id: SupervisionId,
    /// The text that was written.
    pub words: String,
    /// The author and time of the text.
    pub said: Option<Said>,
}

impl Desk {
    /// Returns the questions to colleagues in a dossier: open ones first, and the most recent one at the top.
    pub fn supervision(&mut self, id: &DossierId) -> Result<Vec<Asked>, CoachError> {
        let names = self.names()?;
        Ok(asked(self.read(id)?, &names))
    }
}

fn asked(dossier: &Dossier, names: &Names) -> Vec<Asked> {
    let all: Vec<Supervision> = dossier.all_as_added();
    let remark = |one: &Supervision| Remark {
        id: one.id.clone(),
        words: one.words.0.clone(),
        said: dossier.added::<Supervision>(&one.id).map(|written| names.said(&written)),
    };
    let questions = questions(&all);
    let mut answers: BTreeMap<&SupervisionId, Vec<Remark>> = BTreeMap::new();
    for answer in all.iter().filter(|one| one.reply_to.is_some()) {
        if let Some(question) = questions.get(&answer.id).copied().flatten() {
            answers.entry(question).or_default().push(remark(answer));
        }
    }
    let mut asked: Vec<Asked> = all
        .iter()
        .rev()
        .filter(|one| one.reply_to.is_none())
        .map(|question| Asked {
            question: remark(question),
            answers: answers.remove(&question.id).unwrap_or_default(),
            settled: question.settled,
        })
        .collect();
    asked.sort_by_key(|one| one.settled);
    asked
}

/// Returns the question to which each record belongs, through answers to answers. A question belongs to itself.
/// Answers that refer to each other in a circle, or to a record that is not here, belong to none.
fn questions(all: &[Supervision]) -> BTreeMap<&SupervisionId, Option<&SupervisionId>> {
    let replies: BTreeMap<&SupervisionId, Option<&SupervisionId>> =
        all.iter().map(|one| (&one.id, one.reply_to.as_ref())).collect();
    let mut questions: BTreeMap<&SupervisionId, Option<&SupervisionId>> = BTreeMap::new();
    for one in all {
        let (mut at, mut passed) = (&one.id, Vec::new());
        let question = loop {
            if let Some(known) = questions.get(at) {
                break *known;
            }
            let Some(reply) = replies.get(at) else { break None };
            // Until its question is known, a record belongs to none, and so a circle ends.
            questions.insert(at, None);
            passed.push(at);
            match *reply {
                Some(further) => at = further,
                None => break Some(at),
            }
        };
        questions.extend(passed.into_iter().map(|passed| (passed, question)));
    }
    questions
}

#[cfg(test)]
mod tests {
    use dossier::model::SupervisionField;
    use dossier::{ID_BYTES, Id, Record};

    use super::*;

    fn id(number: u32) -> SupervisionId {
        let mut bytes = [0; ID_BYTES];
        bytes[..4].copy_from_slice(&number.to_be_bytes());
        SupervisionId::from_random(bytes)
    }

    fn said(number: u32, reply_to: Option<u32>) -> Supervision {
        let mut said = Supervision::blank(id(number));
        said.set(SupervisionField::ReplyTo(reply_to.map(id)));
        said
    }

    #[test]
    fn an_answer_to_an_answer_belongs_to_the_question_whatever_comes_first() {
        let all = [said(3, Some(2)), said(1, None), said(2, Some(1)), said(4, Some(3))];
        let questions = questions(&all);
        assert!((1..=4).all(|number| questions[&id(number)] == Some(&id(1))), "{questions:?}");
    }

    #[test]
    fn answers_in_a_circle_or_to_nothing_belong_to_no_question() {
        let all = [said(1, Some(2)), said(2, Some(1)), said(3, Some(3)), said(4, Some(9)), said(5, Some(1))];
        assert!(questions(&all).values().all(Option::is_none));
    }

    #[test]
    fn a_long_chain_of_answers_is_read_in_a_moment() {
        let begun = std::time::Instant::now();
        let all: Vec<Supervision> =
            (0..20_000).rev().map(|number| said(number, number.checked_sub(1))).collect();
        let questions = questions(&all);
        assert!(questions.values().all(|question| *question == Some(&id(0))));
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }
}
