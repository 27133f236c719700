//! Supervision inside a dossier: questions to a colleague, the answers, and their authors.

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
    let mut asked: Vec<Asked> = all
        .iter()
        .rev()
        .filter(|one| one.reply_to.is_none())
        .map(|question| Asked {
            question: remark(question),
            answers: all.iter().filter(|one| root(one, &all) == Some(&question.id)).map(remark).collect(),
            settled: question.settled,
        })
        .collect();
    asked.sort_by_key(|one| one.settled);
    asked
}

/// Returns the question that an answer belongs to, through answers to answers. The loop takes at most one
/// step per record, so it also ends if answers refer to each other in a circle.
fn root<'a>(answer: &'a Supervision, all: &'a [Supervision]) -> Option<&'a SupervisionId> {
    let mut at = answer.reply_to.as_ref()?;
    for _ in all {
        match all.iter().find(|one| one.id == *at)?.reply_to.as_ref() {
            Some(further) => at = further,
            None => return Some(at),
        }
    }
    None
}
